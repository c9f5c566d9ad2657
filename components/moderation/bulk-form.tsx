import { bulkDeeds, nameOf, type Batch } from '@/domain/moderation/batch'
import { valueOf } from '@/domain/fields'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import type { Typed } from '../form/typed'
import { BecauseField } from './because-field'
import { FormProblems } from './form-problems'
import { returnedTo } from './returned'

type Props = {
  batch: Batch; digest: string; most: number; mayClear: boolean; lang: Language; words: Words; back: string; newKey: () => string; typed: Typed | null
}

/** What a moderator does to a batch he has looked at: one deed to all of it, or the end of its review. */
export function BulkForm({ batch, digest, most, mayClear, lang, words, back, newKey, typed }: Props) {
  const { batches } = words
  const same = { batch: nameOf(batch) }
  const [doing, clearing] = [returnedTo(typed, ['do-in-bulk'], same), returnedTo(typed, ['clear-batch'], same)]
  const chosen = valueOf(doing?.fields ?? {}, 'deed') || bulkDeeds[0]
  const hidden = <input type="hidden" name="batch" value={nameOf(batch)} />
  return (
    <>
      <form method="post" action="/do/do-in-bulk" className="max-w-form">
        <FormProblems typed={doing} words={words} />
        <FormKey formKey={doing?.key ?? newKey()} lang={lang} back={back} />
        {hidden}
        <input type="hidden" name="digest" value={digest} />
        <fieldset className="mb-4">
          <legend className="mb-1 font-semibold">{batches.deed}</legend>
          {bulkDeeds.map(deed => (
            <label key={deed} className="flex min-h-11 items-start gap-3 py-2">
              <input type="radio" name="deed" value={deed} defaultChecked={deed === chosen} className="mt-1" />
              <span>{batches.deeds[deed]}</span>
            </label>
          ))}
        </fieldset>
        <p className="hint mb-3">{batches.once} {batches.bounded(most)}</p>
        <BecauseField form="bulk" typed={doing} words={words} />
        <button className="button">{batches.apply}</button>
      </form>
      {mayClear && (
        <details className="mt-6 border-t border-hair" open={clearing !== null}>
          <summary className="min-h-11 py-2 text-small text-soft">{batches.clear}</summary>
          <form method="post" action="/do/clear-batch" className="max-w-form pb-6">
            <p className="hint mb-3">{batches.clearHint}</p>
            <FormProblems typed={clearing} words={words} />
            <FormKey formKey={clearing?.key ?? newKey()} lang={lang} back={back} />
            {hidden}
            <BecauseField form="clear" typed={clearing} words={words} />
            <button className="button">{batches.clear}</button>
          </form>
        </details>
      )}
    </>
  )
}
