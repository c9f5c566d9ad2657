import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import { renderWords } from '@/domain/text/markdown'
import { placeUnder } from '@/domain/thread/path'
import { talkOf } from '../changes/noting'
import type { Transaction } from '../connection'
import { happened } from '../outbox/entrust'
import { notify } from '../people/notify'
import { cases, replies } from '../schema'
import { indexNewReply } from '../search/entries'
import { sumWith } from './counts'
import { replyById, type ReplyRow } from './reply'

export type NewReply = {
  caseId: number
  /** Whom it answers; null answers the case itself. */
  parentId: number | null
  words: string
  device: 'mobile' | 'mini_program' | null
  /** Epoch milliseconds. */
  now: number
}
/** Why a reply cannot stand where it was meant to; a key of messages.problems. */
export type ReplyProblem = 'parent_gone' | 'parent_hidden'

/** Adds a reply to a live case, with everything that follows from it: place, counts, search and notices. */
export async function addReply(
  whole: Transaction, { by }: Permitted<'reply'>, reply: NewReply,
): Promise<{ id: number } | { problem: ReplyProblem }> {
  const { caseId, parentId, words, device, now } = reply
  const tx = talkOf(whole, caseId)
  const parent = parentId === null ? null : await replyById(tx, parentId)
  if (parentId !== null && (parent?.caseId !== caseId || parent.deletedAt !== null)) return { problem: 'parent_gone' }
  if (parent?.hidden) return { problem: 'parent_hidden' }

  const placed = await insertPlaced(tx, parent, { caseId, authorId: by.id, words, device, createdAt: now })
  if (parent) {
    await tx.update(replies).set({ answerCount: sql`${replies.answerCount} + 1` }).where(eq(replies.id, parent.id))
  }
  const [it] = await tx.update(cases).set({ ...sumWith(placed, 1), activeAt: now }).where(eq(cases.id, caseId))
    .returning({ authorId: cases.authorId })
  await indexNewReply(tx, { caseId, replyId: placed.id, words })
  const answered = parent?.authorId ?? null
  await tell(tx, { caseId, replyId: placed.id, actorId: by.id, now }, { answered, author: it?.authorId ?? null })
  await happened(tx, { what: 'reply_added', caseId, replyId: placed.id, actorId: by.id }, now)
  return { id: placed.id }
}

type Unplaced = Pick<ReplyRow, 'caseId' | 'authorId' | 'words' | 'device' | 'createdAt'>

// The path holds the id, which the engine gives only on insert: the row first stands at a place nobody else can have.
async function insertPlaced(tx: Transaction, parent: ReplyRow | null, row: Unplaced) {
  const { html, version } = renderWords(row.words)
  const [inserted] = await tx.insert(replies)
    .values({ ...row, html, renderVersion: version, depth: 0, path: randomBytes(24) }).returning({ id: replies.id })
  const { id } = inserted!
  const place = placeUnder(parent, id)
  await tx.update(replies).set({ ...place, path: Buffer.from(place.path) }).where(eq(replies.id, id))
  return { id, caseId: row.caseId, depth: place.depth }
}

// Whoever is answered in person is not told a second time that his case was.
async function tell(
  tx: Transaction, news: { caseId: number; replyId: number; actorId: number; now: number },
  { answered, author }: { answered: number | null; author: number | null },
): Promise<void> {
  if (answered !== null) await notify(tx, { ...news, personId: answered, kind: 'reply_answered' })
  if (author !== null && author !== answered) await notify(tx, { ...news, personId: author, kind: 'case_answered' })
}
