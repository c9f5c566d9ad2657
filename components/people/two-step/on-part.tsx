import { sayDay } from '../../say/time'
import { ErrorSummary } from '../../form/error-summary'
import { TextField } from '../../form/field'
import { FormKey } from '../../form/form-key'
import { problemAt } from '../../form/problems'
import { ProofField } from '../proof-field'
import { BeginForm, type OwnDoor } from './begin-form'

// Two or three are used up in one bad week.
const few = 3

/** Two steps as they hold: how many recovery codes are left, new ones, and the way out. */
export function OnPart({ since, codesLeft, ...door }: OwnDoor & { since: number; codesLeft: number }) {
  const { typed, proof, name, newKey, back, lang, words } = door
  const { twoStep } = words
  const problems = typed?.act === 'turn-off-two-step' ? typed.problems : []
  const error = (path: string) => problemAt(problems, path, words)
  return (
    <>
      <p className="mt-4">{twoStep.on(sayDay(since), codesLeft)}</p>
      {codesLeft <= few && <p className="error">{twoStep.fewLeft}</p>}
      <BeginForm {...door} label={twoStep.renew} hint={twoStep.renewHint} />
      {proof !== 'sign_in' && (
        <form method="post" action="/do/turn-off-two-step" className="mt-10 max-w-[26rem] border-t border-hair pt-6">
          <ErrorSummary problems={problems} words={words} />
          <FormKey formKey={newKey()} lang={lang} back={back} />
          <ProofField proof={proof} field="current_password" name={name} error={error('current_password')} words={words.people} />
          <TextField
            name="one_time_code" label={twoStep.codeOrRecovery} autoComplete="one-time-code" required autoCapitalize="none"
            spellCheck={false} error={error('one_time_code')}
          />
          <button className="button">{twoStep.turnOff}</button>
        </form>
      )}
    </>
  )
}
