import { and, asc, eq, isNull, lte, ne, or } from 'drizzle-orm'
import { leaseMinutes, type QueueKind } from '@/domain/moderation/queue'
import type { Permitted } from '@/domain/permission'
import type { Transaction } from '../../connection'
import { namesOf } from '../../people/people'
import { queueItems } from '../../schema'
import type { QueueItem } from './queue-up'

/** `claimed`: another moderator is at it; `already`: it has been decided, by whom (null: nobody, it has gone). */
export type Claimed = { done: true; item: QueueItem } | { claimed: string } | { already: string | null } | { missing: 'item' }

/** Makes an item this moderator's for a while; claiming again begins the while anew. */
export async function claimItem(
  tx: Transaction, { by }: Permitted<'work_queue'> | Permitted<'decide'>, { itemId, now }: { itemId: number; now: number },
): Promise<Claimed> {
  const [item] = await tx.select().from(queueItems).where(eq(queueItems.id, itemId))
  if (!item) return { missing: 'item' }
  if (item.decidedAt !== null) return { already: await nameOf(tx, item.decidedById) }
  if (isClaimedByAnother(item, by.id, now)) return { claimed: await nameOf(tx, item.claimedById) ?? '' }
  const [claimed] = await tx.update(queueItems).set({ claimedById: by.id, claimedUntil: now + leaseMinutes * 60_000 })
    .where(eq(queueItems.id, itemId)).returning()
  return { done: true, item: claimed! }
}

/** The next item that nobody is at and that is not about this moderator's own doing, made his; null when there is none. */
export async function claimNext(
  tx: Transaction, { by }: Permitted<'work_queue'> | Permitted<'decide'>, { kind, now }: { kind?: QueueKind; now: number },
): Promise<number | null> {
  const [next] = await tx.select({ id: queueItems.id }).from(queueItems).where(and(
    isNull(queueItems.decidedAt), kind && eq(queueItems.kind, kind),
    or(isNull(queueItems.claimedUntil), lte(queueItems.claimedUntil, now), eq(queueItems.claimedById, by.id)),
    or(isNull(queueItems.personId), ne(queueItems.personId, by.id)),
  )).orderBy(asc(queueItems.rank), asc(queueItems.id)).limit(1)
  if (!next) return null
  await tx.update(queueItems).set({ claimedById: by.id, claimedUntil: now + leaseMinutes * 60_000 }).where(eq(queueItems.id, next.id))
  return next.id
}

/** Lets others have it. What is not his stays as it is. */
export async function giveItemBack(tx: Transaction, { by }: Permitted<'work_queue'>, itemId: number): Promise<void> {
  await tx.update(queueItems).set({ claimedById: null, claimedUntil: null })
    .where(and(eq(queueItems.id, itemId), eq(queueItems.claimedById, by.id), isNull(queueItems.decidedAt)))
}

function isClaimedByAnother({ claimedById, claimedUntil }: QueueItem, id: number, now: number): boolean {
  return claimedById !== null && claimedById !== id && claimedUntil !== null && claimedUntil > now
}

async function nameOf(tx: Transaction, id: number | null): Promise<string | null> {
  return (await namesOf(tx, [id])).get(id) ?? null
}
