import { dayNumber, type Interval, type Minute } from '../case/interval'
import type { Stage } from '../codes'
import { countRows, type Observation, type Row } from '../statistics/counts'
import { durationQuantiles, type DurationQuantile } from '../statistics/durations'
import { kaplanMeier, pointAt, type SurvivalPoint } from '../statistics/kaplan-meier'
import { method } from '../statistics/method'
import { beforeAll, stack, type OutcomeShare } from '../statistics/outcomes'
import { countSpells, exitOn, observe, type Scale, type StageSpell } from '../statistics/scale'
import { settledAfterDays } from '../statistics/settled'
import { countAccounts, isEarly, suppressionOf, type Suppression } from '../statistics/suppression'
import { fewestAccountsForQuantiles, fewestAtRisk, fewestEvents, fewestSpellsForTail, tailFrom } from '../statistics/thresholds'
import { remainingWait, rowsAfter } from '../statistics/waited'
import { wilson } from '../statistics/wilson'
import { headline, type CohortNote } from './cohort'
import type { WaitQuantile } from './durations'
import { casesToRead } from './few'
import type { FigureFilter } from './filter'

/** A spell that also says when it started, where that is known. */
export type StartedSpell = StageSpell & { startEarliest: Minute | null; startLatest: Minute | null }

/** How long somebody has waited, on both scales: minutes, and calendar days in Shanghai (0 is since today). */
export type Waited = { minutes: number; days: number }

export type EstimateQuestion = { filter: FigureFilter; stage: Stage; waited: Waited }

/** What each cause of a stage is, cause 1 first (domain/case/spell.ts). */
export const waysToEnd = {
  first_call: ['called', 'no_call', 'left'],
  call_decision: ['approved', 'refused', 'left', 'approved_without_name'],
  decision: ['approved', 'refused', 'left', 'approved_without_name'],
  fix: ['resubmitted', 'ended', 'left'],
  total: ['approved', 'refused', 'left', 'approved_without_name'],
  platform: ['passed', 'refused', 'left'],
  sms: ['verified', 'expired', 'left'],
  bureau: ['filed', 'refused', 'left'],
  filing_total: ['filed', 'refused', 'left'],
} as const satisfies Record<Stage, readonly string[]>

export type WayToEnd = (typeof waysToEnd)[Stage][number]

/** What had become of those who had waited as long, `after` more: a share for each way to end, and those waiting. */
export type EstimateStep = { after: number; at_risk: number; endings: OutcomeShare[]; waiting: OutcomeShare }

/**
 * How much longer somebody waits who has waited that long (API names; times in minutes or calendar days as `scale` says,
 * counted from now on; on the day scale 0 is still today). `n` of the `counted` rounds, of `accounts` people, had waited as
 * long; `ended` of them have an end, in the order of `endings`, `waiting` had none when last heard of (null under 5 people).
 * `left`: within how much more time a share of them had an end. `answered`: the share of all that had one by `t` after the
 * start, t being `waited` or, where fewer than 5 were followed so long, the last time that they were.
 * `until_now`: the median if everybody still waiting had gone on waiting in silence until now: an upper end, given where it
 * is over a tenth from the median. `course` ends at the horizon, where its last step holds the chances from here.
 */
export type EstimateFigure = CohortNote & {
  method: string
  filter: FigureFilter
  stage: Stage
  scale: Scale
  waited: number
  counted: number
  n: number
  accounts: number
  ended: number[] | null
  waiting: number | null
  suppressed: Suppression | null
  early: boolean
  missing: { people: number; ends: number }
  last: number | null
  answered: ({ t: number } & OutcomeShare) | null
  left: Record<DurationQuantile, WaitQuantile>
  until_now: WaitQuantile | null
  endings: readonly WayToEnd[]
  course: EstimateStep[]
  /** The ones to read instead, where fewer than 5 people waited as long. */
  cases: number[]
}

/** The two medians are both shown where they differ by more than this share of the headline's (method 1, 3). */
const apartToTell = 0.1

/** Times people think in, in minutes and in days: where the course is read. */
const readAt = {
  minute: [30, 60, 120, 180, 360, 720, 1440, 2880, 4320, 10_080, 20_160, 43_200], day: [0, 1, 3, 7, 14, 30, 60, 90],
}
const mostSteps = 5

const minutesPerDay = 1440

/** The wait at `now` of somebody who started within an interval; its middle stands for it. */
export function waitedSince([earliest, latest]: Interval, now: Minute): Waited {
  const start = Math.min(now, Math.floor((earliest + Math.min(latest, now)) / 2))
  return { minutes: now - start, days: dayNumber(now) - dayNumber(start) }
}

/** The answer from the spells of the stage (others than one's own). `now` in minutes since the epoch. */
export function estimateOf({ filter, stage, waited }: EstimateQuestion, spells: readonly StartedSpell[], now: Minute): EstimateFigure {
  const { figure, note } = headline(stage, spells, now, cohort => answerFrom(stage, waited, cohort, now))
  return { method, filter, stage, ...note, ...figure }
}

type Answer = Omit<EstimateFigure, keyof CohortNote | 'method' | 'filter' | 'stage'>

function answerFrom(stage: Stage, asked: Waited, cohort: readonly StartedSpell[], now: Minute): Answer {
  const { scale, spells } = countSpells(cohort)
  const endings = waysToEnd[stage]
  const rows = countRows(observe(spells, spell => exitOn(scale, spell)), endings.length)
  const waited = scale === 'minute' ? asked.minutes : asked.days
  // On the day scale somebody on day d may still hear today: he has waited through day d - 1.
  const s = scale === 'minute' ? waited : waited - 1
  const asLong = spells.filter(spell => (exitOn(scale, spell) ?? -1) > s)
  const accounts = countAccounts(asLong)
  const ended = endings.map((_, k) => asLong.filter(({ cause }) => cause === k + 1).length)
  const events = ended.reduce((sum, count) => sum + count, 0)
  const suppressed = suppressionOf(accounts, events)
  const told = suppressed !== 'few_accounts'
  const answer = {
    scale, waited, endings, counted: spells.length, n: asLong.length, accounts,
    ended: told ? ended : null, waiting: told ? asLong.length - events : null,
    suppressed, early: isEarly(asLong.length),
    missing: { people: Math.max(0, fewestAccountsForQuantiles - accounts), ends: Math.max(0, fewestEvents - events) },
    answered: answeredBy(s, rows, spells),
    cases: casesToRead(suppressed, asLong),
  }
  if (suppressed) return { ...answer, last: null, left: quantilesBy(() => unsaid), until_now: null, course: [] }

  const after = rowsAfter(rows, s)
  const points = kaplanMeier(after)
  // Remaining times count from `waited`: on the day scale one less than from s, so that 0 is today.
  const last = lastFollowed(after, waited) - waited
  const left = quantilesBy(p => (p >= tailFrom && asLong.length < fewestSpellsForTail ? unsaid : leftWithin(rows, s, waited, p)))
  return {
    ...answer, last, left,
    until_now: farther(left['0.5'], untilNow(spells, scale, now, s, waited)),
    course: courseOf(after, points, { waited, end: Math.min(last, horizonOf(stage, scale)), scale }),
  }
}

const unsaid: WaitQuantile = { value: null, lower: null, upper: null, more_than: null }

function quantilesBy(find: (p: number) => WaitQuantile): Record<DurationQuantile, WaitQuantile> {
  return Object.fromEntries(durationQuantiles.map(name => [name, find(Number(name))])) as Record<DurationQuantile, WaitQuantile>
}

/** Read off while at least 5 are at risk, as every curve is; beyond, "more than `last`" is what is known. */
function leftWithin(rows: readonly Row[], s: number, waited: number, p: number): WaitQuantile {
  const { left } = remainingWait(rows, s, p)
  if (!left) return unsaid
  const last = lastFollowed(rowsAfter(rows, s), waited) - waited
  const fromNow = (time: number | null) => (time === null ? null : time + s - waited)
  const [value, lower, upper] = [fromNow(left.value), fromNow(left.lower), fromNow(left.upper)]
  if (value !== null && value <= last) return { value, lower, upper, more_than: null }
  return { value: null, lower: lower !== null && lower <= last ? lower : null, upper: null, more_than: last }
}

/** The last time at which at least 5 were followed. */
function lastFollowed(after: readonly Row[], waited: number): number {
  return after.findLast(({ atRisk }) => atRisk >= fewestAtRisk)?.t ?? waited
}

/** The median if those still waiting had waited on until now. Never the headline: see method 1, 0.2. */
function untilNow(spells: readonly StartedSpell[], scale: Scale, now: Minute, s: number, waited: number): WaitQuantile {
  const seen: Observation[] = observe(spells, spell => {
    const exit = exitOn(scale, spell)
    const { cause, startEarliest, startLatest } = spell
    if (cause > 0 || startEarliest === null || startLatest === null) return exit
    const { minutes, days } = waitedSince([startEarliest, startLatest], now)
    return Math.max(exit ?? 0, scale === 'minute' ? minutes : days - 1)
  })
  return leftWithin(countRows(seen), s, waited, 0.5)
}

function farther(median: WaitQuantile, other: WaitQuantile): WaitQuantile | null {
  if (median.value === null || (other.value === null && other.more_than === null)) return null
  return other.value === null || Math.abs(other.value - median.value) > apartToTell * median.value ? other : null
}

/** How many of all had an end by s, as far as that may be said. */
function answeredBy(s: number, rows: readonly Row[], spells: readonly StageSpell[]): EstimateFigure['answered'] {
  // Who began today has nobody to compare with by yesterday.
  if (s < 0 || suppressionOf(countAccounts(spells), spells.filter(({ cause }) => cause > 0).length)) return null
  const drawn = kaplanMeier(rows).filter(({ atRisk }) => atRisk >= fewestAtRisk)
  const t = Math.min(s, drawn.at(-1)?.t ?? s)
  const point: SurvivalPoint | undefined = pointAt(drawn, t)
  if (!point || point.survival === 1) return { t, share: 0, lower: 0, upper: wilson(0, spells.length)?.upper ?? null }
  const { survival, lower, upper } = point
  return { t, share: 1 - survival, lower: upper === null ? null : 1 - upper, upper: lower === null ? null : 1 - lower }
}

/** As long as it takes nearly every case of the stage to end: beyond that nobody plans. */
function horizonOf(stage: Stage, scale: Scale): number {
  return settledAfterDays[stage] * (scale === 'minute' ? minutesPerDay : 1)
}

type Reach = { waited: number; end: number; scale: Scale }

function courseOf(after: readonly Row[], points: readonly SurvivalPoint[], { waited, end, scale }: Reach): EstimateStep[] {
  const [all, causes] = [after[0]?.atRisk ?? 0, after[0]?.events.length ?? 0]
  const steps = stack(after, points, all)
  const times = evenly([...readAt[scale].filter(t => t < end), end], mostSteps)
  return times.map(t => {
    const { causes: endings, waiting, atRisk } = pointAt(steps, waited + t) ?? { ...beforeAll(causes, all), atRisk: all }
    return { after: t, at_risk: atRisk, endings, waiting }
  })
}

/** As many of them as `most`, the last among them. */
function evenly(times: readonly number[], most: number): number[] {
  const every = (times.length - 1) / (Math.min(most, times.length) - 1)
  return times.length <= most ? [...times] : Array.from({ length: most }, (_, i) => times[Math.round(i * every)]!)
}
