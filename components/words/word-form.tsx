import { wordActions } from '@/domain/moderation/words/rule'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'

/** What each form of the word filter needs. */
export type WordFormProps = { lang: Language; words: Words; typed: Typed | null; newKey: () => string; back: string }

/** What happens where a rule is met, each with what it means. */
export function ActionChoice({ value, words }: { value: string; words: Words }) {
  const { wordFilter } = words
  return (
    <fieldset className="mb-4">
      <legend className="mb-1 font-semibold">{wordFilter.action}</legend>
      {wordActions.map(code => (
        <label key={code} className="flex min-h-11 cursor-pointer items-center gap-2.5">
          <input type="radio" name="action" value={code} required defaultChecked={value === code} />
          <span>{wordFilter.actions[code].name}<span className="hint block">{wordFilter.actions[code].hint}</span></span>
        </label>
      ))}
    </fieldset>
  )
}

type LineProps = { form: string; name: string; label: string; hint?: string; value: string; longest: number; typed: Typed | null; words: Words }

/** One line that may stay empty. */
export function OptionalLine({ form, name, label, hint, value, longest, typed, words }: LineProps) {
  const id = `${form}-${name}`
  const error = problemAt(typed?.problems ?? [], name, words)
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="mb-3">
      <label htmlFor={id} className="mb-1 block font-semibold">{label}</label>
      {hint && <p id={`${id}-hint`} className="hint mb-1">{hint}</p>}
      {error && <p id={`${id}-error`} className="error mb-1">{error}</p>}
      <input
        id={id} name={name} maxLength={longest} className="w-full" autoComplete="off" defaultValue={value}
        aria-describedby={describedBy || undefined} aria-invalid={error ? true : undefined}
      />
    </div>
  )
}
