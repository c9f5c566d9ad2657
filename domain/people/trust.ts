import type { Role } from './viewer'

/**
 * How far somebody is trusted. It follows from what stands on record and is nowhere stored, so nobody gives or takes it:
 * 0 newcomer, 1 after the first case or three replies that others may read, 2 after ninety days and five of them.
 */
export const trustLevels = [0, 1, 2] as const
export type TrustLevel = (typeof trustLevels)[number]

export const repliesForOne = 3
export const daysForTwo = 90
export const postsForTwo = 5
/** A flag that a moderator found right keeps somebody from level 2 for so long. */
export const upheldDays = 90
/** A post counts once a moderator has let it in, or once it has stood for so long. */
export const standsForDays = 1

const day = 86_400_000

export type OnRecord = {
  role: Role
  /** Epoch milliseconds of the sign-up. */
  since: number
  /** Cases and replies that count, each up to `postsForTwo`. */
  cases: number
  replies: number
  /** A flag about something of his was found right within `upheldDays`. */
  upheld: boolean
}

export function trustOf({ role, since, cases, replies, upheld }: OnRecord, now: number): TrustLevel {
  if (role !== 'member') return 2
  if (cases < 1 && replies < repliesForOne) return 0
  return cases + replies >= postsForTwo && now - since >= daysForTwo * day && !upheld ? 2 : 1
}

/** What was posted before this counts by standing alone. */
export function stoodBefore(now: number): number {
  return now - standsForDays * day
}

export function upheldSince(now: number): number {
  return now - upheldDays * day
}
