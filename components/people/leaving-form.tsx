import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../form/error-summary'
import { ChoiceField, TextField } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'

type Props = { typed: Typed | null; hasPassword: boolean; name: string; newKey: string; lang: Language; words: Words }

/** What becomes of what one wrote, and the password: the confirmation itself, on a page of its own. */
export function LeavingForm({ typed, hasPassword, name, newKey, lang, words }: Props) {
  const { people } = words
  const { leaving } = people
  const problems = typed?.problems ?? []
  const error = (path: string) => problemAt(problems, path, words)
  return (
    <form method="post" action="/do/leave-for-good" className="mt-6">
      <ErrorSummary problems={problems} words={words} />
      <FormKey formKey={typed?.key ?? newKey} lang={lang} back="/me/leave" />
      <ChoiceField name="cases" label={leaving.cases} kind="radio" options={leaving.casesChoices} values={[typed?.fields.cases?.[0] ?? 'keep']} error={error('cases')} />
      <ChoiceField name="replies" label={leaving.replies} kind="radio" options={leaving.repliesChoices} values={[typed?.fields.replies?.[0] ?? 'keep']} error={error('replies')} />
      <input type="hidden" autoComplete="username" value={name} />
      {hasPassword
        ? <TextField className="max-w-[26rem]" name="password" label={people.password} type="password" autoComplete="current-password" required error={error('password')} />
        : <input type="hidden" name="password" value="" />}
      <ChoiceField name="sure" label={leaving.title} kind="checkbox" options={[['on', leaving.sure]]} values={[]} error={error('sure')} />
      <button className="button">{leaving.submit}</button>
    </form>
  )
}
