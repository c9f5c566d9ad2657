import { and, desc, eq, isNull, type Placeholder } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../connection'
import { keptQuery } from '../engines/kept-query'
import type { Done } from '../moderation/done'
import { writeLog } from '../moderation/log'
import { notify } from '../people/notify'
import { caseLocks, people } from '../schema'
import { threadCase } from './reply'

/** Why a thread takes no new replies: by whom, since when (epoch milliseconds), and the reason that readers see. */
export type Lock = { by: string; at: number; reason: string }
export type Locking = { caseId: number; because: string; now: number }

/** The lock that holds; null where anybody may reply. */
export async function lockOf(database: Database, caseId: number): Promise<Lock | null> {
  const [row] = await locksOn(database, { caseId })
  return row ?? null
}

const locksOn = keptQuery(['caseId'], (database, { caseId }) => (
  database.select({ by: people.name, at: caseLocks.at, reason: caseLocks.reason }).from(caseLocks)
    .innerJoin(people, eq(people.id, caseLocks.byId)).where(holds(caseId)).limit(1)
))

/** Lets a case's thread take no more replies, until somebody unlocks it. What stands there can still be read, voted on, edited. */
export async function lockThread(
  tx: Transaction, { by }: Permitted<'keep_thread'>, { caseId, because, now }: Locking,
): Promise<Done> {
  const it = await threadCase(tx, caseId)
  if (!it || it.state !== 'live') return { missing: 'case' }
  const held = await lockOf(tx, caseId)
  if (held) return { already: held.by }
  await tx.insert(caseLocks).values({ caseId, byId: by.id, reason: because, at: now })
  await tell(tx, 'lock', by.id, it.authorId, { caseId, because, now })
  return { done: true }
}

export async function unlockThread(
  tx: Transaction, { by }: Permitted<'keep_thread'>, { caseId, because, now }: Locking,
): Promise<Done> {
  const it = await threadCase(tx, caseId)
  if (!it) return { missing: 'case' }
  const lifted = await tx.update(caseLocks).set({ liftedAt: now, liftedById: by.id, liftedReason: because })
    .where(holds(caseId)).returning({ id: caseLocks.id })
  if (lifted.length === 0) return { already: await unlockerOf(tx, caseId) }
  await tell(tx, 'unlock', by.id, it.authorId, { caseId, because, now })
  return { done: true }
}

async function tell(
  tx: Transaction, act: 'lock' | 'unlock', actorId: number, personId: number | null, { caseId, because: reason, now }: Locking,
): Promise<void> {
  await writeLog(tx, { at: now, actorId, act, caseId, reason })
  await notify(tx, { personId, kind: act === 'lock' ? 'thread_locked' : 'thread_unlocked', caseId, actorId, details: { reason }, now })
}

async function unlockerOf(tx: Transaction, caseId: number): Promise<string | null> {
  const [row] = await tx.select({ name: people.name }).from(caseLocks).innerJoin(people, eq(people.id, caseLocks.liftedById))
    .where(eq(caseLocks.caseId, caseId)).orderBy(desc(caseLocks.id)).limit(1)
  return row?.name ?? null
}

function holds(caseId: number | Placeholder) {
  return and(eq(caseLocks.caseId, caseId), isNull(caseLocks.liftedAt))
}
