import { workingDay } from '../calendar/working-time'
import { boxesOf } from '../statistics/boxes'
import { logRank, survivalDifference } from '../statistics/compare'
import { countRows, type Row } from '../statistics/counts'
import { durationsOf } from '../statistics/durations'
import { isBeyond, kaplanMeier, pointAt, type SurvivalPoint } from '../statistics/kaplan-meier'
import { countOn, exitOn, observe, type Scale, type StageSpell } from '../statistics/scale'
import type { Suppression } from '../statistics/suppression'
import { fewestAtRisk } from '../statistics/thresholds'
import type { Unit, WaitPoint, WaitQuantile } from './durations'

/**
 * One of two groups. `complement`: enough people told, but what is said of them would also be said of under 5 others.
 * Counts, median and curve mean what they do in a figure of waits, and are null or empty where nothing may be said.
 */
export type ComparedGroup = {
  n: number
  accounts: number
  events: number | null
  waiting: number | null
  left_out: number
  capped: number
  suppressed: Suppression | null
  early: boolean
  last: number | null
  median: WaitQuantile
  curve: WaitPoint[]
}

export type GapShare = { value: number; lower: number; upper: number }

/**
 * By time t: the share with an answer in either group, and the first less the second, all with 95 % limits; null where it
 * is not known. `clear`: the limits of the gap leave out 0, and at least 20 ended in both groups.
 */
export type Gap = { t: number; first: GapShare | null; second: GapShare | null; gap: GapShare | null; clear: boolean }

/** `telling` is the one time the sentence speaks of; `stratified`: only within the same start month. */
export type Compared = {
  groups: [ComparedGroup, ComparedGroup]
  times: Gap[]
  telling: number | null
  log_rank: { chi2: number; df: number; p: number; stratified: boolean } | null
}

type Pair<T> = readonly [T, T]

// The times people think in, named before any difference is looked at.
const naturalTimes: Record<Unit, readonly number[]> = {
  minute: [30, 60, 360, 1440, 4320],
  day: [1, 3, 7, 14, 30],
  working_minute: [30, 60, 180, workingDay, 3 * workingDay, 5 * workingDay],
}

/**
 * Two lists of spells of one stage, in one unit. The time to speak of is the natural one nearest to the median of both
 * together, so that nobody picks the widest gap.
 * @param hidden groups that may not be shown, whatever their size
 * @param stratified holds only people of the same start month against one another (method 1, 2.8)
 */
export function compareGroups(
  stage: string, spells: Pair<readonly StageSpell[]>, hidden: Pair<boolean>, unit: Unit, stratified: boolean,
): Compared {
  const scale: Scale = unit === 'day' ? 'day' : 'minute'
  const groups = both(i => groupOf(stage, spells[i], hidden[i], scale))
  if (groups.some(({ suppressed }) => suppressed)) return { groups, times: [], telling: null, log_rank: null }
  const curves = both(i => drawn(spells[i], scale))
  const times = naturalTimes[unit].map(t => gapAt(t, curves))
  return {
    groups,
    times,
    telling: tellingTime(times, durationsOf(stage, spells.flat(), scale).quantiles['0.5']?.value ?? null),
    log_rank: chanceOf(both(i => countOn(scale, spells[i]).spells), scale, stratified),
  }
}

function groupOf(stage: string, spells: readonly StageSpell[], hidden: boolean, scale: Scale): ComparedGroup {
  const { n, accounts, events, waiting, leftOut, capped, suppressed, early, last, quantiles, curve } =
    durationsOf(stage, spells, scale)
  const counts = { n, accounts, left_out: leftOut, capped, early }
  const median = quantiles['0.5']
  if (hidden || !median) {
    return {
      ...counts, events: hidden ? null : events, waiting: hidden ? null : waiting, suppressed: hidden && suppressed !== 'few_accounts' ? 'complement' : suppressed,
      last: null, median: { value: null, lower: null, upper: null, more_than: null }, curve: [],
    }
  }
  return {
    ...counts, events, waiting, suppressed, last,
    median: { ...median, more_than: median.value === null ? last : null },
    curve: curve.map(({ t, atRisk, survival, lower, upper, censored }) => ({ t, at_risk: atRisk, survival, lower, upper, censored })),
  }
}

/** The curve while at least 5 are followed: nothing is compared beyond what is drawn. */
function drawn(spells: readonly StageSpell[], scale: Scale): SurvivalPoint[] {
  return kaplanMeier(rowsOf(countOn(scale, spells).spells, scale)).filter(({ atRisk }) => atRisk >= fewestAtRisk)
}

function rowsOf(counted: readonly StageSpell[], scale: Scale): Row[] {
  return countRows(observe(counted, spell => exitOn(scale, spell)))
}

function gapAt(t: number, [first, second]: Pair<readonly SurvivalPoint[]>): Gap {
  // More answers are fewer that wait: the gap of the shares with an answer is that of those without, the other way round.
  const gap = survivalDifference(second, first, t)
  return {
    t, first: shareAt(first, t), second: shareAt(second, t),
    gap: gap && { value: gap.value, lower: gap.lower, upper: gap.upper }, clear: gap?.clear ?? false,
  }
}

function shareAt(curve: readonly SurvivalPoint[], t: number): GapShare | null {
  const point = isBeyond(curve, t) ? undefined : pointAt(curve, t)
  if (!point || point.lower === null || point.upper === null) return null
  return { value: 1 - point.survival, lower: 1 - point.upper, upper: 1 - point.lower }
}

function tellingTime(times: readonly Gap[], median: number | null): number | null {
  const known = times.filter(({ gap }) => gap)
  const far = ({ t }: Gap) => (median === null ? -t : Math.abs(Math.log((t + 1) / (median + 1))))
  return known.reduce<Gap | null>((nearest, it) => (!nearest || far(it) < far(nearest) ? it : nearest), null)?.t ?? null
}

function chanceOf(counted: Pair<readonly StageSpell[]>, scale: Scale, stratified: boolean): Compared['log_rank'] {
  const [first, second] = both(i => boxesOf(counted[i], ({ startMonth }) => [stratified ? startMonth ?? unknown : unknown]))
  const strata = [...new Set([...first.keys(), ...second.keys()])]
  const test = logRank(strata.map(month => [first, second].map(side => rowsOf(side.get(month) ?? [], scale))))
  return test && { chi2: test.chi2, df: test.df, p: test.p, stratified }
}

const unknown = ''

const both = <T>(make: (side: 0 | 1) => T): [T, T] => [make(0), make(1)]
