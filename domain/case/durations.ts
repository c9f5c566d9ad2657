import type { CaseEvent } from './event'
import { dayNumber, dayStart, minutesPerDay, type Interval } from './interval'

/** The minutes between which an event must lie; infinite where nothing bounds it. */
export type Bounds = { earliest: number; latest: number }

/** All that dates, remembered waits and the sequence say about when each event was, tightened against one another. */
export type Timeline = {
  bounds: readonly Bounds[]
  /** Tightest `[least, most]` minutes from one event to a later one; null where nothing bounds it above. */
  between(from: number, to: number): Interval | null
  /** Calendar days (Asia/Shanghai) from one event to a later one, where only one count is possible; else null. */
  daysBetween(from: number, to: number): number | null
}

/**
 * Events follow one another, so `t[i-1] + least <= t[i] <= t[i-1] + most` (0 and infinity where no wait is remembered)
 * and `earliest <= t[i] <= latest`: difference constraints on a chain. One pass forwards and one backwards therefore
 * give the tightest bounds (arc consistency on a tree), and the shortest path between two events is either the chain
 * between them or goes through their dates. The events must admit a timeline (order.ts).
 */
export function timelineOf(events: readonly CaseEvent[]): Timeline {
  const bounds = boundsOf(events)
  const between = (from: number, to: number): Interval => {
    if (from === to) return [0, 0]
    let [least, most] = [0, 0]
    for (const event of events.slice(from + 1, to + 1)) {
      const [low, high] = waitBefore(event)
      least += low
      most += high
    }
    return [
      Math.max(least, bounds[to]!.earliest - bounds[from]!.latest),
      Math.min(most, bounds[to]!.latest - bounds[from]!.earliest),
    ]
  }
  return {
    bounds,
    between: (from, to) => {
      const wait = between(from, to)
      return Number.isFinite(wait[1]) ? wait : null
    },
    daysBetween: (from, to) => daysWithin(bounds[from]!, bounds[to]!, between(from, to)),
  }
}

/** Each event's tightest bounds. Infinite on a side that neither a date nor a neighbour bounds. */
export function boundsOf(events: readonly CaseEvent[]): Bounds[] {
  const bounds = events.map(({ at }) => ({ earliest: at?.[0] ?? -Infinity, latest: at?.[1] ?? Infinity }))
  for (let i = 1; i < events.length; i++) {
    const [least, most] = waitBefore(events[i]!)
    const [before, here] = [bounds[i - 1]!, bounds[i]!]
    here.earliest = Math.max(here.earliest, before.earliest + least)
    here.latest = Math.min(here.latest, before.latest + most)
  }
  for (let i = events.length - 1; i > 0; i--) {
    const [least, most] = waitBefore(events[i]!)
    const [before, here] = [bounds[i - 1]!, bounds[i]!]
    before.earliest = Math.max(before.earliest, here.earliest - most)
    before.latest = Math.min(before.latest, here.latest - least)
  }
  return bounds
}

/** What is remembered of the wait before an event; without a memory, that it came later. */
export function waitBefore(event: CaseEvent): Interval {
  return event.since_previous_minutes ?? [0, Infinity]
}

/** Tries every day the start may have had: within one, the end's possible days are those between two minutes. */
function daysWithin(start: Bounds, end: Bounds, [least, most]: Interval): number | null {
  if (!Number.isFinite(start.earliest) || !Number.isFinite(start.latest)) {
    // The hour is unknown, so only a wait of whole days exactly names a count.
    return least === most && least % minutesPerDay === 0 ? least / minutesPerDay : null
  }
  let only: number | null = null
  for (let day = dayNumber(start.earliest); day <= dayNumber(start.latest); day++) {
    const first = Math.max(start.earliest, dayStart(day), end.earliest - most)
    const last = Math.min(start.latest, dayStart(day + 1) - 1, end.latest - least)
    if (first > last) continue
    const soonest = dayNumber(Math.max(end.earliest, first + least)) - day
    const furthest = dayNumber(Math.min(end.latest, last + most)) - day
    if (soonest !== furthest || (only !== null && only !== soonest)) return null
    only = soonest
  }
  return only
}
