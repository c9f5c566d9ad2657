import { valueOf } from '@/domain/fields'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../form/error-summary'
import { TextField } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'
import { SignUpGuard } from './sign-up-guard'

type Guard = { opened: string; work: string; solver: string; after: number; question: { first: number; second: number } }

type Props = {
  typed: Typed | null
  newKey: string
  back: string
  then: string
  /** The provider that has confirmed somebody; then no password is asked for. */
  via: string | null
  suggestedName: string
  /** What it brings along so that no program signs up by the thousand; null where nothing is asked. */
  guard: Guard | null
  lang: Language
  words: Words
}

export function SignUpForm({ typed, newKey, back, then, via, suggestedName, guard, lang, words }: Props) {
  const { people } = words
  const problems = typed?.problems ?? []
  return (
    <form
      method="post" action="/do/sign-up"
      {...(guard && { 'data-work': guard.work, 'data-solver': guard.solver, 'data-after': guard.after })}
    >
      <ErrorSummary problems={problems} words={words} />
      <FormKey formKey={typed?.key ?? newKey} lang={lang} back={back} />
      <input type="hidden" name="then" value={then} />
      {via && <input type="hidden" name="via" value={via} />}
      <TextField
        name="name" label={people.name} hint={people.nameHint} autoComplete="username" required autoCapitalize="none"
        spellCheck={false} defaultValue={typed ? valueOf(typed.fields, 'name') : suggestedName}
        error={problemAt(problems, 'name', words)}
      />
      {!via && (
        // No maxLength: it would cut a longer one without a word, and the hash would be of the stump.
        <TextField
          name="password" label={people.password} hint={people.passwordHint} type="password" autoComplete="new-password"
          required error={problemAt(problems, 'password', words)}
        />
      )}
      {guard && <SignUpGuard opened={guard.opened} question={guard.question} problems={problems} words={words} />}
      <button className="button button-main">{via ? people.signUp.viaSubmit : people.signUp.submit}</button>
    </form>
  )
}
