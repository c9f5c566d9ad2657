import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../connection'
import { keptQuery } from '../engines/kept-query'
import { caseLocks, cases, replies } from '../schema'

export type ReplyRow = typeof replies.$inferSelect

export async function replyById(database: Database, id: number): Promise<ReplyRow | null> {
  const [row] = await replyOf(database, { id })
  return row ?? null
}

const replyOf = keptQuery(['id'], (database, { id }) => database.select().from(replies).where(eq(replies.id, id)))

/** What the thread asks of a case: whether it is open (`lockedFor` says why not) and whose it is. */
export async function threadCase(database: Database, id: number) {
  const [row] = await caseOf(database, { id })
  return row ?? null
}

const { state, authorId, title, process, discussionCount, replyCount } = cases
const caseOf = keptQuery(['id'], (database, { id }) => database
  .select({ id: cases.id, state, authorId, title, process, discussionCount, replyCount, lockedFor: caseLocks.reason })
  .from(cases).leftJoin(caseLocks, and(eq(caseLocks.caseId, cases.id), isNull(caseLocks.liftedAt))).where(eq(cases.id, id)))
