import { and, desc, eq, gt, inArray, or } from 'drizzle-orm'
import type { Told } from '@/domain/following/audience-of'
import { foldIn, foldWithin } from '@/domain/following/fold'
import type { FollowSubject } from '@/domain/following/subjects'
import type { Happening } from '@/domain/outbox/happening'
import type { Transaction } from '../connection'
import { entrust } from '../outbox/entrust'
import { mailWishes, notifications, replies, tags } from '../schema'
import type { CaseInSight } from './case-in-sight'

type Telling = { it: Happening; told: Told; subject: FollowSubject; target: string; about: CaseInSight; now: number }
type Line = typeof notifications.$inferSelect

const kinds = { news: 'followed_case', new_case: 'followed_new', new_reply: 'followed_person' } satisfies Record<Told, string>

/**
 * Tells these people of one thing: a line of its own, or one more thing in a line that is young and not read yet. Answers
 * those of them whom it was news to.
 */
export async function tellBatch(tx: Transaction, personIds: number[], telling: Telling): Promise<number[]> {
  const { it, told, now } = telling
  if (personIds.length === 0) return []
  const answered = it.what === 'reply_added' ? await answeredBy(tx, it.replyId) : null
  const lines = await linesAbout(tx, personIds, telling)
  const news: number[] = []
  const folded: number[] = []
  for (const personId of personIds) {
    const own = lines.get(personId) ?? []
    if (personId === answered || own.some(line => saysAlready(line, telling))) continue
    const young = told === 'new_case' ? undefined : own.find(line => line.readAt === null && line.kind === kinds[told])
    if (!young) news.push(personId)
    else {
      folded.push(personId)
      await tx.update(notifications).set({ ...whatOf(it), details: foldIn(young.details, it), createdAt: now })
        .where(eq(notifications.id, young.id))
    }
  }
  await tellAnew(tx, news, telling)
  return [...news, ...folded]
}

async function tellAnew(tx: Transaction, personIds: number[], telling: Telling): Promise<void> {
  if (personIds.length === 0) return
  const { it, told, about, now } = telling
  const details = { ...foldIn({}, it), ...await because(tx, telling) }
  const row = { kind: kinds[told], caseId: about.id, ...whatOf(it), details, createdAt: now }
  const added = await tx.insert(notifications).values(personIds.map(personId => ({ ...row, personId })))
    .returning({ id: notifications.id, personId: notifications.personId })
  const further = await thoseWhoWantMail(tx, personIds)
  for (const { id, personId } of added) {
    if (further.has(personId)) await entrust(tx, { kind: 'notice', key: `notice:${id}`, payload: { notificationId: id }, now })
  }
}

// Lines that may take it in, or say it already: the young ones, and that the case is there at all.
async function linesAbout(tx: Transaction, personIds: number[], { about, now }: Telling): Promise<Map<number, Line[]>> {
  const rows = await tx.select().from(notifications).where(and(
    inArray(notifications.personId, personIds), eq(notifications.caseId, about.id),
    inArray(notifications.kind, Object.values(kinds)),
    or(gt(notifications.createdAt, now - foldWithin), eq(notifications.kind, kinds.new_case)),
  )).orderBy(desc(notifications.id))
  const lines = new Map<number, Line[]>()
  for (const row of rows) lines.set(row.personId, [...lines.get(row.personId) ?? [], row])
  return lines
}

function saysAlready(line: Line, { it, told }: Telling): boolean {
  if (told === 'new_case') return line.kind === kinds.new_case
  return it.what === 'reply_added' && line.replyId === it.replyId
}

// Who moderates is named in the log.
function whatOf(it: Happening): { replyId: number | null; actorId: number | null } {
  if (it.what === 'reply_added') return { replyId: it.replyId, actorId: it.actorId }
  return { replyId: null, actorId: it.what === 'case_reported' || it.what === 'case_revised' ? it.actorId : null }
}

/** Why somebody is told of a case he did not know. */
async function because(tx: Transaction, { told, subject, target, about }: Telling): Promise<Record<string, string>> {
  if (told !== 'new_case') return {}
  if (subject === 'filter') return { by: 'filter', filter: target }
  if (subject === 'person') return { by: 'person', author: String(about.authorId) }
  const [tag] = await tx.select().from(tags).where(eq(tags.id, Number(target)))
  return { by: 'tag', name_zh: tag?.nameZh ?? '', name_en: tag?.nameEn ?? '' }
}

// Whoever is answered in person was told so at once.
async function answeredBy(tx: Transaction, replyId: number): Promise<number | null> {
  const [reply] = await tx.select({ to: replies.replyToId }).from(replies).where(eq(replies.id, replyId))
  if (!reply?.to) return null
  const [parent] = await tx.select({ authorId: replies.authorId }).from(replies).where(eq(replies.id, reply.to))
  return parent?.authorId ?? null
}

async function thoseWhoWantMail(tx: Transaction, personIds: number[]): Promise<Set<number>> {
  const rows = await tx.select({ id: mailWishes.personId }).from(mailWishes)
    .where(and(inArray(mailWishes.personId, personIds), eq(mailWishes.how, 'each')))
  return new Set(rows.map(({ id }) => id))
}
