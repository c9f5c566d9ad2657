import { and, eq, sql } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import { talkOf } from '../changes/noting'
import type { Transaction } from '../connection'
import { settleAbout } from '../moderation/queue/settle'
import { mentions, replies, replyRevisions } from '../schema'
import { dropEntry } from '../search/entries'
import { countReply } from './counts'
import type { ReplyRow } from './reply'

/**
 * Takes a reply back: its words and their history are erased at once. Where others have answered, a tombstone keeps
 * its place; without answers it leaves the thread, and so do tombstones above that stood only for it.
 */
export async function deleteReply(
  tx: Transaction, _: Permitted<'delete_reply'>, reply: ReplyRow, now: number,
): Promise<{ tombstone: boolean }> {
  return eraseReply(tx, reply, now)
}

/** The same without asking whose it is: for one that goes with its author. */
export async function eraseReply(whole: Transaction, reply: ReplyRow, now: number): Promise<{ tombstone: boolean }> {
  const tx = talkOf(whole, reply.caseId)
  await tx.update(replies).set({ words: '', html: '', deletedAt: now, version: reply.version + 1 })
    .where(eq(replies.id, reply.id))
  await tx.delete(mentions).where(and(eq(mentions.subject, 'reply'), eq(mentions.subjectId, reply.id)))
  await tx.delete(replyRevisions).where(eq(replyRevisions.replyId, reply.id))
  await dropEntry(tx, { caseId: reply.caseId, replyId: reply.id })
  if (!reply.hidden) await countReply(tx, reply, -1)
  await settleAbout(tx, { subject: 'reply', subjectId: reply.id }, { byId: null, decision: 'gone', reason: '', now })
  const tombstone = reply.answerCount > 0
  if (!tombstone && reply.published) await leaveSight(tx, reply.replyToId)
  return { tombstone }
}

/** One answer fewer above: tombstones that stood only for it leave the thread. */
export async function leaveSight(tx: Transaction, answeredId: number | null): Promise<void> {
  for (let id = answeredId; id !== null;) {
    const [above] = await tx.update(replies).set({ answerCount: sql`${replies.answerCount} - 1` })
      .where(eq(replies.id, id))
      .returning({ answerCount: replies.answerCount, deletedAt: replies.deletedAt, replyToId: replies.replyToId })
    const leavesToo = above && above.deletedAt !== null && above.answerCount === 0
    id = leavesToo ? above.replyToId : null
  }
}
