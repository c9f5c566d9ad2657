import type { SurvivalPoint } from './kaplan-meier'

/** A time in the unit of the curve with its 95 % limits; null is "not reached": more than the last observed time. */
export type Quantile = { value: number | null, lower: number | null, upper: number | null }

/** Two probabilities closer than this are the same one after rounding (R's square root of the machine epsilon). */
const sameProbability = 1.5e-8

/**
 * The time by which a share p (0…1) has ended: the first t with 1-S(t) ≥ p; where the curve lies flat exactly at p, the
 * middle of that step (the last step ends with the last observed time). Its limits are the same rule read off the upper
 * and lower band, each made non-increasing first (Brookmeyer & Crowley 1982).
 */
export function quantile(curve: readonly SurvivalPoint[], p: number): Quantile {
  const times = curve.map(({ t }) => t)
  return {
    value: crossing(times, curve.map(({ survival }) => survival), p),
    lower: crossing(times, curve.map(({ lower }) => lower), p),
    upper: crossing(times, curve.map(({ upper }) => upper), p),
  }
}

/** Where a step curve that stands at these heights from these times on has come down by p. Null or NaN is no height. */
export function crossing(times: readonly number[], heights: readonly (number | null)[], p: number): number | null {
  let reached: number | null = null
  for (const [at, t] of times.entries()) {
    const height = heights[at] ?? NaN
    // Where a band has no height (S at 0 or 1) it crosses nothing; where it rises again, the first crossing stands.
    const ended = Number.isNaN(height) ? 0 : 1 - height
    if (ended >= p - sameProbability) reached ??= t
    if (ended >= p + sameProbability) return (reached! + t) / 2
  }
  if (reached === null) return null
  return (reached + times.at(-1)!) / 2
}
