import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import type { Typed } from '../form/typed'
import { sayDay } from '../say/time'
import { BecauseField } from './because-field'
import { FormProblems } from './form-problems'
import { returnedTo } from './returned'

type Props = {
  caseId: number
  /** Whether this moderator may merge it into another: it is not his own. */
  may: boolean
  /** What was merged into it and still is (db/cases/merges.ts). */
  merged: { id: number; caseId: number; by: string; at: number; reason: string }[]
  lang: Language
  words: Words
  back: string
  newKey: () => string
  typed: Typed | null
}

/** For moderators: leads to the preview of a merge, and takes back those that were made into this case. */
export function MergePanel({ caseId, may, merged, lang, words, back, newKey, typed }: Props) {
  const { merging } = words
  return (
    <>
      {may && (
        <details className="border-t border-hair">
          <summary className="min-h-11 py-2 text-small text-soft">{merging.title}</summary>
          <form action={pathIn(lang, '/moderation/merge')} className="max-w-form pb-6">
            <p className="hint mb-3">{merging.hint}</p>
            <input type="hidden" name="case" value={caseId} />
            <label htmlFor="merge-into" className="mb-1 block font-semibold">{merging.into}</label>
            <input id="merge-into" name="into" required inputMode="numeric" autoComplete="off" maxLength={12} />{' '}
            <button className="button">{merging.preview}</button>
          </form>
        </details>
      )}
      {merged.map(it => {
        const returned = returnedTo(typed, ['unmerge-case'], { merge: it.id })
        return (
          <details key={it.id} className="border-t border-hair" open={returned !== null}>
            <summary className="min-h-11 py-2 text-small text-soft">{merging.undoTitle(it.caseId)}</summary>
            <form method="post" action="/do/unmerge-case" className="max-w-form pb-6">
              <p className="hint mb-3"><bdi>{merging.mergedBy(it.by, sayDay(it.at), it.reason)}</bdi></p>
              <FormProblems typed={returned} words={words} />
              <FormKey formKey={returned?.key ?? newKey()} lang={lang} back={back} />
              <input type="hidden" name="merge" value={it.id} />
              <BecauseField form={`merge-${it.id}`} typed={returned} words={words} />
              <button className="button">{merging.undo}</button>
            </form>
          </details>
        )
      })}
    </>
  )
}
