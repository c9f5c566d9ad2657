import { and, eq, gte, inArray, isNull, lt, max, sql } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import { bytesPerLevel, deepest, endOfBranch } from '@/domain/thread/path'
import type { Transaction } from '../connection'
import { dialect } from '../dialect'
import { writeLog } from '../moderation/log'
import { notify } from '../people/notify'
import { branchMoves, cases, queueItems, replies, searchEntries } from '../schema'
import { leaveSight } from './delete-reply'
import { replyById, threadCase, type ReplyRow } from './reply'

export type Move = {
  /** The head of the branch; all that answers it goes with it. */
  replyId: number
  toCaseId: number
  because: string
  /** Epoch milliseconds. */
  now: number
}
/** Why a branch cannot be moved; keys of messages.problems. */
export type MoveProblem = 'move_target_gone' | 'move_same_case' | 'move_too_deep'
export type Moved = { done: true; replies: number } | { problem: MoveProblem } | { missing: true }

/**
 * Moves a reply and all below it under another case, as a discussion of its own there; back where it came from, it takes its
 * old place again. Where it stood a line says where it went. Nothing is copied: ids, votes, histories and addresses of
 * replies stay as they are. One statement for the branch, however long (promise 54).
 */
export async function moveBranch(tx: Transaction, { by }: Permitted<'keep_thread'>, move: Move): Promise<Moved> {
  const { replyId, toCaseId, because, now } = move
  const head = await replyById(tx, replyId)
  if (!head || head.movedId !== null || (head.deletedAt !== null && head.answerCount === 0)) return { missing: true }
  if (head.caseId === toCaseId) return { problem: 'move_same_case' }
  if ((await threadCase(tx, toCaseId))?.state !== 'live') return { problem: 'move_target_gone' }
  // Those at the last level stand side by side: which of them answer one another, their paths do not say.
  if (head.depth >= deepest && await isAnswered(tx, head)) return { problem: 'move_too_deep' }
  const sums = await sumsOf(tx, head)
  const place = await placeIn(tx, toCaseId, head, sums.deepest)
  await tx.update(replies).set({
    caseId: toCaseId,
    path: dialect.rebased(replies.path, head.path.length - bytesPerLevel, place.above),
    depth: sql`${replies.depth} + ${place.depth - head.depth}`,
    rootId: place.rootId,
  }).where(branchOf(head))
  await tx.update(replies).set({ parentId: place.parentId, replyToId: place.replyToId }).where(eq(replies.id, head.id))
  await leaveLine(tx, head, now)
  await followAlong(tx, toCaseId, place.above, head)
  await count(tx, head, toCaseId, place.depth, sums)
  await tx.insert(branchMoves).values({ replyId, fromCaseId: head.caseId, toCaseId, byId: by.id, reason: because, at: now })
  const details = { to: String(toCaseId), replies: String(sums.all) }
  await writeLog(tx, { at: now, actorId: by.id, act: 'move_branch', caseId: head.caseId, replyId, reason: because, details })
  await notify(tx, { personId: head.authorId, kind: 'branch_moved', caseId: toCaseId, replyId, actorId: by.id, details: { reason: because }, now })
  return { done: true, replies: sums.all }
}

function branchOf({ caseId, path }: Pick<ReplyRow, 'caseId' | 'path'>) {
  return and(eq(replies.caseId, caseId), gte(replies.path, path), lt(replies.path, Buffer.from(endOfBranch(path))))
}

async function isAnswered(tx: Transaction, { id, caseId }: ReplyRow): Promise<boolean> {
  return await tx.$count(replies, and(eq(replies.caseId, caseId), eq(replies.replyToId, id))) > 0
}

type Sums = { all: number; counted: number; deepest: number; latest: number }

async function sumsOf(tx: Transaction, head: ReplyRow): Promise<Sums> {
  const branch = branchOf(head)
  const [row] = await tx.select({ deepest: max(replies.depth), latest: max(replies.createdAt) }).from(replies).where(branch)
  const counted = await tx.$count(replies, and(branch, eq(replies.hidden, false), isNull(replies.deletedAt)))
  const all = await tx.$count(replies, branch)
  return { all, counted, deepest: row?.deepest ?? head.depth, latest: row?.latest ?? head.createdAt }
}

type NewPlace = Pick<ReplyRow, 'depth' | 'rootId' | 'parentId' | 'replyToId'> & { above: Buffer }

// Where it stood before it went from here, if there is room for what has been added below it since.
async function placeIn(tx: Transaction, caseId: number, head: ReplyRow, deepestNow: number): Promise<NewPlace> {
  const [line] = await tx.select().from(replies).where(and(eq(replies.caseId, caseId), eq(replies.movedId, head.id)))
  const top = { depth: 0, rootId: head.id, parentId: null, replyToId: null, above: Buffer.alloc(0) }
  if (!line) return top
  await tx.delete(replies).where(eq(replies.id, line.id))
  const { depth, parentId, replyToId, path } = line
  if (depth === 0) return top
  if (depth + deepestNow - head.depth > deepest) {
    await leaveSight(tx, replyToId)
    return top
  }
  return { depth, rootId: line.rootId, parentId, replyToId, above: path.subarray(0, path.length - bytesPerLevel) }
}

// It keeps the place, and with it those above that stand only for what is below them.
async function leaveLine(tx: Transaction, head: ReplyRow, now: number): Promise<void> {
  const { caseId, path, depth, parentId, rootId, replyToId, createdAt, id: movedId } = head
  const [line] = await tx.insert(replies).values({
    caseId, path, depth, parentId, rootId, replyToId, createdAt, movedId, authorId: null, words: '', html: '', renderVersion: 0, deletedAt: now,
  }).returning({ id: replies.id })
  if (depth === 0) await tx.update(replies).set({ rootId: line!.id }).where(eq(replies.id, line!.id))
}

async function followAlong(tx: Transaction, caseId: number, above: Buffer, head: ReplyRow): Promise<void> {
  const path = Buffer.concat([above, head.path.subarray(head.path.length - bytesPerLevel)])
  const ids = tx.select({ id: replies.id }).from(replies).where(branchOf({ caseId, path }))
  await tx.update(searchEntries).set({ caseId }).where(and(eq(searchEntries.caseId, head.caseId), inArray(searchEntries.replyId, ids)))
  await tx.update(queueItems).set({ caseId }).where(and(eq(queueItems.subject, 'reply'), inArray(queueItems.subjectId, ids)))
}

async function count(tx: Transaction, head: ReplyRow, toCaseId: number, depth: number, { counted, latest }: Sums): Promise<void> {
  const heads = !head.hidden && head.deletedAt === null ? 1 : 0
  const sums = (depth: number) => (depth === 0 ? [heads, counted - heads] as const : [0, counted] as const)
  const [[fewer, fewerBelow], [more, moreBelow]] = [sums(head.depth), sums(depth)]
  await tx.update(cases).set({
    discussionCount: sql`${cases.discussionCount} - ${fewer}`, replyCount: sql`${cases.replyCount} - ${fewerBelow}`,
  }).where(eq(cases.id, head.caseId))
  await tx.update(cases).set({
    discussionCount: sql`${cases.discussionCount} + ${more}`,
    replyCount: sql`${cases.replyCount} + ${moreBelow}`,
    activeAt: sql`case when ${cases.activeAt} < ${latest} then ${latest} else ${cases.activeAt} end`,
  }).where(eq(cases.id, toCaseId))
}
