import { longestReason } from '@/domain/moderation/because'
import { valueOf } from '@/domain/fields'
import type { Words } from '@/messages/words'
import { LineField } from './line-field'
import type { Typed } from '../form/typed'

/** The reason that every act of moderation asks for. */
export function BecauseField({ form, typed, words }: { form: string; typed: Typed | null; words: Words }) {
  const { because, becauseHint } = words.site
  const value = valueOf(typed?.fields ?? {}, 'because')
  return (
    <LineField
      {...{ form, typed, words, value }} name="because" label={because} hint={becauseHint} longest={longestReason}
    />
  )
}
