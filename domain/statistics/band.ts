import { z95 } from './thresholds'

/** Limits of a 95 % interval on the scale of the estimate; null where the formula has none. */
export type Band = { lower: number | null, upper: number | null }

export const noBand: Band = { lower: null, upper: null }

/** A probability this near to 1 differs from it only by rounding. (One near 0 is only small: products keep their digits.) */
const rounding = 1e-12

/**
 * The log-log band of a probability p with standard error se: exp(-exp(ln(-ln p) ∓ z·se/(p·ln p))).
 * Stays inside 0…1 and covers well from 10 cases on. Null at p = 0 and p = 1, where ln(-ln p) does not exist.
 * Source: Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data (1980), 1.3.
 */
export function logLogBand(p: number, se: number): Band {
  if (p <= 0 || p > 1 - rounding) return noBand
  const middle = Math.log(-Math.log(p))
  const reach = z95 * se / (p * Math.log(p))
  return { lower: Math.exp(-Math.exp(middle - reach)), upper: Math.exp(-Math.exp(middle + reach)) }
}

/**
 * The log band of a probability p: p·exp(∓ z·se/p), cut at 1. Null at p = 0.
 * Only for comparing with R's default: it covers 88–91 % where it promises 95 at 5–10 cases.
 */
export function logBand(p: number, se: number): Band {
  if (p <= 0) return noBand
  const reach = z95 * se / p
  return { lower: p * Math.exp(-reach), upper: Math.min(1, p * Math.exp(reach)) }
}
