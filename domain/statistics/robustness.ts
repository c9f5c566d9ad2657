import type { SurvivalPoint } from './kaplan-meier'
import { quantile } from './quantiles'

/**
 * If a share `eps` of reports is false, F shown = (1-eps)·F + eps·H for whatever H they invent, so the honest p-quantile lies
 * between the shown quantiles at (1-eps)·p and (1-eps)·p + eps (method 1, 2.10). Null: not reached on this curve.
 */
export function honestQuantile(curve: readonly SurvivalPoint[], p: number, eps: number):
{ shortest: number | null, longest: number | null } {
  return {
    shortest: quantile(curve, (1 - eps) * p).value,
    longest: quantile(curve, (1 - eps) * p + eps).value,
  }
}

/** The honest share likewise: between (p-eps)/(1-eps) and p/(1-eps), cut at 0 and 1. */
export function honestShare(p: number, eps: number): { lower: number, upper: number } {
  return { lower: Math.max(0, (p - eps) / (1 - eps)), upper: Math.min(1, p / (1 - eps)) }
}
