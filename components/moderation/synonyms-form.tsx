import { valueOf } from '@/domain/fields'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import { BecauseField } from './because-field'
import { FormProblems } from './form-problems'
import { returnedTo } from './returned'
import type { KeepingProps } from './tag-form'
import type { TagInBook } from '@/domain/moderation/tag'

type Props = Omit<KeepingProps, 'tag' | 'group' | 'groups'> & { tag: TagInBook }

/** The whole list of a tag's synonyms, as it shall be. */
export function SynonymsForm({ tag, lang, words, back, newKey, typed }: Props) {
  const { keeping } = words.log
  const returned = returnedTo(typed, ['keep-synonyms'], { tag: tag.slug })
  const form = `synonyms-${tag.slug}`
  const error = problemAt(returned?.problems ?? [], 'synonyms', words)
  return (
    <details open={returned !== null} className="open:w-full">
      <summary className="min-h-11 py-2 text-small text-soft">{keeping.editSynonyms}</summary>
      <form method="post" action="/do/keep-synonyms" className="max-w-form pb-6">
        <FormProblems typed={returned} words={words} />
        <FormKey formKey={returned?.key ?? newKey()} lang={lang} back={back} />
        <input type="hidden" name="tag" value={tag.slug} />
        <div className="mb-3">
          <label htmlFor={form} className="mb-1 block font-semibold">{words.log.tags.synonyms}</label>
          <p id={`${form}-hint`} className="hint mb-1">{keeping.synonymsHint}</p>
          {error && <p id={`${form}-error`} className="error mb-1">{error}</p>}
          <textarea
            id={form} name="synonyms"
            defaultValue={returned ? valueOf(returned.fields, 'synonyms') : tag.synonyms.join('\n')}
            aria-describedby={error ? `${form}-hint ${form}-error` : `${form}-hint`}
            aria-invalid={error ? true : undefined}
          />
        </div>
        <BecauseField form={form} typed={returned} words={words} />
        <button className="button">{keeping.save}</button>
      </form>
    </details>
  )
}
