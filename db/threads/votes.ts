import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import { talkOf } from '../changes/noting'
import type { Database, Transaction } from '../connection'
import { cases, replies, votes } from '../schema'
import type { VoteSubject } from '../schema/threads'

type Vote = { subject: VoteSubject; id: number; wanted: 'on' | 'off'; now: number }

/**
 * Lets it be so that this person agrees, or does not. Sent twice it is the same as once, and the count is always the
 * number of rows. False when there is nothing (any more) to agree with.
 */
export async function setVote(whole: Transaction, { by }: Permitted<'vote'>, vote: Vote): Promise<boolean> {
  const caseId = await standsIn(whole, vote)
  if (caseId === null) return false
  const tx = talkOf(whole, caseId)
  const { subject, id, now } = vote
  const own = and(eq(votes.personId, by.id), eq(votes.subject, subject), eq(votes.subjectId, id))
  const changed = vote.wanted === 'on'
    ? await tx.insert(votes).values({ personId: by.id, subject, subjectId: id, at: now }).onConflictDoNothing()
      .returning({ at: votes.at })
    : await tx.delete(votes).where(own).returning({ at: votes.at })
  if (changed.length > 0) await count(tx, vote, vote.wanted === 'on' ? 1 : -1)
  return true
}

/** Which of these this person has agreed with. */
export async function votedAmong(
  database: Database, personId: number, subject: VoteSubject, ids: number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await database.select({ id: votes.subjectId }).from(votes)
    .where(and(eq(votes.personId, personId), eq(votes.subject, subject), inArray(votes.subjectId, ids)))
  return new Set(rows.map(row => row.id))
}

/** The case that it belongs to; null when it does not stand (any more). */
async function standsIn(tx: Transaction, { subject, id }: Vote): Promise<number | null> {
  if (subject === 'case') {
    const [it] = await tx.select({ id: cases.id }).from(cases).where(and(eq(cases.id, id), eq(cases.state, 'live')))
    return it?.id ?? null
  }
  const [it] = await tx.select({ id: cases.id }).from(replies).innerJoin(cases, eq(cases.id, replies.caseId))
    .where(and(eq(replies.id, id), isNull(replies.deletedAt), eq(replies.hidden, false), eq(cases.state, 'live')))
  return it?.id ?? null
}

async function count(tx: Transaction, { subject, id }: Vote, by: 1 | -1): Promise<void> {
  if (subject === 'case') {
    await tx.update(cases).set({ agreeCount: sql`${cases.agreeCount} + ${by}` }).where(eq(cases.id, id))
    return
  }
  await tx.update(replies).set({ agreeCount: sql`${replies.agreeCount} + ${by}` }).where(eq(replies.id, id))
}
