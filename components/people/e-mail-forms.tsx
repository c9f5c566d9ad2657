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
  hasAddress: boolean
  typed: Typed | null
  proof: 'none' | 'password' | 'sign_in'
  name: string
  newKey: () => string
  lang: Language
  words: Words
}

/** Adds or changes the address, and takes it away. */
export function EMailForms({ hasAddress, typed, proof, name, newKey, lang, words }: Props) {
  const { byMail, people, twoStep } = words
  const [keeping, dropping] = (['keep-e-mail', 'drop-e-mail'] as const).map(act => (typed?.act === act ? typed : null))
  if (proof === 'sign_in') return <p className="mt-4">{twoStep.proofSignIn}</p>
  const error = (of: Typed | null | undefined, path: string) => problemAt(of?.problems ?? [], path, words)
  return (
    <>
      <form method="post" action="/do/keep-e-mail" className="mt-8 max-w-[26rem]">
        <h2 className="mb-3 text-lead">{hasAddress ? byMail.change : byMail.add}</h2>
        <ErrorSummary problems={keeping?.problems ?? []} words={words} />
        <FormKey formKey={newKey()} lang={lang} back="/me/e-mail" />
        <TextField
          name="address" label={byMail.address} type="email" autoComplete="email" required spellCheck={false}
          defaultValue={keeping ? valueOf(keeping.fields, 'address') : ''} error={error(keeping, 'address')}
        />
        <ProofField proof={proof} name={name} error={error(keeping, 'password')} words={people} />
        <button className="button button-main">{byMail.send}</button>
        <p className="hint mt-1">{byMail.sendHint}</p>
      </form>
      {hasAddress && (
        <form method="post" action="/do/drop-e-mail" className="mt-10 max-w-[26rem] border-t border-hair pt-6">
          <ErrorSummary problems={dropping?.problems ?? []} words={words} />
          <FormKey formKey={newKey()} lang={lang} back="/me/e-mail" />
          <ProofField proof={proof} field="current_password" name={name} error={error(dropping, 'current_password')} words={people} />
          <button className="button">{byMail.remove}</button>
          <p className="hint mt-1">{byMail.removeHint}</p>
        </form>
      )}
    </>
  )
}
