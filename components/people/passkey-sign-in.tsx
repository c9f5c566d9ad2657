import type { Problem } from '@/domain/case/problem'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'

type Props = {
  options: { challenge: string; [member: string]: unknown }
  problems: Problem[]
  newKey: string
  then: string
  back: string
  lang: Language
  words: Words
}

/** Signs in with a key of the device; seen only where the browser knows such keys (components/enhance/passkeys.ts). */
export function PasskeySignIn({ options, problems, newKey, then, back, lang, words }: Props) {
  const failed = problemAt(problems, 'one_time_passkey', words)
  return (
    <form method="post" action="/do/sign-in-by-passkey" data-passkey="get" data-options={JSON.stringify(options)} hidden className="mt-4">
      <FormKey formKey={newKey} lang={lang} back={back} />
      <input type="hidden" name="then" value={then} />
      <input type="hidden" name="one_time_passkey" value="" />
      <button className="button">{words.passkeys.signIn}</button>
      <p role="alert" data-failed="" hidden={!failed} className="error mt-2">{words.passkeys.failed}</p>
    </form>
  )
}
