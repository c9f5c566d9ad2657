import { and, asc, eq } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import { talkOf } from '../changes/noting'
import type { Database, Transaction } from '../connection'
import { askForSame } from '../moderation/alike/ask'
import { callPeople, renderCalling } from '../people/mentions'
import { replies, replyRevisions } from '../schema'
import { indexReply } from '../search/entries'
import type { ReplyRow } from './reply'

export type ReplyVersion = { version: number; words: string; at: number }

/**
 * Changes the words of a reply and remembers the earlier ones. `version` is the one the writer had before him; when
 * somebody has saved another since, nothing is changed and the words that stand are given back.
 */
export async function editReply(
  whole: Transaction, { by }: Permitted<'edit_reply'>, reply: ReplyRow, edit: { words: string; version: number; now: number; /** It will be held: who is called hears of it when it is let in. */ quiet?: boolean },
): Promise<{ edited: true } | { conflict: { theirs: string } }> {
  if (reply.version !== edit.version) return { conflict: { theirs: reply.words } }
  if (reply.words === edit.words) return { edited: true }
  const tx = talkOf(whole, reply.caseId)
  const { html, version: renderVersion, called } = await renderCalling(tx, edit.words)
  const version = reply.version + 1
  if (reply.version === 1) {
    await tx.insert(replyRevisions).values({ replyId: reply.id, version: 1, words: reply.words, at: reply.createdAt })
  }
  await tx.insert(replyRevisions).values({ replyId: reply.id, version, words: edit.words, at: edit.now })
  await tx.update(replies).set({ words: edit.words, html, renderVersion, version, editedAt: edit.now })
    .where(and(eq(replies.id, reply.id), eq(replies.version, edit.version)))
  const { id, caseId } = reply
  if (!edit.quiet) await callPeople(tx, { subject: 'reply', subjectId: id, called, byId: by.id, caseId, replyId: id, now: edit.now })
  await askForSame(tx, { subject: 'reply', subjectId: id, words: edit.words }, edit.now)
  await indexReply(tx, { caseId: reply.caseId, replyId: reply.id, words: edit.words })
  return { edited: true }
}

/** Every version of a reply's words, the first one first; a reply that was never edited has one. */
export async function versionsOf(database: Database, reply: ReplyRow): Promise<ReplyVersion[]> {
  const { version, words, at } = replyRevisions
  const rows = await database.select({ version, words, at }).from(replyRevisions)
    .where(eq(replyRevisions.replyId, reply.id)).orderBy(asc(replyRevisions.version))
  return rows.length > 0 ? rows : [{ version: 1, words: reply.words, at: reply.createdAt }]
}
