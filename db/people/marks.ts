import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../connection'
import { favourites, notifications, votes } from '../schema'
import type { VoteSubject } from '../schema/threads'

export type Marks = { agreed: { subject: VoteSubject; id: number }[]; kept: number[]; unread: number }

/** Which of these cases and replies a person agrees with, which of the cases he keeps, and how many notices he has not read. */
export async function marksOf(
  database: Database, personId: number, { cases, replies }: { cases: number[]; replies: number[] },
): Promise<Marks> {
  // One question for all: it is asked for every page of everybody who is signed in.
  const agreed = database.select({ what: sql<VoteSubject | 'kept' | 'unread'>`${votes.subject}`, id: votes.subjectId }).from(votes)
    .where(and(eq(votes.personId, personId), or(
      and(eq(votes.subject, 'case'), inArray(votes.subjectId, cases)),
      and(eq(votes.subject, 'reply'), inArray(votes.subjectId, replies)),
    )))
  const kept = database.select({ what: sql<'kept'>`'kept'`, id: favourites.caseId }).from(favourites)
    .where(and(eq(favourites.personId, personId), inArray(favourites.caseId, cases)))
  const unread = database.select({ what: sql<'unread'>`'unread'`, id: sql<number>`cast(count(*) as integer)` }).from(notifications)
    .where(and(eq(notifications.personId, personId), isNull(notifications.readAt)))
  const rows = await agreed.unionAll(kept).unionAll(unread)
  return {
    agreed: rows.flatMap(({ what, id }) => (what === 'case' || what === 'reply' ? [{ subject: what, id }] : [])),
    kept: rows.filter(({ what }) => what === 'kept').map(({ id }) => id),
    unread: rows.find(({ what }) => what === 'unread')!.id,
  }
}
