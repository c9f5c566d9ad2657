import type { EventType, Process } from '../codes'

// What each kind of event is in each process: whether it belongs, where it stands in a round, how often it may happen.

/** Beside the review's own order: they may fall anywhere a case is open. */
const asides: readonly EventType[] = [
  'restricted', 'restored', 'appealed', 'appeal_answered', 'renamed', 'still_waiting',
]
const common: readonly EventType[] = [
  'registered', 'notified', 'started', 'submitted', 'sent_back', 'proof_requested', 'proof_submitted', 'failed',
  'timed_out', 'withdrawn', ...asides,
]
const calls: readonly EventType[] = ['called', 'call_missed', 'call_ended']
const certification: readonly EventType[] = [
  ...common, ...calls, 'invoiced', 'paid', 'dispatched', 'qualification_passed', 'name_passed', 'name_refused',
  'approved', 'moved_subject', 'renewal_due', 'expired',
]

const belonging: Record<Process, ReadonlySet<EventType>> = {
  certification: new Set(certification),
  renewal: new Set(certification),
  filing: new Set<EventType>([
    ...common, ...calls, 'moved_subject', 'platform_passed', 'platform_refused', 'sms_sent', 'sms_done', 'sms_expired',
    'bureau_received', 'bureau_refused', 'filed',
  ]),
  rename: new Set<EventType>([
    ...common, ...calls, 'invoiced', 'paid', 'dispatched', 'name_passed', 'name_refused', 'approved',
  ]),
  code_review: new Set<EventType>([...common, 'approved']),
}

/** Whether a process knows this kind of event at all: nobody is "filed" by a certification. */
export function belongs(type: EventType, process: Process): boolean {
  return belonging[process].has(type)
}

const ranks: Partial<Record<EventType, number>> = {
  registered: 0, notified: 1, started: 2, submitted: 3, invoiced: 4, paid: 5, dispatched: 6,
  called: 7, call_missed: 7, call_ended: 7, proof_requested: 7, proof_submitted: 7,
  qualification_passed: 8, name_passed: 9, name_refused: 9, sent_back: 10, approved: 10,
}
const filingRanks: Partial<Record<EventType, number>> = {
  registered: 0, notified: 1, started: 2, submitted: 3,
  called: 4, call_missed: 4, call_ended: 4, proof_requested: 4, proof_submitted: 4,
  platform_passed: 5, platform_refused: 5, sms_sent: 6, sms_done: 6, sms_expired: 6, bureau_received: 7,
  bureau_refused: 10, sent_back: 10, filed: 10,
}

/** Its place within a round; null for what may fall anywhere (asides, and ends that cut a round off). */
export function rankOf(type: EventType, process: Process): number | null {
  return (process === 'filing' ? filingRanks : ranks)[type] ?? null
}

/** A proof may be asked for at any time once something is handed in; in a filing people are called at any time too. */
export function floats(type: EventType, process: Process): boolean {
  return type === 'proof_requested' || type === 'proof_submitted' || (process === 'filing' && calls.includes(type))
}

/** The order is over. */
export function ends(type: EventType, process: Process): boolean {
  return endTypes.has(type) || (process === 'rename' && type === 'renamed')
}

/** The round is over and the writer's turn has come; the next step of the review opens the next round. */
export function closesRound(type: EventType, process: Process): boolean {
  if (type === 'sent_back') return true
  if (process === 'filing') return type === 'platform_refused' || type === 'bureau_refused'
  return process === 'rename' && type === 'name_refused'
}

/** May follow an end without a new order. */
export function followsEnd(type: EventType): boolean {
  return afterEnd.has(type)
}

/** Steps with which a new order can begin. */
export function begins(type: EventType): boolean {
  return beginnings.has(type)
}

/** Something one can appeal against. */
export function refuses(type: EventType): boolean {
  return appealable.has(type)
}

/** How widely a kind of event is unique; null where it may repeat. */
export function onceIn(type: EventType): 'case' | 'order' | 'round' | null {
  return once[type] ?? null
}

const endTypes = new Set<EventType>(['approved', 'failed', 'timed_out', 'withdrawn', 'moved_subject', 'filed'])
const afterEnd = new Set<EventType>([
  'renamed', 'appealed', 'appeal_answered', 'restricted', 'restored', 'renewal_due', 'expired',
])
const beginnings = new Set<EventType>(['notified', 'started', 'submitted', 'invoiced', 'paid'])
const appealable = new Set<EventType>([
  'sent_back', 'name_refused', 'failed', 'timed_out', 'platform_refused', 'sms_expired', 'bureau_refused', 'restricted',
  'expired',
])
const once: Partial<Record<EventType, 'case' | 'order' | 'round'>> = {
  registered: 'case', withdrawn: 'case', moved_subject: 'case', filed: 'case',
  started: 'order', invoiced: 'order', paid: 'order', qualification_passed: 'order', approved: 'order',
  failed: 'order', timed_out: 'order',
  submitted: 'round', dispatched: 'round', sent_back: 'round',
}
