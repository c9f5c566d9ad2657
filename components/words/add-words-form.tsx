import { valueOf } from '@/domain/fields'
import { longestWordReason, wordKinds } from '@/domain/moderation/words/rule'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import { BecauseField } from '../moderation/because-field'
import { FormProblems } from '../moderation/form-problems'
import { LineField } from '../moderation/line-field'
import { returnedTo } from '../moderation/returned'
import { ActionChoice, type WordFormProps } from './word-form'

const form = 'add-words'

/** Adds rules, as many as there are lines. */
export function AddWordsForm({ lang, words, typed, newKey, back }: WordFormProps) {
  const { wordFilter } = words
  const returned = returnedTo(typed, ['add-words'])
  const value = (name: string, usual = '') => (returned ? valueOf(returned.fields, name) : usual)
  const error = problemAt(returned?.problems ?? [], 'texts', words)
  return (
    <details open={returned !== null} className="border-y border-hair">
      <summary className="flex min-h-11 items-center font-semibold">{wordFilter.add}</summary>
      <form method="post" action="/do/add-words" className="max-w-form pt-3 pb-6">
        <FormProblems typed={returned} words={words} />
        <FormKey formKey={returned?.key ?? newKey()} lang={lang} back={back} />
        <fieldset className="mb-4">
          <legend className="mb-1 font-semibold">{wordFilter.kind}</legend>
          {wordKinds.map(code => (
            <label key={code} className="flex min-h-11 cursor-pointer items-center gap-2.5">
              <input type="radio" name="kind" value={code} required defaultChecked={value('kind', 'word') === code} />
              <span>{wordFilter.kinds[code].name}<span className="hint block">{wordFilter.kinds[code].hint}</span></span>
            </label>
          ))}
        </fieldset>
        <div className="mb-4">
          <label htmlFor={`${form}-texts`} className="mb-1 block font-semibold">{wordFilter.texts}</label>
          {error && <p id={`${form}-texts-error`} className="error mb-1">{error}</p>}
          <textarea
            id={`${form}-texts`} name="texts" required defaultValue={value('texts')} spellCheck={false}
            aria-describedby={error ? `${form}-texts-error` : undefined} aria-invalid={error ? true : undefined}
          />
        </div>
        <ActionChoice value={value('action')} words={words} />
        <LineField
          optional {...{ form, words }} typed={returned} name="reason" label={wordFilter.reason} hint={wordFilter.reasonHint}
          longest={longestWordReason} value={value('reason')}
        />
        <BecauseField form={form} typed={returned} words={words} />
        <button className="button button-main">{wordFilter.addButton}</button>
      </form>
    </details>
  )
}
