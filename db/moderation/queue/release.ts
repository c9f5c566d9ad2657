import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Transaction } from '../../connection'
import { queueItems } from '../../schema'
import { openHidings } from '../hiding'
import { show, standingOf } from '../standing'
import { tellHeldNews } from './held-news'
import type { QueueItem } from './queue-up'

/**
 * Shows what a settled item held out of sight, unless something else still holds it or a moderator has hidden it. True when
 * it can be seen now.
 */
export async function release(tx: Transaction, item: QueueItem, now: number): Promise<boolean> {
  const { hold, subject, subjectId } = item
  if (hold === null || (subject !== 'case' && subject !== 'reply')) return false
  const [other] = await tx.select({ id: queueItems.id }).from(queueItems).where(and(
    eq(queueItems.subject, subject), eq(queueItems.subjectId, subjectId), isNull(queueItems.decidedAt), isNotNull(queueItems.hold),
  )).limit(1)
  if (other || (await openHidings(tx, subject, [subjectId])).has(subjectId)) return false
  const it = await standingOf(tx, { subject, subjectId })
  if (!it?.hidden) return false
  await show(tx, it, now)
  await tellHeldNews(tx, item, now)
  return true
}
