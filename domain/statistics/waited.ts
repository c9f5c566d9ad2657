import type { Row } from './counts'
import { kaplanMeier } from './kaplan-meier'
import { type Quantile, quantile } from './quantiles'
import { fewestWaitingAsLong } from './thresholds'

/**
 * The rows that remain for someone who has waited `waited` already: those with t > waited. `kaplanMeier` of them is
 * S(s+u)/S(s) with its own variance, `cumulativeIncidence` of them (F(s+u)-F(s))/S(s).
 * On the minute scale pass the minutes waited. On the day scale someone on day d may still hear today: pass d - 1.
 */
export function rowsAfter(rows: readonly Row[], waited: number): Row[] {
  return rows.filter(({ t }) => t > waited)
}

/**
 * How much longer, for someone who has waited that long: `n` of the others waited at least as long, and within `value`
 * more a share p of them had an end. In the unit of the rows; on the day scale (waited = d - 1) take 1 off again:
 * 0 is today. Null while fewer than 10 others waited as long; not reached is a quantile of nulls.
 */
export function remainingWait(rows: readonly Row[], waited: number, p: number): { n: number, left: Quantile | null } {
  const after = rowsAfter(rows, waited)
  const n = after[0]?.atRisk ?? 0
  if (n < fewestWaitingAsLong) return { n, left: null }
  const { value, lower, upper } = quantile(kaplanMeier(after), p)
  return { n, left: { value: since(value, waited), lower: since(lower, waited), upper: since(upper, waited) } }
}

function since(time: number | null, waited: number): number | null {
  return time === null ? null : time - waited
}
