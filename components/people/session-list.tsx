import { readDevice } from '@/domain/people/session'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { TimeOf } from '../say/time-of'

export type SessionInList = { id: number; device: string; createdAt: number; lastSeenAt: number }

type Props = {
  sessions: SessionInList[]
  /** The one that is reading this. */
  current: number
  newKey: () => string
  lang: Language
  words: Words['people']['sessions']
}

/** Everywhere a person is signed in, each with its way out. */
export function SessionList({ sessions, current, newKey, lang, words }: Props) {
  return (
    <ul className="border-t border-hair">
      {sessions.map(session => (
        <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-hair py-2">
          <p>
            {deviceWords(session.device, words)}
            {session.id === current && <strong className="ml-2 text-small text-accent">{words.here}</strong>}
            <span className="hint block">
              {words.seen} <TimeOf at={session.lastSeenAt} /> · {words.since} <TimeOf at={session.createdAt} />
            </span>
          </p>
          <form method="post" action="/do/revoke-session">
            <FormKey formKey={newKey()} lang={lang} back="/me/sessions" />
            <input type="hidden" name="session" value={session.id} />
            <button className="word-button">{words.end}</button>
          </form>
        </li>
      ))}
    </ul>
  )
}

function deviceWords(device: string, words: Words['people']['sessions']): string {
  const { browser, system } = readDevice(device)
  return words.device(words.browsers[browser], words.systems[system])
}
