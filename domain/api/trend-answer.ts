import { z } from 'zod'
import { stages } from '../codes'
import { periodKinds } from '../figures/periods'
import { trendMeasures } from '../figures/trend'
import { ruleConfidences, rulePrecisions } from '../rules/rule-change'
import { count, limits, share, weight } from './figure-answers'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const difference = z.strictObject({ value: z.number(), lower: z.number(), upper: z.number() })

const side = z.strictObject({ first: day, last: day, n: count, share, lower: share, upper: share })

const { early: _, ...said } = weight

export const trendAnswerSchema = z.strictObject({
  ...said,
  measure: z.enum(trendMeasures).describe('`answered`: ended in time in any way. `approved`: come to their good end in time.'),
  stage: z.enum(stages).describe('The stage that `answered` is about; `approved` is about whole cases.'),
  within: z.strictObject({ scale: z.enum(['minute', 'day']), time: z.number() })
    .describe('In time means by then: minutes, or calendar days in Shanghai, after the start.'),
  period: z.enum(periodKinds).describe('Months where most weeks have under 10 people.'),
  waiting: count.nullable().describe('Had not ended when last heard of.'),
  left_out: count.describe('Known too roughly, in length or in start.'),
  points: z.array(z.strictObject({
    first: day,
    last: day,
    n: count.nullable().describe('Began in this period. Null like all else where hidden.'),
    accounts: count.nullable(),
    ended: count.nullable().describe('Of the n, seen to have ended in time.'),
    effective: z.number().min(0).nullable().describe('How many cases the share is worth: n* = F(1-F)/V where some were lost.'),
    share: share.nullable(),
    ...limits,
    median: z.number().nullable().describe('In the unit of `within`.'),
    filling: z.boolean().describe('Late reports or answers are still missing; nothing is said yet.'),
    suppressed: z.enum(['few_accounts', 'counts_only', 'complement']).nullable(),
  })).describe('By when cases began, the oldest first; the last 104 weeks.'),
  change: z.strictObject({
    state: z.enum(['found', 'none', 'too_few']),
    first: day.nullable().describe('The Monday from which the share was `after`.'),
    before: share.nullable(),
    after: share.nullable(),
    difference: difference.nullable(),
  }).describe('A change of at least 10 points, surer than 1 in 100, in two weekly runs in a row; its cause is unknown.'),
  rules: z.array(z.strictObject({
    id: count,
    ref: z.string(),
    date: z.string(),
    precision: z.enum(rulePrecisions),
    confidence: z.enum(ruleConfidences),
    statement_zh: z.string(),
    statement_en: z.string().nullable(),
    before: side.nullable(),
    after: side.nullable(),
    difference: difference.extend({ clear: z.boolean() }).nullable(),
    withheld: z.enum(['rumoured', 'not_yet', 'too_few']).nullable().describe('Why nothing is compared.'),
  })).describe('Rule changes in that time, with 8 whole weeks (2 months) before and after.'),
})
