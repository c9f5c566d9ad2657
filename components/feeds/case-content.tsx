import type { Case } from '@/domain/case/case'
import type { Outcome } from '@/domain/codes'
import type { Words } from '@/messages/words'
import { nameOfOutcome, sayEvent } from '../cases/event-words'
import { factsInWords } from '../cases/facts'
import { layOut } from '../cases/timeline-layout'
import { kindOf } from '../cases/title'
import { sayLater, sayWhen } from '../say/time'

type Props = { case: Case; outcome: Outcome; html: string; words: Words }

/** A case for a reader of feeds, who has no style sheet of ours: what it is and came to, step by step, the facts, the words. */
export function CaseContent({ case: it, outcome, html, words }: Props) {
  const { process } = it.facts
  return (
    <>
      <p>{kindOf(it, words)} · <strong>{nameOfOutcome(outcome, process, words)}</strong></p>
      <ol>
        {layOut(it.events).flatMap(row => row.beads).map(({ event, wait }, at) => (
          <li key={at}>
            {wait && `${sayLater(wait, words)} · `}{sayEvent(event, process, words)}
            {event.at && ` · ${sayWhen(event.at, words.time)}`}
            {event.note && <> · <q>{event.note}</q></>}
          </li>
        ))}
      </ol>
      {html && <div dir="auto" dangerouslySetInnerHTML={{ __html: html }} />}
      <ul>{factsInWords(it.facts, words).map(([name, text]) => <li key={name}>{words.site.named(words.cases.fact[name], text)}</li>)}</ul>
    </>
  )
}
