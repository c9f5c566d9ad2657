import { kaplanMeier, type SurvivalPoint } from './kaplan-meier'
import { type Quantile, quantile } from './quantiles'
import type { Scale, StageSpell } from './scale'
import { isEarly, type Suppression, suppressionOf } from './suppression'
import { countTally, roughRows, rowsOn, scaleOf, type Tally, tallyOf } from './tally'
import { fewestAtRisk, fewestSpellsForTail, roughShareToTell, tailFrom } from './thresholds'

export const durationQuantiles = ['0.1', '0.25', '0.5', '0.75', '0.9'] as const

export type DurationQuantile = (typeof durationQuantiles)[number]

export type CurvePoint = Pick<SurvivalPoint, 't' | 'atRisk' | 'survival' | 'lower' | 'upper' | 'censored'>

/**
 * How long one stage takes. Times in minutes or in calendar days, as `scale` says; `n` spells counted, of `accounts`
 * people; `events` ended by any cause, `waiting` had not when last heard of (both null under 5 people).
 * `leftOut` were known too roughly for the scale, `capped` went beyond the share of one account.
 * `curve` holds the steps with at least 5 still at risk, `censored` being the ticks; empty when suppressed. `last` is
 * where it ends, and nothing is said beyond.
 * A quantile is null where it may not be said, and has nulls inside where it was not reached ("more than `last`").
 * `roughMedian`, present when over a tenth of the waits are rough: the median with all of those at their shortest and
 * at their longest; null is not reached.
 */
export type DurationFigure = {
  stage: string
  scale: Scale
  n: number
  events: number | null
  waiting: number | null
  accounts: number
  leftOut: number
  capped: number
  suppressed: Suppression | null
  early: boolean
  last: number | null
  quantiles: Record<DurationQuantile, Quantile | null>
  curve: CurvePoint[]
  roughMedian?: { shortest: number | null, longest: number | null }
}

/**
 * The figure of one stage from its spells, method 1 (2.1, 2.4, 2.10, 2.11). Spells of other stages are ignored; which
 * start months count is the caller's choice (`isSettled`).
 * @param scale keeps two figures comparable; chosen from the spells when absent
 */
export function durationsOf(stage: string, spells: readonly StageSpell[], scale?: Scale): DurationFigure {
  return durationsFrom(stage, tallyOf(spells.filter(spell => spell.stage === stage)), scale)
}

/** The same from counts. */
export function durationsFrom(stage: string, tally: Tally, scale: Scale = scaleOf(tally)): DurationFigure {
  const { n, events, leftOut, capped } = countTally(tally, scale)
  const accounts = tally.accounts[scale]
  const suppressed = suppressionOf(accounts, events)
  const figure = {
    stage, scale, n, accounts, leftOut, capped, suppressed,
    early: isEarly(n),
    events: suppressed === 'few_accounts' ? null : events,
    waiting: suppressed === 'few_accounts' ? null : n - events,
  }
  if (suppressed) return { ...figure, last: null, quantiles: quantilesBy(() => null), curve: [] }

  const points = kaplanMeier(rowsOn(scale, tally))
  const drawn = whileEnough(points)
  return {
    ...figure,
    last: drawn.at(-1)?.t ?? null,
    quantiles: quantilesBy(p => p >= tailFrom && n < fewestSpellsForTail ? null : quantileWithin(drawn, points, p)),
    curve: drawn.map(({ t, atRisk, survival, lower, upper, censored }) =>
      ({ t, atRisk, survival, lower, upper, censored })),
    ...(scale === 'minute' ? roughMedian(tally) : {}),
  }
}

/** The steps with at least 5 at risk; without delayed entry they are the first ones. */
export function whileEnough(points: readonly SurvivalPoint[]): SurvivalPoint[] {
  return points.filter(({ atRisk }) => atRisk >= fewestAtRisk)
}

/**
 * A quantile is read off the curve as it is drawn (method 1, 2.11): where that ends, a handful decide, and one more answer
 * would move "nine in ten" by weeks. "More than `last`" is what is known. So the slowest tenth takes some 40 cases although it
 * may be asked for from 30 on. The limits of a quantile that was reached are those of the whole curve, whose coverage was
 * simulated so; cut off they would miss nearly every upper limit under 20 cases.
 */
function quantileWithin(drawn: readonly SurvivalPoint[], points: readonly SurvivalPoint[], p: number): Quantile {
  const { value } = quantile(drawn, p)
  const { lower, upper } = quantile(points, p)
  const last = drawn.at(-1)?.t
  if (value !== null) return { value, lower, upper }
  return { value, lower: lower !== null && last !== undefined && lower <= last ? lower : null, upper: null }
}

function quantilesBy(find: (p: number) => Quantile | null): Record<DurationQuantile, Quantile | null> {
  return Object.fromEntries(durationQuantiles.map(name => [name, find(Number(name))])) as
    Record<DurationQuantile, Quantile | null>
}

function roughMedian(tally: Tally): Pick<DurationFigure, 'roughMedian'> {
  const { share, at } = roughRows(tally)
  if (share <= roughShareToTell) return {}
  const medianAt = (end: 'shortest' | 'longest') => quantile(whileEnough(kaplanMeier(at(end))), 0.5).value
  return { roughMedian: { shortest: medianAt('shortest'), longest: medianAt('longest') } }
}
