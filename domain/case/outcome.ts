import type { EventType, Outcome, Process } from '../codes'
import type { CaseEvent } from './event'
import { minuteOf, type Minute } from './interval'
import { boundsOf, type Bounds } from './durations'
import { ends, followsEnd, rankOf } from './steps'

/** Where an order ended, as an index into the case's events, and in what. */
export type End = { index: number; outcome: Exclude<Outcome, 'waiting' | 'unknown'> }

/**
 * What a case came to. Without an end it is `waiting`; a fragment that tells no end, no
 * "still waiting" and no step from which a wait could be counted is `unknown`: we do not know that it waits.
 */
export function deriveOutcome(events: readonly CaseEvent[], process: Process): Outcome {
  const end = endOf(events, process)
  if (end) return end.outcome
  return events.some(event => tellsWaiting.has(event.type)) ? 'waiting' : 'unknown'
}

/** The end of the case, that is of its last order; null while it is open. */
export function endOf(events: readonly CaseEvent[], process: Process): End | null {
  const last = events.reduce((order, event) => Math.max(order, event.order), 0)
  return endOfOrder(events, last, process)
}

/**
 * The end of one order. Two verdicts make a certification: when the qualification passed and the name's last verdict is
 * a refusal, the order came to `approved_without_name`, whether the writer closed it with "approved" (the order counts
 * as a success), with "failed" (the name did) or with nothing more, since after both verdicts nothing more is due.
 */
export function endOfOrder(events: readonly CaseEvent[], order: number, process: Process): End | null {
  const steps = events.map((event, index) => ({ type: event.type, index, order: event.order }))
    .filter(step => step.order === order)
  const last = steps.findLast(step => ends(step.type, process))
  if (!last) return endWithoutWords(steps, process)
  return { index: last.index, outcome: outcomeAt(last, steps, process) }
}

/** Nothing more is due in this case. */
export function isOver(events: readonly CaseEvent[], process: Process): boolean {
  return endOf(events, process) !== null
}

/** Where the case stands: its outcome when over, else its latest step, as a code of either list. */
export function currentState(events: readonly CaseEvent[], process: Process): Outcome | EventType {
  const end = endOf(events, process)
  if (end) return end.outcome
  const step = events.findLast(event => rankOf(event.type, process) !== null)
  return step?.type ?? deriveOutcome(events, process)
}

/**
 * The last minute at which the case is known to have been spoken of: the latest minute its last dated event may have
 * had, but never later than that event was entered (where nothing says when, than the case was reported). `created_at`
 * in epoch milliseconds. Null where no event is dated. It never moves with the clock.
 */
export function lastConfirmed(events: readonly CaseEvent[], created_at: number): Minute | null {
  const bounds = boundsOf(events)
  const index = lastDated(bounds)
  return index === null ? null : latestKnown(events[index]!, bounds[index]!, created_at)
}

/** The last event with a latest minute; null where there is none. */
export function lastDated(bounds: readonly Bounds[]): number | null {
  const index = bounds.findLastIndex(({ latest }) => Number.isFinite(latest))
  return index === -1 ? null : index
}

/** The latest minute an event may have had, given when it was told: nobody tells tomorrow's events. */
export function latestKnown(event: CaseEvent, bounds: Bounds, created_at: number): Minute {
  const told = event.entered_at ?? minuteOf(created_at)
  return Math.min(bounds.latest, Math.max(told, bounds.earliest))
}

type Step = { type: EventType; index: number }

function outcomeAt(last: Step, steps: readonly Step[], process: Process): End['outcome'] {
  const type = last.type
  if (type === 'failed' && process === 'filing') return 'filing_refused'
  if (type === 'approved' || type === 'failed') {
    return nameAloneRefused(steps.filter(step => step.index < last.index), process) ? 'approved_without_name' : type
  }
  return type === 'renamed' ? 'approved' : (type as End['outcome'])
}

function endWithoutWords(steps: readonly Step[], process: Process): End | null {
  // What may follow an end says nothing of the review; everything else says that it went on.
  const latest = steps.findLast(step => !followsEnd(step.type))
  if (!latest) return null
  if (process === 'rename' && latest.type === 'name_passed') return { index: latest.index, outcome: 'approved' }
  const verdict = latest.type === 'name_refused' || latest.type === 'qualification_passed'
  if (!verdict || !nameAloneRefused(steps, process)) return null
  return { index: latest.index, outcome: 'approved_without_name' }
}

function nameAloneRefused(steps: readonly Step[], process: Process): boolean {
  if (process !== 'certification' && process !== 'renewal') return false
  if (!steps.some(step => step.type === 'qualification_passed')) return false
  // A new name, papers handed in again or a send-back reopen the question of the name.
  const word = steps.findLast(step => aboutTheName.has(step.type))
  return word?.type === 'name_refused'
}

const aboutTheName = new Set<EventType>([
  'name_refused', 'name_passed', 'renamed', 'sent_back', 'submitted', 'proof_submitted',
])

const tellsWaiting = new Set<EventType>([
  'still_waiting', 'started', 'submitted', 'invoiced', 'paid', 'dispatched', 'called', 'call_missed', 'call_ended',
  'platform_passed', 'sms_sent', 'sms_done', 'bureau_received',
])
