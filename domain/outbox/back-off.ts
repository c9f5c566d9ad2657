/** After so many attempts an errand is given up. */
export const mostAttempts = 10

/** Milliseconds for which an errand belongs to whoever took it. Longer than the slowest hand takes. */
export const lease = 120_000

/**
 * Milliseconds until an errand is tried again that has failed this often: 30 s, 1 min, 2 min … at most 6 h, each up to a
 * quarter longer, so that what failed together does not come back together. Ten attempts take some four hours.
 */
export function backOff(attempts: number, chance = Math.random()): number {
  return Math.round(Math.min(30_000 * 2 ** (attempts - 1), 6 * 3_600_000) * (1 + chance / 4))
}
