import { and, desc, eq, exists, inArray, lt, sql, type SQL } from 'drizzle-orm'
import type { CaseFilter, CaseSort } from '@/domain/case/filter'
import { sourcesOf } from '@/domain/case/layers'
import { categories, outcomes, processes, subjects, type CaseState } from '@/domain/codes'
import { isId, largestId } from '@/domain/ids'
import type { Database } from '../connection'
import { cases, caseTraits, favourites, taggings, tags } from '../schema'
import { casesOf, type CaseRow, type StoredCase } from './rows'

export type CaseQuery = {
  filter?: CaseFilter
  sort?: CaseSort
  /** Where the page before ended, as it said in `next`. */
  after?: string | null
  limit?: number
  authorId?: number
  favouriteOf?: number
  /** Live cases, unless the reader may see others. */
  states?: CaseState[]
}
export type CasePage = { cases: StoredCase[]; next: string | null }

/**
 * One page of cases. Keyset, never offset: a page costs one range of one index (state, key, id) however deep
 * it lies. `after` that is not ours starts at the beginning.
 */
export async function listCases(database: Database, query: CaseQuery = {}): Promise<CasePage> {
  const { sort = 'newest', limit = 20 } = query
  const rows = await rowsOf(database, query, limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { cases: await casesOf(database, shown), next: rows.length > limit && last ? cursorAt(sort, last) : null }
}

// What no index gives in the order asked for is looked for among so many of the first: mostly it is there. What is so rare that
// it is not, is little to find and to sort.
const looks = [250, 2500]

async function rowsOf(database: Database, query: CaseQuery, most: number): Promise<CaseRow[]> {
  const { filter = {}, sort = 'newest', after } = query
  const among = (where: (SQL | undefined)[], order: SQL[] = orders[sort]) =>
    database.select().from(cases).where(and(...where, afterCursor(sort, after))).orderBy(...order).limit(most)
  const fitting = conditions(database, filter, query)
  if (!await isWide(database, query)) return among(fitting)
  for (const first of looks) {
    const ids = database.select({ id: cases.id }).from(cases).where(and(eq(cases.state, 'live'), afterCursor(sort, after)))
      .orderBy(...orders[sort]).limit(first)
    const rows = await among([inArray(cases.id, ids), ...fitting])
    if (rows.length === most) return rows
  }
  const few = everyCodeOf(filter)
  return few ? among([...fitting, ...few], sortedBy(sort)) : among(fitting)
}

// Below, the cases of a tag are quickly sorted.
const fewCases = 1000

// Narrowed by something that many cases may have, and not to a few from the start.
async function isWide(database: Database, { filter = {}, states = ['live'], authorId, favouriteOf, sort = 'newest' }: CaseQuery): Promise<boolean> {
  const { month, layer, tag } = filter
  if (states.join() !== 'live' || authorId !== undefined || favouriteOf !== undefined) return false
  if (tag !== undefined) return await usesOf(database, tag) > fewCases
  const columns = Object.keys(codes).filter(it => filter[it as keyof typeof codes] !== undefined).length
  return sort === 'newest' ? columns > 1 : columns > 0 || month !== undefined || layer !== undefined
}

async function usesOf(database: Database, slug: string): Promise<number> {
  const [tag] = await database.select({ uses: tags.uses }).from(tags).where(eq(tags.slug, slug))
  return tag?.uses ?? 0
}

/**
 * Of what narrows by two codes, or more, every code of the others: by all four an index reaches the few that fit, a hundred
 * stretches at most, and need not look at all that have one of the two.
 */
function everyCodeOf(filter: CaseFilter): SQL[] | null {
  const names = Object.keys(codes) as (keyof typeof codes)[]
  const open = names.filter(it => filter[it] === undefined)
  return open.length > 2 ? null : open.map(it => inArray(cases[it], [...codes[it]]))
}

const codes = { process: processes, category: categories, subject: subjects, outcome: outcomes } as const

const orders = {
  newest: [desc(cases.id)],
  active: [desc(cases.activeAt), desc(cases.id)],
  agreed: [desc(cases.agreeCount), desc(cases.id)],
} satisfies Record<CaseSort, SQL[]>

// A sign before it, and no index gives the order: else all would be walked in it to find what is hardly there.
const sortedBy = (sort: CaseSort) => ({
  newest: [sql`+${cases.id} desc`], active: [sql`+${cases.activeAt} desc`, sql`+${cases.id} desc`],
  agreed: [sql`+${cases.agreeCount} desc`, sql`+${cases.id} desc`],
})[sort]

function cursorAt(sort: CaseSort, row: CaseRow): string {
  if (sort === 'newest') return String(row.id)
  return `${sort === 'active' ? row.activeAt : row.agreeCount}-${row.id}`
}

function afterCursor(sort: CaseSort, after: string | null | undefined): SQL | undefined {
  if (!after) return undefined
  if (sort === 'newest') return isId(after) ? lt(cases.id, Number(after)) : undefined
  const [, place = '', id = ''] = /^(\d{1,15})-(\d+)$/.exec(after) ?? []
  if (!isId(id)) return undefined
  const key = sort === 'active' ? cases.activeAt : cases.agreeCount
  // No case has more than that many votes, and no column of counts holds a larger number.
  const from = sort === 'active' ? Number(place) : Math.min(Number(place), largestId)
  // As a pair, which an index begins at. Of "less, or equal and …" SQLite makes two ranges and sorts all of both.
  return sql`(${key}, ${cases.id}) < (${from}, ${Number(id)})`
}

function conditions(database: Database, filter: CaseFilter, query: CaseQuery): (SQL | undefined)[] {
  const states = query.states ?? ['live']
  const { process, subject, category, outcome, month, pattern, proof, reason, tag, layer } = filter
  return [
    states.length === 1 ? eq(cases.state, states[0]!) : inArray(cases.state, states),
    process && eq(cases.process, process),
    subject && eq(cases.subject, subject),
    category && eq(cases.category, category),
    outcome && eq(cases.outcome, outcome),
    month ? eq(cases.month, month) : undefined,
    layer && inArray(cases.source, [...sourcesOf(layer)]),
    pattern && hasTrait(database, 'name_pattern', pattern),
    proof && hasTrait(database, 'proof_demanded', proof),
    reason && hasTrait(database, 'reason', reason),
    tag ? hasTag(database, tag) : undefined,
    query.authorId === undefined ? undefined : eq(cases.authorId, query.authorId),
    query.favouriteOf === undefined ? undefined : isFavouriteOf(database, query.favouriteOf),
  ]
}

// Asked of one case after the other until the page is full: most values are common.
export function hasTrait(database: Database, trait: string, value: string): SQL {
  return exists(database.select({ one: sql`1` }).from(caseTraits)
    .where(and(eq(caseTraits.trait, trait), eq(caseTraits.value, value), eq(caseTraits.caseId, cases.id))))
}

// A tag and a list of one's own are small: begun with them, no other case is looked at.
function hasTag(database: Database, slug: string): SQL {
  return inArray(cases.id, database.select({ id: taggings.caseId }).from(taggings)
    .innerJoin(tags, eq(tags.id, taggings.tagId)).where(eq(tags.slug, slug)))
}

function isFavouriteOf(database: Database, personId: number): SQL {
  return inArray(cases.id, database.select({ id: favourites.caseId }).from(favourites)
    .where(eq(favourites.personId, personId)))
}
