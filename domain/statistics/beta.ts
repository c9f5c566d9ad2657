/** A step this small no longer changes what it is added to. */
const negligible = 1e-16

/** Far more than either loop needs where it is used; a stop for arguments that are no numbers. */
const mostSteps = 1000

/**
 * The share of a beta distribution (a, b > 0) below x: the regularised incomplete beta function I_x(a, b).
 * Source: continued fraction DLMF 8.17.22 (evaluated by Lentz 1976). Equals R's `pbeta` to 1e-9.
 */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast below the mean; above it the other tail does.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a)
  const weight = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return weight / a * fraction(x, a, b)
}

/** The point below which a share p (0…1) of a beta distribution lies; equals R's `qbeta` to 1e-9. */
export function betaQuantile(p: number, a: number, b: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < mostSteps; step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (betaBelow(middle, a, b) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / (1 - (a + b) * x / (a + 1))
  let value = d
  for (let m = 1; m < mostSteps; m++) {
    const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    value *= c * d
    const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    value *= c * d
    if (Math.abs(c * d - 1) < negligible) break
  }
  return value
}

/** ln Γ(x), x > 0: Stirling's series (DLMF 5.11.1), reached by recurrence where x is too small for it. */
function logGamma(x: number): number {
  let product = 1
  let z = x
  while (z < 15) product *= z++
  const square = z * z
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / z
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
}
