import type { Share } from './shares'
import { fewestEventsToCompare } from './thresholds'
import { difference, type Estimate } from './wilson'

/** `clear`: the interval leaves out 0 and both groups hold enough of what is counted; else say "no clear difference". */
export type ClearDifference = Estimate & { clear: boolean }

/**
 * The difference of two independent shares, first - second, by MOVER on their Wilson limits (Newcombe 1998, method 10). Null
 * where either is held back.
 */
export function clearDifference(first: Share, second: Share): ClearDifference | null {
  const [one, two] = [estimateOf(first), estimateOf(second)]
  if (!one || !two) return null
  const gap = difference(one, two)
  const enough = [first, second].every(({ x }) => x !== null && x >= fewestEventsToCompare)
  return { ...gap, clear: enough && (gap.lower > 0 || gap.upper < 0) }
}

function estimateOf({ share, lower, upper }: Share): Estimate | null {
  return share === null || lower === null || upper === null ? null : { value: share, lower, upper }
}
