import type { Scope } from '@/domain/people/api-token'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { sayDay } from '../say/time'

export type TokenInList = {
  id: number
  name: string
  scopes: readonly Scope[]
  twoSteps: boolean
  /** Epoch milliseconds, these and below. */
  createdAt: number
  expiresAt: number | null
  usedOn: number | null
}

type Props = { tokens: TokenInList[]; mayModerate: boolean; twoStepsNeeded: boolean; now: number; newKey: () => string; lang: Language; words: Words }

/** Every token a person has made, with what it may do and the way to end it. */
export function TokenList({ tokens, mayModerate, twoStepsNeeded, now, newKey, lang, words }: Props) {
  const { tokens: say, site } = words
  if (tokens.length === 0) return <p>{say.none}</p>
  return (
    <ul className="border-t border-hair">
      {tokens.map(token => (
        <li key={token.id} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-hair py-2">
          <div>
            <p><bdi className="font-semibold">{token.name}</bdi> <span className="ml-2 text-small">{token.scopes.map(scope => say.scope[scope][0]).join(' · ')}</span></p>
            <p className="hint">{[say.made(sayDay(token.createdAt)), end(token, now, say), token.usedOn === null ? say.unused : say.used(sayDay(token.usedOn))].join(' · ')}</p>
            {!mayModerate && token.scopes.includes('moderate') && <p className="hint">{say.withoutModerate}</p>}
            {mayModerate && twoStepsNeeded && !token.twoSteps && token.scopes.includes('moderate') && <p className="hint">{say.oneStep}</p>}
          </div>
          <form method="post" action="/do/revoke-token">
            <FormKey formKey={newKey()} lang={lang} back="/me/tokens" />
            <input type="hidden" name="token" value={token.id} />
            <button className="word-button" aria-label={site.named(token.name, say.revoke)}>{say.revoke}</button>
          </form>
        </li>
      ))}
    </ul>
  )
}

function end({ expiresAt }: TokenInList, now: number, say: Words['tokens']): string {
  if (expiresAt === null) return say.forever
  return expiresAt > now ? say.until(sayDay(expiresAt)) : say.ended(sayDay(expiresAt))
}
