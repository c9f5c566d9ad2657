import { betaQuantile } from './beta'
import { fewestCasesToPool, fewestGroupsToPool } from './thresholds'

/** A share pulled towards the average, with its 95 % limits. */
export type PooledShare = { code: string, share: number, lower: number, upper: number }

/** `average` is the share of all lines together, `weight` how many cases of it each line is given. */
export type Pooling = { average: number, weight: number, lines: PooledShare[] }

/** A spread of the groups outside of these is a fault of few data: then they are all alike, or nothing alike. */
const [leastRho, mostRho] = [1e-4, 0.999]

/**
 * Lines x of n, each pulled towards their common average, a small one further than a large one, so that a ranking is not
 * led by chance: beta-binomial by moments (method 1, 2.9). rho = (Σ nᵢ(pᵢ-μ)²/(μ(1-μ)) - (k-1)) / (N-k+1-Σ nᵢ²/N), within
 * [1e-4, 0.999]; M = 1/rho - 1; each line is Beta(x+μM, n-x+(1-μ)M), its mean and its 2.5 % and 97.5 % points.
 * Null under 5 lines or 50 cases, and where all or none of the cases are x: then there is nothing to learn from the others.
 */
export function poolShares(lines: readonly { code: string, x: number, n: number }[]): Pooling | null {
  const k = lines.length
  const total = lines.reduce((sum, { n }) => sum + n, 0)
  if (k < fewestGroupsToPool || total < fewestCasesToPool) return null
  const average = lines.reduce((sum, { x }) => sum + x, 0) / total
  if (average === 0 || average === 1) return null
  const spread = lines.reduce((sum, { x, n }) => sum + n * (x / n - average) ** 2, 0) / (average * (1 - average))
  const room = total - k + 1 - lines.reduce((sum, { n }) => sum + n * n, 0) / total
  const rho = room > 0 ? Math.min(mostRho, Math.max(leastRho, (spread - (k - 1)) / room)) : leastRho
  const weight = 1 / rho - 1
  return {
    average,
    weight,
    lines: lines.map(({ code, x, n }) => {
      const [a, b] = [x + average * weight, n - x + (1 - average) * weight]
      return { code, share: a / (a + b), lower: betaQuantile(0.025, a, b), upper: betaQuantile(0.975, a, b) }
    }),
  }
}

/** The groups differ no more than chance makes them: every line is the average, and an order of them says nothing. */
export const isAlike = ({ weight }: Pooling) => weight >= 1 / leastRho - 1
