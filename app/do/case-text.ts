import { sayEvent } from '@/components/cases/event-words'
import { sayFact } from '@/components/cases/facts'
import { sayLater, sayWhen } from '@/components/say/time'
import type { CaseDraft } from '@/domain/case/case'
import type { CaseEvent } from '@/domain/case/event'
import type { Facts } from '@/domain/case/facts'
import type { Process } from '@/domain/codes'
import type { Words } from '@/messages/words'

/** A case, or as much of one as a form could be read for, as plain text that a person can compare line by line. */
export function caseInWords(it: Pick<CaseDraft, 'title' | 'words' | 'facts' | 'events'>, words: Words): string {
  const { cases, site } = words
  // In the order of the form; an engine keeps a record's parts in an order of its own.
  const names = (Object.keys(cases.fact) as (keyof Facts & keyof typeof cases.fact)[])
    .filter(name => it.facts[name] !== undefined)
  const facts = names.map(name => site.named(cases.fact[name], sayFact(name, it.facts as Facts, words)))
  const steps = it.events.map((event, index) => `${index + 1}. ${stepInWords(event as CaseEvent, it.facts.process, words)}`)
  return [it.title, it.words, facts.join('\n'), steps.join('\n')].filter(Boolean).join('\n\n')
}

function stepInWords(event: CaseEvent, process: Process, words: Words): string {
  const wait = event.since_previous_minutes
  return [
    sayEvent(event, process, words), event.at && sayWhen(event.at, words.time), wait && sayLater(wait, words), event.note,
  ].filter(Boolean).join(' · ')
}
