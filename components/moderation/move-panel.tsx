import { valueOf } from '@/domain/fields'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'
import { BecauseField } from './because-field'
import { returnedTo } from './returned'

type Props = { replyId: number; lang: Language; words: Words; back: string; newKey: () => string; typed: Typed | null }

/** For moderators: moves a reply and all that answers it under another case. */
export function MovePanel({ replyId, lang, words, back, newKey, typed }: Props) {
  const { keeping } = words
  const returned = returnedTo(typed, ['move-branch'], { reply: replyId })
  const id = `move-${replyId}`
  const error = problemAt(returned?.problems ?? [], 'to', words)
  return (
    <details className="border-t border-hair" open={returned !== null}>
      <summary className="min-h-11 py-2 text-small text-soft">{keeping.title.move}</summary>
      <form method="post" action="/do/move-branch" className="max-w-form pb-6">
        <p className="hint mb-3">{keeping.moveHint}</p>
        <FormKey formKey={returned?.key ?? newKey()} lang={lang} back={back} />
        <input type="hidden" name="reply" value={replyId} />
        <div className="mb-3">
          <label htmlFor={id} className="mb-1 block font-semibold">{keeping.moveTo}</label>
          {error && <div id="problems" role="alert" tabIndex={-1}><p id={`${id}-error`} className="error mb-1">{error}</p></div>}
          <input
            id={id} name="to" required inputMode="numeric" autoComplete="off" maxLength={12}
            defaultValue={returned ? valueOf(returned.fields, 'to') : undefined}
            aria-describedby={error ? `${id}-error` : undefined} aria-invalid={error ? true : undefined}
          />
        </div>
        <BecauseField form={id} typed={returned} words={words} />
        <button className="button">{keeping.move}</button>
      </form>
    </details>
  )
}
