const minute = 60_000
const hour = 60 * minute

/** After so many attempts, spread over about a day, a delivery is given up. */
export const mostTries = 9
/** A delivery this old, in milliseconds, is not tried again, however seldom it was tried. */
export const oldest = 24 * hour

/**
 * Milliseconds until a receiver is tried again that has failed so often in a row: 30 s, 1½ min, 4½ … at most 6 h, each up to a
 * quarter longer by chance. Nine attempts take some 15 to 20 hours. `asked` is what the receiver asked for (Retry-After), in
 * milliseconds.
 */
export function rest(failures: number, { asked = 0, chance = Math.random() }: { asked?: number; chance?: number } = {}): number {
  const own = Math.min(30_000 * 3 ** (failures - 1), 6 * hour) * (1 + chance / 4)
  return Math.round(Math.max(own, Math.min(asked, 6 * hour)))
}

/**
 * How long a receiver that took so many milliseconds to answer waits for the next: whoever is slow has a fourth of one place at
 * the most, and holds up nobody else.
 */
export function restAfter(took: number): number {
  return took > 1_000 ? Math.round(took * 3) : 0
}
