import { and, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { termsToSeek, type SoughtTerm } from '@/domain/text/terms'
import type { Database } from '../connection'
import { engine } from '../dialect'
import { cases, people, replies, searchEntries } from '../schema'

/** Something found: a case by its own words (replyId null) or a reply to it. */
export type Found = {
  entryId: number
  caseId: number
  replyId: number | null
  author: string | null
  /** Markdown as written: the reply's, or the case's own. */
  words: string
  /** Epoch milliseconds. */
  createdAt: number
}
export type FoundPage = { found: Found[]; next: number | null; terms: number }

/**
 * What holds all the terms of the query, newest first, among live cases and replies that stand. `after` is the last
 * entryId of the page before. A query without a letter or digit finds nothing (`terms` is 0). A thousand entries are looked
 * at: where most of them are hidden, `found` is short of `limit` and `next` says where to go on.
 */
export async function searchWords(
  database: Database, query: string, { after, limit = 20 }: { after: number | null; limit?: number },
): Promise<FoundPage> {
  const sought = termsToSeek(query)
  if (sought.length === 0) return { found: [], next: null, terms: 0 }
  const found: Found[] = []
  // Most of what holds the terms may be shown, so that the first look is mostly the last. Where hidden ones follow on one
  // another, a page may be short: whoever wants more goes on from where this one ended.
  let last = after
  for (let looks = 1; found.length <= limit; looks++) {
    const ids = await entriesHolding(database, sought, last, candidates)
    found.push(...await readable(database, ids))
    if (ids.length < candidates) break
    last = ids.at(-1)!
    if (looks === mostLooks && found.length <= limit) return { found, next: last, terms: sought.length }
  }
  const page = found.slice(0, limit)
  return { found: page, next: found.length > limit ? page.at(-1)!.entryId : null, terms: sought.length }
}

const candidates = 40
const mostLooks = 25

/** What of these entries may be shown to everybody, newest first. */
async function readable(database: Database, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const rows = await database
    .select({
      entryId: searchEntries.id, caseId: searchEntries.caseId, replyId: searchEntries.replyId, author: people.name,
      caseWords: cases.words, caseCreatedAt: cases.createdAt, words: replies.words, createdAt: replies.createdAt,
    })
    .from(searchEntries)
    .innerJoin(cases, eq(cases.id, searchEntries.caseId))
    .leftJoin(replies, eq(replies.id, searchEntries.replyId))
    .leftJoin(people, eq(people.id, author))
    .where(and(
      inArray(searchEntries.id, ids),
      eq(cases.state, 'live'),
      or(isNull(searchEntries.replyId), and(eq(replies.hidden, false), isNull(replies.deletedAt))),
    ))
    .orderBy(desc(searchEntries.id))
  return rows.map(({ caseWords, caseCreatedAt, words, createdAt, ...row }) => ({
    ...row, words: words ?? caseWords, createdAt: createdAt ?? caseCreatedAt,
  }))
}

// Of a reply its own author; a reply whose author is gone has none.
const author = sql`case when ${searchEntries.replyId} is null then ${cases.authorId} else ${replies.authorId} end`

type Holding = (database: Database, sought: SoughtTerm[], after: number | null, limit: number) => Promise<number[]>

// The two small bodies behind one name: ids of entries that hold all terms, from the newest (or the one before `after`) on.
// They stop when they have enough, however many hold a common word. Terms hold letters, digits and marks only
// (domain/text/terms.ts) and are quoted all the same; what people type never gets here.
const entriesHolding: Holding = engine === 'sqlite' ? holdingInSqlite : holdingInPostgres

async function holdingInSqlite(...[database, sought, after, limit]: Parameters<Holding>): Promise<number[]> {
  const match = sought.map(({ term, prefix }) => `"${term}"${prefix ? '*' : ''}`).join(' AND ')
  const further = after === null ? undefined : sql`rowid < ${after}`
  const rows = await database.select({ id: sql<number>`rowid` }).from(sql`search_index`)
    .where(and(sql`search_index match ${match}`, further)).orderBy(sql`rowid desc`).limit(limit)
  return rows.map(({ id }) => id)
}

async function holdingInPostgres(...[database, sought, after, limit]: Parameters<Holding>): Promise<number[]> {
  const query = sought.map(({ term, prefix }) => `'${term}'${prefix ? ':*' : ''}`).join(' & ')
  const rows = await database.select({ id: searchEntries.id }).from(searchEntries)
    .where(and(
      sql`array_to_tsvector(string_to_array(${searchEntries.terms}, ' ')) @@ ${query}::tsquery`,
      after === null ? undefined : lt(searchEntries.id, after),
    ))
    .orderBy(desc(searchEntries.id)).limit(limit)
  return rows.map(({ id }) => id)
}
