import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { ModeratedSubject, OpenHiding } from '@/domain/moderation/subject'
import type { Permitted } from '@/domain/permission'
import { refreshCase } from '../cases/refresh'
import type { Database, Transaction } from '../connection'
import { happened } from '../outbox/entrust'
import { notify } from '../people/notify'
import { cases, hidings, people, replies } from '../schema'
import { countReply } from '../threads/counts'
import type { Done } from './done'
import { writeLog } from './log'

export type Hiding = {
  subject: ModeratedSubject
  subjectId: number
  /** Public; see domain/moderation/because.ts. */
  because: string
  /** Epoch milliseconds. */
  now: number
}

/** Hides a live case or a reply: the row, the counts, the log's line and a notice to the author. */
export async function hideSubject(tx: Transaction, permitted: Permitted<'hide'>, hiding: Hiding): Promise<Done> {
  const { subject, subjectId, because, now } = hiding
  const it = await seek(tx, subject, subjectId)
  if (!it) return { missing: subject }
  if (it.hidden) return { already: await hiderOf(tx, subject, subjectId) }
  await tx.insert(hidings).values({ subject, subjectId, byId: permitted.by.id, reason: because, at: now })
  await setHidden(tx, hiding, it, true)
  await tell(tx, permitted, 'hide', hiding, it)
  return { done: true }
}

/** Shows again what was hidden; its hiding is lifted, by whom and why, and stays on record. */
export async function restoreSubject(
  tx: Transaction, permitted: Permitted<'hide'> | Permitted<'decide_appeal'>, hiding: Hiding,
): Promise<Done> {
  const { subject, subjectId, because, now } = hiding
  const it = await seek(tx, subject, subjectId)
  if (!it) return { missing: subject }
  if (!it.hidden) return { already: await restorerOf(tx, subject, subjectId) }
  await tx.update(hidings).set({ liftedAt: now, liftedById: permitted.by.id, liftedReason: because })
    .where(and(eq(hidings.subject, subject), eq(hidings.subjectId, subjectId), isNull(hidings.liftedAt)))
  await setHidden(tx, hiding, it, false)
  await tell(tx, permitted, 'restore', hiding, it)
  return { done: true }
}

/** Why these are hidden, and by whom, by their id; in one question. */
export async function openHidings(
  database: Database, subject: ModeratedSubject, subjectIds: number[],
): Promise<Map<number, OpenHiding>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await database.select({
    subjectId: hidings.subjectId, by: people.name, reason: hidings.reason, at: hidings.at,
  }).from(hidings).innerJoin(people, eq(people.id, hidings.byId))
    .where(and(eq(hidings.subject, subject), inArray(hidings.subjectId, subjectIds), isNull(hidings.liftedAt)))
  return new Map(rows.map(row => [row.subjectId, row]))
}

type Found = { caseId: number; authorId: number | null; hidden: boolean; depth: number }

// A withdrawn or merged case, and a deleted reply, are gone already: there is nothing to hide or to show.
async function seek(tx: Transaction, subject: ModeratedSubject, subjectId: number): Promise<Found | null> {
  if (subject === 'case') {
    const [row] = await tx.select({ authorId: cases.authorId, state: cases.state }).from(cases)
      .where(eq(cases.id, subjectId))
    if (!row || (row.state !== 'live' && row.state !== 'hidden')) return null
    return { caseId: subjectId, authorId: row.authorId, hidden: row.state === 'hidden', depth: 0 }
  }
  const { caseId, authorId, hidden, depth } = replies
  const [row] = await tx.select({ caseId, authorId, hidden, depth }).from(replies)
    .where(and(eq(replies.id, subjectId), isNull(replies.deletedAt)))
  return row ?? null
}

// A hidden reply keeps its place and so stays among the answers of the one above; only the case's sums leave it out.
async function setHidden(tx: Transaction, { subject, subjectId }: Hiding, it: Found, hidden: boolean): Promise<void> {
  if (subject === 'reply') {
    await tx.update(replies).set({ hidden }).where(eq(replies.id, subjectId))
    await countReply(tx, it, hidden ? -1 : 1)
    return
  }
  await tx.update(cases).set({ state: hidden ? 'hidden' : 'live' }).where(eq(cases.id, subjectId))
  await refreshCase(tx, subjectId)
}

async function tell(
  tx: Transaction, permitted: Permitted<'hide'> | Permitted<'decide_appeal'>, act: 'hide' | 'restore', hiding: Hiding, it: Found,
): Promise<void> {
  const { subject, subjectId, because, now } = hiding
  const about = {
    caseId: it.caseId, replyId: subject === 'reply' ? subjectId : null, actorId: permitted.by.id,
  }
  await writeLog(tx, { ...about, at: now, act, reason: because, details: { subject } })
  // An appeal that was heard says it in its own words.
  const kind = act === 'hide' ? 'hidden' : permitted.act === 'decide_appeal' ? 'appeal_overturned' : 'restored'
  await notify(tx, { ...about, personId: it.authorId, kind, details: { subject, reason: because }, now })
  if (subject === 'case') await happened(tx, { what: act === 'hide' ? 'case_hidden' : 'case_restored', caseId: it.caseId, actorId: permitted.by.id }, now)
}

async function hiderOf(tx: Transaction, subject: ModeratedSubject, subjectId: number): Promise<string | null> {
  return (await openHidings(tx, subject, [subjectId])).get(subjectId)?.by ?? null
}

async function restorerOf(tx: Transaction, subject: ModeratedSubject, subjectId: number): Promise<string | null> {
  const [row] = await tx.select({ name: people.name }).from(hidings)
    .innerJoin(people, eq(people.id, hidings.liftedById))
    .where(and(eq(hidings.subject, subject), eq(hidings.subjectId, subjectId)))
    .orderBy(desc(hidings.id)).limit(1)
  return row?.name ?? null
}
