import type { Process } from '../codes'

// When somebody with an open case is asked whether it still waits. Kindly and seldom: in the measure of what others wait in
// the same stage, ever later, and after some silence no more.

const day = 86_400_000
/** Whoever has not answered so often is left alone until he speaks again. */
export const mostAsked = 4

// Before others have told enough: nine in ten first calls come within a day; a bureau takes weeks.
const usual: Record<Process, number> = { certification: day, renewal: day, rename: 2 * day, code_review: 2 * day, filing: 14 * day }
const [shortest, longest] = [day, 45 * day]

export type OpenCase = {
  process: Process
  /** How long nine in ten waited in its stage, in milliseconds; null where too few told. */
  p90: number | null
  /** How long it had waited in its stage when he spoke, in milliseconds; 0 where that is not known. */
  waited: number
  /** When its author last said anything of it, epoch milliseconds. */
  heardAt: number
  /** How often he was asked since, and when last. */
  asked: number
  askedAt: number | null
}

/**
 * When he is to be asked next, epoch milliseconds; null where he is not. First what nine in ten waited, but half of what he
 * had waited where that is more, has to pass since he spoke; then twice as much since he was asked, and so on.
 */
export function askAt({ process, p90, waited, heardAt, asked, askedAt }: OpenCase): number | null {
  const since = askedAt !== null && askedAt > heardAt ? { asked, from: askedAt } : { asked: 0, from: heardAt }
  if (since.asked >= mostAsked) return null
  const first = Math.min(longest, Math.max(shortest, p90 ?? usual[process], waited / 2))
  return since.from + first * 2 ** since.asked
}
