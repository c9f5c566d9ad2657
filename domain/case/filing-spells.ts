import type { EventType, Stage } from '../codes'
import type { Spell } from './spell'
import { find, isPending, keep, spellBetween, type Mark, type Round, type Story } from './story'

/** The stages of one round of a filing. */
export function filingSpells(story: Story, round: Round): Spell[] {
  return [
    ...stageSpell(story, round, 'platform', 'submitted', 'platform_passed', pastPlatform),
    ...stageSpell(story, round, 'sms', 'sms_sent', 'sms_done', pastSms),
    ...stageSpell(story, round, 'bureau', 'bureau_received', 'filed', new Set()),
  ]
}

/** From one step of a filing's round to the first that ends it; nothing where the filing is told to be past it. */
function stageSpell(
  story: Story, round: Round, stage: Stage, from: EventType, good: EventType, past: ReadonlySet<EventType>,
): Spell[] {
  const start = find(round, from)
  if (!start) return []
  const stop = round.steps.find(({ type, index }) =>
    index > start.index && (type === good || filingRefusals.has(type) || leaving.has(type) || past.has(type)))
  if (stop && past.has(stop.type)) return []
  if (!stop && !isPending(story, round)) return []
  const mark: Mark = stop
    ? { index: stop.index, cause: stop.type === good ? 1 : leaving.has(stop.type) ? 3 : 2 }
    : null
  return keep(spellBetween(story, stage, round, start.index, mark))
}

const pastPlatform = new Set<EventType>([
  'sms_sent', 'sms_done', 'sms_expired', 'bureau_received', 'bureau_refused', 'filed',
])
const pastSms = new Set<EventType>(['bureau_received', 'bureau_refused', 'filed'])
const filingRefusals = new Set<EventType>([
  'platform_refused', 'sms_expired', 'bureau_refused', 'sent_back', 'failed', 'timed_out',
])
const leaving = new Set<EventType>(['withdrawn', 'moved_subject'])
