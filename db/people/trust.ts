import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { postsForTwo, stoodBefore, trustOf, upheldSince, type TrustLevel } from '@/domain/people/trust'
import type { Database } from '../connection'
import { cases, people, queueItems, replies } from '../schema'

/** How far this person is trusted now. Reads a few of his posts, however many he has. */
export async function trustOfPerson(database: Database, personId: number, now: number): Promise<TrustLevel> {
  const [person] = await database.select({ role: people.role, since: people.createdAt }).from(people)
    .where(eq(people.id, personId))
  if (!person) return 0
  if (person.role !== 'member') return 2
  const letIn = (subject: 'case' | 'reply') => database.select({ id: queueItems.subjectId }).from(queueItems)
    .where(and(eq(queueItems.personId, personId), eq(queueItems.subject, subject), inArray(queueItems.decision, ['approve', 'tag'])))
  const stood = stoodBefore(now)
  const theirCases = await database.select({ id: cases.id }).from(cases).where(and(
    eq(cases.authorId, personId), eq(cases.state, 'live'), or(lte(cases.createdAt, stood), inArray(cases.id, letIn('case'))),
  )).limit(postsForTwo)
  const theirReplies = await database.select({ id: replies.id }).from(replies).where(and(
    eq(replies.authorId, personId), eq(replies.hidden, false), isNull(replies.deletedAt),
    or(lte(replies.createdAt, stood), inArray(replies.id, letIn('reply'))),
  )).limit(postsForTwo)
  const upheld = await database.select({ id: queueItems.id }).from(queueItems).where(and(
    eq(queueItems.personId, personId), eq(queueItems.kind, 'flags'), gt(queueItems.decidedAt, upheldSince(now)),
    inArray(queueItems.decision, ['hide', 'tag']),
  )).limit(1)
  return trustOf({ ...person, cases: theirCases.length, replies: theirReplies.length, upheld: upheld.length > 0 }, now)
}
