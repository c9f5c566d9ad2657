import type { Known } from '@/domain/people/audience'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { WishButton } from './wish-button'

type Props = {
  caseId: number
  count: number
  /** It is among the reader's favourites: the button takes it out. */
  kept: Known
  lang: Language
  words: Words['thread']
  back: string
  newKey: () => string
}

/** Keeps a case among one's own, or lets it go. */
export function FavouriteForm({ caseId, count, kept, lang, words, back, newKey }: Props) {
  return (
    <form method="post" action="/do/favourite" id="favourite" data-quiet="">
      <FormKey formKey={newKey()} lang={lang} back={back} />
      <input type="hidden" name="case" value={caseId} />
      <WishButton held={kept} yes={words.favourited(count)} no={words.favourite(count)} />
    </form>
  )
}
