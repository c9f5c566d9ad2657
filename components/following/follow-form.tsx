import type { FollowSubject } from '@/domain/following/subjects'
import type { Known } from '@/domain/people/audience'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { WishButton } from '../thread/wish-button'

type Props = {
  subject: FollowSubject
  target: string
  followed: Known
  lang: Language
  words: Words['following']
  /** The page it stands on. */
  back: string
  newKey: () => string
}

/** Asks to be told of something, or no longer. */
export function FollowForm({ subject, target, followed, lang, words, back, newKey }: Props) {
  return (
    <form method="post" action="/do/follow" id="follow" data-quiet="">
      <FormKey formKey={newKey()} lang={lang} back={back} />
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="target" value={target} />
      <WishButton held={followed} yes={words.stop[subject]} no={words.follow[subject]} />
    </form>
  )
}
