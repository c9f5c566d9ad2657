import { z } from 'zod'
import { endings, nameChanges, reasons } from '../codes'
import { nextNameVerdicts } from '../figures/name-changes'
import { nextVerdicts, repairReasons, repairs } from '../figures/repairs'
import { cohort, count, limits, oneOf, outcomeShare, share, shareOf, weight } from './figure-answers'

const heldBack = z.enum(['few_accounts', 'counts_only', 'complement']).nullable()
const unended = count.nullable().describe('Without an end when last heard of. Null under 5 people.')

const withinSchema = z.strictObject({
  n: count,
  accounts: count,
  suppressed: heldBack,
  early: z.boolean(),
  endings: z.array(outcomeShare).nullable(),
  waiting: outcomeShare.nullable(),
})

export const monthsAnswerSchema = z.strictObject({
  ...weight,
  days: count.describe('Every month is read at this age of its cases, in calendar days.'),
  endings: z.array(z.enum(endings)).describe('The ways to end; every list of shares is in this order.'),
  unended,
  undated: count.describe('Started in no one month: in no line.'),
  left_out: count.describe('Known too roughly to count in days.'),
  settled: withinSchema.nullable().describe('All settled months together: the headline.'),
  months: z.array(withinSchema.extend({
    month: z.string(), settled: z.boolean().describe('Old enough: slow cases are in. Others are provisional.'),
  })).describe('By start month in Shanghai. Where one is hidden, the next smallest are hidden until 5 people are behind them.'),
})

const attempts = {
  ...weight,
  ...cohort,
  endings: z.array(z.enum(endings)).describe('The ways to end; every list of shares is in this order.'),
  ended: z.array(count).nullable(),
  waiting: unended,
  left_out: count.describe('Do not tell how far they came.'),
  steps: z.array(z.strictObject({
    attempt: count,
    at_risk: count.describe('Heard the verdict of this attempt.'),
    endings: z.array(outcomeShare).describe('Cumulative incidences (Aalen-Johansen) with the attempts for a clock.'),
    waiting: outcomeShare.describe('Still under way.'),
  })),
  passed_in: z.array(outcomeShare).length(3).nullable().describe('The good end in the first, the second and any later attempt.'),
}

export const roundsAnswerSchema = z.strictObject(attempts)

export const ordersAnswerSchema = z.strictObject({
  ...attempts,
  fees: z.array(z.strictObject({
    fee_yuan: count.describe('What one order cost, as people tell it.'),
    n: count,
    accounts: count,
    waiting: count.nullable(),
    suppressed: heldBack,
    within: z.array(z.strictObject({ orders: count, yuan: count, share, ...limits }))
      .describe('The share that had passed with at most so many orders.'),
    median_yuan: count.nullable().describe('Half had passed for this much; null where half had not.'),
  })),
})

export const reasonsAnswerSchema = z.strictObject({
  ...weight,
  n: count.describe('Refused rounds whose reasons are told.'),
  case_count: count,
  left_out: count.describe('Refused rounds whose reasons are not told.'),
  reasons: z.array(shareOf(reasons)).describe('A round may name several: the lines add up to more than all.'),
})

export const repairsAnswerSchema = z.strictObject({
  ...weight,
  ...cohort,
  left_out: count.describe('Do not say why they were refused, or not what came next.'),
  gone: count.describe('Ways gone by the n cases: a refusal of several reasons stands in one for each.'),
  other: count.describe('Of those, on ways that fewer than 5 people went however they are joined, or that would give those away.'),
  paths: z.array(z.strictObject({
    reason: oneOf(repairReasons), change: oneOf(repairs), next: oneOf(nextVerdicts), n: count, accounts: count,
  })).describe('`various` joins reasons, and what was done, that fewer than 5 people had each.'),
})

const changeLine = z.strictObject({
  n: count,
  accounts: count,
  unended: count.nullable(),
  suppressed: heldBack,
  verdicts: z.array(outcomeShare).nullable(),
  waiting: outcomeShare.nullable(),
})

export const nameChangesAnswerSchema = z.strictObject({
  ...weight,
  ...cohort,
  days: count.describe('The next verdict within so many calendar days of handing in again.'),
  verdicts: z.array(oneOf(nextNameVerdicts)).describe('Every list of shares is in this order.'),
  again: count.describe('Of the n, refused for their name again: the change they tell may be a later one.'),
  unsaid: count.describe('Handed in again and do not say what they changed.'),
  left_out: count.describe('Do not say when they handed in again, or how many days it took.'),
  all: changeLine.nullable(),
  changes: z.array(changeLine.extend({ change: oneOf(nameChanges) })),
})
