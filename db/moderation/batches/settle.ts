import { and, eq, isNull } from 'drizzle-orm'
import { nameOf, type Batch } from '@/domain/moderation/batch'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../../connection'
import { queueItems, suspicions } from '../../schema'
import { writeLog } from '../log'
import { settleItem } from '../queue/settle'

type Settling = { byId: number; verdict: 'left_out' | 'honest'; reason: string; now: number }

/** Ends the review of every figure a batch moves, and takes it off the moderators' queue. Answers how many figures that was. */
export async function settleAboutBatch(tx: Transaction, batch: Batch, { byId, verdict, reason, now }: Settling): Promise<number> {
  const closed = await tx.update(suspicions).set({ closedAt: now, closedById: byId, verdict })
    .where(and(eq(suspicions.kind, batch.kind), eq(suspicions.key, batch.key), isNull(suspicions.closedAt))).returning({ id: suspicions.id })
  const items = await tx.select().from(queueItems)
    .where(and(eq(queueItems.kind, 'suspicion'), eq(queueItems.mark, nameOf(batch)), isNull(queueItems.decidedAt)))
  for (const item of items) {
    await settleItem(tx, item, { byId, decision: verdict === 'honest' ? 'dismiss' : 'tag', reason, now })
  }
  return closed.length
}

/** Finds a batch honest: its figures are no longer under review, and are not again until it has grown by half. */
export async function clearBatch(
  tx: Transaction, permitted: Permitted<'act_in_bulk'>, { batch, because, now }: { batch: Batch; because: string; now: number },
): Promise<{ done: true } | { nothing: true }> {
  const closed = await settleAboutBatch(tx, batch, { byId: permitted.by.id, verdict: 'honest', reason: because, now })
  if (closed === 0) return { nothing: true }
  await writeLog(tx, { at: now, actorId: permitted.by.id, act: 'clear_batch', reason: because, details: { kind: batch.kind, figures: String(closed) } })
  return { done: true }
}

export type Suspicion = typeof suspicions.$inferSelect

/** How many batches wait for a moderator. */
export async function countSuspectedBatches(database: Database): Promise<number> {
  return new Set((await openSuspicions(database)).map(nameOf)).size
}

/** Every figure under review, those found last first. */
export async function openSuspicions(database: Database): Promise<Suspicion[]> {
  return database.select().from(suspicions).where(isNull(suspicions.closedAt)).orderBy(suspicions.id)
}
