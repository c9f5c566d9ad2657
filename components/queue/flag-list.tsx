import type { FlagReason } from '@/domain/moderation/flag'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { TimeOf } from '../say/time-of'

export type FlagOnItem = { reason: FlagReason; words: string | null; level: number; by: string; at: number }

/** Who flagged it and why; for moderators alone. */
export function FlagList({ flags, lang, words }: { flags: FlagOnItem[]; lang: Language; words: Words['queue'] }) {
  if (flags.length === 0) return null
  return (
    <section aria-labelledby="flags" className="mt-6">
      <h2 id="flags" className="text-lead">{words.item.flags(flags.length)}</h2>
      <ul className="border-t border-hair">
        {flags.map(flag => (
          <li key={flag.by} className="border-b border-hair py-2">
            <p>{words.reasons[flag.reason]}{flag.words && <>: <bdi>{flag.words}</bdi></>}</p>
            <p className="text-mini text-soft">
              <a href={pathIn(lang, `/people/${encodeURIComponent(flag.by)}`)}><bdi>{flag.by}</bdi></a>
              {' · '}{words.item.level(flag.level)} · <TimeOf at={flag.at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
