import { and, desc, eq, inArray, lt, or } from 'drizzle-orm'
import type { FigureStand } from '@/domain/following/figure-stand'
import { followQuestion, type FollowQuestion } from '@/domain/following/question'
import type { FollowSubject } from '@/domain/following/subjects'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../connection'
import { follows } from '../schema'

/** More than anybody reads the news of. */
export const mostFollows = 500

export type Followed = typeof follows.$inferSelect
type Asked = { subject: FollowSubject; target: string; stand?: FigureStand; checkAt?: number; now: number }

/** Lets it be so that this person is told of this. `too_many` where he follows as much as one may. */
export async function follow(
  tx: Transaction, { by }: Permitted<'follow'>, { subject, target, stand, checkAt, now }: Asked,
): Promise<'too_many' | null> {
  if (await tx.$count(follows, eq(follows.personId, by.id)) >= mostFollows && !await isFollowing(tx, by.id, subject, target)) return 'too_many'
  await tx.insert(follows).values({ personId: by.id, subject, target, stand, checkAt, createdAt: now }).onConflictDoNothing()
  return null
}

/** Ends it; it may have ended before. */
export async function unfollow(
  tx: Transaction, { by }: Permitted<'follow'>, { subject, target }: { subject: FollowSubject; target: string },
): Promise<void> {
  await tx.delete(follows).where(whose(by.id, subject, target))
}

export async function isFollowing(database: Database, personId: number, subject: FollowSubject, target: string): Promise<boolean> {
  const rows = await database.select({ id: follows.id }).from(follows).where(whose(personId, subject, target))
  return rows.length > 0
}

/** Which of these questions a person answers with yes. */
export async function followedAmong(database: Database, personId: number, questions: readonly FollowQuestion[]): Promise<FollowQuestion[]> {
  if (questions.length === 0) return []
  const subjects = [...new Set(questions.map(question => question.split(':')[1] as FollowSubject))]
  const numbers = questions.map(question => question.split(':')[2]!)
  // What is longer than a number is told by its hash, which the database does not know.
  const rows = await database.select({ subject: follows.subject, target: follows.target }).from(follows).where(and(
    eq(follows.personId, personId), inArray(follows.subject, subjects),
    or(inArray(follows.subject, ['filter', 'figure']), inArray(follows.target, numbers)),
  ))
  const yes = new Set(rows.map(({ subject, target }) => followQuestion(subject, target)))
  return questions.filter(question => yes.has(question))
}

/** What a person follows, the latest first; `after` is the last id of the page before. */
export async function followsOf(
  database: Database, personId: number, { after, limit = 50 }: { after: number | null; limit?: number },
): Promise<{ follows: Followed[]; next: number | null }> {
  const rows = await database.select().from(follows)
    .where(and(eq(follows.personId, personId), after === null ? undefined : lt(follows.id, after)))
    .orderBy(desc(follows.id)).limit(limit + 1)
  const page = rows.slice(0, limit)
  return { follows: page, next: rows.length > limit ? page.at(-1)!.id : null }
}

function whose(personId: number, subject: FollowSubject, target: string) {
  return and(eq(follows.personId, personId), eq(follows.subject, subject), eq(follows.target, target))
}
