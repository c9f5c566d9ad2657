import { type Band, logBand, logLogBand } from './band'
import { endsIn, type Row } from './counts'

/** The curve from time t on (it is a step): share still waiting, its standard error and 95 % band (null at 0 and 1). */
export type SurvivalPoint = {
  t: number, atRisk: number, events: number, censored: number, survival: number, se: number,
} & Band

/**
 * The share still waiting after each time: S(t) = Π (n-D)/n, D ends of any cause (Kaplan & Meier 1958);
 * se = S·√Σ D/(n(n-D)) (Greenwood 1926). One point per row; before the first row S is 1. No rows, no points.
 */
export function kaplanMeier(rows: readonly Row[], band: 'log-log' | 'log' = 'log-log'): SurvivalPoint[] {
  return rows.map(survivalSteps(band))
}

/** The same, row by row: each answer is the point of the row it is given, after all rows before. */
export function survivalSteps(band: 'log-log' | 'log'): (row: Row) => SurvivalPoint {
  const limits = band === 'log-log' ? logLogBand : logBand
  let survival = 1
  let greenwood = 0
  return row => {
    const { t, atRisk, censored } = row
    const events = endsIn(row)
    if (events > 0) {
      survival *= (atRisk - events) / atRisk
      greenwood += events / (atRisk * (atRisk - events))
    }
    // At S = 0 Greenwood's sum is infinite, and S²·G goes to 0.
    const se = survival === 0 ? 0 : survival * Math.sqrt(greenwood)
    const { lower, upper } = limits(survival, se)
    return { t, atRisk, events, censored, survival, se, lower, upper }
  }
}

/** The point a step curve stands on at time t: the last one not after it; `undefined` before the first (S is 1). */
export function pointAt<P extends { t: number }>(points: readonly P[], t: number): P | undefined {
  return points.findLast(point => point.t <= t)
}

/** Whether the curve says nothing about time t: someone still waits at its end, and nobody was watched until t. */
export function isBeyond(points: readonly { t: number, survival: number }[], t: number): boolean {
  const last = points.at(-1)
  return !last || (t > last.t && last.survival > 0)
}
