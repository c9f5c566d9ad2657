import { and, asc, desc, eq, gte, inArray } from 'drizzle-orm'
import { mayFlagAgain, rankOfFlag, type FlagReason } from '@/domain/moderation/flag'
import { flagsThatHide } from '@/domain/moderation/queue'
import type { ModeratedSubject } from '@/domain/moderation/subject'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../connection'
import { notify } from '../people/notify'
import { trustOfPerson } from '../people/trust'
import { flags, people, queueItems } from '../schema'
import { writeLog } from './log'
import { openItem, queueUp, type QueueItem } from './queue/queue-up'
import { release } from './queue/release'
import { settleItem } from './queue/settle'
import { conceal, standingOf, type Standing } from './standing'

export type Flagged = { subject: ModeratedSubject; subjectId: number }
export type NewFlag = Flagged & {
  reason: FlagReason
  /** For moderators alone; empty when the reason says enough. */
  words: string
  /** Epoch milliseconds. */
  now: number
}
/**
 * `already`: this person has flagged it before, and once is enough until a moderator has answered and the thing was edited
 * after that, or a month has passed.
 */
export type FlagDone = 'done' | 'already' | 'missing'

/**
 * Says that something is wrong with what everybody sees. All flags of a thing are one item of the queue; enough of them by
 * people who are trusted hide it until a moderator has looked, which the log says at once.
 */
export async function flagSubject(tx: Transaction, { by }: Permitted<'flag'>, flag: NewFlag): Promise<FlagDone> {
  const { subject, subjectId, reason, words, now } = flag
  const it = await standingOf(tx, flag)
  if (!it || it.hidden) return 'missing'
  const before = await ownFlag(tx, by.id, flag)
  if (before && !mayFlagAgain(before, it.editedAt, now)) return 'already'
  const about = { kind: 'flags', subject, subjectId } as const
  const rank = rankOfFlag(reason)
  const itemId = await queueUp(tx, { ...about, caseId: it.caseId, personId: it.authorId, rank, now })
  const level = await trustOfPerson(tx, by.id, now)
  const added = await tx.insert(flags)
    .values({ subject, subjectId, personId: by.id, itemId, reason, words: words || null, level, at: now })
    .onConflictDoNothing().returning({ id: flags.id })
  const item = (await openItem(tx, about))!
  if (added.length === 0) {
    await closeIfEmpty(tx, item, now)
    return 'already'
  }
  if (rank < item.rank) await tx.update(queueItems).set({ rank }).where(eq(queueItems.id, itemId))
  const weighty = await tx.$count(flags, and(eq(flags.itemId, itemId), gte(flags.level, 2)))
  if (weighty >= flagsThatHide && item.hold === null) await holdUntilLooked(tx, it, item, weighty, now)
  return 'done'
}

/** Takes back one's own flag while nobody has decided; the last one takes the item with it. */
export async function unflagSubject(
  tx: Transaction, { by }: Permitted<'flag'>, { subject, subjectId, now }: Flagged & { now: number },
): Promise<FlagDone> {
  const item = await openItem(tx, { kind: 'flags', subject, subjectId })
  if (!item) return 'missing'
  const gone = await tx.delete(flags).where(and(eq(flags.itemId, item.id), eq(flags.personId, by.id))).returning({ id: flags.id })
  if (gone.length === 0) return 'missing'
  await closeIfEmpty(tx, item, now)
  return 'done'
}

/** All that somebody who leaves has flagged and nobody has decided on. */
export async function takeBackFlags(tx: Transaction, personId: number, now: number): Promise<void> {
  const theirs = await tx.delete(flags).where(eq(flags.personId, personId)).returning({ itemId: flags.itemId })
  for (const { itemId } of theirs) {
    const [item] = await tx.select().from(queueItems).where(eq(queueItems.id, itemId))
    if (item && item.decidedAt === null) await closeIfEmpty(tx, item, now)
  }
}

export type OwnFlag = { reason: FlagReason; words: string | null; at: number; /** Null while nobody has decided. */ decidedAt: number | null }

/** What this person has last said of a thing; null when he has not flagged it. */
export async function ownFlag(database: Database, personId: number, { subject, subjectId }: Flagged): Promise<OwnFlag | null> {
  const { reason, words, at } = flags
  const [row] = await database.select({ reason, words, at, decidedAt: queueItems.decidedAt }).from(flags)
    .innerJoin(queueItems, eq(queueItems.id, flags.itemId))
    .where(and(eq(flags.personId, personId), eq(flags.subject, subject), eq(flags.subjectId, subjectId)))
    .orderBy(desc(flags.id)).limit(1)
  return row ?? null
}

export type FlagOnItem = { itemId: number; reason: FlagReason; words: string | null; level: number; by: string; at: number }

/** The flags of these items, in the order they came, in one question. */
export async function flagsOf(database: Database, itemIds: number[]): Promise<FlagOnItem[]> {
  if (itemIds.length === 0) return []
  const { itemId, reason, words, level, at } = flags
  return database.select({ itemId, reason, words, level, by: people.name, at }).from(flags)
    .innerJoin(people, eq(people.id, flags.personId)).where(inArray(itemId, itemIds)).orderBy(asc(itemId), asc(flags.id))
}

async function closeIfEmpty(tx: Transaction, item: QueueItem, now: number): Promise<void> {
  if (await tx.$count(flags, eq(flags.itemId, item.id)) > 0) return
  await settleItem(tx, item, { byId: null, decision: 'taken_back', reason: '', now })
  await release(tx, item, now)
}

async function holdUntilLooked(tx: Transaction, it: Standing, item: QueueItem, count: number, now: number): Promise<void> {
  const { subject, subjectId, caseId, authorId } = it
  await tx.update(queueItems).set({ hold: 'hidden', rank: 0 }).where(eq(queueItems.id, item.id))
  await conceal(tx, it)
  const about = { caseId, replyId: subject === 'reply' ? subjectId : null, actorId: null }
  await writeLog(tx, { ...about, at: now, act: 'hold', reason: '', details: { subject, flags: String(count) } })
  await notify(tx, { ...about, personId: authorId, kind: 'held', details: { subject }, now })
}
