import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { ModeratedSubject, OpenHiding } from '@/domain/moderation/subject'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../connection'
import { happened } from '../outbox/entrust'
import { notify } from '../people/notify'
import { hidings, people } from '../schema'
import { settleAppeal } from './appeal-items'
import type { Done } from './done'
import { writeLog } from './log'
import { settleAbout } from './queue/settle'
import { conceal, show, standingOf, type Standing } from './standing'

export type Hiding = {
  subject: ModeratedSubject
  subjectId: number
  /** Public; see domain/moderation/because.ts. */
  because: string
  /** Epoch milliseconds. */
  now: number
}

/**
 * Hides a case or a reply: the row, the counts, the log's line and a notice to the author. What waited for a moderator, or
 * was held until one had looked, stays out of sight, now by his word. All that the queue has about it is settled with it.
 */
export async function hideSubject(tx: Transaction, permitted: Permitted<'hide'>, hiding: Hiding): Promise<Done> {
  const { subject, subjectId, because, now } = hiding
  const it = await standingOf(tx, hiding)
  if (!it) return { missing: subject }
  const before = (await openHidings(tx, subject, [subjectId])).get(subjectId)
  if (before) return { already: before.by }
  await tx.insert(hidings).values({ subject, subjectId, byId: permitted.by.id, reason: because, at: now })
  if (!it.hidden) await conceal(tx, it)
  await settleAbout(tx, hiding, { byId: permitted.by.id, decision: 'hide', reason: because, now })
  await tell(tx, permitted, 'hide', hiding, it)
  return { done: true }
}

/** Shows again what was hidden; its hiding is lifted, by whom and why, and stays on record. */
export async function restoreSubject(
  tx: Transaction, permitted: Permitted<'hide'> | Permitted<'decide_appeal'>, hiding: Hiding,
): Promise<Done> {
  const { subject, subjectId, because, now } = hiding
  const it = await standingOf(tx, hiding)
  if (!it) return { missing: subject }
  if (!it.hidden) return { already: await restorerOf(tx, subject, subjectId) }
  const lifted = await tx.update(hidings).set({ liftedAt: now, liftedById: permitted.by.id, liftedReason: because })
    .where(and(eq(hidings.subject, subject), eq(hidings.subjectId, subjectId), isNull(hidings.liftedAt)))
    .returning({ id: hidings.id })
  // What only waits for a moderator is let in where it waits.
  if (lifted.length === 0) return { missing: subject }
  await show(tx, it, now)
  const restored = { kind: subject, caseId: subject === 'case' ? subjectId : null, replyId: subject === 'reply' ? subjectId : null, personId: null }
  await settleAppeal(tx, restored, { byId: null, decision: 'gone', reason: '', now })
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

async function tell(
  tx: Transaction, permitted: Permitted<'hide'> | Permitted<'decide_appeal'>, act: 'hide' | 'restore', hiding: Hiding, it: Standing,
): Promise<void> {
  const { subject, subjectId, because, now } = hiding
  const about = {
    caseId: it.caseId, replyId: subject === 'reply' ? subjectId : null, actorId: permitted.by.id,
  }
  await writeLog(tx, { ...about, at: now, act, reason: because, details: { subject } })
  // An appeal that was heard says it in its own words.
  const kind = act === 'hide' ? 'hidden' : permitted.act === 'decide_appeal' ? 'appeal_overturned' : 'restored'
  await notify(tx, { ...about, personId: it.authorId, kind, details: { subject, reason: because }, now })
  if (subject === 'case' && it.published) await happened(tx, { what: act === 'hide' ? 'case_hidden' : 'case_restored', caseId: it.caseId, actorId: permitted.by.id }, now)
}

async function restorerOf(tx: Transaction, subject: ModeratedSubject, subjectId: number): Promise<string | null> {
  const [row] = await tx.select({ name: people.name }).from(hidings)
    .innerJoin(people, eq(people.id, hidings.liftedById))
    .where(and(eq(hidings.subject, subject), eq(hidings.subjectId, subjectId)))
    .orderBy(desc(hidings.id)).limit(1)
  return row?.name ?? null
}
