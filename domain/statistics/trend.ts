import { countRows, type Observation } from './counts'
import { cumulativeIncidence } from './cumulative-incidence'
import { pointAt } from './kaplan-meier'
import { fewestAtRisk } from './thresholds'
import { difference, type Estimate, wilson } from './wilson'

/**
 * A share with its 95 % limits and the number of cases it is worth: as many as there were when all were followed long enough,
 * fewer when some were lost from sight. `effective` · `value` of them had ended.
 */
export type TrendShare = Estimate & { effective: number }

/**
 * The share of cases that had ended by time `by`, of any cause or of one, from waits in one unit (method 1, 2.9). Nobody lost
 * from sight before: x of n with Wilson's limits. Else the cumulative incidence F with its log-log band and the effective
 * n* = F(1-F)/V, x* = n*F (Dorey & Korn 1987), so that a week half of whose cases went silent counts for half.
 * Null where it is worth fewer than 5 cases, or nobody was followed until then.
 * @param cause 1, 2, …; absent: any
 */
export function shareBy(observations: readonly Observation[], by: number, cause?: number): TrendShare | null {
  const ends = cause === undefined
    ? observations.map(it => ({ ...it, cause: Math.min(1, it.cause) })) : observations
  const k = cause ?? 1
  const n = observations.length
  const lost = observations.filter(it => it.cause === 0 && it.time < by).length
  if (n - lost < 1) return null
  if (lost === 0) return worth(ends.filter(it => it.cause === k && it.time <= by).length, n)
  const points = cumulativeIncidence(countRows(ends, Math.max(k, ...ends.map(it => it.cause))))
  const { incidence = 0, se = 0, lower = null, upper = null } = pointAt(points, by)?.causes[k - 1] ?? {}
  const share = incidence > rounding && incidence < 1 - rounding && se > 0
  if (!share || lower === null || upper === null) return worth(Math.round(incidence) * (n - lost), n - lost)
  const effective = incidence * (1 - incidence) / se ** 2
  return effective < fewestAtRisk ? null : { value: incidence, lower, upper, effective }
}

/** The change from one share to a later one, with its interval by MOVER (Zou & Donner 2008); positive: it rose. */
export function changeBetween(before: TrendShare, after: TrendShare): Estimate {
  return difference(after, before)
}

/** A share this near to 0 or 1 differs from it only by rounding. */
const rounding = 1e-12

function worth(x: number, n: number): TrendShare | null {
  const estimate = n < fewestAtRisk ? null : wilson(x, n)
  return estimate && { ...estimate, effective: n }
}
