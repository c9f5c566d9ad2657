import { answersOf } from '@/domain/case/tap'
import { isOver } from '@/domain/case/outcome'
import type { Case } from '@/domain/case/case'
import type { EventType } from '@/domain/codes'
import type { Problem } from '@/domain/case/problem'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { CheckInWish } from './check-in-wish'
import { nameOfEvent } from './event-words'
import { sayProblem } from '@/messages/say-problem'

type Props = {
  id: number
  case: Case
  lang: Language
  words: Words
  newKey: () => string
  /** What came back from a tap that could not be recorded. */
  problems: Problem[]
  /** Whether its author is asked from time to time if it still waits; null where he is not asked of any case. */
  asked: boolean | null
}

/** What an author may do with a case of his own: say that it still waits, ask how much longer, tell the answer, edit, withdraw. */
export function OwnCase({ id, case: it, lang, words, newKey, problems, asked }: Props) {
  const { cases, estimate } = words
  const { process } = it.facts
  const open = !isOver(it.events, process)
  const back = `/cases/${id}`
  const tap = (type: EventType, label: string, style: string) => (
    <form key={type} method="post" action="/do/confirm-case">
      <FormKey formKey={newKey()} lang={lang} back={back} />
      <input type="hidden" name="case" value={id} />
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="when" value="now" />
      <button className={style}>{label}</button>
    </form>
  )
  return (
    <section id="confirm" className="mt-6 border-t border-hair pt-4 no-print">
      {problems.map(problem => <p key={problem.code} role="alert" className="error mb-2">{sayProblem(problem, words)}</p>)}
      {open && (
        <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
          <div className="max-w-80">
            {tap('still_waiting', cases.stillWaiting, 'button button-main')}
            <p className="hint mt-1">{cases.stillWaitingHint}</p>
          </div>
          <form method="post" action="/do/ask-estimate" className="max-w-80">
            <FormKey formKey={newKey()} lang={lang} back={back} />
            <input type="hidden" name="case" value={id} />
            <button className="button">{estimate.fromCase}</button>
            <p className="hint mt-1">{estimate.fromCaseHint}</p>
          </form>
          <details className="max-w-96">
            <summary className="button">{cases.haveAnswer}</summary>
            <p className="hint mt-2">{cases.haveAnswerHint}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              {answersOf(process).map(type => tap(type, nameOfEvent(type, process, words), 'button'))}
            </div>
          </details>
        </div>
      )}
      {open && asked !== null && <div className="mt-3"><CheckInWish caseId={id} on={asked} lang={lang} words={words} back={back} newKey={newKey} /></div>}
      <div className="mt-2 flex flex-wrap items-start gap-6 text-small">
        <a className="word-button" href={pathIn(lang, `/cases/${id}/edit`)}>{cases.edit}</a>
        <details>
          <summary className="word-button">{cases.withdraw}</summary>
          <form method="post" action="/do/withdraw-case" className="max-w-80 pb-3">
            <FormKey formKey={newKey()} lang={lang} back={back} />
            <input type="hidden" name="case" value={id} />
            <p className="hint mb-2">{cases.withdrawHint}</p>
            <button className="button">{cases.withdraw}</button>
          </form>
        </details>
      </div>
    </section>
  )
}
