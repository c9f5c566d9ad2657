import type { Ending, EventType, Stage } from '../codes'
import { filingSpells } from './filing-spells'
import type { End } from './outcome'
import { decisionSpell, reviewSpells } from './review-spells'
import type { OutcomeSpell, Spell, SpellFlag } from './spell'
import { endMark, indexOf, keep, roundsOf, spellBetween, storyOf, type SpellSource, type Story } from './story'

export type { Stage, SpellSource }
export type { Cause, OutcomeSpell, Spell, SpellFlag } from './spell'

/**
 * Every stage a case went through. A step nobody told removes the stages that need it and no others; a fragment
 * (outcome `unknown`) has none. Code review and renaming know only their `decision`.
 *
 * | stage | from | 1 | 2 | 3 |
 * |---|---|---|---|---|
 * | first_call | paid, else submitted (flagged) | called, call_missed | decision without a call | left |
 * | call_decision | first call of the round | approved | sent_back, failed, timed_out, name refused alone | left |
 * | decision | paid; in later rounds, and where nothing is paid, submitted (flagged) | as above | as above | left |
 * | fix | sent_back | submitted again | the order ended by itself | left |
 * | total | first paid of the case | approved | failed or timed out for good | left |
 * | platform, sms, bureau | submitted, sms_sent, bureau_received | passed, done, filed | refused, expired | left |
 * | filing_total | first submitted | filed | refused for good, timed out | left |
 */
export function spellsOf(source: SpellSource): Spell[] {
  const story = storyOf(source)
  if (!story) return []
  const rounds = roundsOf(story)
  switch (story.process) {
    case 'certification':
    case 'renewal':
      return [...rounds.flatMap(round => reviewSpells(story, round)), ...wholeSpell(story, 'total', 'paid')]
    case 'filing':
      return [...rounds.flatMap(round => filingSpells(story, round)), ...wholeSpell(story, 'filing_total', 'submitted')]
    default:
      return rounds.flatMap(round => decisionSpell(story, round))
  }
}

/**
 * The whole case, from its first payment (in a filing, and flagged where no payment is told, from submission, else from
 * its beginning) to its end or last confirmation. Null for fragments and where no beginning is told.
 */
export function outcomeSpell(source: SpellSource): OutcomeSpell | null {
  const story = storyOf(source)
  if (!story) return null
  const free = story.process === 'filing' || story.process === 'code_review'
  const beginnings: [EventType, SpellFlag[]][] = [
    ['paid', []], ['submitted', free ? [] : ['from_submitted']], ['started', ['from_started']],
  ]
  const beginning = beginnings.find(([type]) => indexOf(story, type) !== -1)
  if (!beginning) return null
  const from = indexOf(story, beginning[0])
  const spell = spellBetween(story, 'total', { order: 1, round: 1 }, from, endMark(story), beginning[1])
  if (!spell) return null
  const { stage: _, ...whole } = spell
  return { ...whole, ending: story.end ? endingOf[story.end.outcome] : 'waiting' }
}

function wholeSpell(story: Story, stage: Stage, from: EventType): Spell[] {
  const start = indexOf(story, from)
  return start === -1 ? [] : keep(spellBetween(story, stage, { order: 1, round: 1 }, start, endMark(story)))
}

/** What each outcome is called on the outcome chart. */
export const endingOf: Record<End['outcome'], Exclude<Ending, 'waiting'>> = {
  approved: 'approved', approved_without_name: 'approved_without_name', failed: 'failed', timed_out: 'failed',
  withdrawn: 'left', moved_subject: 'left', filed: 'filed', filing_refused: 'filing_refused',
}
