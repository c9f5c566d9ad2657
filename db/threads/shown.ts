import { and, asc, eq, gt, inArray, isNotNull, isNull, or, type Placeholder, type SQL } from 'drizzle-orm'
import type { Audience } from '@/domain/people/audience'
import { colourOf } from '@/domain/people/initial'
import { isAuthor, mayReadWords, stateOf, type ThreadReply } from '@/domain/thread/reply'
import type { Database } from '../connection'
import { withNames } from '../people/mentions'
import { people, replies } from '../schema'
import { votedAmong } from './votes'

/** What has a place in the thread: all but deleted replies that nobody has answered (where one went elsewhere, a line says so), and what no moderator has let in yet. */
export const inSight = and(eq(replies.published, true), or(isNull(replies.deletedAt), gt(replies.answerCount, 0), isNotNull(replies.movedId)))

export type ShownRow = Awaited<ReturnType<typeof selectShown>>[number]

/** Rows of replies with their author's name; reading order unless told otherwise. */
export function selectShown(database: Database, where: SQL | undefined, limit: number | Placeholder, ...order: SQL[]) {
  return database.select({
    id: replies.id,
    caseId: replies.caseId,
    rootId: replies.rootId,
    replyToId: replies.replyToId,
    depth: replies.depth,
    path: replies.path,
    authorId: replies.authorId,
    author: people.name,
    html: replies.html,
    device: replies.device,
    agreeCount: replies.agreeCount,
    answerCount: replies.answerCount,
    hidden: replies.hidden,
    published: replies.published,
    version: replies.version,
    createdAt: replies.createdAt,
    editedAt: replies.editedAt,
    deletedAt: replies.deletedAt,
    movedId: replies.movedId,
  }).from(replies).leftJoin(people, eq(people.id, replies.authorId))
    .where(where).orderBy(...(order.length > 0 ? order : [asc(replies.path)])).limit(limit)
}

/** The rows as their reader gets them; two more questions however many rows there are. */
export async function showTo(database: Database, viewer: Audience, rows: ShownRow[]): Promise<ThreadReply[]> {
  // One after the other: inside write() there is one connection only.
  const answered = await authorsOf(database, rows.flatMap(row => row.replyToId ?? []))
  const moved = await casesOf(database, rows.flatMap(row => row.movedId ?? []))
  const agreed = viewer.kind === 'member'
    ? await votedAmong(database, viewer.id, 'reply', rows.map(row => row.id))
    : new Set<number>()
  const html = await withNames(database, rows.map(row => (mayReadWords(viewer, row) ? row.html : null)))
  return rows.map((row, at) => {
    const state = stateOf(row)
    return {
      id: row.id,
      caseId: row.caseId,
      depth: row.depth,
      state,
      published: row.published,
      moved: row.movedId === null ? null : { id: row.movedId, caseId: moved.get(row.movedId) ?? 0 },
      author: state === 'deleted' ? null : row.author,
      colour: state === 'deleted' || row.authorId === null ? null : colourOf(row.authorId),
      answers: row.replyToId === null ? null : { id: row.replyToId, author: answered.get(row.replyToId) ?? null },
      html: html[at] ?? null,
      device: row.device,
      agreeCount: row.agreeCount,
      agreed: viewer.kind === 'anyone' ? `agrees:reply:${row.id}` : agreed.has(row.id),
      own: viewer.kind === 'anyone' && row.authorId !== null ? `is:${row.authorId}` : isAuthor(viewer, row),
      version: row.version,
      createdAt: row.createdAt,
      editedAt: row.editedAt,
    }
  })
}

async function casesOf(database: Database, ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await database.select({ id: replies.id, caseId: replies.caseId }).from(replies).where(inArray(replies.id, ids))
  return new Map(rows.map(row => [row.id, row.caseId]))
}

// Who wrote what is answered; a deleted reply no longer says.
async function authorsOf(database: Database, ids: number[]): Promise<Map<number, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await database.select({ id: replies.id, name: people.name, deletedAt: replies.deletedAt })
    .from(replies).leftJoin(people, eq(people.id, replies.authorId)).where(inArray(replies.id, ids))
  return new Map(rows.map(row => [row.id, row.deletedAt === null ? row.name : null]))
}
