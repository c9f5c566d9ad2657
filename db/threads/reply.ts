import { eq } from 'drizzle-orm'
import type { Database } from '../connection'
import { cases, replies } from '../schema'

export type ReplyRow = typeof replies.$inferSelect

export async function replyById(database: Database, id: number): Promise<ReplyRow | null> {
  const [row] = await database.select().from(replies).where(eq(replies.id, id))
  return row ?? null
}

/** What the thread asks of a case: whether it is open and whose it is. */
export async function threadCase(database: Database, id: number) {
  const { state, authorId, title, process, discussionCount, replyCount } = cases
  const [row] = await database.select({ id: cases.id, state, authorId, title, process, discussionCount, replyCount })
    .from(cases).where(eq(cases.id, id))
  return row ?? null
}
