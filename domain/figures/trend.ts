import { dayOf, type Day, type Interval, type Minute } from '../case/interval'
import type { Process, Stage } from '../codes'
import { changeToTell, couldSplit, type WeeklyShare } from '../statistics/change-point'
import { countRows, type Observation } from '../statistics/counts'
import { kaplanMeier } from '../statistics/kaplan-meier'
import { method } from '../statistics/method'
import { quantile } from '../statistics/quantiles'
import { countOn, exitOn, observe, type Scale, type StageSpell, timeOn } from '../statistics/scale'
import { countAccounts, hiddenGroups, suppressionOf, type Suppression } from '../statistics/suppression'
import { fewestAccountsForQuantiles, fewestEvents } from '../statistics/thresholds'
import { shareBy } from '../statistics/trend'
import { difference, type Estimate, wilson } from '../statistics/wilson'
import { casesToRead } from './few'
import { fillingOf } from './filling'
import type { FigureFilter } from './filter'
import type { HeldLines, Lines } from './guard'
import { intervalAround, periodsBetween, trendFrom, type PeriodKind } from './periods'
import { effectsOf, type RuleEffect, type TrendRule } from './trend-rules'

export const trendMeasures = ['answered', 'approved'] as const
/**
 * `answered`: the share of a stage that had ended in time, in any way: is it getting slower? `approved`: the share of whole
 * cases that had come to their good end in time: is it getting stricter?
 */
export type TrendMeasure = (typeof trendMeasures)[number]

export type TrendQuestion = { filter: FigureFilter; measure: TrendMeasure; stage: Stage }

/** Until when an answer counts; minutes or calendar days after the start. */
export type Within = { scale: Scale; time: number }

/**
 * A spell with when it began (minutes, null unknown) and when its case was first told of (null: not by the people themselves).
 * `cause` 1 is the good end.
 */
export type TrendSpell = StageSpell & {
  startEarliest: Minute | null; startLatest: Minute | null; reportedAt: Minute | null
}

/**
 * One week or month by its first and last day. `n` cases began in it, of `accounts` people, and `ended` in time; null, like all
 * else, where hidden: under 5 people, or the smallest others that would give those away. `effective` is how many cases the share is
 * worth: fewer than n where some were lost from sight. No share while `filling`: late reports and late answers are still missing.
 * `median` in the unit of `within`, null where not reached or not to be said.
 */
export type TrendPoint = {
  first: Day; last: Day
  n: number | null; accounts: number | null; ended: number | null
  effective: number | null; share: number | null; lower: number | null; upper: number | null
  median: number | null
  filling: boolean
  suppressed: Suppression | null
}

/**
 * `found` from the week that begins on `first` on, `difference` after less before; `none`: none that is sure; `too_few` weeks to
 * look for one.
 */
export type TrendChange =
  | { state: 'found'; first: Day; before: number; after: number; difference: Estimate }
  | { state: 'none' | 'too_few'; first: null; before: null; after: null; difference: null }

/**
 * Whether it is getting slower, or stricter, by when cases began (API names; method 1, 2.9). Of `n` cases, of `accounts` people,
 * `waiting` had no end when last heard of (null under 5 people);
 * `left_out` are known too roughly in length or start, `capped` beyond one account's share.
 */
export type TrendFigure = {
  method: string
  filter: FigureFilter
  measure: TrendMeasure
  stage: Stage
  within: Within
  period: PeriodKind
  n: number
  waiting: number | null
  accounts: number
  left_out: number
  capped: number
  suppressed: Suppression | null
  points: TrendPoint[]
  change: TrendChange
  rules: RuleEffect[]
  cases: number[]
}

/** What each stage is asked about: about as long as half of the cases take, where a change of pace shows best. */
export const answeredWithin: Record<Stage, Within> = {
  first_call: { scale: 'minute', time: 60 },
  call_decision: { scale: 'day', time: 0 },
  decision: { scale: 'day', time: 1 },
  fix: { scale: 'day', time: 3 },
  total: { scale: 'day', time: 7 },
  platform: { scale: 'day', time: 3 },
  sms: { scale: 'day', time: 0 },
  bureau: { scale: 'day', time: 14 },
  filing_total: { scale: 'day', time: 30 },
}

/** By when a case that goes well has gone well, mostly with a round of changes. */
const approvedWithinDays: Record<Process, number> = {
  certification: 14, renewal: 14, filing: 30, rename: 14, code_review: 14,
}

/** The stage that says most of a process's pace: what people wait for after they have paid or handed in. */
export const trendStage: Record<Process, Stage> = {
  certification: 'decision', renewal: 'decision', filing: 'bureau', rename: 'decision', code_review: 'decision',
}

/** A week or month with its spells, before anything is said of it. */
type Span = { interval: Interval; spells: TrendSpell[]; filling: boolean; hidden: boolean; share: ReturnType<typeof shareBy> }

/** Its lines, by weeks or by months. */
export const trendLines = {
  week: (spell: TrendSpell) => lineOf(startIn('week', spell)), month: (spell: TrendSpell) => lineOf(startIn('month', spell)),
} satisfies Lines<TrendSpell>

const lineOf = (start: Minute | null) => (start === null ? [] : [String(start)])

/**
 * @param spells of the stage, or whole cases for `approved`
 * @param now in minutes since the epoch
 * @param held lines that may not be shown, whatever their size
 */
export function trendFigureOf(
  question: TrendQuestion, spells: readonly TrendSpell[], rules: readonly TrendRule[], now: Minute, held: HeldLines = {},
): TrendFigure {
  const { filter, measure, stage } = question
  const within = withinOf(question)
  const counted = countOn(within.scale, spells)
  const byWeek = groupBy('week', counted.spells, now)
  const kind = mostEnough(byWeek) ? 'week' : 'month'
  const groups = kind === 'week' ? byWeek : groupBy('month', counted.spells, now)
  const isFilling = fillingOf(question, within, spells, now)
  const told = groups.flatMap(group => group.spells)
  const hidden = hiddenGroups(groups, ({ spells }) => spells, ({ interval: [start] }) => held[kind]?.has(String(start)) ?? false)
  const spans = groups.map((group): Span => {
    const filling = isFilling(group.interval)
    const says = !filling && !hidden.includes(group) && countAccounts(group.spells) >= fewestAccountsForQuantiles
    return {
      ...group, filling, hidden: hidden.includes(group),
      share: says ? shareBy(seenIn(group.spells, within), within.time, causeOf(measure)) : null,
    }
  })
  const points = spans.map(span => pointOf(span, question))
  const suppressed = suppressionOf(countAccounts(told), fewestEvents)
    ?? (points.some(({ share }) => share !== null) ? null : 'counts_only')
  return {
    method, filter, measure, stage, within,
    period: kind,
    n: told.length,
    waiting: suppressed === 'few_accounts' ? null : told.filter(({ cause }) => cause === 0).length,
    accounts: countAccounts(told),
    left_out: counted.leftOut + counted.spells.filter(spell => startIn(kind, spell) === null).length,
    capped: counted.capped,
    suppressed,
    points: suppressed === 'few_accounts' ? [] : points,
    change: kind === 'week' ? changeIn(spans) : tooFew,
    rules: effectsOf(spans, rules, question, kind, some => shareBy(seenIn(some, within), within.time, causeOf(measure))),
    cases: casesToRead(suppressed, told),
  }
}

export function withinOf({ filter, measure, stage }: TrendQuestion): Within {
  return measure === 'approved' ? { scale: 'day', time: approvedWithinDays[filter.process] } : answeredWithin[stage]
}

/** Any end is an answer; only the good one is an approval. */
const causeOf = (measure: TrendMeasure) => measure === 'approved' ? 1 : undefined

function seenIn(spells: readonly TrendSpell[], { scale }: Within): Observation[] {
  return observe(spells, spell => exitOn(scale, spell))
}

/** Every whole period from the first that has a case on, with the cases known to have begun in it. */
function groupBy(kind: PeriodKind, spells: readonly TrendSpell[], now: Minute): Pick<Span, 'interval' | 'spells'>[] {
  const byStart = new Map<Minute, TrendSpell[]>()
  for (const spell of spells) {
    const start = startIn(kind, spell)
    if (start !== null) byStart.set(start, [...byStart.get(start) ?? [], spell])
  }
  const periods = periodsBetween(kind, trendFrom(now), now)
  const first = periods.findIndex(([from]) => byStart.has(from))
  return first === -1 ? [] : periods.slice(first).map(interval => ({ interval, spells: byStart.get(interval[0]) ?? [] }))
}

/** The first minute of the week or month a spell began in; null where it may be another one. */
export function startIn(kind: PeriodKind, { startEarliest, startLatest }: TrendSpell): Minute | null {
  if (startEarliest === null || startLatest === null) return null
  const [from, to] = intervalAround(kind, startEarliest)
  return startLatest <= to ? from : null
}

/** Weeks where at least half of those with cases have the 10 people that a share takes; else months. */
function mostEnough(weeks: readonly Pick<Span, 'spells'>[]): boolean {
  const told = weeks.filter(({ spells }) => spells.length > 0)
  return told.filter(({ spells }) => countAccounts(spells) >= fewestAccountsForQuantiles).length * 2 >= told.length
}

function pointOf({ interval, spells, filling, hidden, share }: Span, question: TrendQuestion): TrendPoint {
  const within = withinOf(question)
  const accounts = countAccounts(spells)
  const days = { first: dayOf(interval[0]), last: dayOf(interval[1]), filling }
  const nothing = { effective: null, share: null, lower: null, upper: null, median: null }
  if (hidden) {
    const suppressed = suppressionOf(accounts, fewestEvents) === 'few_accounts' ? 'few_accounts' : 'complement'
    return { ...days, n: null, accounts: null, ended: null, ...nothing, suppressed }
  }
  const inTime = spells.filter(spell => spell.cause > 0 && timeOn(within.scale, spell)! <= within.time
    && (question.measure === 'answered' || spell.cause === 1)).length
  const counts = { n: spells.length, accounts, ended: filling ? null : inTime }
  if (!share) {
    const suppressed = spells.length > 0 && !filling ? suppressionOf(accounts, fewestEvents) : null
    return { ...days, ...counts, ...nothing, suppressed }
  }
  const { value, lower, upper, effective } = share
  const median = question.measure === 'answered' ? medianOf(seenIn(spells, within)) : null
  return { ...days, ...counts, effective, share: value, lower, upper, median, suppressed: null }
}

function medianOf(observations: readonly Observation[]): number | null {
  if (observations.filter(({ cause }) => cause > 0).length < fewestEvents) return null
  return quantile(kaplanMeier(countRows(observations)), 0.5).value
}

function changeIn(spans: readonly Span[]): TrendChange {
  const weeks = spans.flatMap(({ share }, week) =>
    share ? [{ week, x: share.effective * share.value, n: share.effective }] : [])
  if (!couldSplit(weeks)) return tooFew
  const change = changeToTell(weeks)
  if (!change) return { ...tooFew, state: 'none' }
  const { week: from, before, after } = change
  const [one, two] = [weeks.filter(({ week }) => week < from), weeks.filter(({ week }) => week >= from)].map(pool)
  return { state: 'found', first: dayOf(spans[from]!.interval[0]), before, after, difference: difference(two!, one!) }
}

function pool(weeks: readonly WeeklyShare[]): Estimate {
  const [x, n] = [weeks.reduce((sum, week) => sum + week.x, 0), weeks.reduce((sum, week) => sum + week.n, 0)]
  return wilson(Math.min(x, n), n)!
}

const tooFew = { state: 'too_few', first: null, before: null, after: null, difference: null } as const
