import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../form/error-summary'
import { TextField } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'

type Props = { use: 'confirm' | 'sign_in' | 'recover'; token: string; typed: Typed | null; newKey: string; lang: Language; words: Words }

/** The button that uses a link up; for a new password, with its field. */
export function MailLinkForm({ use, token, typed, newKey, lang, words }: Props) {
  const { people, byMail } = words
  const problems = typed?.problems ?? []
  return (
    <form method="post" action="/do/use-mail-link">
      <ErrorSummary problems={problems} words={words} />
      <FormKey formKey={newKey} lang={lang} back={`/mail-link?${new URLSearchParams({ token })}`} />
      <input type="hidden" name="token" value={token} />
      {use === 'recover' && (
        <TextField
          name="new_password" label={people.newPassword} hint={people.passwordHint} type="password" autoComplete="new-password" required
          error={problemAt(problems, 'new_password', words)}
        />
      )}
      <button className="button button-main">{byMail.page.press[use]}</button>
    </form>
  )
}
