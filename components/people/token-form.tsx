import { lifetimes, type Scope } from '@/domain/people/api-token'
import { valueOf } from '@/domain/fields'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../form/error-summary'
import { ChoiceField, SelectField, TextField } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'
import { ProofField } from './proof-field'

type Props = { typed: Typed | null; proof: 'none' | 'password'; owner: string; newKey: string; offered: readonly Scope[]; lang: Language; words: Words }

export function TokenForm({ typed, proof, owner, newKey, offered, lang, words }: Props) {
  const { tokens: say } = words
  const problems = typed?.problems ?? []
  const fields = typed?.fields ?? {}
  return (
    <form method="post" action="/do/make-token" className="max-w-[34rem]">
      <ErrorSummary problems={problems} words={words} />
      <FormKey formKey={typed?.key ?? newKey} lang={lang} back="/me/tokens" />
      <TextField
        name="name" label={say.name} hint={say.nameHint} defaultValue={valueOf(fields, 'name')} maxLength={100}
        autoComplete="off" required error={problemAt(problems, 'name', words)}
      />
      <ChoiceField
        kind="checkbox" name="scopes" label={say.scopes} values={fields.scopes ?? []}
        options={offered.map(scope => [scope, ...say.scope[scope]] as const)} error={problemAt(problems, 'scopes', words)}
      />
      <SelectField
        name="days" label={say.days} value={typed ? valueOf(fields, 'days') : '90'}
        options={lifetimes.map(days => [days, say.lifetimes[days]!] as const)} error={problemAt(problems, 'days', words)}
      />
      <ProofField proof={proof} name={owner} error={problemAt(problems, 'password', words)} words={words.people} />
      <button className="button button-main">{say.submit}</button>
    </form>
  )
}
