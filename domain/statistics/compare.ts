import { chiSquareTail } from './chi-square'
import { endsIn, type Row } from './counts'
import { isBeyond, pointAt, type SurvivalPoint } from './kaplan-meier'
import { fewestEventsToCompare } from './thresholds'
import { difference, type Estimate } from './wilson'

/** `clear`: the interval leaves out 0 and both groups have at least 20 ends; else say "no clear difference". */
export type SurvivalDifference = Estimate & { clear: boolean }

/**
 * The difference S₁(t) - S₂(t) in the share still waiting at t, by MOVER on the curves' own limits (Zou & Donner 2008).
 * Null where either curve has no band at t: before its first end, after its last, or beyond what was watched.
 */
export function survivalDifference(first: readonly SurvivalPoint[], second: readonly SurvivalPoint[], t: number):
SurvivalDifference | null {
  const one = estimateAt(first, t)
  const two = estimateAt(second, t)
  if (!one || !two) return null
  const gap = difference(one, two)
  const enough = [first, second].every(curve => totalEnds(curve) >= fewestEventsToCompare)
  return { ...gap, clear: enough && (gap.lower > 0 || gap.upper < 0) }
}

/** Per group, the ends that happened and those to be expected if all groups were alike. */
export type ObservedExpected = { observed: number[], expected: number[] }

/**
 * The log-rank test of k groups over one or more strata (Mantel 1966; Peto & Peto 1972): per stratum one list of rows
 * per group, groups in the same order. Stratify by start month, or a change of rules passes for a difference of groups.
 * chi2 = (O-E)'·V⁻·(O-E), both summed over strata; `df` the rank of V, `p` the upper tail. Null if nothing compares.
 * Under delayed entry the rows of a stratum must stand on all times of its ends (`countRows`, `alsoAt`).
 */
export function logRank(strata: readonly (readonly (readonly Row[])[])[]):
{ chi2: number, df: number, p: number } & ObservedExpected | null {
  const test = rankTest(strata.map(groups => groups.map(rows => {
    const risks = noRisks()
    for (const row of rows) addRisk(risks, row)
    return risks
  })), strata[0]?.length ?? 0)
  return test.p === null ? null : { ...test, p: test.p }
}

/** How many of a group were at risk, and how many ended, at each of its times. */
export type Risks = { times: number[], atRisk: number[], ended: number[] }

export const noRisks = (): Risks => ({ times: [], atRisk: [], ended: [] })

export function addRisk({ times, atRisk, ended }: Risks, row: Row): void {
  times.push(row.t)
  atRisk.push(row.atRisk)
  ended.push(endsIn(row))
}

/** The same test, which says what it compares also where there are too few to compare: `df` is 0 there, and `p` null. */
export function rankTest(strata: Iterable<readonly Risks[]>, groups: number):
{ chi2: number, df: number, p: number | null } & ObservedExpected {
  const none = new Array<number>(groups).fill(0)
  const sums: Sums = { observed: [...none], expected: [...none], variance: none.map(() => [...none]) }
  for (const stratum of strata) addStratum(stratum, sums)
  const { observed, expected, variance } = sums
  const { chi2, df } = quadraticForm(observed.map((ends, i) => ends - expected[i]!), variance)
  return { chi2, df, p: df === 0 ? null : chiSquareTail(chi2, df), observed, expected }
}

function estimateAt(curve: readonly SurvivalPoint[], t: number): Estimate | null {
  const point = isBeyond(curve, t) ? undefined : pointAt(curve, t)
  if (!point || point.lower === null || point.upper === null) return null
  return { value: point.survival, lower: point.lower, upper: point.upper }
}

function totalEnds(curve: readonly SurvivalPoint[]): number {
  return curve.reduce((sum, { events }) => sum + events, 0)
}

type Sums = ObservedExpected & { variance: number[][] }

/** Adds O and E, and the hypergeometric variance of O, time by time. */
function addStratum(groups: readonly Risks[], { observed, expected, variance }: Sums): void {
  const place = groups.map(() => 0)
  const [atRisk, ended] = [groups.map(() => 0), groups.map(() => 0)]
  for (;;) {
    let t = Infinity
    for (const [i, { times }] of groups.entries()) t = Math.min(t, times[place[i]!] ?? Infinity)
    if (t === Infinity) return
    let [n, d] = [0, 0]
    for (const [i, own] of groups.entries()) {
      const at = place[i]!
      const isNow = own.times[at] === t
      n += atRisk[i] = own.atRisk[at] ?? 0
      d += ended[i] = isNow ? own.ended[at]! : 0
      if (isNow) place[i]!++
    }
    if (d === 0) continue
    const spread = n === 1 ? 0 : d * (n - d) / (n - 1)
    for (const [i, mine] of atRisk.entries()) {
      observed[i]! += ended[i]!
      expected[i]! += d * mine / n
      const own = variance[i]!
      for (const [j, other] of atRisk.entries()) own[j]! += spread * mine / n * ((i === j ? 1 : 0) - other / n)
    }
  }
}

/** u'·V⁻·u and the rank of V by elimination; a group the others already determine has no pivot left and is skipped. */
function quadraticForm(u: readonly number[], v: readonly (readonly number[])[]): { chi2: number, df: number } {
  const rest = [...u]
  const matrix = v.map(row => [...row])
  let chi2 = 0
  let df = 0
  for (const [i, row] of matrix.entries()) {
    const pivot = row[i]!
    if (pivot <= 1e-9 * v[i]![i]!) continue
    chi2 += rest[i]! ** 2 / pivot
    df++
    for (let j = i + 1; j < matrix.length; j++) {
      const factor = matrix[j]![i]! / pivot
      rest[j]! -= factor * rest[i]!
      row.forEach((value, column) => { matrix[j]![column]! -= factor * value })
    }
  }
  return { chi2, df }
}
