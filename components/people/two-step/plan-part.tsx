import { ErrorSummary } from '../../form/error-summary'
import { TextField } from '../../form/field'
import { FormKey } from '../../form/form-key'
import { problemAt } from '../../form/problems'
import type { OwnDoor } from './begin-form'
import { QrCode } from './qr-code'

type Props = OwnDoor & {
  /** What the authenticator is to keep; null when only the codes are new ones. */
  secret: { text: string; address: string } | null
  codes: string[]
}

/** What is about to hold, to be kept before it is confirmed. */
export function PlanPart({ secret, codes, typed, newKey, then, back, lang, words }: Props) {
  const { twoStep } = words
  const problems = typed?.act === 'confirm-two-step' ? typed.problems : []
  return (
    <>
      <ErrorSummary problems={problems} words={words} />
      {secret && (
        <section className="mt-8">
          <h2 className="text-lead">{twoStep.scan}</h2>
          <div className="mt-3 flex flex-wrap items-start gap-6">
            <QrCode text={secret.address} label={twoStep.qr} />
            <div className="min-w-0 basis-72 grow">
              <p className="hint">{twoStep.scanHint}</p>
              <a className="lone" href={secret.address}>{twoStep.openApp}</a>
              <p className="mt-2 font-semibold">{twoStep.secret}</p>
              <p className="font-mono" translate="no">{secret.text.match(/.{1,4}/g)!.join(' ')}</p>
            </div>
          </div>
        </section>
      )}
      <section className="mt-8">
        {secret && <h2 className="text-lead">{twoStep.keep}</h2>}
        <p className="hint">{twoStep.keepHint}</p>
        <ul className="mt-3 grid max-w-[26rem] grid-cols-2 gap-x-6 border-y border-hair py-3 font-mono" translate="no">
          {codes.map(code => <li key={code}>{code}</li>)}
        </ul>
        <form method="post" action="/do/take-recovery-codes" className="mt-3">
          <FormKey formKey={newKey()} lang={lang} back={back} />
          <button className="button">{twoStep.download}</button>
        </form>
      </section>
      <form method="post" action="/do/confirm-two-step" className="mt-8 max-w-[26rem]">
        {secret && <h2 className="mb-3 text-lead">{twoStep.confirmTitle}</h2>}
        <FormKey formKey={newKey()} lang={lang} back={back} />
        <input type="hidden" name="then" value={then} />
        {secret && (
          <TextField
            name="one_time_code" label={twoStep.code} hint={twoStep.codeHint} inputMode="numeric" autoComplete="one-time-code" required
            spellCheck={false} error={problemAt(problems, 'one_time_code', words)}
          />
        )}
        <button className="button button-main">{secret ? twoStep.confirm : twoStep.confirmCodes}</button>
        <p className="hint mt-1">{secret ? twoStep.confirmHint : twoStep.confirmCodesHint}</p>
      </form>
      <form method="post" action="/do/drop-two-step" className="mt-3">
        <FormKey formKey={newKey()} lang={lang} back={back} />
        <button className="word-button">{twoStep.cancel}</button>
      </form>
    </>
  )
}
