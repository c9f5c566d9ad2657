import type { EventType, Process } from '../codes'
import { waitBefore } from './durations'
import { detailsOf, type CaseEvent } from './event'
import { intervalOfDay, minutesPerDay, type Interval, type Minute } from './interval'
import { endOfOrder } from './outcome'
import type { Problem } from './problem'
import { belongs, closesRound, ends, floats, followsEnd, onceIn, rankOf, refuses } from './steps'

/** A reporter's clock may run ahead of ours by so many minutes. */
export const clockTolerance = 10

// Nothing here is older than WeChat itself; a year typed wrong is found by this.
const firstDay = '2011-01-21'
const longestWait = 5 * 366 * minutesPerDay

/**
 * Whether the events could have happened: in this process, in this order, by `now` (a minute), at these times. Each
 * problem names the two events at odds: `first` and `second` are event types, `first_place` and `second_place` their
 * places in the list, from 1; `process` is the review they are called by. Impossible is refused, never repaired.
 */
export function checkOrder(events: readonly CaseEvent[], process: Process, now: Minute): Problem[] {
  const each = events.flatMap((event, index) => checkEvent(event, index, process, now))
  const sequence = events.flatMap((_, index) => checkPlace(events, index, process) ?? [])
  const problems = each.length > 0 ? [...each, ...sequence] : [...sequence, ...checkTimes(events, now)]
  return problems.map(problem => ({ ...problem, values: { ...problem.values, process } }))
}

function checkEvent(event: CaseEvent, index: number, process: Process, now: Minute): Problem[] {
  const path = `events.${index}`
  const problems: Problem[] = []
  if (!belongs(event.type, process)) {
    problems.push({ path: `${path}.type`, code: 'not_in_process', values: { event: event.type, process } })
  }
  const allowed = detailsOf(event.type)
  for (const detail of ['reasons', 'kinds', 'scopes'] as const) {
    if (event[detail] && !allowed[detail]) {
      problems.push({ path: `${path}.${detail}`, code: 'detail_not_here', values: { detail, event: event.type } })
    }
  }
  if (event.at) {
    const code = faultOfDate(event.at)
    if (code) problems.push({ path: `${path}.at`, code, values: { event: event.type, first_day: firstDay } })
  }
  if (event.entered_at !== undefined && event.entered_at > now + clockTolerance) {
    problems.push({ path: `${path}.entered_at`, code: 'entered_in_future', values: { event: event.type } })
  }
  if (event.since_previous_minutes) {
    const code = index === 0 ? 'wait_without_previous' : faultOfWait(event.since_previous_minutes)
    if (code) problems.push({ path: `${path}.since_previous_minutes`, code, values: { event: event.type } })
  }
  return problems
}

function faultOfDate([earliest, latest]: Interval): string | null {
  if (earliest > latest) return 'earliest_after_latest'
  return earliest < intervalOfDay(firstDay)![0] ? 'before_wechat' : null
}

function faultOfWait([least, most]: Interval): string | null {
  if (least > most) return 'least_above_most'
  if (least < 0) return 'wait_negative'
  return most > longestWait ? 'wait_out_of_range' : null
}

/** The first thing wrong with where an event stands among those before it. */
function checkPlace(events: readonly CaseEvent[], index: number, process: Process): Problem | null {
  const event = events[index]!
  const before = events.slice(0, index)
  const odds = (code: string, with_: number, field = 'type') => atOdds(events, with_, index, code, field)
  const numbering = checkNumbering(events, index, process)
  if (numbering) return numbering

  const inOrder = (other: CaseEvent) => other.order === event.order
  const inRound = (other: CaseEvent) => inOrder(other) && other.round === event.round
  const end = before.findIndex(other => inOrder(other) && ends(other.type, process))
  if (end !== -1 && !followsEnd(event.type)) return odds('after_end', end)

  const reach = onceIn(event.type)
  const within = reach === 'case' ? () => true : reach === 'order' ? inOrder : inRound
  const same = reach === null ? -1 : before.findIndex(other => other.type === event.type && within(other))
  if (same !== -1) return odds(`twice_in_${reach}`, same)

  if (event.type === 'appealed' || event.type === 'appeal_answered') {
    const grounds = before.some(other => refuses(other.type) || other.type === 'appealed')
    return grounds ? null : odds('appeal_without_refusal', Math.max(0, index - 1))
  }
  const reminded = event.type === 'notified' && before.some(other => other.type === 'notified')
  if (rankOf(event.type, process) === null || reminded) return null

  const closer = before.findIndex(other => inRound(other) && closesRound(other.type, process))
  if (closer !== -1) return odds('after_round', closer)
  const ahead = before.findIndex((other, at) =>
    comesAfter(other, event, process) && !reopened(events, at, index, process))
  return ahead === -1 ? null : odds('out_of_order', ahead)
}

function checkNumbering(events: readonly CaseEvent[], index: number, process: Process): Problem | null {
  const event = events[index]!
  const former = events[index - 1]
  const odds = (code: string, field: string) => atOdds(events, Math.max(0, index - 1), index, code, field)
  if (!former) {
    if (event.order !== 1) return odds('starts_at_one', 'order')
    return event.round === 1 ? null : odds('starts_at_one', 'round')
  }
  if (event.order < former.order) return odds('order_backwards', 'order')
  if (event.order > former.order) {
    const ended = endOfOrder(events.slice(0, index), former.order, process) !== null
    if (event.order > former.order + 1 || !ended) return odds('order_without_end', 'order')
    return event.round === 1 ? null : odds('starts_at_one', 'round')
  }
  if (event.round < former.round) return odds('round_backwards', 'round')
  if (event.round === former.round) return null
  const closed = events.slice(0, index)
    .some(other => other.order === event.order && other.round === former.round && closesRound(other.type, process))
  return closed && event.round === former.round + 1 ? null : odds('round_without_sent_back', 'round')
}

/** Whether `other`, told before `event`, belongs after it by the order of a review. */
function comesAfter(other: CaseEvent, event: CaseEvent, process: Process): boolean {
  const [rank, ahead] = [rankOf(event.type, process)!, rankOf(other.type, process)]
  if (ahead === null || ahead <= rank) return false
  // An account is registered before anything else, whatever the round.
  if (event.type === 'registered') return other.type !== 'notified'
  if (other.order !== event.order) return false
  // Begun, invoiced and paid once for a whole order: a later round's review cannot come before them. But an order may
  // be sent back, and its papers handed in again, before it is paid.
  const once = onceIn(event.type) === 'order' && rank <= rankOf('paid', 'certification')!
  if (once) return !closesRound(other.type, process)
  if (other.round !== event.round || floats(event.type, process)) return false
  return true
}

/** A refused name may be looked at again in the same round: then calls, papers and verdicts come once more. */
function reopened(events: readonly CaseEvent[], from: number, to: number, process: Process): boolean {
  const rank = rankOf(events[to]!.type, process)!
  if (rank < rankOf('called', process)!) return false
  return events.slice(from, to).some(event => event.type === 'name_refused' && event.round === events[to]!.round)
}

/**
 * Dates and waits must admit one timeline. On a chain every contradiction lies between two dates (or a date and now)
 * and the waits between them, so each pair is tried; the nearest pair of the earliest event at odds is named.
 */
function checkTimes(events: readonly CaseEvent[], now: Minute): Problem[] {
  for (let to = 0; to < events.length; to++) {
    const second = events[to]!
    let [least, most] = [0, 0]
    for (let from = to; from >= 0; from--) {
      const first = events[from]!
      const odds = (code: string) => [atOdds(events, from, to, code, timeField(second))]
      if (first.at && first.at[0] + least > now + clockTolerance) return odds('in_future')
      if (first.at && second.at && from < to) {
        if (second.at[1] < first.at[0]) return odds('dates_backwards')
        if (second.at[1] < first.at[0] + least) return odds('waits_exceed_dates')
        if (second.at[0] > first.at[1] + most) return odds('dates_exceed_waits')
      }
      const [low, high] = waitBefore(first)
      least += low
      most += high
    }
  }
  return []
}

const timeField = (event: CaseEvent) => (event.at ? 'at' : 'since_previous_minutes')

function atOdds(events: readonly CaseEvent[], first: number, second: number, code: string, field: string): Problem {
  const named: { first: EventType; second: EventType } = { first: events[first]!.type, second: events[second]!.type }
  return {
    path: `events.${second}.${field}`, code,
    values: { ...named, first_place: first + 1, second_place: second + 1 },
  }
}
