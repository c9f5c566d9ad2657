import { type Band, logBand, logLogBand } from './band'
import { endsIn, type Row } from './counts'

/** Share of all cases that ended by one cause so far, its standard error and 95 % band (null at 0 and 1). */
export type Incidence = { incidence: number, se: number } & Band

/** The state from time t on; `causes` in the order of the rows' events, and survival + Σ incidence = 1. */
export type IncidencePoint = { t: number, atRisk: number, survival: number, causes: Incidence[] }

/**
 * How the cases ended by each time, when one end rules out the others: F_k(t) = Σ S(t-)·d_k/n (Aalen & Johansen 1978).
 * (One minus Kaplan–Meier per cause would overstate every cause.) The variance is theirs too, by the running sums of
 * method 1, 2.5, O(rows); it equals R's `survfit`, and `etm` under delayed entry.
 */
export function cumulativeIncidence(rows: readonly Row[], band: 'log-log' | 'log' = 'log-log'): IncidencePoint[] {
  return rows.map(incidenceSteps(rows[0]?.events.length ?? 0, band))
}

/** The same, row by row: each answer is the point of the row it is given, after all rows before. */
export function incidenceSteps(causes: number, band: 'log-log' | 'log'): (row: Row) => IncidencePoint {
  const limits = band === 'log-log' ? logLogBand : logBand
  let before = 1
  let g0 = 0
  const sums = Array.from({ length: causes }, () => ({ f: 0, g1: 0, g2: 0, b: 0, c0: 0, c1: 0 }))
  return row => {
    const { t, atRisk: n, events } = row
    const ended = endsIn(row)
    const g = ended === n ? 0 : ended / (n * (n - ended))
    g0 += g
    const causes = sums.map((sum, k) => {
      const d = events[k] ?? 0
      sum.f += before * d / n
      sum.g1 += sum.f * g
      sum.g2 += sum.f * sum.f * g
      sum.b += before * before * d * (n - d) / (n * n * n)
      sum.c0 += before * d / (n * n)
      sum.c1 += sum.f * before * d / (n * n)
      const { f, g1, g2, b, c0, c1 } = sum
      const variance = f * f * g0 - 2 * f * g1 + g2 + b - 2 * (f * c0 - c1)
      // Rounding may leave a hair less than nothing, or a hair more than everything.
      const se = Math.sqrt(Math.max(0, variance))
      const incidence = Math.min(1, f)
      const { lower, upper } = limits(incidence, se)
      return { incidence, se, lower, upper }
    })
    before *= (n - ended) / n
    return { t, atRisk: n, survival: before, causes }
  }
}
