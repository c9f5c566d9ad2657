import { FormKey } from '../form/form-key'
import { BecauseField } from './because-field'
import { returnedTo } from './returned'
import type { TagPanelProps } from './tag-panel'
import { nameIn } from './tag-words'

/** What an import proposed, each with its two answers: both need a reason, for both are written in the log. */
export function SuggestedTags({ caseId, suggestions, lang, words, back, newKey, typed }: TagPanelProps) {
  if (suggestions.length === 0) return null
  const { panel, notCounted } = words.log
  return (
    <section className="max-w-form md:col-span-2">
      <h2>{panel.suggested}</h2>
      <p className="hint mb-2">{panel.suggestedHint}</p>
      {suggestions.map(({ slug, tag }) => {
        const returned = returnedTo(typed, ['accept-suggestion', 'dismiss-suggestion'], { tag: slug })
        return (
          <form key={slug} method="post" action="/do/accept-suggestion" className="border-t border-hair py-3">
            <p className="mb-2 font-semibold">
              {tag ? nameIn(lang, tag) : panel.unknownTag(slug)}
              {tag?.leavesFigures && <span className="ml-2 text-small font-normal text-soft">{notCounted}</span>}
            </p>
            <FormKey formKey={returned?.key ?? newKey()} lang={lang} back={back} />
            <input type="hidden" name="case" value={caseId} />
            <input type="hidden" name="tag" value={slug} />
            <BecauseField form={`suggestion-${slug}`} typed={returned} words={words} />
            <div className="flex flex-wrap gap-3">
              {tag && <button className="button">{panel.accept}</button>}
              <button className="button" formAction="/do/dismiss-suggestion">{panel.dismiss}</button>
            </div>
          </form>
        )
      })}
    </section>
  )
}
