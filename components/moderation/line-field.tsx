import type { Words } from '@/messages/words'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'

type Props = {
  form: string
  name: string
  label: string
  hint?: string
  value: string
  longest?: number
  /** Whether it may stay empty. */
  optional?: boolean
  typed: Typed | null
  words: Words
}

/** One line of a form of which many stand on the page: its ids begin with the form's own name. */
export function LineField({ form, name, label, hint, value, longest, optional = false, typed, words }: Props) {
  const id = `${form}-${name}`
  const error = problemAt(typed?.problems ?? [], name, words)
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="mb-3">
      <label htmlFor={id} className="mb-1 block font-semibold">{label}</label>
      {hint && <p id={`${id}-hint`} className="hint mb-1">{hint}</p>}
      {error && <p id={`${id}-error`} className="error mb-1">{error}</p>}
      <input
        id={id} name={name} required={!optional} maxLength={longest} className="w-full" autoComplete="off" defaultValue={value}
        aria-describedby={describedBy || undefined} aria-invalid={error ? true : undefined}
      />
    </div>
  )
}
