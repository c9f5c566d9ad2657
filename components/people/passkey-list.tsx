import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'
import { TimeOf } from '../say/time-of'
import { ProofField } from './proof-field'

type Props = {
  keys: { id: number; name: string; createdAt: number; lastUsedAt: number | null }[]
  typed: Typed | null
  proof: 'none' | 'password' | 'sign_in'
  name: string
  newKey: () => string
  lang: Language
  words: Words
}

/** The devices that sign this person in: one form, and a button beside each that takes it away. */
export function PasskeyList({ keys, typed, proof, name, newKey, lang, words }: Props) {
  const { passkeys: say, people } = words
  const error = problemAt(typed?.act === 'remove-passkey' ? typed.problems : [], 'current_password', words)
  if (keys.length === 0) return <p className="mt-4">{say.none}</p>
  return (
    <form method="post" action="/do/remove-passkey" className="mt-8">
      <h2 className="text-lead">{say.list}</h2>
      <FormKey formKey={newKey()} lang={lang} back="/me/passkeys" />
      <ul className="mt-2 mb-4 border-t border-hair">
        {keys.map(key => (
          <li key={key.id} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-hair py-2">
            <p>
              <bdi>{key.name}</bdi>
              <span className="hint block">
                {say.since} <TimeOf at={key.createdAt} dayOnly /> · {key.lastUsedAt === null ? say.neverUsed : <>{say.used} <TimeOf at={key.lastUsedAt} /></>}
              </span>
            </p>
            {proof !== 'sign_in' && (
              <button className="word-button" name="passkey" value={key.id} aria-label={`${say.remove} ${key.name}`}>{say.remove}</button>
            )}
          </li>
        ))}
      </ul>
      <div className="max-w-[26rem]"><ProofField proof={proof} field="current_password" name={name} error={error} words={people} /></div>
    </form>
  )
}
