import { longestAppeal, type Measure } from '@/domain/moderation/appeal'
import { valueOf } from '@/domain/fields'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'
import { returnedTo } from './returned'

type Props = { measure: Measure; typed: Typed | null; newKey: () => string; lang: Language; words: Words }

/** One appeal against one measure, in words. */
export function AppealForm({ measure: { subject, id }, typed, newKey, lang, words }: Props) {
  const { appeals } = words
  const returned = returnedTo(typed, ['appeal'], { subject, id })
  const field = `appeal-${subject}-${id}`
  const error = problemAt(returned?.problems ?? [], 'words', words)
  return (
    <form method="post" action="/do/appeal" className="mt-3 max-w-form" data-draft={field} data-filled={returned ? '' : undefined}>
      <FormKey formKey={returned?.key ?? newKey()} lang={lang} back="/me/appeals" />
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="id" value={id} />
      <label htmlFor={field} className="mb-1 block font-semibold">{appeals.write}</label>
      <p id={`${field}-hint`} className="hint mb-1">{appeals.writeHint}</p>
      {error && <div id="problems" role="alert" tabIndex={-1}><p id={`${field}-error`} className="error mb-1">{error}</p></div>}
      <textarea
        id={field} name="words" required maxLength={longestAppeal} defaultValue={returned ? valueOf(returned.fields, 'words') : undefined}
        aria-describedby={[`${field}-hint`, error && `${field}-error`].filter(Boolean).join(' ')} aria-invalid={error ? true : undefined}
      />
      <button className="button mt-2">{appeals.submit}</button>
    </form>
  )
}
