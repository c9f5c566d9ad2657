import { filterNames, type CaseFilter } from '@/domain/case/filter'
import type { Words } from '@/messages/words'
import { sayMonth } from '../say/time'
import { nameOfOutcome } from './event-words'

/** What a list was narrowed to, in words; empty where it was not. `tag` is the tag's name. */
export function sayFilter(filter: CaseFilter, tag: string | null, words: Words): string {
  return filterNames.flatMap(name => sayPart(name, filter, tag, words) ?? []).join(words.site.listSeparator)
}

function sayPart(name: keyof CaseFilter, filter: CaseFilter, tag: string | null, { codes, cases, time }: Words) {
  const { process, subject, category, pattern, outcome, proof, reason, month, layer } = filter
  switch (name) {
    case 'process': return process && codes.process[process]
    case 'subject': return subject && codes.subject[subject]
    case 'category': return category && codes.category[category]
    case 'pattern': return pattern && codes.namePattern[pattern]
    case 'outcome': return outcome && nameOfOutcome(outcome, process, { codes })
    case 'proof': return proof && codes.proof[proof]
    case 'reason': return reason && codes.reason[reason]
    case 'tag': return filter.tag && (tag ?? filter.tag)
    case 'month': return month && sayMonth(month, time)
    case 'layer': return layer && cases.layer[layer]
  }
}
