import { valueOf } from '@/domain/fields'
import { longestName } from '@/domain/people/name'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../form/error-summary'
import { TextField } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'
import { ProofField } from './proof-field'

type Props = { typed: Typed | null; proof: 'none' | 'password'; name: string; newKey: string; lang: Language; words: Words }

export function NameForm({ typed, proof, name, newKey, lang, words }: Props) {
  const { renaming: say, people } = words
  const problems = typed?.problems ?? []
  return (
    <form method="post" action="/do/change-name" className="mt-6 max-w-[26rem]">
      <ErrorSummary problems={problems} words={words} />
      <FormKey formKey={typed?.key ?? newKey} lang={lang} back="/me/name" />
      <TextField
        name="name" label={say.next} hint={people.nameHint} required maxLength={longestName * 4} autoComplete="off" spellCheck={false}
        defaultValue={typed ? valueOf(typed.fields, 'name') : ''} error={problemAt(problems, 'name', words)}
      />
      <ProofField proof={proof} name={name} error={problemAt(problems, 'password', words)} words={people} />
      <button className="button button-main">{say.submit}</button>
    </form>
  )
}
