import { proofs, type EventType, type Proof } from '../codes'
import type { Case } from './case'
import type { CaseEvent } from './event'
import { onceFor } from './once'

/** The facts that figures of names, proofs and paths read. */
export const toldFacts = [
  'process', 'category', 'name_pattern', 'name_verdict', 'name_change', 'passed_elsewhere', 'proof_demanded', 'proof_supplied',
  'proof_result', 'software_copyright', 'fee_yuan', 'orders_paid',
] as const satisfies readonly (keyof Case['facts'])[]
export type ToldFacts = Pick<Case['facts'], (typeof toldFacts)[number]>

/** As much of a case as tells what became of its name: its facts, and of its events what `tellingEvents` lists. */
export type Telling = { facts: ToldFacts; events: readonly Pick<CaseEvent, 'type' | 'reasons' | 'kinds'>[] }

/**
 * What a case was told. `toChange` and `toProve` do not rule each other out; `name` is whether the name was answered at
 * all, and where nobody says it stays `unknown`.
 */
export type Told = { name: 'answered' | 'not_reached' | 'unknown'; toChange: boolean; toProve: boolean }

/** The events from which something may follow for a name or its proofs. */
export const tellingEvents = [
  'sent_back', 'name_refused', 'failed', 'platform_refused', 'bureau_refused', 'proof_requested', 'proof_submitted',
  'name_passed', 'approved', 'filed', 'renamed',
] as const satisfies readonly EventType[]

/**
 * What was told of a name, from the verdict that was given and from the events, which are the case itself: either of them
 * is enough. A refusal speaks of the name where it is one of the name or gives a reason of the name's. A name has passed
 * where that is said, and where the whole was approved and nothing of the name refused or asked for.
 */
export function toldOf(it: Telling): Told {
  return toldOnce(it.events, it.facts)
}

const toldOnce = onceFor((events: Telling['events'], facts: ToldFacts): Told => {
  const { name_verdict, process } = facts
  const toChange = name_verdict === 'must_change' || events.some(isRefusalOfName)
  const toProve = name_verdict === 'proof_asked' || events.some(({ type }) => type === 'proof_requested')
    || (facts.proof_demanded ?? []).some(isProof)
  const passed = name_verdict === 'passed' || events.some(({ type }) =>
    type === 'name_passed' || type === 'approved' || type === 'filed' || (type === 'renamed' && process === 'rename'))
  if (toChange || toProve || passed) return { name: 'answered', toChange, toProve }
  return { name: name_verdict === 'not_reached' ? 'not_reached' : 'unknown', toChange, toProve }
})

/**
 * Which proofs were asked for, in the codes' order: those given as a fact and those its events were asked for. Both "none"
 * and "unknown" give way to a proof that was requested. Undefined where nobody says; `unknown` where something was asked for
 * and nobody says what.
 */
export function demandedProofs(it: Telling): Proof[] | undefined {
  return proofsOf(it.facts.proof_demanded, it.events, 'proof_requested')
}

/** Which proofs were handed in, likewise. */
export function suppliedProofs(it: Telling): Proof[] | undefined {
  return proofsOf(it.facts.proof_supplied, it.events, 'proof_submitted')
}

function proofsOf(
  said: readonly Proof[] | undefined, events: Telling['events'], type: EventType,
): Proof[] | undefined {
  const told = events.filter(event => event.type === type)
  const known = new Set<Proof>([...said ?? [], ...told.flatMap(({ kinds }) => kinds ?? [])].filter(isProof))
  if (known.size > 0) return proofs.filter(proof => known.has(proof))
  if (told.length > 0) return ['unknown']
  return said && [...said]
}

function isRefusalOfName({ type, reasons }: Telling['events'][number]): boolean {
  return type === 'name_refused' || (reasons ?? []).some(reason => reason.startsWith('name_'))
}

const isProof = (proof: Proof) => proof !== 'none' && proof !== 'unknown'
