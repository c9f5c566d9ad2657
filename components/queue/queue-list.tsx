import type { FlagReason } from '@/domain/moderation/flag'
import type { Hold, QueueKind, QueueSubject } from '@/domain/moderation/queue'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { TimeOf } from '../say/time-of'

/** An item of the queue (db/moderation/queue/list.ts). */
export type QueueLine = {
  id: number
  kind: QueueKind
  subject: QueueSubject
  subjectId: number
  caseId: number | null
  person: string | null
  claimedBy: string | null
  excerpt: string
  reasons: { reason: FlagReason; n: number }[]
  rank: number
  hold: Hold | null
  at: number
}

type Props = { items: QueueLine[]; lang: Language; words: Words }

/** What waits, the urgent first: what kind of thing it is, how it begins, what was said of it, and who is at it. */
export function QueueList({ items, lang, words }: Props) {
  const { queue, site } = words
  return (
    <ol id="items" className="border-t border-hair">
      {items.map(item => (
        <li key={item.id} className="border-b border-hair py-3">
          <article data-step="">
            <h2 className="text-body font-semibold">
              <a className="no-underline hover:underline" href={pathIn(lang, `/moderation/queue/${item.id}`)}>
                {item.rank === 0 && <span className="text-refused">{queue.urgent} · </span>}
                {queue.kinds[item.kind]} · {subjectOf(item, words)}
              </a>
            </h2>
            {item.excerpt && <p dir="auto" className="line-clamp-2"><bdi>{item.excerpt}</bdi></p>}
            {item.reasons.length > 0 && (
              <p className="text-small">{item.reasons.map(it => queue.reasonCount(queue.reasons[it.reason], it.n)).join(site.listSeparator)}</p>
            )}
            <p className="text-mini text-soft">
              <TimeOf at={item.at} />
              {item.subject !== 'person' && <> · <bdi>{item.person === null ? queue.nobody : queue.by(item.person)}</bdi></>}
              {item.hold && ` · ${queue.held[item.hold]}`}
              {item.claimedBy && <> · <bdi className="text-waiting">{queue.claimedBy(item.claimedBy)}</bdi></>}
            </p>
          </article>
        </li>
      ))}
    </ol>
  )
}

/** What an item is about, by name. */
export function subjectOf(item: Pick<QueueLine, 'subject' | 'subjectId' | 'caseId' | 'person'>, { queue, log }: Words): string {
  if (item.subject === 'case') return log.caseRef(item.subjectId)
  if (item.subject === 'reply') return log.replyRef(item.caseId ?? 0, item.subjectId)
  return item.subject === 'person' ? queue.person(item.person ?? log.somebody) : queue.figure
}
