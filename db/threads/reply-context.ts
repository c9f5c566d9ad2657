import { and, eq, gt, inArray, lt } from 'drizzle-orm'
import type { Viewer } from '@/domain/people/viewer'
import { plainExcerpt } from '@/domain/text/markdown'
import { endOfBranch, pathsAbove } from '@/domain/thread/path'
import { mayReadWords, stateOf, type ReplyState, type ThreadReply } from '@/domain/thread/reply'
import type { Database } from '../connection'
import { people, replies } from '../schema'
import { replyById } from './reply'
import { inSight, selectShown, showTo } from './shown'

export type Ancestor = { id: number; depth: number; state: ReplyState; author: string | null; excerpt: string | null }
export type ReplyContext = {
  caseId: number
  /** The head of the discussion first; beginnings of what they say. */
  ancestors: Ancestor[]
  /** The reply, then its answers in reading order. */
  branch: ThreadReply[]
  next: string | null
}

// Of those above only the beginning is told, so that even the deepest reply's page stays small.
const excerptLength = 80
export const branchPerPage = 50

/**
 * A reply where it stands: what it answers, itself, and a page of what answers it. `after` is the id of the last
 * reply of the page before. Null when it was never there, has left the thread, or waits for a moderator and the
 * reader is neither its author nor one.
 */
export async function replyContext(
  database: Database, id: number, viewer: Viewer, after: number | null = null,
): Promise<ReplyContext | null> {
  const reply = await replyById(database, id)
  if (!reply || (reply.deletedAt !== null && reply.answerCount === 0)) return null
  if (!reply.published && !mayReadWords(viewer, reply)) return null
  const { caseId, path } = reply
  const start = after === null ? null : await replyById(database, after)
  const further = start?.caseId === caseId && start.id !== id ? gt(replies.path, start.path) : gt(replies.path, path)
  const inBranch = and(eq(replies.caseId, caseId), inSight, further, lt(replies.path, Buffer.from(endOfBranch(path))))
  const [self, answers, ancestors] = await Promise.all([
    selectShown(database, eq(replies.id, id), 1),
    selectShown(database, inBranch, branchPerPage + 1),
    ancestorsOf(database, caseId, path, viewer),
  ])
  const page = answers.slice(0, branchPerPage)
  return {
    caseId,
    ancestors,
    branch: await showTo(database, viewer, [...self, ...page]),
    next: answers.length > page.length ? String(page.at(-1)!.id) : null,
  }
}

async function ancestorsOf(database: Database, caseId: number, path: Buffer, viewer: Viewer): Promise<Ancestor[]> {
  const paths = pathsAbove(path).map(above => Buffer.from(above))
  if (paths.length === 0) return []
  const { id, depth, words, authorId, hidden, deletedAt } = replies
  const rows = await database.select({ id, depth, words, authorId, hidden, deletedAt, author: people.name })
    .from(replies).leftJoin(people, eq(people.id, replies.authorId))
    .where(and(eq(replies.caseId, caseId), inArray(replies.path, paths))).orderBy(replies.path)
  return rows.map(row => {
    const state = stateOf(row)
    return {
      id: row.id,
      depth: row.depth,
      state,
      author: state === 'deleted' ? null : row.author,
      excerpt: mayReadWords(viewer, row) ? plainExcerpt(row.words, excerptLength) : null,
    }
  })
}
