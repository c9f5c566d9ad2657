import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../../form/error-summary'
import { TextField } from '../../form/field'
import { FormKey } from '../../form/form-key'
import { problemAt } from '../../form/problems'
import type { Typed } from '../../form/typed'

type Props = { typed: Typed | null; newKey: () => string; back: string; lang: Language; words: Words }

/** The second step of signing in: the authenticator's six digits, or a recovery code. */
export function SecondStepForm({ typed, newKey, back, lang, words }: Props) {
  const { atSignIn, code, codeHint } = words.twoStep
  const problems = typed?.problems ?? []
  const recovering = problems.some(it => it.path === 'one_time_recovery')
  return (
    <>
      <ErrorSummary problems={problems} words={words} />
      <form method="post" action="/do/second-step">
        <FormKey formKey={newKey()} lang={lang} back={back} />
        <TextField
          name="one_time_code" label={code} hint={codeHint} inputMode="numeric" autoComplete="one-time-code" required
          autoFocus={!recovering} spellCheck={false} error={problemAt(problems, 'one_time_code', words)}
        />
        <button className="button button-main">{atSignIn.submit}</button>
      </form>
      <details className="mt-8" open={recovering}>
        <summary className="word-button">{atSignIn.lost}</summary>
        <form method="post" action="/do/second-step" className="mt-3">
          <FormKey formKey={newKey()} lang={lang} back={back} />
          <TextField
            name="one_time_recovery" label={atSignIn.recovery} hint={atSignIn.recoveryHint} autoComplete="off" required
            autoCapitalize="none" spellCheck={false} error={problemAt(problems, 'one_time_recovery', words)}
          />
          <button className="button">{atSignIn.submit}</button>
          <p className="hint mt-3">{atSignIn.allLost}</p>
        </form>
      </details>
    </>
  )
}
