import { and, eq, isNull } from 'drizzle-orm'
import type { QueueSubject } from '@/domain/moderation/queue'
import type { Transaction } from '../../connection'
import { notify } from '../../people/notify'
import { flags, queueItems } from '../../schema'
import type { QueueItem } from './queue-up'

export type Settlement = {
  /** Null: nobody decided, what it was about has gone. */
  byId: number | null
  /** A code; `gone` where nobody decided. */
  decision: string
  reason: string
  /** Epoch milliseconds. */
  now: number
}

/**
 * Closes an open item: all its flags are answered with it, and whoever flagged is told that it was looked at. False when it
 * was closed already; then nothing is done. The deed itself and its line in the log are the caller's, in the same write.
 */
export async function settleItem(tx: Transaction, item: QueueItem, settlement: Settlement): Promise<boolean> {
  const { byId, decision, reason, now } = settlement
  const closed = await tx.update(queueItems).set({ decidedAt: now, decidedById: byId, decision, reason })
    .where(and(eq(queueItems.id, item.id), isNull(queueItems.decidedAt))).returning({ id: queueItems.id })
  if (closed.length === 0) return false
  await tellFlaggers(tx, item, settlement)
  return true
}

/** Closes every open item about a thing: it was hidden, or has gone. */
export async function settleAbout(
  tx: Transaction, { subject, subjectId }: { subject: QueueSubject; subjectId: number }, settlement: Settlement,
): Promise<void> {
  const open = await tx.select().from(queueItems)
    .where(and(eq(queueItems.subject, subject), eq(queueItems.subjectId, subjectId), isNull(queueItems.decidedAt)))
  for (const item of open) await settleItem(tx, item, settlement)
}

// Who did it is for the log to say, and what became of the thing for the thing itself.
async function tellFlaggers(tx: Transaction, item: QueueItem, { decision, now }: Settlement): Promise<void> {
  if (item.kind !== 'flags' || item.caseId === null) return
  const theirs = await tx.select({ personId: flags.personId }).from(flags).where(eq(flags.itemId, item.id))
  const { caseId } = item
  const replyId = item.subject === 'reply' ? item.subjectId : null
  for (const { personId } of theirs) {
    await notify(tx, { personId, kind: 'flag_looked_at', caseId, replyId, details: { decision }, now })
  }
}
