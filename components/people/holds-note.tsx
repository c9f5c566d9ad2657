import type { HoldKind } from '@/domain/people/viewer'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { sayDay } from '../say/time'

type Props = { holds: { id: number; kind: HoldKind; reason: string; endsAt: number | null }[]; lang: Language; words: Words }

/** Tells somebody who is silenced or suspended why, until when, and where he can appeal. */
export function HoldsNote({ holds, lang, words: { people, appeals } }: Props) {
  return holds.map(({ id, kind, reason, endsAt }) => {
    const day = endsAt === null ? null : sayDay(endsAt)
    const said = kind === 'silence' ? people.silencedUntil(day, reason) : people.suspendedUntil(day, reason)
    return (
      <p key={id} className="mt-4 border-l-4 border-refused py-1 pl-4">
        <bdi>{said}</bdi> <a href={pathIn(lang, `/me/appeals#suspension-${id}`)}>{appeals.toAppeals}</a>
      </p>
    )
  })
}
