import type { EventType, Process, Reason } from '../codes'
import type { CaseEvent } from './event'
import { onceFor } from './once'
import { deriveOutcome, endOf, endOfOrder, type End } from './outcome'
import { closesRound } from './steps'
import { roundsOf } from './story'

/** `untold`: the round is over, or nobody waits, and its verdict is not told. */
export type AttemptResult = 'passed' | 'without_name' | 'refused' | 'left' | 'waiting' | 'untold'

/**
 * One round of a case: what it came to and why. `by` is the index of the event that decided it, null where none did.
 * `supplied`: a proof was handed in during it.
 */
export type Attempt = {
  order: number
  round: number
  result: AttemptResult
  by: number | null
  reasons: Reason[]
  aboutName: boolean
  supplied: boolean
}

/** As much of an event as its attempt is made of. */
export type AttemptEvent = Pick<CaseEvent, 'type' | 'order' | 'round' | 'reasons' | 'kinds'>

/**
 * The rounds of a case, each with its first decision. A round that a send-back, a platform's or a bureau's refusal closed is
 * refused, whatever comes after it; giving up after a refusal belongs to what followed, not to the verdict.
 */
export function attemptsOf(events: readonly AttemptEvent[], process: Process): readonly Attempt[] {
  return attemptsOnce(events, process)
}

const attemptsOnce = onceFor((events: readonly AttemptEvent[], process: Process): readonly Attempt[] => {
  const waits = deriveOutcome(events, process) === 'waiting'
  return roundsOf({ events }).map(({ order, round, steps, isLast }) => {
    const decided = decisionOf(events, steps, order, process)
    const own = steps.map(({ index }) => events[index]!)
    return {
      order,
      round,
      result: decided?.result ?? (isLast && waits ? 'waiting' : 'untold'),
      by: decided?.index ?? null,
      reasons: [...new Set(own.flatMap(({ reasons }) => reasons ?? []))],
      aboutName: own.some(({ type, reasons }) =>
        type === 'name_refused' || (reasons ?? []).some(reason => reason.startsWith('name_'))),
      supplied: own.some(({ type }) => type === 'proof_submitted'),
    }
  })
})

/** How far a case came: its attempts so far, and how it ended, null while open. See `Way` of the statistics for `step`. */
export type Journey = { step: number; end: End['outcome'] | null }

/** The rounds up to the end; null where the telling does not begin with the first round. */
export function roundsGone(events: readonly AttemptEvent[], process: Process): Journey | null {
  const attempts = attemptsOf(events, process)
  const [first, last] = [attempts[0], attempts.at(-1)]
  if (!first || !last || first.order > 1 || first.round > 1 || deriveOutcome(events, process) === 'unknown') return null
  const end = endOf(events, process)
  const verdict = 2 * attempts.length
  if (end) return { step: last.result === 'refused' && last.by !== end.index ? verdict + 1 : verdict, end: end.outcome }
  return { step: last.result === 'refused' ? verdict : verdict - 1, end: null }
}

/**
 * The orders paid up to the end: those told step by step, or as many as the writer says (`told`) where that is more. Null
 * where no payment is told.
 */
export function ordersGone(events: readonly AttemptEvent[], process: Process, told = 0): Journey | null {
  if (deriveOutcome(events, process) === 'unknown') return null
  const paid = events.reduce((most, { type, order }) => (type === 'paid' ? Math.max(most, order) : most), told)
  if (paid === 0) return null
  const end = endOf(events, process)
  return { step: end ? 2 * paid : 2 * paid - 1, end: end?.outcome ?? null }
}

function decisionOf(
  events: readonly AttemptEvent[], steps: readonly { type: EventType; index: number }[], order: number, process: Process,
): { index: number; result: AttemptResult } | undefined {
  const end = endOfOrder(events, order, process)
  const qualified = events.some(event => event.type === 'qualification_passed' && event.order === order)
  for (const { type, index } of steps) {
    if (end?.index === index) return { index, result: results[end.outcome] }
    if (closesRound(type, process) || (type === 'name_refused' && !qualified)) return { index, result: 'refused' }
  }
  return undefined
}

const results: Record<End['outcome'], AttemptResult> = {
  approved: 'passed', filed: 'passed', approved_without_name: 'without_name', failed: 'refused', timed_out: 'refused',
  filing_refused: 'refused', withdrawn: 'left', moved_subject: 'left',
}
