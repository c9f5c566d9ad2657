import { and, eq, isNull } from 'drizzle-orm'
import type { Hold, QueueKind, QueueSubject } from '@/domain/moderation/queue'
import type { Transaction } from '../../connection'
import { queueItems } from '../../schema'

export type NewItem = {
  kind: QueueKind
  subject: QueueSubject
  /** Id of the case, the reply or the person; 0 of a figure, which `mark` names. */
  subjectId: number
  /** Tells two items of one kind about one thing apart. */
  mark?: string
  /** The case it belongs to. */
  caseId?: number | null
  /** Whose doing it is about: he cannot decide on it. */
  personId?: number | null
  /** What the kind has to say more; its page reads it. */
  details?: Record<string, string>
  /** 0 before all others, 1 as they come, 2 when there is nothing else. */
  rank?: 0 | 1 | 2
  /** That it is held out of sight, which the caller has seen to. */
  hold?: Hold | null
  /** Epoch milliseconds. */
  now: number
}

/** Why a new post waits until a moderator has let it in. */
export type HeldBack = Pick<NewItem, 'details' | 'rank'> & { kind: 'first_post' | 'word_filter' }

/**
 * Puts something before the moderators and answers the item's id. Where an item of this kind about this thing is open, that
 * one is answered and stays as it is, so twice is no more than once.
 */
export async function queueUp(tx: Transaction, item: NewItem): Promise<number> {
  const { now, mark = '', details = {}, ...rest } = item
  const open = await openItem(tx, item)
  if (open) return open.id
  const [added] = await tx.insert(queueItems).values({ ...rest, mark, details, at: now }).returning({ id: queueItems.id })
  return added!.id
}

export type QueueItem = typeof queueItems.$inferSelect

/** The open item of this kind about this thing; null where there is none. */
export async function openItem(
  tx: Transaction, { kind, subject, subjectId, mark = '' }: Pick<NewItem, 'kind' | 'subject' | 'subjectId' | 'mark'>,
): Promise<QueueItem | null> {
  const [row] = await tx.select().from(queueItems).where(and(
    eq(queueItems.kind, kind), eq(queueItems.subject, subject), eq(queueItems.subjectId, subjectId), eq(queueItems.mark, mark),
    isNull(queueItems.decidedAt),
  ))
  return row ?? null
}

/** An item by its id, if nobody has decided yet. */
export async function openItemById(tx: Transaction, id: number): Promise<QueueItem | null> {
  const [row] = await tx.select().from(queueItems).where(and(eq(queueItems.id, id), isNull(queueItems.decidedAt)))
  return row ?? null
}
