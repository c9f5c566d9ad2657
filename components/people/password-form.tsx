import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../form/error-summary'
import { TextField } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'

type Props = { typed: Typed | null; name: string; /** How many of his API tokens work. */ tokens: number; newKey: string; lang: Language; words: Words }

/** Offers to revoke the tokens too: whoever was in could have made one. */
export function EndTokens({ tokens, say }: { tokens: number; say: Words['people']['sessions'] }) {
  if (tokens === 0) return null
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2.5">
      <input type="checkbox" name="end_tokens" value="on" defaultChecked /> {say.alsoEndTokens(tokens)}
    </label>
  )
}

export function PasswordForm({ typed, name, tokens, newKey, lang, words }: Props) {
  const { people } = words
  const problems = typed?.problems ?? []
  return (
    <form method="post" action="/do/change-password" className="max-w-[26rem]">
      <ErrorSummary problems={problems} words={words} />
      <FormKey formKey={typed?.key ?? newKey} lang={lang} back="/me/sessions" />
      {/* For password managers: whose password this is. */}
      <input type="hidden" autoComplete="username" value={name} />
      <TextField
        name="current_password" label={people.currentPassword} type="password" autoComplete="current-password" required
        error={problemAt(problems, 'current_password', words)}
      />
      <TextField
        name="new_password" label={people.newPassword} hint={people.passwordHint} type="password"
        autoComplete="new-password" required error={problemAt(problems, 'new_password', words)}
      />
      <div className="mb-6">
        <label className="flex min-h-11 cursor-pointer items-center gap-2.5">
          <input type="checkbox" name="end_others" value="on" defaultChecked /> {people.sessions.alsoEndOthers}
        </label>
        <EndTokens tokens={tokens} say={people.sessions} />
      </div>
      <button className="button">{people.sessions.change}</button>
    </form>
  )
}
