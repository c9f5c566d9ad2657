import type { Stage } from '../codes'
import { durationQuantiles, durationsFrom, type DurationQuantile } from '../statistics/durations'
import { method } from '../statistics/method'
import type { Scale, StageSpell } from '../statistics/scale'
import type { Suppression } from '../statistics/suppression'
import { countTally, markCounted } from '../statistics/tally'
import { countWaits, headlineOf, type Cohort, type CohortNote, type CountedWaits } from './cohort'
import { casesToRead } from './few'
import type { FigureFilter } from './filter'

/** The unit of a figure's times; a working minute is one of those that `workingHours` counts. */
export type Unit = Scale | 'working_minute'

/**
 * Said with a figure in working time, whose day has `day` minutes. Of the spells left out, `undated` are known as a wait
 * without a date and `outside` touch days whose holidays are not known (before `from`, after `to`); the others are known too
 * roughly, most of them by the day alone.
 */
export type WorkingNote = { from: string; to: string; day: number; undated: number; outside: number }

/** `more_than`: the share was not reached by then; all four null: too few cases to say it at all. */
export type WaitQuantile = {
  value: number | null; lower: number | null; upper: number | null; more_than: number | null
}

/** One step of the curve: `survival` is the share without an end after t, `censored` those last heard of at t. */
export type WaitPoint = {
  t: number; at_risk: number; survival: number; lower: number | null; upper: number | null; censored: number
}

/**
 * How long one stage takes, as pages and the API say it (API names, null for what is not known). Times are minutes,
 * working minutes or calendar days, as `scale` says. `n` spells are counted, of `case_count` cases and `accounts` people: a case has one for
 * each round it went through. `events` have ended, of which
 * `otherwise` not in the stage's own end (a refusal without a call, a withdrawal); `waiting` had not when last heard of.
 * These three are null under 5 people. `left_out` are known too roughly, `capped` beyond one account's share; with them
 * it is `reported` cases.
 * `rough_median`: the median with all rough waits at their shortest and longest, where those are over a tenth.
 * `cases` are the ones to read instead, where fewer than 5 people told.
 */
export type DurationsFigure = CohortNote & {
  working?: WorkingNote
  method: string
  filter: FigureFilter
  stage: Stage
  scale: Unit
  n: number
  case_count: number
  reported: number
  events: number | null
  otherwise: number | null
  waiting: number | null
  accounts: number
  left_out: number
  capped: number
  suppressed: Suppression | null
  early: boolean
  /** A batch of cases that moves it is being looked at by moderators. */
  under_review: boolean
  last: number | null
  quantiles: Record<DurationQuantile, WaitQuantile>
  curve: WaitPoint[]
  rough_median: { shortest: number | null; longest: number | null } | null
  cases: number[]
}

/** Another cohort than the settled one; a scale that is not to be chosen from the spells. */
export type How = { cohort?: Cohort; scale?: Scale }

/** The figure of one stage from its spells. `now` in minutes since the epoch decides only which months have settled. */
export function durationsFigureOf(
  filter: FigureFilter, stage: Stage, spells: readonly StageSpell[], now: number, how: How = {},
): DurationsFigure {
  const figure = durationsFigureFrom(filter, stage, countWaits(markCounted(spells), stage, now), how)
  return { ...figure, cases: casesToRead(figure.suppressed, spells) }
}

/** The same from counts, which do not know the cases to read. */
export function durationsFigureFrom(
  filter: FigureFilter, stage: Stage, waits: CountedWaits, { cohort, scale }: How = {},
): DurationsFigure {
  const { figure: { figure, counts }, note } = headlineOf(waits, tally => {
    const figure = durationsFrom(stage, tally, scale)
    return { figure, counts: countTally(tally, figure.scale), accounts: figure.accounts }
  }, cohort)
  const { last, suppressed } = figure
  return {
    method,
    filter,
    stage,
    ...note,
    scale: figure.scale,
    n: figure.n,
    case_count: counts.cases,
    reported: counts.reported,
    events: figure.events,
    otherwise: suppressed === 'few_accounts' ? null : counts.otherwise,
    waiting: figure.waiting,
    accounts: figure.accounts,
    left_out: figure.leftOut,
    capped: figure.capped,
    suppressed,
    early: figure.early,
    under_review: false,
    last,
    quantiles: Object.fromEntries(durationQuantiles.map(name => [name, waitQuantile(figure.quantiles[name], last)])) as
      Record<DurationQuantile, WaitQuantile>,
    curve: figure.curve.map(({ t, atRisk, survival, lower, upper, censored }) =>
      ({ t, at_risk: atRisk, survival, lower, upper, censored })),
    rough_median: figure.roughMedian ?? null,
    cases: [],
  }
}

type Limits = { value: number | null; lower: number | null; upper: number | null }

function waitQuantile(quantile: Limits | null, last: number | null): WaitQuantile {
  if (!quantile) return { value: null, lower: null, upper: null, more_than: null }
  return { ...quantile, more_than: quantile.value === null ? last : null }
}
