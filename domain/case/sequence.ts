import type { Process } from '../codes'
import type { CaseEvent, EventDraft } from './event'
import { endOfOrder } from './outcome'
import { begins, closesRound, rankOf } from './steps'

/**
 * Gives each event its order and round from the sequence, where the writer did not: the first step of the review after
 * a send-back opens the next round, a beginning after an end opens the next order. What the writer did number is kept
 * as it is, for order.ts to judge; nothing is repaired.
 */
export function numberEvents(drafts: readonly EventDraft[], process: Process): CaseEvent[] {
  const events: CaseEvent[] = []
  for (const draft of drafts) {
    const order = draft.order ?? nextOrder(events, draft, process)
    const round = draft.round ?? nextRound(events, draft, order, process)
    events.push({ ...draft, order, round })
  }
  return events
}

/** Whether the sequence alone gives every event the order and round it has, so that they need not be written down. */
export function isSelfNumbered(events: readonly CaseEvent[], process: Process): boolean {
  const bare = events.map(({ order: _, round: __, ...event }) => event)
  return numberEvents(bare, process).every(({ order, round }, at) =>
    order === events[at]!.order && round === events[at]!.round)
}

function nextOrder(events: readonly CaseEvent[], draft: EventDraft, process: Process): number {
  const order = events.at(-1)?.order ?? 1
  return begins(draft.type) && endOfOrder(events, order, process) !== null ? order + 1 : order
}

function nextRound(events: readonly CaseEvent[], draft: EventDraft, order: number, process: Process): number {
  const former = events.filter(event => event.order === order)
  const round = former.at(-1)?.round ?? 1
  const closed = former.some(event => event.round === round && closesRound(event.type, process))
  // What stands beside the review (a restriction, an appeal, giving up) belongs to the round it interrupts.
  return closed && rankOf(draft.type, process) !== null ? round + 1 : round
}
