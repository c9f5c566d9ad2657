import fc from 'fast-check'

import {
  categories, eventTypes, features, namePatterns, processes, proofs, reasons, restrictedScopes, subjects,
  type Process,
} from '../../../domain/codes'
import type { Case } from '../../../domain/case/case'
import { detailsOf, eventProofs, type EventDraft } from '../../../domain/case/event'
import { checkOrder } from '../../../domain/case/order'
import { reportCase } from '../../../domain/case/report'
import { numberEvents } from '../../../domain/case/sequence'
import { ends } from '../../../domain/case/steps'
import { factsOf, noon, noonMinute } from './stories'

const some = <Code extends string>(codes: readonly Code[]) =>
  fc.uniqueArray(fc.constantFrom(...codes.filter(code => code !== 'unknown' && code !== 'none')), {
    minLength: 1, maxLength: 3,
  })

const rough = fc.record({
  pick: fc.nat(1000), end: fc.nat(6), days: fc.option(fc.nat(5)), width: fc.constantFrom(0, 1, 359, 1439, 7 * 1440 - 1),
  wait: fc.option(fc.tuple(fc.nat(90), fc.nat(3000))),
  reasons: some(reasons), kinds: some(eventProofs), scopes: some(restrictedScopes),
  note: fc.option(fc.constantFrom('电话里问了三个问题', 'called at noon', '“引号”，👨‍👩‍👧‍👦')),
})

type Rough = typeof rough extends fc.Arbitrary<infer Value> ? Value : never

/** A life in which each step may follow those before it; a time that contradicts them is forgotten. */
function possible(process: Process, life: Rough[]): EventDraft[] {
  const events: EventDraft[] = []
  const fits = (event: EventDraft) =>
    checkOrder(numberEvents([...events, event], process), process, noonMinute).length === 0
  let day = noonMinute - 120 * 1440
  for (const { pick, end, days, width, wait, note, ...details } of life) {
    // Most steps are not the last one.
    const types = eventTypes.filter(type => fits({ type }) && (end === 0 || !ends(type, process)))
    const type = types[pick % types.length] ?? 'renamed'
    day += (days ?? 0) * 1440
    const times: Partial<EventDraft> = {
      ...(days !== null && { at: [day, day + width] as const }),
      ...(wait && events.length > 0 && { since_previous_minutes: [wait[0], wait[0] + wait[1]] as const }),
    }
    const has = detailsOf(type)
    const event: EventDraft = {
      type,
      ...(fits({ type, ...times }) && times),
      ...(has.reasons && { reasons: details.reasons }), ...(has.kinds && { kinds: details.kinds }),
      ...(has.scopes && { scopes: details.scopes }), ...(note !== null && { note }),
    }
    if (fits(event)) events.push(event)
  }
  return events.length > 0 ? events : [{ type: 'still_waiting' }]
}

/** Any case that can be reported: every process, any possible order of events, all kinds of facts and texts. */
export const anyCase: fc.Arbitrary<Case> = fc.record({
  process: fc.constantFrom(...processes), subject: fc.constantFrom(...subjects),
  category: fc.constantFrom(...categories),
  features: fc.option(some(features)), patterns: some(namePatterns), proofs: some(proofs),
  fee: fc.option(fc.nat(1000)), life: fc.array(rough, { maxLength: 18 }),
  title: fc.option(fc.constantFrom('工具类小程序一次过审', 'Approved on the second try')),
  words: fc.option(fc.constantFrom('第一行\n\n- 第二行 **粗体**', 'A story, long enough to be told.')),
  motive: fc.option(fc.constantFrom('share' as const, 'ask' as const)),
  source: fc.constantFrom('own' as const, 'thread' as const, 'observed' as const),
  ref: fc.option(fc.constantFrom('case-1', 'thread-9')),
}).map(told => {
  const named = told.process === 'certification' || told.process === 'renewal'
  const reported = reportCase({
    ...(told.ref !== null && { ref: told.ref }),
    facts: factsOf(told.process, {
      subject: told.subject, category: told.category, ...(told.features && { features: told.features }),
      ...(named && { name_pattern: told.patterns, proof_demanded: told.proofs }),
      ...(told.fee !== null && { fee_yuan: told.fee }),
    }),
    ...(told.title !== null && { title: told.title }), ...(told.words !== null && { words: told.words }),
    ...(told.motive !== null && { motive: told.motive }), source: told.source,
    events: possible(told.process, told.life),
  }, noon)
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  return reported.case
})
