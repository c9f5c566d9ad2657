import { mailHows, type MailHow } from '@/domain/following/mail-wish'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ChoiceField } from '../form/field'
import { FormKey } from '../form/form-key'

type Props = { how: MailHow; lang: Language; words: Words['noticeMail']; newKey: string }

/** How somebody wants notices to be sent. */
export function MailWishForm({ how, lang, words, newKey }: Props) {
  const options = mailHows.map((it): [string, string, string] => [it, ...words.hows[it]])
  return (
    <form method="post" action="/do/set-mail-wish">
      <FormKey formKey={newKey} lang={lang} back="/me/mail" />
      <ChoiceField name="how" label={words.how} kind="radio" options={options} values={[how]} />
      <button className="button button-main">{words.submit}</button>
    </form>
  )
}
