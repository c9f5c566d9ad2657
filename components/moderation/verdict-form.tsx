import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import type { Typed } from '../form/typed'
import { BecauseField } from './because-field'
import { FormProblems } from './form-problems'
import { returnedTo } from './returned'

type Props = { appealId: number; typed: Typed | null; newKey: () => string; lang: Language; words: Words }

/** A second moderator's verdict: two buttons under one reason. */
export function VerdictForm({ appealId, typed, newKey, lang, words }: Props) {
  const returned = returnedTo(typed, ['decide-appeal'], { appeal: appealId })
  const { decide } = words.appeals
  return (
    <form method="post" action="/do/decide-appeal" className="mt-3 max-w-form">
      <FormProblems typed={returned} words={words} />
      <FormKey formKey={returned?.key ?? newKey()} lang={lang} back="/moderation/appeals" />
      <input type="hidden" name="appeal" value={appealId} />
      <BecauseField form={`appeal-${appealId}`} typed={returned} words={words} />
      <div className="flex flex-wrap gap-3">
        <button className="button" name="verdict" value="uphold">{decide.uphold}</button>
        <button className="button" name="verdict" value="overturn">{decide.overturn}</button>
      </div>
    </form>
  )
}
