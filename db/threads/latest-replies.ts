import { and, desc, eq, isNull, lt } from 'drizzle-orm'
import { isId } from '@/domain/ids'
import type { Database } from '../connection'
import { withNames } from '../people/mentions'
import { people, replies } from '../schema'

export type LatestReply = {
  id: number
  author: string | null
  html: string
  /** The reply that this one answers. */
  replyToId: number | null
  /** Epoch milliseconds. */
  createdAt: number
  editedAt: number | null
}

/**
 * What everybody may read of a case's thread, the newest first however deep it stands. `after` is the `next` of the page
 * before: one range of an index, however far back.
 */
export async function latestReplies(
  database: Database, { caseId, after, limit }: { caseId: number; after?: string; limit: number },
): Promise<{ replies: LatestReply[]; next: string | null }> {
  const { id, html, replyToId, createdAt, editedAt } = replies
  const rows = await database.select({ id, author: people.name, html, replyToId, createdAt, editedAt })
    .from(replies).leftJoin(people, eq(people.id, replies.authorId))
    .where(and(
      eq(replies.caseId, caseId), isNull(replies.deletedAt), eq(replies.hidden, false),
      after && isId(after) ? lt(id, Number(after)) : undefined,
    ))
    .orderBy(desc(id)).limit(limit + 1)
  const shown = rows.slice(0, limit)
  const said = await withNames(database, shown.map(row => row.html))
  return { replies: shown.map((row, at) => ({ ...row, html: said[at]! })), next: rows.length > limit ? String(shown.at(-1)!.id) : null }
}
