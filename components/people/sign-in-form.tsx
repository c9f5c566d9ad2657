import { valueOf } from '@/domain/fields'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../form/error-summary'
import { TextField } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'

type Props = { typed: Typed | null; newKey: string; back: string; then: string; lang: Language; words: Words }

export function SignInForm({ typed, newKey, back, then, lang, words }: Props) {
  const { people } = words
  const problems = typed?.problems ?? []
  return (
    <form method="post" action="/do/sign-in">
      <ErrorSummary problems={problems} words={words} />
      <FormKey formKey={typed?.key ?? newKey} lang={lang} back={back} />
      <input type="hidden" name="then" value={then} />
      <TextField
        name="name" label={people.name} autoComplete="username" required autoCapitalize="none" spellCheck={false}
        defaultValue={typed ? valueOf(typed.fields, 'name') : ''} error={problemAt(problems, 'name', words)}
      />
      <TextField
        name="password" label={people.password} type="password" autoComplete="current-password" required
        error={problemAt(problems, 'password', words)}
      />
      <button className="button button-main">{people.signIn.submit}</button>
    </form>
  )
}
