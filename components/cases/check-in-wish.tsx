import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'

type Props = {
  /** Null: all one's cases. */
  caseId: number | null
  /** One is asked as it is. */
  on: boolean
  lang: Language
  words: Words
  back: string
  newKey: () => string
}

/** Whether one is asked from time to time if a case still waits: what holds now, and a button that turns it over. */
export function CheckInWish({ caseId, on, lang, words, back, newKey }: Props) {
  const { checkIn } = words.together
  const [about, press] = caseId === null ? [checkIn.all, checkIn.pressAll] : [checkIn.one, checkIn.pressOne]
  return (
    <form method="post" action="/do/wish-check-ins" className="text-small">
      <FormKey formKey={newKey()} lang={lang} back={back} />
      <input type="hidden" name="case" value={caseId ?? ''} />
      <input type="hidden" name="wanted" value={on ? 'off' : 'on'} />
      <span className="text-soft">{on ? about.on : about.off}</span> <button className="word-button">{on ? press.off : press.on}</button>
    </form>
  )
}

type TapProps = Pick<Props, 'lang' | 'words' | 'newKey'> & { caseId: number }

/** "Still waiting" in one tap, where one was asked. */
export function StillWaitingTap({ caseId, lang, words, newKey }: TapProps) {
  return (
    <form method="post" action="/do/confirm-case">
      <FormKey formKey={newKey()} lang={lang} back={`/cases/${caseId}`} />
      <input type="hidden" name="case" value={caseId} />
      <input type="hidden" name="type" value="still_waiting" />
      <input type="hidden" name="when" value="now" />
      <button className="button">{words.cases.stillWaiting}</button>
    </form>
  )
}
