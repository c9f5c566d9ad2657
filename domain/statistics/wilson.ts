import { z95 } from './thresholds'

/** An estimate with its 95 % limits, all on the same scale. */
export type Estimate = { value: number, lower: number, upper: number }

/**
 * The share x/n with its score interval: (p + z²/2n ∓ z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n) (Wilson 1927).
 * Exactly 0 below at x = 0 and exactly 1 above at x = n. Null for n = 0: nothing was asked.
 * @throws RangeError unless 0 ≤ x ≤ n
 */
export function wilson(x: number, n: number): Estimate | null {
  if (!(x >= 0 && x <= n)) throw new RangeError(`${x} of ${n} is not a share`)
  if (n === 0) return null
  const value = x / n
  const square = z95 * z95
  const middle = value + square / (2 * n)
  const reach = z95 * Math.sqrt(value * (1 - value) / n + square / (4 * n * n))
  const whole = 1 + square / n
  return {
    value,
    lower: x === 0 ? 0 : (middle - reach) / whole,
    upper: x === n ? 1 : (middle + reach) / whole,
  }
}

/**
 * The difference first - second of two independent estimates, its interval recovered from theirs: MOVER
 * (Zou & Donner 2008). On two Wilson shares this is Newcombe's interval (1998, method 10).
 */
export function difference(first: Estimate, second: Estimate): Estimate {
  const value = first.value - second.value
  return {
    value,
    lower: value - Math.hypot(first.value - first.lower, second.upper - second.value),
    upper: value + Math.hypot(first.upper - first.value, second.value - second.lower),
  }
}
