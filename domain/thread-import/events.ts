import type { EventDraft } from '../case/event'
import { intervalOfDay, intervalOfDays, type Day, type Interval } from '../case/interval'
import { belongs } from '../case/steps'
import { reasons, type EventType, type Process, type Proof, type Reason, type RestrictedScope } from '../codes'
import type { Found, FoundField } from './said/found'

/** First and last day on which a comment was written; null where the page does not say. */
export type Written = readonly [Day, Day] | null

/**
 * The steps a comment tells, in the order of the review. A wait hangs on the step before it, so a beginning is put in
 * front where none was told; what nobody said about time stays without one.
 */
export function eventsOf(found: readonly Found[], process: Process, written: Written, words: string): EventDraft[] {
  const told = new Told(found)
  const events = [...beginning(told, process), ...review(told, process), ...ending(told, process, written)]
    .filter(event => belongs(event.type, process))
  const [first, ...rest] = events
  if (!first) return [{ type: 'submitted' }]
  return first.since_previous_minutes ? [{ type: begun(told, process, words) }, first, ...rest] : events
}

class Told {
  constructor(private readonly found: readonly Found[]) {}

  values(field: FoundField): string[] {
    return this.found.filter(it => it.field === field).map(it => it.value)
  }

  has(field: FoundField, value?: string): boolean {
    return this.values(field).some(it => value === undefined || it === value)
  }

  /** A step with the day and the wait that were told of it. */
  step(type: EventType, waitsFor: string = type): EventDraft {
    const at = this.timed('date', type)
    const wait = this.timed('wait', waitsFor)
    const day = at && intervalOfDay(at[0]!)
    return {
      type,
      ...(day && { at: day }),
      ...(wait && { since_previous_minutes: [Number(wait[0]), Number(wait[1])] as Interval }),
    }
  }

  timed(field: 'date' | 'wait', type: string): string[] | null {
    const value = this.values(field).find(it => it.startsWith(`${type}/`))
    return value?.split('/').slice(1) ?? null
  }
}

function beginning(told: Told, process: Process): EventDraft[] {
  const pays = belongs('paid', process) && (told.has('fee_yuan') || told.has('orders_paid') || told.timed('date', 'paid') !== null)
  return [
    ...(told.timed('date', 'submitted') ? [told.step('submitted')] : []),
    ...(pays ? [told.step('paid')] : []),
  ]
}

// A call comes once the fee is paid; other waits are told from the day the papers were handed in, unless they say otherwise.
const begun = (told: Told, process: Process, words: string): EventType =>
  belongs('paid', process) && (told.timed('wait', 'called') || sincePaying.test(words)) ? 'paid' : 'submitted'

const sincePaying = /(?:付款|付费|缴费|交钱|交费|付钱|付完|交完)(?:了|钱|费|款)?(?:之|以)?后/

function review(told: Told, process: Process): EventDraft[] {
  const named = told.values('proof').filter(it => it !== 'none') as Proof[]
  const known = reasons as readonly string[]
  const because = told.values('reason').filter(it => known.includes(it)) as Reason[]
  // That a name looks like an app's is why a proof was asked for, and no refusal.
  const refusedFor = told.has('name_verdict', 'proof_asked') ? because.filter(it => it !== 'name_app_like') : because
  const called = told.timed('wait', 'called') ?? told.timed('date', 'called')
  const sentBack = refusedFor.length > 0 || told.has('sent_back') || told.timed('wait', 'sent_back') !== null || told.timed('date', 'sent_back') !== null
  const nameRefused = told.has('name_verdict', 'must_change') && !sentBack
  return [
    ...(called ? [told.step('called')] : []),
    ...(named.length > 0 ? [{ type: 'proof_requested', kinds: named as EventDraft['kinds'] } as const] : []),
    ...(nameRefused ? [{ type: belongs('name_refused', process) ? 'name_refused' : 'sent_back' } as const] : []),
    ...(told.has('name_verdict', 'passed') ? [{ type: 'name_passed' } as const] : []),
    ...(sentBack ? [{ ...told.step('sent_back'), ...(refusedFor.length > 0 && { reasons: refusedFor }) }] : []),
    // What was waited for after a send-back was waited for since the papers were handed in again.
    ...(sentBack && endWait(told) ? [{ type: 'submitted' } as const] : []),
  ]
}

const endWait = (told: Told) => ['approved', 'filed', 'waiting'].some(type => told.timed('wait', type))

function ending(told: Told, process: Process, written: Written): EventDraft[] {
  const outcome = told.values('outcome')[0]
  const scopes = told.values('restricted') as RestrictedScope[]
  const heard = written && intervalOfDays(written[0], written[1])
  const end = outcome === 'waiting'
    ? [{ ...told.step('still_waiting', 'waiting'), ...(heard && { at: heard }) }]
    : outcome ? [told.step(outcome === 'filed' && process !== 'filing' ? 'approved' : outcome as EventType)] : []
  return [...end, ...(scopes.length > 0 ? [{ type: 'restricted', scopes } as const] : [])]
}
