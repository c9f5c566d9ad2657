import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import type { Transaction } from '../connection'
import { askForSame } from '../moderation/alike/ask'
import { writeLog } from '../moderation/log'
import { notify } from '../people/notify'
import { caseMergeItems, caseMerges, cases, favourites, follows, people, queueItems, replies, searchEntries, votes } from '../schema'
import type { CarriedKind } from '../schema/merging'
import { indexCase } from '../search/entries'
import { refreshCase } from './refresh'
import { caseById } from './rows'
import { searchTextOf } from './store'

export type Unmerge = { mergeId: number; because: string; now: number }
/** Why it cannot be undone cleanly; keys of messages.problems. */
export type UnmergeProblem = 'unmerge_target_gone' | 'unmerge_gone' | 'unmerge_moved'

/**
 * Makes two cases of one again: the merged case is public, its discussions stand under it with all that was answered in them
 * since, and whoever agreed with, kept or followed the other through it alone does so no longer. Nothing is done where that
 * would not bring back what was.
 */
export async function unmergeCase(
  tx: Transaction, { by }: Permitted<'merge'>, { mergeId, because, now }: Unmerge,
): Promise<{ done: true; caseId: number } | { problem: UnmergeProblem } | { already: string | null } | { missing: true }> {
  const [merge] = await tx.select().from(caseMerges).where(eq(caseMerges.id, mergeId))
  if (!merge) return { missing: true }
  if (merge.undoneAt !== null) return { already: await nameOf(tx, merge.undoneById) }
  const { caseId, intoId } = merge
  const [stored, [into]] = [await caseById(tx, caseId), await tx.select({ state: cases.state }).from(cases).where(eq(cases.id, intoId))]
  if (stored?.row.state !== 'merged') return { problem: 'unmerge_gone' }
  if (into?.state !== 'live' && into?.state !== 'hidden') return { problem: 'unmerge_target_gone' }
  if (await discussionsElsewhere(tx, mergeId, intoId) > 0) return { problem: 'unmerge_moved' }
  await takeThreadBack(tx, mergeId, caseId, intoId)
  await takeMarksBack(tx, mergeId, intoId)
  await tx.update(caseMerges).set({ undoneAt: now, undoneById: by.id, undoneReason: because }).where(eq(caseMerges.id, mergeId))
  await tx.update(cases).set({ state: 'live' }).where(eq(cases.id, caseId))
  await indexCase(tx, caseId, searchTextOf(stored.case))
  await refreshCase(tx, caseId)
  await askForSame(tx, { subject: 'case', subjectId: caseId }, now)
  await writeLog(tx, { at: now, actorId: by.id, act: 'unmerge_case', caseId, reason: because, details: { to: String(intoId) } })
  await notify(tx, { personId: stored.row.authorId, kind: 'case_unmerged', caseId, actorId: by.id, details: { reason: because }, now })
  return { done: true, caseId }
}

// A discussion that was moved on, or whose head left the thread for good, is not where it could be taken from.
async function discussionsElsewhere(tx: Transaction, mergeId: number, intoId: number): Promise<number> {
  return tx.$count(replies, and(inArray(replies.id, carried(tx, mergeId, 'discussion')), ne(replies.caseId, intoId)))
}

async function takeThreadBack(tx: Transaction, mergeId: number, caseId: number, intoId: number): Promise<void> {
  const heads = (await carried(tx, mergeId, 'discussion')).map(row => row.id)
  const sums = { discussions: 0, replies: 0 }
  for (let n = 0; n < heads.length; n += 500) {
    const theirs = and(eq(replies.caseId, intoId), inArray(replies.rootId, heads.slice(n, n + 500)))
    const counted = and(theirs, eq(replies.hidden, false), isNull(replies.deletedAt))
    const discussions = await tx.$count(replies, and(counted, eq(replies.depth, 0)))
    sums.discussions += discussions
    sums.replies += await tx.$count(replies, counted) - discussions
    const ids = tx.select({ id: replies.id }).from(replies).where(theirs)
    await tx.update(searchEntries).set({ caseId }).where(and(eq(searchEntries.caseId, intoId), inArray(searchEntries.replyId, ids)))
    await tx.update(queueItems).set({ caseId }).where(and(eq(queueItems.subject, 'reply'), inArray(queueItems.subjectId, ids)))
    await tx.update(replies).set({ caseId }).where(theirs)
  }
  for (const [id, sign] of [[intoId, -1], [caseId, 1]] as const) {
    await tx.update(cases).set({
      discussionCount: sql`${cases.discussionCount} + ${sign * sums.discussions}`, replyCount: sql`${cases.replyCount} + ${sign * sums.replies}`,
    }).where(eq(cases.id, id))
  }
}

// Who has meanwhile taken his vote back has none to give back.
async function takeMarksBack(tx: Transaction, mergeId: number, intoId: number): Promise<void> {
  const voted = and(eq(votes.subject, 'case'), eq(votes.subjectId, intoId), inArray(votes.personId, carried(tx, mergeId, 'vote')))
  const kept = and(eq(favourites.caseId, intoId), inArray(favourites.personId, carried(tx, mergeId, 'favourite')))
  const followed = and(eq(follows.subject, 'case'), eq(follows.target, String(intoId)), inArray(follows.personId, carried(tx, mergeId, 'follow')))
  const agrees = (await tx.delete(votes).where(voted).returning({ id: votes.personId })).length
  const keeps = (await tx.delete(favourites).where(kept).returning({ id: favourites.personId })).length
  await tx.delete(follows).where(followed)
  await tx.update(cases).set({
    agreeCount: sql`${cases.agreeCount} - ${agrees}`, favouriteCount: sql`${cases.favouriteCount} - ${keeps}`,
  }).where(eq(cases.id, intoId))
}

function carried(tx: Transaction, mergeId: number, kind: CarriedKind) {
  return tx.select({ id: caseMergeItems.itemId }).from(caseMergeItems).where(and(eq(caseMergeItems.mergeId, mergeId), eq(caseMergeItems.kind, kind)))
}

async function nameOf(tx: Transaction, id: number | null): Promise<string | null> {
  if (id === null) return null
  const [row] = await tx.select({ name: people.name }).from(people).where(eq(people.id, id))
  return row?.name ?? null
}
