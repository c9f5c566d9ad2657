import type { Language } from '@/messages/languages'

type Props = {
  /** The idempotency key: new for a new form, the draft's own for one that comes back. */
  formKey: string
  lang: Language
  /** Where the form stands, as Chinese has it: what could not be published is shown there again. */
  back: string
}

/** The three hidden fields that the door asks of every form. */
export function FormKey({ formKey, lang, back }: Props) {
  return (
    <>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="lang" value={lang} />
      <input type="hidden" name="back" value={back} />
    </>
  )
}
