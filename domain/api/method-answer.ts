import { z } from 'zod'
import { endings, stages } from '../codes'
import { method, methodVersions } from '../statistics/method'
import { settledAfterDays } from '../statistics/settled'
import * as rules from '../statistics/thresholds'
import { cohort, count, limits, share, weight } from './figure-answers'

/** The numbers that decide what may be said, by API name. */
const thresholds = {
  fewest_accounts: rules.fewestAccounts,
  fewest_accounts_for_quantiles: rules.fewestAccountsForQuantiles,
  fewest_events: rules.fewestEvents,
  fewest_at_risk: rules.fewestAtRisk,
  fewest_spells_for_tail: rules.fewestSpellsForTail,
  fewest_spells_for_steady: rules.fewestSpellsForSteady,
  fewest_events_to_compare: rules.fewestEventsToCompare,
  fewest_waiting_as_long: rules.fewestWaitingAsLong,
  most_per_account_stage_month: rules.mostPerAccountStageMonth,
  precise_minutes: rules.preciseMinutes,
  precise_fraction: rules.preciseFraction,
  precise_at_most_minutes: rules.preciseAtMost,
  precise_share_for_minutes: rules.preciseShareForMinutes,
  false_share: rules.falseShare,
}

const names = Object.keys(thresholds) as (keyof typeof thresholds)[]

export const methodAnswerSchema = z.strictObject({
  method: z.string().describe('The version that every figure uses now.'),
  versions: z.array(z.strictObject({
    version: z.string(),
    since: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    changes: z.array(z.string()).describe('Codes; /method says them in words.'),
  })).describe('Newest first.'),
  thresholds: z.record(z.enum(names), z.number()),
  settled_after_days: z.record(z.enum(stages), count)
    .describe('A start month carries the main figures once its last day is this many days ago.'),
})

/** What `/api/v1/method` answers: the same constants that the figures are made with. */
export function methodAnswer(): z.infer<typeof methodAnswerSchema> {
  const versions = methodVersions.map(({ version, since, changes }) => ({ version, since, changes: [...changes] }))
  return { method, versions, thresholds, settled_after_days: settledAfterDays }
}

const { method: ofMethod, filter, n, accounts, suppressed } = weight
const time = z.number()

export const robustnessAnswerSchema = z.strictObject({
  method: ofMethod,
  filter,
  stage: z.enum(stages),
  false_share: share.describe('The share of reports taken to be false.'),
  wait: z.strictObject({
    ...cohort,
    scale: z.enum(['minute', 'day']).describe('The unit of every time here.'),
    n, accounts, suppressed,
    median: z.strictObject({ value: time, ...limits }).nullable(),
    false_reports: z.strictObject({ shortest: time.nullable(), longest: time.nullable() }).nullable()
      .describe('Where the honest median lies if that share is false, whatever it claims; null inside: not reached.'),
    without: z.array(z.strictObject({ accounts: count, shortest: time.nullable(), longest: time.nullable() }))
      .describe('The median without the accounts that lengthen it most, and without those that shorten it most.'),
    delayed_entry: z.strictObject({
      n: count, accounts: count, from: time.nullable(),
      median: z.strictObject({ value: time.nullable(), ...limits }), beside: time.nullable(),
    }).nullable().describe('A check: the median of those told of while they still waited, counted from then on and given a wait '
      + 'of more than `from`; `beside` is that of all, given the same.'),
  }).describe('Half of the waits of the stage.'),
  outcome: z.strictObject({
    ...cohort,
    ending: z.enum(endings),
    day: count.nullable(),
    n, accounts, suppressed,
    share: z.strictObject({ value: share, ...limits }).nullable(),
    false_reports: z.strictObject({ lower: share, upper: share }).nullable(),
    without: z.array(z.strictObject({ accounts: count, lower: share.nullable(), upper: share.nullable() })),
  }).describe('The share of whole cases with the good ending by a day since their start.'),
})
