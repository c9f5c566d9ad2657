import { valueOf } from '@/domain/fields'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../form/error-summary'
import { TextField } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'
import { ProofField } from '../people/proof-field'

type Props = { typed: Typed | null; proof: 'none' | 'password'; owner: string; back: string; newKey: string; lang: Language; words: Words }

/** Asks for the address of one more webhook. */
export function WebhookForm({ typed, proof, owner, back, newKey, lang, words }: Props) {
  const { webhooks: say } = words
  const problems = typed?.problems ?? []
  return (
    <form method="post" action="/do/add-webhook">
      <ErrorSummary problems={problems} words={words} />
      <FormKey formKey={typed?.key ?? newKey} lang={lang} back={back} />
      <TextField
        name="address" label={say.address} hint={say.addressHint} defaultValue={valueOf(typed?.fields ?? {}, 'address')} maxLength={500}
        type="text" inputMode="url" autoComplete="off" spellCheck={false} dir="ltr" required error={problemAt(problems, 'address', words)}
      />
      <ProofField proof={proof} name={owner} error={problemAt(problems, 'password', words)} words={words.people} />
      <button className="button button-main">{say.submit}</button>
    </form>
  )
}
