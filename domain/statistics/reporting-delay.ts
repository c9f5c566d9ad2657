import { fewestDelays, fewestWaitingAsLong } from './thresholds'

/** Days from an event to its report, and the most that could have been seen by now: days from the event until today. */
export type Delay = { delay: number; limit: number }

/**
 * The share of events that have been reported once they are `age` days old: what is known of delays is cut off on the right, as
 * a report that will come next month is not there yet, so time runs backwards. Reverse-time product limit
 * F(d_{j-1}) = F(d_j)·(1 - #{delay = d_j} / #{delay ≤ d_j ≤ limit}), F(d_max) = 1 (Lagakos, Barraj & De Gruttola 1988; method 1, 2.9).
 * It begins at the longest delay that at least 10 events are old enough to show: further out a single late report would
 * decide everything. Null under 20 delays.
 */
export function reportedBy(delays: readonly Delay[]): ((age: number) => number) | null {
  const seen = delays.filter(({ delay, limit }) => delay >= 0 && delay <= limit)
  if (seen.length < fewestDelays) return null
  const sorted = Float64Array.from(seen, ({ delay }) => delay).sort()
  const limits = Float64Array.from(seen, ({ limit }) => limit).sort()
  const steps: { delay: number; share: number }[] = []
  let share = 1
  for (const delay of [...new Set(sorted)].reverse()) {
    const atRisk = countUpTo(sorted, delay) - countUpTo(limits, delay - 1)
    if (steps.length === 0 && atRisk < fewestWaitingAsLong) continue
    steps.push({ delay, share })
    const here = countUpTo(sorted, delay) - countUpTo(sorted, delay - 1)
    share *= 1 - here / atRisk
  }
  return age => steps.find(({ delay }) => delay <= age)?.share ?? 0
}

/** How many of some whole numbers in rising order are at most `most`. */
function countUpTo(sorted: Float64Array, most: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= most) low = middle + 1
    else high = middle
  }
  return low
}
