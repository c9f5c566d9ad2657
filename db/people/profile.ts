import { and, desc, eq, isNull, lt, type SQL } from 'drizzle-orm'
import { isId } from '@/domain/ids'
import { plainExcerpt } from '@/domain/text/markdown'
import { casesByIds, type StoredCase } from '../cases/rows'
import type { Database } from '../connection'
import { cases, replies } from '../schema'

// What a person shared is what everybody may read of him where it stands: his live cases, and his replies that stand in
// live cases. What is hidden, taken back or waits to be let in is in no list and no count.

export type SharedReply = {
  id: number
  /** The case it stands under. */
  under: StoredCase
  /** The beginning of its words, without their markings. */
  excerpt: string
  /** Epoch milliseconds. */
  createdAt: number
}

const excerptLength = 140

/** How many cases and replies his two lists hold; counted as they are listed, so that no difference tells of others. */
export async function sharedCounts(database: Database, personId: number): Promise<{ cases: number; replies: number }> {
  const own = await database.$count(cases, and(eq(cases.authorId, personId), eq(cases.state, 'live')))
  const said = database.select({ id: replies.id }).from(replies).innerJoin(cases, eq(cases.id, replies.caseId))
    .where(sharedBy(personId)).as('said')
  return { cases: own, replies: await database.$count(said) }
}

/** A page of his replies that everybody may read, the newest first. `after` is the `next` of the page before. */
export async function sharedReplies(
  database: Database, personId: number, { after, limit = 20 }: { after?: string; limit?: number },
): Promise<{ replies: SharedReply[]; next: string | null }> {
  const older = after && isId(after) ? lt(replies.id, Number(after)) : undefined
  const { id, caseId, words, createdAt } = replies
  const rows = await database.select({ id, caseId, words, createdAt }).from(replies)
    .innerJoin(cases, eq(cases.id, caseId))
    .where(and(sharedBy(personId), older)).orderBy(desc(id)).limit(limit + 1)
  const shown = rows.slice(0, limit)
  const under = new Map((await casesByIds(database, [...new Set(shown.map(row => row.caseId))])).map(it => [it.row.id, it]))
  return {
    replies: shown.map(row => ({
      id: row.id, under: under.get(row.caseId)!, excerpt: plainExcerpt(row.words, excerptLength), createdAt: row.createdAt,
    })),
    next: rows.length > limit ? String(shown.at(-1)!.id) : null,
  }
}

function sharedBy(personId: number): SQL | undefined {
  return and(
    eq(replies.authorId, personId), isNull(replies.deletedAt), eq(replies.hidden, false), eq(cases.state, 'live'),
  )
}
