import { longestWords } from '@/domain/text/markdown'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { sayProblem } from '@/messages/say-problem'
import type { TypedReply } from './typed-reply'

type Props = {
  caseId: number
  /** The reply it answers; null answers the case itself. */
  parentId: number | null
  label: string
  hint?: string
  /** What was typed here before, if it came back. */
  typed: TypedReply | null
  lang: Language
  words: Words
  back: string
  newKey: () => string
}

/** A text and a button, for everybody: whoever is not signed in writes first and signs in after. */
export function ReplyForm({ caseId, parentId, label, hint, typed, lang, words, back, newKey }: Props) {
  const id = parentId === null ? 'words' : `words-${parentId}`
  const problems = typed?.problems ?? []
  const described = [hint && `${id}-hint`, problems.length > 0 && `${id}-error`].filter(Boolean).join(' ')
  return (
    <form
      method="post" action="/do/reply" className="max-w-prose"
      data-draft={`reply-${caseId}-${parentId ?? ''}`} data-filled={typed ? '' : undefined}
    >
      <FormKey formKey={typed?.key ?? newKey()} lang={lang} back={back} />
      <input type="hidden" name="case" value={caseId} />
      <input type="hidden" name="parent" value={parentId ?? ''} />
      <label htmlFor={id} className="mb-1 block font-semibold text-ink">{label}</label>
      {hint && <p id={`${id}-hint`} className="hint mb-1">{hint}</p>}
      {problems.length > 0 && (
        <div id="problems" role="alert" tabIndex={-1}>
          <p id={`${id}-error`} className="error mb-1">{problems.map(it => sayProblem(it, words)).join(' ')}</p>
        </div>
      )}
      <textarea
        id={id} name="words" required maxLength={longestWords} defaultValue={typed?.words}
        className="text-body text-ink"
        aria-describedby={described || undefined} aria-invalid={problems.length > 0 || undefined}
      />
      <button className="button mt-2 text-ink">{words.thread.submit}</button>
    </form>
  )
}
