import { TableFault } from '../text/csv-records'
import { addRisk, noRisks, rankTest, type Risks } from './compare'
import { eachRow, type Observation } from './counts'
import { incidenceSteps } from './cumulative-incidence'
import { durationQuantiles, type DurationQuantile } from './durations'
import { survivalSteps } from './kaplan-meier'
import { crossing, type Quantile } from './quantiles'
import type { Wait } from './wait-table'

/** The curve of one cause. */
export type RecomputedCause = { estimate: number[], se: number[], lower: number[], upper: number[] }

/**
 * The curve of some waits, on their own times: one entry of every list per distinct time. NaN, which is null in JSON, is what is
 * not defined: the error where nobody is left, a limit at 0 or 1. (Lists of nothing but numbers take a fifth of the room.)
 * A quantile that was not reached is null. `cif` has every cause that the table has.
 */
export type Recomputed = {
  n: number, events: number, censored: number,
  time: number[], at_risk: number[], event: number[], censor: number[],
  survival: number[], se: number[], lower: number[], upper: number[],
  quantiles: Record<DurationQuantile, Quantile>,
  cif: Record<string, RecomputedCause>,
}

/** The log-rank test of the groups, in their order; `chisq` and `p` are null where no two of them compare. */
export type RankTest = { chisq: number | null, df: number, p: number | null, observed: number[], expected: number[] }

export type Recomputation = Recomputed & { groups: Record<string, Recomputed>, logrank: RankTest | null }

/** More groups make no table a reader could compare, and a matrix that takes minutes. */
const mostGroups = 100

/**
 * Everything the pages' engine says about a table of waits, exactly on the given times.
 * @throws TableFault for more than 100 groups
 */
export function recompute(waits: readonly Wait[], grouped: boolean, band: 'log-log' | 'log'): Recomputation {
  const causes = waits.reduce((most, { cause }) => Math.max(most, cause), 1)
  const byGroup = groupsOf(waits, grouped)
  const groups = Object.fromEntries(byGroup.map(([name, own]) => [name, curveOf(own, causes, band)]))
  return { ...curveOf(waits, causes, band), groups, logrank: grouped ? rankTestOf(byGroup) : null }
}

/** In the order in which an object keeps its names: numbers first, rising, and then words. */
function groupsOf(waits: readonly Wait[], grouped: boolean): [string, Wait[]][] {
  if (!grouped) return []
  const groups = sorted(waits, ({ group }) => group)
  if (groups.size > mostGroups) throw new TableFault(1, 'group', `of its ${groups.size} groups at most ${mostGroups} can be compared`)
  return Object.entries(Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1))))
}

function curveOf(waits: readonly Observation[], causes: number, band: 'log-log' | 'log'): Recomputed {
  const curve = { time: list(), at_risk: list(), event: list(), censor: list(), survival: list(), se: list(), lower: list(), upper: list() }
  const cif = Array.from({ length: causes }, () => ({ estimate: list(), se: list(), lower: list(), upper: list() }))
  const [survivalAt, incidenceAt] = [survivalSteps(band), incidenceSteps(causes, band)]
  let events = 0
  eachRow(waits, causes, [], row => {
    const point = survivalAt(row)
    events += point.events
    curve.time.push(row.t)
    curve.at_risk.push(row.atRisk)
    curve.event.push(point.events)
    curve.censor.push(row.censored)
    curve.survival.push(point.survival)
    // Greenwood's sum is infinite once nobody is left: 0·∞ is no number.
    curve.se.push(point.survival === 0 ? NaN : point.se)
    curve.lower.push(point.lower ?? NaN)
    curve.upper.push(point.upper ?? NaN)
    for (const [k, { incidence, se, lower, upper }] of incidenceAt(row).causes.entries()) {
      const own = cif[k]!
      own.estimate.push(incidence)
      own.se.push(se)
      own.lower.push(lower ?? NaN)
      own.upper.push(upper ?? NaN)
    }
  })
  const { time, survival, lower, upper } = curve
  const quantileOf = (p: number): Quantile =>
    ({ value: crossing(time, survival, p), lower: crossing(time, lower, p), upper: crossing(time, upper, p) })
  return {
    n: waits.length,
    events,
    censored: waits.length - events,
    ...curve,
    quantiles: Object.fromEntries(durationQuantiles.map(name => [name, quantileOf(Number(name))])) as
      Record<DurationQuantile, Quantile>,
    cif: Object.fromEntries(cif.map((own, k) => [k + 1, own])),
  }
}

const list = (): number[] => []

function rankTestOf(byGroup: readonly [string, Wait[]][]): RankTest {
  const names = byGroup.map(([name]) => name)
  const byStratum = sorted(byGroup.flatMap(([, waits]) => waits), ({ stratum }) => stratum)
  const { chi2, df, p, observed, expected } = rankTest(risksOf(names, byStratum), names.length)
  return { chisq: p === null ? null : chi2, df, p, observed, expected }
}

/** Under delayed entry a group's risk set changes between its own times, so all stand on the times of the stratum's ends. */
function* risksOf(names: readonly string[], byStratum: ReadonlyMap<string, Wait[]>): Generator<Risks[]> {
  for (const waits of byStratum.values()) {
    const ends = waits.filter(({ cause }) => cause > 0)
    const [causes, times] = [ends.reduce((most, { cause }) => Math.max(most, cause), 1), ends.map(({ time }) => time)]
    const own = sorted(waits, ({ group }) => group)
    yield names.map(name => {
      const risks = noRisks()
      eachRow(own.get(name) ?? [], causes, times, row => addRisk(risks, row))
      return risks
    })
  }
}

function sorted(waits: readonly Wait[], by: (wait: Wait) => string): Map<string, Wait[]> {
  const boxes = new Map<string, Wait[]>()
  for (const wait of waits) {
    const name = by(wait)
    const box = boxes.get(name)
    if (box) box.push(wait)
    else boxes.set(name, [wait])
  }
  return boxes
}
