import type { Role } from '@/domain/people/viewer'
import type { Language } from './languages'
import type { Words } from './zh'

/** What is said of a notice (db/people/notifications.ts). */
export type SaidNotice = {
  kind: string
  caseId: number | null
  caseTitle: string | null
  actor: string | null
  details: Record<string, string>
}

/** A notice as a sentence; a kind that has none (yet) is said in general rather than hidden. */
export function sayNotice(notice: SaidNotice, lang: Language, words: Words): string {
  const { notifications } = words.thread
  const { kind, caseId, details } = notice
  const tag = (lang === 'zh' ? details.name_zh : details.name_en) ?? ''
  const actor = notice.actor ?? notifications.nobody
  const title = notice.caseTitle ?? (caseId === null ? notifications.site : words.cases.caseNumber(caseId))
  if (kind === 'followed_figure') return sayFigure(details, words)
  if (kind === 'webhook_added') return words.webhooks.notice.added(details.host ?? '')
  if (kind === 'webhook_paused') return words.webhooks.notice[details.why === 'gone' ? 'gone' : 'failing'](details.host ?? '')
  const followed = sayFollowed(kind, details, { actor, title, tag }, words.following)
  if (followed !== null) return followed
  const known = Object.hasOwn(notifications.kinds, kind)
  const say = known ? notifications.kinds[kind as keyof typeof notifications.kinds] : notifications.other
  const roles = words.people.roles
  const role = Object.hasOwn(roles, details.to ?? '') ? roles[details.to as Role] : ''
  return say({ actor, title, reason: details.reason ?? '', tag, role })
}

function sayFigure({ figure = '', before, before_scale, after, after_scale }: Record<string, string>, { codes, following, time }: Words): string {
  const asked = new URLSearchParams(figure)
  const nameIn = (names: Record<string, string>, code: string | null) => (code !== null && Object.hasOwn(names, code) ? names[code]! : '')
  const say = (value: string | undefined, scale: string | undefined) => {
    const [t, days] = [Number(value), Math.ceil(Number(value))]
    if (scale === 'day') return days === 0 ? time.sameDay : time.days(days)
    if (t < 60) return time.minutes(Math.round(t))
    const [hours, rest] = [Math.floor(Math.round(t) / 60), Math.round(t) % 60]
    return rest > 0 ? time.join(time.hours(hours), time.minutes(rest)) : time.hours(hours)
  }
  const what = following.joinNames(nameIn(codes.process, asked.get('process') ?? 'certification'), nameIn(codes.stage, asked.get('stage')))
  return following.sayFigure(what, say(before, before_scale), say(after, after_scale))
}

function sayFollowed(
  kind: string, details: Record<string, string>, told: { actor: string; title: string; tag: string }, words: Words['following'],
): string | null {
  const news = {
    ...told,
    replies: Number(details.reply_added ?? 0),
    revised: details.outcome ? 'outcome' as const : details.case_revised ? 'event' as const : null,
    hidden: details.case_hidden !== undefined,
    restored: details.case_restored !== undefined,
  }
  switch (kind) {
    case 'followed_case': return words.sayCase(news)
    case 'followed_person': return words.sayPerson(news)
    case 'followed_new': return words.sayNew[details.by === 'tag' || details.by === 'person' ? details.by : 'filter'](news)
    default: return null
  }
}

/** Where a notice leads, as Chinese has it; null where there is nothing more to see. */
export function placeOfNotice(
  { kind, replyId, caseId, details }: Pick<SaidNotice, 'kind' | 'caseId' | 'details'> & { replyId: number | null },
): string | null {
  if (kind === 'followed_figure') return `/stats/durations?${details.figure ?? ''}`
  if (/^(two_step|recovery_code)/.test(kind)) return '/me/two-step'
  if (/^passkey_/.test(kind)) return '/me/passkeys'
  if (kind === 'token_made') return '/me/tokens'
  if (kind === 'name_changed') return '/me/name'
  if (/^webhook_/.test(kind)) return '/me/webhooks'
  if (caseId === null && /^(silence|suspend|suspension|appeal)/.test(kind)) return '/me/appeals'
  if (replyId !== null) return `/replies/${replyId}`
  return caseId === null ? null : `/cases/${caseId}`
}
