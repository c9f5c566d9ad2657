import { wordActions } from '@/domain/moderation/words/rule'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
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
