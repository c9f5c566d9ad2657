import type { EventType } from '../codes'
import { endOfOrder } from './outcome'
import type { Spell, SpellFlag } from './spell'
import { decisionIn, find, keep, spellBetween, type Mark, type Round, type Story } from './story'

/** The stages of one round of a certification or a renewal. */
export function reviewSpells(story: Story, round: Round): Spell[] {
  return [
    ...firstCallSpell(story, round), ...callDecisionSpell(story, round), ...decisionSpell(story, round),
    ...fixSpell(story, round),
  ]
}

function firstCallSpell(story: Story, round: Round): Spell[] {
  const start = find(round, 'paid') ?? find(round, 'submitted')
  if (!start) return []
  const flags: SpellFlag[] = start.type === 'submitted' ? ['from_submitted'] : []
  const call = firstCall(round)
  if (call) {
    if (call.type === 'call_missed') flags.push('call_missed')
    return keep(spellBetween(story, 'first_call', round, start.index, { index: call.index, cause: 1 }, flags))
  }
  // A call that ended had come; only when is not told.
  if (find(round, 'call_ended')) return []
  const decision = decisionIn(story, round, start.index)
  if (decision === undefined) return []
  if (decision && decision.cause !== 3) {
    if (!find(round, 'dispatched')) flags.push('call_not_told')
    return keep(spellBetween(story, 'first_call', round, start.index, { index: decision.index, cause: 2 }, flags))
  }
  // A review that is past its calls, with none told, does not wait for one.
  if (!decision && round.steps.some(step => pastCalls.has(step.type))) return []
  return keep(spellBetween(story, 'first_call', round, start.index, decision, flags))
}

function callDecisionSpell(story: Story, round: Round): Spell[] {
  const call = firstCall(round)
  if (!call) return []
  const decision = decisionIn(story, round, call.index)
  const flags: SpellFlag[] = call.type === 'call_missed' ? ['call_missed'] : []
  return decision === undefined ? [] : keep(spellBetween(story, 'call_decision', round, call.index, decision, flags))
}

/** From payment, or from handing in again, to the verdict: the one stage that every reviewed process has. */
export function decisionSpell(story: Story, round: Round): Spell[] {
  const paid = find(round, 'paid')
  // In a first round submission is not yet payment, and the time between them is the writer's own.
  const unpaid = round.round > 1 || story.process === 'rename' || story.process === 'code_review'
  const start = paid ?? (unpaid ? find(round, 'submitted') : undefined)
  if (!start) return []
  const decision = decisionIn(story, round, start.index)
  const flags: SpellFlag[] = paid || story.process === 'code_review' ? [] : ['from_submitted']
  return decision === undefined ? [] : keep(spellBetween(story, 'decision', round, start.index, decision, flags))
}

function fixSpell(story: Story, round: Round): Spell[] {
  const refused = find(round, 'sent_back')
  if (!refused) return []
  const next = story.events.findIndex(({ order, round: number }) => order === round.order && number === round.round + 1)
  if (next !== -1) {
    const again = story.events.findIndex(({ type, order, round: number }) =>
      type === 'submitted' && order === round.order && number === round.round + 1)
    return again === -1 ? [] : keep(spellBetween(story, 'fix', round, refused.index, { index: again, cause: 1 }))
  }
  const end = endOfOrder(story.events, round.order, story.process)
  const mark: Mark = end && { index: end.index, cause: left.has(end.outcome) ? 3 : 2 }
  return keep(spellBetween(story, 'fix', round, refused.index, mark))
}

const firstCall = (round: Round) => round.steps.find(({ type }) => type === 'called' || type === 'call_missed')

const pastCalls = new Set<EventType>([
  'proof_requested', 'proof_submitted', 'qualification_passed', 'name_passed', 'name_refused',
])

const left = new Set(['withdrawn', 'moved_subject'])
