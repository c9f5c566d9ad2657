import { z } from 'zod'
import { layers } from '../case/layers'
import {
  categories, endings, nameChanges, namePatterns, outcomes, passedElsewhere, processes, proofResults, proofs,
  softwareCopyrights, stages, subjects,
} from '../codes'
import { demandResponses } from '../figures/software-copyright'

export const count = z.number().int().min(0)
export const share = z.number().min(0).max(1)
const time = z.number()

/** Said with every figure: what was counted, by which method, and how much of it may be said. */
export const weight = {
  method: z.string().describe('Version of the method.'),
  filter: z.strictObject({
    process: z.enum(processes),
    layer: z.enum(layers),
    subject: z.enum(subjects).optional(),
    category: z.enum(categories).optional(),
    pattern: z.enum(namePatterns).optional(),
    proof: z.enum(proofs).optional(),
  }).describe('Which cases were counted, with what was taken for granted.'),
  n: count,
  accounts: count.describe('Different people behind them; each thread case counts as one.'),
  capped: count.describe('Not counted, since one account told more than its share.'),
  suppressed: z.enum(['few_accounts', 'counts_only', 'complement']).nullable()
    .describe('`few_accounts`: under 5 people, nothing is said. `counts_only`: under 10 people or 5 ends, no estimate. '
      + '`complement`: nothing is said, and no count given, since what under 5 others told could be worked out from it.'),
  early: z.boolean().describe('Under 20 cases: a first sign.'),
  cases: z.array(count).describe('Ids of the cases to read instead, where under 5 people told.'),
}

export const review = {
  under_review: z.boolean().describe('A batch of cases that moves this figure is being looked at by moderators.'),
}

export const cohort = {
  cohort: z.enum(['settled', 'all']).describe('Whether only start months old enough to have settled are counted.'),
  provisional: z.boolean().describe('Slow cases are still missing, so the figure will move.'),
  unsettled: count,
}

export const limits = { lower: z.number().nullable(), upper: z.number().nullable() }

export const quantile = z.strictObject({
  value: time.nullable(), ...limits, more_than: time.nullable().describe('Not reached by then, while at least 5 were followed.'),
})

export const durationsAnswerSchema = z.strictObject({
  ...weight,
  ...cohort,
  ...review,
  stage: z.enum(stages),
  n: count.describe('Rounds counted: a case that went through the stage again is counted again.'),
  case_count: count.describe('Different cases behind the n rounds.'),
  reported: count.describe('Different cases behind n, left_out and capped together.'),
  scale: z.enum(['minute', 'day', 'working_minute'])
    .describe('The unit of every time here: minutes, calendar days in Shanghai, or minutes of working time.'),
  working: z.strictObject({
    from: z.string(), to: z.string().describe('The last day whose holidays are known.'),
    day: count.describe('Minutes of a working day, 9:00 to 18:00.'),
    undated: count.describe('Of those left out: a wait without a date.'),
    outside: count.describe('Of those left out: days whose holidays are not known.'),
  }).optional().describe('Only with `clock=working`.'),
  events: count.nullable().describe('Ended. Null under 5 people, like the two that follow.'),
  otherwise: count.nullable().describe('Of those, not in the end the stage is named for.'),
  waiting: count.nullable().describe('Had not ended when last heard of.'),
  left_out: count.describe('Known too roughly for the scale.'),
  last: time.nullable().describe('Where the curve ends: the last time at which at least 5 were still followed.'),
  quantiles: z.strictObject({ '0.1': quantile, '0.25': quantile, '0.5': quantile, '0.75': quantile, '0.9': quantile })
    .describe('By when a share of the cases had ended, with 95 % limits; all null where it may not be said.'),
  curve: z.array(z.strictObject({
    t: time,
    at_risk: count,
    survival: share.describe('The share without an end after t (Kaplan-Meier).'),
    ...limits,
    censored: count.describe('Last heard of at t, still waiting.'),
  })),
  rough_median: z.strictObject({ shortest: time.nullable(), longest: time.nullable() }).nullable()
    .describe('The median with all rough waits at their shortest and at their longest, where over a tenth are rough.'),
})

export const outcomeShare = z.strictObject({ share, ...limits })

export const outcomesAnswerSchema = z.strictObject({
  ...weight,
  ...cohort,
  ...review,
  endings: z.array(z.enum(endings)).describe('The ways to end; every list of shares is in this order.'),
  ended: z.array(count).nullable(),
  waiting: count.nullable(),
  left_out: count,
  curve: z.array(z.strictObject({
    t: time.describe('Calendar days since the start.'),
    at_risk: count,
    censored: count,
    endings: z.array(outcomeShare).describe('Cumulative incidences (Aalen-Johansen).'),
    waiting: outcomeShare,
  })),
  table: z.array(z.strictObject({
    day: count, endings: z.array(outcomeShare).nullable(), waiting: outcomeShare.nullable(),
  })).describe('The curve read off at a few days; null where fewer than 5 were followed that long.'),
})

// The figures' own types say string where only these codes can be.
export const oneOf = (codes: readonly string[]) => z.enum(codes as [string, ...string[]])

export const shareOf = (codes: readonly string[]) => z.strictObject({
  code: oneOf(codes),
  n: count,
  accounts: count,
  x: count.nullable().describe('Of the n, how many.'),
  share: share.nullable(),
  ...limits,
  suppressed: z.enum(['few_accounts', 'counts_only', 'complement']).nullable()
    .describe('`complement`: held back, since another held back line could be worked out from it.'),
})

const pooling = z.strictObject({
  average: share.describe('Of all lines together.'),
  weight: z.number().describe('How many cases of the average each line is given.'),
  lines: z.array(z.strictObject({ code: z.string(), share, lower: share, upper: share })),
}).nullable().describe('The lines pulled towards their average (beta-binomial): a small one further, so that chance does not lead '
  + 'a ranking. Null under 5 lines or 50 cases.')

export const namesAnswerSchema = z.strictObject({
  ...weight,
  left_out: z.strictObject({ not_reached: count, unknown: count }),
  told: z.strictObject({ either: shareOf(['either']), rename: shareOf(['rename']), proof: shareOf(['proof']) })
    .describe('Told to take another name, to prove this one, or either of the two.'),
  patterns: z.array(z.strictObject({
    pattern: oneOf(namePatterns),
    either: shareOf(namePatterns), rename: shareOf(namePatterns), proof: shareOf(namePatterns),
  })),
  categories: z.array(shareOf(categories)).describe('Told either, by kind of program.'),
  rankings: z.strictObject({ patterns: pooling, categories: pooling }),
  changes: z.array(shareOf(nameChanges)),
  passed_elsewhere: z.array(shareOf(passedElsewhere)),
  filing_passed: z.strictObject({
    either: shareOf(['filing']), rename: shareOf(['filing']), proof: shareOf(['filing']),
    nowhere: shareOf(['no']).nullable().describe('Told either, of those whose name had passed nowhere.'),
    difference: z.strictObject({ value: z.number(), lower: z.number(), upper: z.number(), clear: z.boolean() }).nullable()
      .describe('How much more often than those. Not `clear`: say that there is no clear difference.'),
  }).nullable().describe('What was told of names that had passed in their filing.'),
})

export const softwareCopyrightAnswerSchema = z.strictObject({
  ...weight,
  left_out: count.describe('Do not say what they were asked for.'),
  demanded: shareOf(['software_copyright']),
  categories: z.array(shareOf(categories)),
  patterns: z.array(shareOf(namePatterns)),
  rankings: z.strictObject({ patterns: pooling, categories: pooling }),
  after: z.strictObject({
    n: count,
    accounts: count,
    so_far: z.partialRecord(z.enum(outcomes), count).nullable()
      .describe('When last heard of; null under 5 people.'),
    had: z.array(shareOf(softwareCopyrights)),
    responses: z.array(shareOf(demandResponses))
      .describe('What was done first, of those who tell how it went on; `waiting` have done nothing told so far.'),
    supplied: shareOf(['software_copyright']),
    results: z.array(shareOf(proofResults)),
    outcomes: outcomesAnswerSchema,
  }).describe('What followed, over those who were asked for one.'),
})
