import { and, eq, inArray, isNotNull, notInArray, sql } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import type { Transaction } from '../connection'
import { writeLog } from '../moderation/log'
import { settleAbout } from '../moderation/queue/settle'
import { notify } from '../people/notify'
import { caseMergeItems, caseMerges, cases, favourites, follows, queueItems, replies, searchEntries, votes } from '../schema'
import type { CarriedKind } from '../schema/merging'
import { dropEntry } from '../search/entries'
import { refreshCase } from './refresh'
import type { CaseRow } from './rows'

export type Merge = { caseId: number; intoId: number; because: string; now: number }
/** Why two cases cannot become one; keys of messages.problems. */
export type MergeProblem = 'merge_same' | 'merge_not_live' | 'merge_target_gone'

/**
 * Makes one case part of another, in one write: it leaves lists, search and figures, its address leads to the other, and its
 * discussions stand there in their order. Who agreed with it, kept or followed it does so with the other, nobody twice.
 * What came along is written down, so that `unmergeCase` can take it back.
 */
export async function mergeCase(
  tx: Transaction, { by }: Permitted<'merge'>, { caseId, intoId, because, now }: Merge,
): Promise<{ done: true } | { problem: MergeProblem } | { missing: true }> {
  if (caseId === intoId) return { problem: 'merge_same' }
  const rows = await tx.select().from(cases).where(inArray(cases.id, [caseId, intoId]))
  const [it, into] = [rows.find(row => row.id === caseId), rows.find(row => row.id === intoId)]
  if (!it) return { missing: true }
  if (it.state !== 'live') return { problem: 'merge_not_live' }
  if (into?.state !== 'live') return { problem: 'merge_target_gone' }
  const [merge] = await tx.insert(caseMerges).values({ caseId, intoId, byId: by.id, reason: because, at: now }).returning({ id: caseMerges.id })
  await carryThread(tx, merge!.id, it, into)
  await carryMarks(tx, merge!.id, it, into, now)
  await tx.update(cases).set({ state: 'merged' }).where(eq(cases.id, caseId))
  await dropEntry(tx, { caseId, replyId: null })
  await refreshCase(tx, caseId)
  await settleAbout(tx, { subject: 'case', subjectId: caseId }, { byId: null, decision: 'gone', reason: '', now })
  await writeLog(tx, { at: now, actorId: by.id, act: 'merge_case', caseId, reason: because, details: { to: String(intoId) } })
  await notify(tx, { personId: it.authorId, kind: 'case_merged', caseId: intoId, actorId: by.id, details: { reason: because }, now })
  return { done: true }
}

// Every path begins with the id of its discussion, which no other case has: together they stand in the order they began.
async function carryThread(tx: Transaction, mergeId: number, it: CaseRow, into: CaseRow): Promise<void> {
  const theirs = (caseId: number) => tx.select({ id: replies.id }).from(replies).where(eq(replies.caseId, caseId))
  // A line that says where a discussion went has the place of that discussion, which it is about to stand beside.
  const comingHome = and(eq(replies.caseId, into.id), eq(replies.depth, 0), inArray(replies.movedId, theirs(it.id)))
  await tx.delete(replies).where(comingHome)
  const goneThere = await tx.select({ id: replies.id }).from(replies)
    .where(and(eq(replies.caseId, it.id), eq(replies.depth, 0), isNotNull(replies.movedId), inArray(replies.movedId, theirs(into.id))))
  const left = goneThere.map(row => row.id)
  const coming = and(eq(replies.caseId, it.id), left.length > 0 ? notInArray(replies.id, left) : undefined)
  const heads = await tx.select({ id: replies.id }).from(replies).where(and(coming, eq(replies.depth, 0)))
  await noteCarried(tx, mergeId, 'discussion', heads.map(row => row.id))
  await tx.update(replies).set({ caseId: into.id }).where(coming)
  await tx.update(searchEntries).set({ caseId: into.id }).where(and(eq(searchEntries.caseId, it.id), isNotNull(searchEntries.replyId)))
  await tx.update(queueItems).set({ caseId: into.id }).where(and(eq(queueItems.subject, 'reply'), eq(queueItems.caseId, it.id)))
  await tx.update(cases).set({ discussionCount: 0, replyCount: 0 }).where(eq(cases.id, it.id))
  await tx.update(cases).set({
    discussionCount: sql`${cases.discussionCount} + ${it.discussionCount}`,
    replyCount: sql`${cases.replyCount} + ${it.replyCount}`,
    activeAt: Math.max(it.activeAt, into.activeAt),
  }).where(eq(cases.id, into.id))
}

async function carryMarks(tx: Transaction, mergeId: number, it: CaseRow, into: CaseRow, now: number): Promise<void> {
  const agreed = (id: number) => tx.select({ personId: votes.personId }).from(votes).where(and(eq(votes.subject, 'case'), eq(votes.subjectId, id)))
  const kept = (id: number) => tx.select({ personId: favourites.personId }).from(favourites).where(eq(favourites.caseId, id))
  const followed = (id: number) => tx.select({ personId: follows.personId }).from(follows).where(and(eq(follows.subject, 'case'), eq(follows.target, String(id))))
  const voters = await onlyIn(agreed, it, into)
  const keepers = await onlyIn(kept, it, into)
  const followers = await onlyIn(followed, it, into)
  for (const some of inParts(voters)) await tx.insert(votes).values(some.map(personId => ({ personId, subject: 'case' as const, subjectId: into.id, at: now })))
  for (const some of inParts(keepers)) await tx.insert(favourites).values(some.map(personId => ({ personId, caseId: into.id, at: now })))
  for (const some of inParts(followers)) await tx.insert(follows).values(some.map(personId => ({ personId, subject: 'case' as const, target: String(into.id), createdAt: now })))
  await tx.update(cases).set({
    agreeCount: sql`${cases.agreeCount} + ${voters.length}`, favouriteCount: sql`${cases.favouriteCount} + ${keepers.length}`,
  }).where(eq(cases.id, into.id))
  await noteCarried(tx, mergeId, 'vote', voters)
  await noteCarried(tx, mergeId, 'favourite', keepers)
  await noteCarried(tx, mergeId, 'follow', followers)
}

async function onlyIn(
  who: (caseId: number) => PromiseLike<{ personId: number }[]>, it: CaseRow, into: CaseRow,
): Promise<number[]> {
  const there = new Set((await who(into.id)).map(row => row.personId))
  return (await who(it.id)).map(row => row.personId).filter(id => !there.has(id))
}

async function noteCarried(tx: Transaction, mergeId: number, kind: CarriedKind, ids: number[]): Promise<void> {
  for (const some of inParts(ids)) await tx.insert(caseMergeItems).values(some.map(itemId => ({ mergeId, kind, itemId })))
}

// What one statement holds, on either engine.
function inParts(ids: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(ids.length / 500) }, (_, n) => ids.slice(n * 500, (n + 1) * 500))
}
