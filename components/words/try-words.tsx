import { valueOf } from '@/domain/fields'
import type { WordRule } from '@/domain/moderation/words/rule'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { WordFormProps } from './word-form'

type Result = { found: { rule: WordRule; found: string }[]; masked?: string }

/** A text to hold against the rules, and what they make of it. */
export function TryWords({ lang, words, typed, newKey, back, result }: WordFormProps & { result: Result | null }) {
  const { wordFilter } = words
  const error = problemAt(typed?.problems ?? [], 'text', words)
  return (
    <details open={typed !== null} id="try" className="border-t border-hair">
      <summary className="flex min-h-11 items-center font-semibold">{wordFilter.tryTitle}</summary>
      <form method="post" action="/do/try-words" className="max-w-form pt-3 pb-6">
        <FormKey formKey={typed?.key ?? newKey()} lang={lang} back={back} />
        <label htmlFor="try-text" className="mb-1 block font-semibold">{wordFilter.tryText}</label>
        <p id="try-hint" className="hint mb-1">{wordFilter.tryHint}</p>
        {error && <p id="try-error" className="error mb-1">{error}</p>}
        <textarea
          id="try-text" name="text" required className="mb-3" defaultValue={valueOf(typed?.fields ?? {}, 'text')}
          aria-describedby={error ? 'try-hint try-error' : 'try-hint'} aria-invalid={error ? true : undefined}
        />
        <button className="button">{wordFilter.tryButton}</button>
        {result && !error && (
          <div role="status" className="mt-4 border-l-4 border-waiting py-1 pl-4">
            {result.found.length === 0 && <p>{wordFilter.tryNone}</p>}
            <ul>
              {result.found.map(({ rule, found }, at) => (
                <li key={at}><bdi>{wordFilter.tryFound(found, wordFilter.ruleNo(rule.id))}</bdi> · {wordFilter.actions[rule.action].name}{rule.reason && <> · <bdi>{rule.reason}</bdi></>}</li>
              ))}
            </ul>
            {result.masked !== undefined && <p className="mt-2">{wordFilter.tryMasked} <bdi className="block whitespace-pre-wrap break-words">{result.masked}</bdi></p>}
          </div>
        )}
      </form>
    </details>
  )
}
