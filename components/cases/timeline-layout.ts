import type { CaseEvent } from '@/domain/case/event'
import { timelineOf } from '@/domain/case/durations'
import { minutesPerDay, type Interval } from '@/domain/case/interval'

export type Bead = {
  event: CaseEvent
  /** From the row's start, in units of the drawing. */
  x: number
  /** The wait since the bead before it: null for the first of all, or where nothing bounds it. */
  wait: Interval | null
  /** How far before `x` it may have been, in units: a blurred span. 0 where the wait is well known. */
  blur: number
  /** The gap before it is known to no one: drawn broken. */
  broken: boolean
}
export type Row = {
  order: number
  round: number
  beads: Bead[]
  width: number
  /** It goes on from the row above: a round too long for one line. */
  continued: boolean
  /** The case still waits: the line ends open. */
  open: boolean
}

// Labels stand beneath the beads and need room; a gap of three days may not push the rest off the paper.
const shortestGap = 84
const longestGap = 210
const brokenGap = 92
/** The longest row in units; a longer round goes on in the next line. */
export const widestRow = 740

/**
 * Lays a case out: rounds as rows, beads at distances that grow with the logarithm of the wait, so that half an
 * hour and half a week can be told apart on one line.
 */
export function layOut(events: readonly CaseEvent[]): Row[] {
  const timeline = timelineOf(events)
  const rows: Row[] = []
  events.forEach((event, index) => {
    const wait = index === 0 ? null : told(events[index - 1]!, event, timeline.between(index - 1, index))
    const row = rows.at(-1)
    const { order, round } = event
    const sameRound = row?.order === order && row.round === round
    const x = (row?.width ?? 0) + gapFor(wait)
    if (!row || !sameRound || x > widestRow) {
      rows.push({ order, round, beads: [bead(event, 0, wait)], width: 0, continued: sameRound, open: false })
      return
    }
    row.beads.push(bead(event, x, wait))
    row.width = x
  })
  for (const row of rows) row.open = row.beads.at(-1)?.event.type === 'still_waiting'
  return rows
}

/** The distance for a wait, in units: 20 more for every doubling. */
export function gapFor(wait: Interval | null): number {
  if (!wait) return brokenGap
  const middle = (wait[0] + wait[1]) / 2
  return Math.min(longestGap, shortestGap + 13 * Math.log2(1 + middle / 10))
}

function bead(event: CaseEvent, x: number, wait: Interval | null): Bead {
  return { event, x, wait, blur: x === 0 ? 0 : blurOf(wait), broken: wait === null && x > 0 }
}

// The rule by which a wait counts as known to the minute (domain/statistics/durations.ts) also says what is sharp here.
function blurOf(wait: Interval | null): number {
  if (!wait || wait[1] - wait[0] <= Math.max(10, wait[1] / 4)) return 0
  return Math.min(gapFor(wait) - 30, 16 + 5 * Math.log2(1 + (wait[1] - wait[0]) / 10))
}

// What follows from dates two days off is as good as told; from dates a week off it is true, but nobody's knowledge.
const asGoodAsTold = 2 * minutesPerDay

/** The wait, if somebody told how far apart the two were or it follows closely from what was told; else null. */
function told(before: CaseEvent, event: CaseEvent, wait: Interval | null): Interval | null {
  if (!wait || !Number.isFinite(wait[1])) return null
  const said = event.since_previous_minutes !== undefined || (before.at !== undefined && event.at !== undefined)
  return said || wait[1] - wait[0] <= asGoodAsTold ? wait : null
}
