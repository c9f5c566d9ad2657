import type { Case } from '@/domain/case/case'
import { plainExcerpt } from '@/domain/text/markdown'
import type { Words } from '@/messages/words'
import { sayEvent } from './event-words'

/** What the case is called: its own title, else how its words begin, else the telling step of it. */
export function titleOf(it: Case, words: Words): string {
  if (it.title) return it.title
  if (it.words) return firstSentence(it.words)
  const last = it.events.findLast(event => event.type !== 'still_waiting') ?? it.events[0]
  return last ? sayEvent(last, it.facts.process, words) : words.codes.process[it.facts.process]
}

// Two lines on a phone.
const longestTitle = 36

function firstSentence(words: string): string {
  const start = plainExcerpt(words, longestTitle)
  // A greeting or a sigh is no title; what follows it belongs to it.
  return /^.{7,}?[。！？!?；;]/u.exec(start)?.[0].replace(/[。；;]$/u, '') ?? start
}

/** Process, subject and category in one line; what is not known is left out here (the facts say it). */
export function kindOf(it: Case, words: Words): string {
  const { codes } = words
  const { process, subject, category } = it.facts
  return [
    codes.process[process],
    subject !== 'unknown' && codes.subject[subject],
    category !== 'unknown' && codes.category[category],
  ].filter(Boolean).join(' · ')
}
