import type { Case } from '@/domain/case/case'
import { answersOf } from '@/domain/case/tap'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { nameOfEvent } from './event-words'
import { kindOf, titleOf } from './title'

type Props = {
  stored: { row: { id: number }; case: Case }
  token: string
  /** The answer before could not be recorded. */
  failed: boolean
  lang: Language
  words: Words
  newKey: () => string
}

/** The question of a letter with its answers, each a button; each uses the link up. */
export function CheckInForm({ stored: { row, case: it }, token, failed, lang, words, newKey }: Props) {
  const { cases, together: { checkIn } } = words
  const { process } = it.facts
  return (
    <>
      <p className="eyebrow">{cases.caseNumber(row.id)} · {kindOf(it, words)}</p>
      <p className="mb-4 text-lead"><a href={pathIn(lang, `/cases/${row.id}`)}><bdi>{titleOf(it, words)}</bdi></a></p>
      {failed && <p role="alert" className="error mb-4">{checkIn.failed}</p>}
      <form method="post" action="/do/answer-check-in">
        <FormKey formKey={newKey()} lang={lang} back={`/check-in?${new URLSearchParams({ token })}`} />
        <input type="hidden" name="token" value={token} />
        <button className="button button-main" name="answer" value="still_waiting">{cases.stillWaiting}</button>
        <p className="hint mt-1">{cases.stillWaitingHint}</p>
        <h2 className="mt-8 font-semibold">{cases.haveAnswer}</h2>
        <p className="hint">{cases.haveAnswerHint}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          {answersOf(process).map(type => <button key={type} className="button" name="answer" value={type}>{nameOfEvent(type, process, words)}</button>)}
        </div>
        <button className="word-button mt-8" name="answer" value="stop">{checkIn.stopThis}</button>
      </form>
      <p className="hint mt-2">{checkIn.once}</p>
    </>
  )
}
