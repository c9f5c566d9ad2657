import { and, asc, desc, eq, gt, lt, sql, type SQL } from 'drizzle-orm'
import type { Audience } from '@/domain/people/audience'
import type { ThreadPage } from '@/domain/thread/reply'
import { formatCursor, type ThreadCursor, type ThreadSort } from '@/domain/thread/sort'
import type { Database } from '../connection'
import { keptQuery } from '../engines/kept-query'
import { replies } from '../schema'
import { inSight, selectShown, showTo, type ShownRow } from './shown'

export type ThreadQuery = {
  caseId: number
  sort: ThreadSort
  after: ThreadCursor | null
  /** The most replies on a page. Fewer come when they are long. */
  limit?: number
  viewer: Audience
}

/** As many as are read in one sitting. */
export const repliesPerPage = 50
// What the words on a page may weigh in bytes of HTML, so that with all that stands around them it stays under 30 kB as it
// travels. It has at least one reply, however long.
const pageWeight = 30_000

/**
 * One page of a case's thread. Oldest first is the order of paths; newest and most agreed order the discussions and
 * keep each one's answers beneath it. Keyset throughout: every page is a range of an index, and whoever follows
 * `next` to the end meets each reply that was there when he began exactly once. A cursor of another case starts
 * at the beginning.
 */
export async function threadPage(database: Database, query: ThreadQuery): Promise<ThreadPage> {
  const { caseId, sort, limit = repliesPerPage, viewer } = query
  const start = query.after && await rowAt(database, caseId, query.after.replyId)
  const rows = sort === 'oldest'
    ? await readOn(database, caseId, start, limit + 1)
    : await discussionsOn(database, query, start, limit + 1)
  const page = withinWeight(rows.slice(0, limit))
  const last = page.at(-1)
  const goesOn = last !== undefined && rows.length > page.length
  const next = goesOn ? formatCursor({ replyId: last.id, agreed: headAgreed(rows, last, query) }, sort) : null
  return { replies: await showTo(database, viewer, page), next }
}

/**
 * Whether a reply is on the first page of its thread, oldest first. Asks for no more than that: whoever has just replied is
 * led there.
 */
export async function isOnFirstPage(database: Database, caseId: number, replyId: number): Promise<boolean> {
  const rows = await weightsOf(database, { caseId })
  return withinWeight(rows).some(({ id }) => id === replyId)
}

const weightsOf = keptQuery(['caseId'], (database, { caseId }) => database.select({ id: replies.id, html: replies.html }).from(replies)
  .where(and(eq(replies.caseId, caseId), inSight)).orderBy(asc(replies.path)).limit(repliesPerPage))

type Start = { id: number; rootId: number | null; path: Buffer }

async function rowAt(database: Database, caseId: number, id: number): Promise<Start | null> {
  const [row] = await database.select({ id: replies.id, rootId: replies.rootId, path: replies.path }).from(replies)
    .where(and(eq(replies.id, id), eq(replies.caseId, caseId)))
  return row ?? null
}

async function readOn(database: Database, caseId: number, start: Start | null, limit: number): Promise<ShownRow[]> {
  if (!start) return fromTheFirst(database, { caseId, limit })
  return selectShown(database, and(eq(replies.caseId, caseId), inSight, gt(replies.path, start.path)), limit)
}

const fromTheFirst = keptQuery(['caseId', 'limit'], (database, { caseId, limit }) => (
  selectShown(database, and(eq(replies.caseId, caseId), inSight), limit)
))

// The rest of the discussion that the page before ended in, then further discussions until the page is full.
async function discussionsOn(
  database: Database, query: ThreadQuery, start: Start | null, limit: number,
): Promise<ShownRow[]> {
  const rows = start?.rootId ? await answersOn(database, start.rootId, start.path, limit) : []
  if (rows.length >= limit) return rows
  for (const head of await headsOn(database, query, start, limit - rows.length)) {
    if (rows.length >= limit) break
    rows.push(head)
    if (head.answerCount > 0 && rows.length < limit) {
      rows.push(...await answersOn(database, head.id, head.path, limit - rows.length))
    }
  }
  return rows
}

async function answersOn(database: Database, rootId: number, path: Buffer, limit: number): Promise<ShownRow[]> {
  return selectShown(database, and(eq(replies.rootId, rootId), inSight, gt(replies.path, path)), limit)
}

async function headsOn(
  database: Database, { caseId, sort, after }: ThreadQuery, start: Start | null, limit: number,
): Promise<ShownRow[]> {
  const heads = and(eq(replies.caseId, caseId), eq(replies.depth, 0), inSight)
  const older = start?.rootId ? lt(replies.id, start.rootId) : undefined
  if (sort === 'newest') return selectShown(database, and(heads, older), limit, desc(replies.id))
  const less: SQL | undefined = start?.rootId && after
    ? sql`(${replies.agreeCount}, ${replies.id}) < (${after.agreed}, ${start.rootId})`
    : undefined
  return selectShown(database, and(heads, less), limit, desc(replies.agreeCount), desc(replies.id))
}

// How the head of the last reply's discussion stood when it was read: on this page, or as the cursor before says.
function headAgreed(rows: ShownRow[], last: ShownRow, { after }: ThreadQuery): number {
  return rows.find(row => row.id === last.rootId)?.agreeCount ?? after?.agreed ?? 0
}

function withinWeight<Row extends { html: string }>(rows: Row[]): Row[] {
  let weight = 0
  const end = rows.findIndex((row, at) => {
    weight += Buffer.byteLength(row.html)
    return at > 0 && weight > pageWeight
  })
  return end === -1 ? rows : rows.slice(0, end)
}
