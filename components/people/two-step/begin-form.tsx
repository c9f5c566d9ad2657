import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../../form/error-summary'
import { FormKey } from '../../form/form-key'
import { problemAt } from '../../form/problems'
import type { Typed } from '../../form/typed'
import { ProofField } from '../proof-field'

export type OwnDoor = {
  typed: Typed | null
  proof: 'none' | 'password' | 'sign_in'
  name: string
  newKey: () => string
  /** Where to go on afterwards, as Chinese has it. */
  then: string
  back: string
  lang: Language
  words: Words
}

type Props = OwnDoor & { label: string; hint: string; main?: boolean }

/** Asks for a new secret and codes, or for new codes alone. */
export function BeginForm({ typed, proof, name, newKey, then, back, lang, words, label, hint, main = false }: Props) {
  const problems = typed?.act === 'plan-two-step' ? typed.problems : []
  if (proof === 'sign_in') return <p className="mt-4">{words.twoStep.proofSignIn}</p>
  return (
    <form method="post" action="/do/plan-two-step" className="mt-4 max-w-[26rem]">
      <ErrorSummary problems={problems} words={words} />
      <FormKey formKey={newKey()} lang={lang} back={back} />
      <input type="hidden" name="then" value={then} />
      <ProofField proof={proof} name={name} error={problemAt(problems, 'password', words)} words={words.people} />
      <button className={`button ${main ? 'button-main' : ''}`}>{label}</button>
      <p className="hint mt-1">{hint}</p>
    </form>
  )
}
