import { z } from 'zod'
import { stages } from '../codes'
import { dimensions } from '../figures/comparison'
import { clocks } from '../figures/working-figure'
import { rulePrecisions } from '../rules/rule-change'
import { durationsAnswerSchema } from './figure-answers'

const count = z.number().int().min(0)
const { method, filter, cohort, provisional, unsettled, scale, working, curve, quantiles, last } = durationsAnswerSchema.shape

const share = z.strictObject({ value: z.number(), lower: z.number(), upper: z.number() }).nullable()

const group = z.strictObject({
  code: z.string().describe('The group: a code of `by`, or `after` and `before` a rule.'),
  n: count.describe('Rounds counted.'),
  accounts: count,
  events: count.nullable().describe('Ended. Null where hidden, like the one that follows.'),
  waiting: count.nullable(),
  left_out: count,
  capped: count,
  suppressed: z.enum(['few_accounts', 'counts_only', 'complement']).nullable()
    .describe('As elsewhere; `complement`: what is said of it would also be said of under 5 others.'),
  early: z.boolean(),
  last,
  median: quantiles.shape['0.5'],
  curve,
})

export const comparisonAnswerSchema = z.strictObject({
  method,
  filter,
  stage: z.enum(stages),
  clock: z.enum(clocks),
  scale,
  working,
  cohort,
  provisional,
  unsettled,
  by: z.enum(dimensions),
  rule: z.strictObject({
    ref: z.string(), date: z.string(), precision: z.enum(rulePrecisions), weeks: count.describe('Weeks compared on either side.'),
  }).nullable(),
  choices: z.array(z.string()).describe('The groups that any case belongs to.'),
  groups: z.array(group).max(2).describe('First and second; empty where there are no two.'),
  both: count.describe('Belong to either group, and stand in neither.'),
  unplaced: count.describe('Do not say which group is theirs, or not well enough.'),
  times: z.array(z.strictObject({
    t: z.number(),
    first: share.describe('The share of the first group with an answer by t, with its 95 % limits.'),
    second: share,
    gap: share.describe('First less second, with its 95 % limits (MOVER).'),
    clear: z.boolean().describe('The limits leave out 0, and 20 or more ended in both groups.'),
  })).describe('At the natural times; empty where a group is held back.'),
  telling: z.number().nullable().describe('The time nearest to the median of both: the one to speak of.'),
  log_rank: z.strictObject({
    chi2: z.number(), df: count, p: z.number(), stratified: z.boolean().describe('By start month; not around a rule.'),
  }).nullable(),
})
