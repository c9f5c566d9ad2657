import { pathIn, type Language } from '@/messages/languages'
import { placeOfNotice, sayNotice } from '@/messages/say-notice'
import type { Words } from '@/messages/words'
import { StillWaitingTap } from '../cases/check-in-wish'
import { TimeOf } from '../say/time-of'

/** Something a person has been told (db/people/notifications.ts). */
export type Notice = {
  id: number
  kind: string
  caseId: number | null
  caseTitle: string | null
  replyId: number | null
  actor: string | null
  details: Record<string, string>
  createdAt: number
  readAt: number | null
}

/** What happened, the latest first; what has not been read says so. */
export function NoticeList({ notices, lang, words, newKey }: { notices: Notice[]; lang: Language; words: Words; newKey: () => string }) {
  const { notifications } = words.thread
  return (
    <ol id="notices" className="max-w-prose">
      {notices.map(notice => {
        const href = placeOfNotice(notice)
        const sentence = <bdi>{sayNotice(notice, lang, words)}</bdi>
        return (
          <li key={notice.id} className="border-b border-hair py-3">
            <p className={notice.readAt === null ? 'font-semibold' : undefined}>
              {href ? <a className="no-underline hover:underline" href={pathIn(lang, href)}>{sentence}</a> : sentence}
            </p>
            {notice.details.reason && (
              <p className="text-small" dir="auto">{notifications.because(notice.details.reason)}</p>
            )}
            {notice.kind === 'check_in' && notice.readAt === null && notice.caseId !== null && (
              <StillWaitingTap caseId={notice.caseId} lang={lang} words={words} newKey={newKey} />
            )}
            <p className="text-mini text-soft">
              <TimeOf at={notice.createdAt} />{notice.readAt === null && ` · ${notifications.unread}`}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
