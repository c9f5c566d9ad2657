import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import { placeUnder } from '@/domain/thread/path'
import { talkOf } from '../changes/noting'
import type { Transaction } from '../connection'
import { keptQuery } from '../engines/kept-query'
import { askForSame } from '../moderation/alike/ask'
import { queueUp, type HeldBack } from '../moderation/queue/queue-up'
import { callPeople, renderCalling } from '../people/mentions'
import { replies } from '../schema'
import { indexNewReply } from '../search/entries'
import { appear } from './appear'
import { replyById, type ReplyRow } from './reply'

export type NewReply = {
  caseId: number
  /** Whom it answers; null answers the case itself. */
  parentId: number | null
  words: string
  device: 'mobile' | 'mini_program' | null
  /** Epoch milliseconds. */
  now: number
  /** It waits for a moderator, for this reason, and nobody but its author sees it until then. */
  heldBack?: HeldBack | null
}
/** Why a reply cannot stand where it was meant to; a key of messages.problems. */
export type ReplyProblem = 'parent_gone' | 'parent_hidden'

/** Adds a reply to a live case, with everything that follows from it: place, counts, search and notices. */
export async function addReply(
  whole: Transaction, { by }: Permitted<'reply'>, reply: NewReply,
): Promise<{ id: number } | { problem: ReplyProblem }> {
  const { caseId, parentId, words, device, now, heldBack = null } = reply
  const tx = talkOf(whole, caseId)
  const parent = parentId === null ? null : await replyById(tx, parentId)
  if (parentId !== null && (parent?.caseId !== caseId || parent.deletedAt !== null)) return { problem: 'parent_gone' }
  if (parent?.hidden) return { problem: 'parent_hidden' }

  const seen = heldBack === null
  const placed = await insertPlaced(tx, parent, {
    caseId, authorId: by.id, words, device, createdAt: now, hidden: !seen, published: seen,
  })
  const { id } = placed
  await indexNewReply(tx, { caseId, replyId: id, words })
  await askForSame(tx, { subject: 'reply', subjectId: id, words }, now)
  if (seen) {
    const told = await appear(tx, { ...placed, authorId: by.id }, now)
    const text = { subject: 'reply' as const, subjectId: id, called: placed.called, told }
    await callPeople(tx, { ...text, byId: by.id, caseId, replyId: id, now })
    return { id }
  }
  await queueUp(tx, { ...heldBack, subject: 'reply', subjectId: id, caseId, personId: by.id, hold: 'back', now })
  return { id }
}

type Unplaced = Pick<ReplyRow, 'caseId' | 'authorId' | 'words' | 'device' | 'createdAt' | 'hidden' | 'published'>

// The path holds the id, which the engine gives only on insert: the row first stands at a place nobody else can have.
async function insertPlaced(tx: Transaction, parent: ReplyRow | null, row: Unplaced) {
  const { html, version, called } = await renderCalling(tx, row.words)
  const [inserted] = await insert(tx, { ...row, html, renderVersion: version, path: randomBytes(24) })
  const { id } = inserted!
  const place = placeUnder(parent, id)
  await put(tx, { ...place, path: Buffer.from(place.path), id })
  return { id, caseId: row.caseId, depth: place.depth, replyToId: place.replyToId, called }
}

const insert = keptQuery(
  ['caseId', 'authorId', 'words', 'device', 'createdAt', 'hidden', 'published', 'html', 'renderVersion', 'path'],
  (tx, places) => tx.insert(replies).values({ ...places, depth: 0 }).returning({ id: replies.id }),
)
const put = keptQuery(['id', 'parentId', 'rootId', 'replyToId', 'depth', 'path'], (tx, { id, parentId, rootId, replyToId, depth, path }) => (
  tx.update(replies).set({ parentId: sql`${parentId}`, rootId: sql`${rootId}`, replyToId: sql`${replyToId}`, depth: sql`${depth}`, path: sql`${path}` })
    .where(eq(replies.id, id))
))
