import { roles } from '@/domain/people/viewer'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
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
export function NoticeList({ notices, lang, words }: { notices: Notice[]; lang: Language; words: Words }) {
  const { notifications } = words.thread
  return (
    <ol id="notices" className="max-w-prose">
      {notices.map(notice => {
        const href = placeOf(notice)
        const sentence = <bdi>{sayNotice(notice, lang, words)}</bdi>
        return (
          <li key={notice.id} className="border-b border-hair py-3">
            <p className={notice.readAt === null ? 'font-semibold' : undefined}>
              {href ? <a className="no-underline hover:underline" href={pathIn(lang, href)}>{sentence}</a> : sentence}
            </p>
            {notice.details.reason && (
              <p className="text-small" dir="auto">{notifications.because(notice.details.reason)}</p>
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

function sayNotice(notice: Notice, lang: Language, words: Words): string {
  const { notifications } = words.thread
  const { kind, caseId, details } = notice
  const role = roles.find(it => it === details.to)
  const known = Object.hasOwn(notifications.kinds, kind)
  const say = known ? notifications.kinds[kind as keyof typeof notifications.kinds] : notifications.other
  return say({
    actor: notice.actor ?? notifications.nobody,
    title: notice.caseTitle ?? (caseId === null ? notifications.site : words.cases.caseNumber(caseId)),
    reason: details.reason ?? '',
    tag: (lang === 'zh' ? details.name_zh : details.name_en) ?? '',
    role: role ? words.people.roles[role] : '',
  })
}

function placeOf({ kind, replyId, caseId }: Notice): string | null {
  if (/^(two_step|recovery_code)/.test(kind)) return '/me/two-step'
  if (caseId === null && /^(silence|suspend|suspension|appeal)/.test(kind)) return '/me/appeals'
  if (replyId !== null) return `/replies/${replyId}`
  return caseId === null ? null : `/cases/${caseId}`
}
