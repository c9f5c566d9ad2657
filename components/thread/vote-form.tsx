import type { Known } from '@/domain/people/audience'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { WishButton } from './wish-button'

type Props = {
  subject: 'case' | 'reply'
  id: number
  count: number
  /** The reader has agreed: the button takes it back. */
  agreed: Known
  lang: Language
  words: Words['thread']
  back: string
  newKey: () => string
}

/** Agree, or take it back: a button that says the number. Guests may press it too and sign in then. */
export function VoteForm({ subject, id, count, agreed, lang, words, back, newKey }: Props) {
  return (
    <form method="post" action="/do/vote" id={subject === 'case' ? 'vote-case' : `vote-${id}`} data-quiet="">
      <FormKey formKey={newKey()} lang={lang} back={back} />
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="id" value={id} />
      <WishButton held={agreed} yes={words.agreed(count)} no={words.agree(count)} />
    </form>
  )
}
