import { z } from 'zod'
import { stages } from '../codes'
import { waysToEnd, type WayToEnd } from '../figures/estimate'
import { cohort, count, limits, quantile, share, weight } from './figure-answers'

const { capped: _, ...said } = weight
const outcomeShare = z.strictObject({ share, ...limits })

export const estimateAnswerSchema = z.strictObject({
  ...said,
  ...cohort,
  stage: z.enum(stages),
  scale: z.enum(['minute', 'day']).describe('The unit of every time here: minutes, or calendar days in Shanghai.'),
  waited: count.describe('How long the wait has lasted.'),
  counted: count.describe('Rounds counted from their start.'),
  n: count.describe('Of those, had waited as long.'),
  ended: z.array(count).nullable().describe('Of the n, how many ended in each way, in the order of `endings`.'),
  waiting: count.nullable().describe('Of the n, still waiting when last heard of.'),
  missing: z.strictObject({ people: count, ends: count }).describe('How many are missing for an answer.'),
  last: z.number().nullable().describe('The last remaining time at which at least 5 were still followed.'),
  answered: z.strictObject({ t: z.number().describe('Time since the start.'), ...outcomeShare.shape }).nullable()
    .describe('The share of all counted that had ended by then; by day t on the day scale, the day before the one asked about.'),
  left: z.strictObject({ '0.1': quantile, '0.25': quantile, '0.5': quantile, '0.75': quantile, '0.9': quantile })
    .describe('Remaining time within which a share of the n had ended, with 95 % limits; 0 days is today.'),
  until_now: quantile.nullable()
    .describe('The median had everybody still waiting waited on in silence until now; given where over a tenth apart.'),
  endings: z.array(z.enum(Object.values(waysToEnd).flat() as [WayToEnd, ...WayToEnd[]])).describe('The ways this stage ends.'),
  course: z.array(z.strictObject({ after: z.number(), at_risk: count, endings: z.array(outcomeShare), waiting: outcomeShare }))
    .describe('What had become of the n after so much more time (Aalen-Johansen). The last is the horizon.'),
})

const kept = z.strictObject({ promised: share, share, lower: share, upper: share }).nullable()
const line = {
  n: count.describe('Forecasts, the first of each round of a case.'),
  accounts: count,
  ended: count.nullable().describe('Null under 5 people, like waiting, and where it would tell of under 5 others.'),
  waiting: count.nullable().describe('Not ended when last heard of: neither dropped nor counted as missed.'),
  left_out: count.describe('Of which it is not known well enough what came.'),
  suppressed: weight.suppressed,
  inside: kept.describe('Ended between the 10 % and the 90 % point.'),
  early: kept.describe('Ended before the 10 % point.'),
  late: kept.describe('Not ended by the 90 % point.'),
  by_half: kept,
  by_three_quarters: kept,
}

export const calibrationAnswerSchema = z.strictObject({
  method: weight.method,
  ...line,
  stages: z.array(z.strictObject({ stage: z.enum(stages), ...line })),
})
