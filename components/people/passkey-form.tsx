import { valueOf } from '@/domain/fields'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../form/error-summary'
import { TextField } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'
import { ProofField } from './proof-field'

type Props = {
  options: { challenge: string; [member: string]: unknown }
  typed: Typed | null
  proof: 'none' | 'password' | 'sign_in'
  name: string
  newKey: string
  lang: Language
  words: Words
}

/** Has the device make a key; seen only where the browser knows such keys (components/enhance/passkeys.ts). */
export function PasskeyForm({ options, typed, proof, name, newKey, lang, words }: Props) {
  const { passkeys: say, people } = words
  const own = typed?.act === 'add-passkey' ? typed : null
  const error = (path: string) => problemAt(own?.problems ?? [], path, words)
  return (
    <>
      <p data-no-passkeys="" className="mt-8">{say.unsupported}</p>
      <form method="post" action="/do/add-passkey" data-passkey="create" data-options={JSON.stringify(options)} hidden className="mt-8 max-w-[26rem]">
        <h2 className="mb-3 text-lead">{say.add}</h2>
        <ErrorSummary problems={own?.problems ?? []} words={words} />
        <FormKey formKey={newKey} lang={lang} back="/me/passkeys" />
        <input type="hidden" name="one_time_passkey" value="" />
        <TextField
          name="name" label={say.name} hint={say.nameHint} required maxLength={40} autoComplete="off"
          defaultValue={own ? valueOf(own.fields, 'name') : ''} error={error('name')}
        />
        <ProofField proof={proof} name={name} error={error('password')} words={people} />
        <button className="button button-main">{say.submit}</button>
        <p role="alert" data-failed="" hidden className="error mt-2">{say.failed}</p>
      </form>
    </>
  )
}
