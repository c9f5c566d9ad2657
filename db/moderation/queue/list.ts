import { and, asc, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import type { Process } from '@/domain/codes'
import type { FlagReason } from '@/domain/moderation/flag'
import { queueKinds, type QueueKind } from '@/domain/moderation/queue'
import { plainExcerpt } from '@/domain/text/markdown'
import type { Database } from '../../connection'
import { namesOf } from '../../people/people'
import { cases, flags, queueItems, replies } from '../../schema'
import type { QueueItem } from './queue-up'

/** An item as the list shows it. */
export type QueueLine = QueueItem & {
  /** Whose doing it is about; null where nobody here did it. */
  person: string | null
  /** Who is at it now. */
  claimedBy: string | null
  /** The beginning of what it is about. */
  excerpt: string
  process: Process | null
  /** How often each reason was given. */
  reasons: { reason: FlagReason; n: number }[]
}

export type QueueQuery = { kind?: QueueKind; after?: string | null; limit?: number; now: number }

const excerptLength = 120

/**
 * One page of what waits, the urgent first, then as it came. Keyset: a page is one range of an index. `after` is the `next`
 * of the page before.
 */
export async function queuePage(
  database: Database, { kind, after, limit = 20, now }: QueueQuery,
): Promise<{ items: QueueLine[]; next: string | null }> {
  const place = /^(\d)-(\d{1,15})$/.exec(after ?? '')
  const rows = await database.select().from(queueItems).where(and(
    isNull(queueItems.decidedAt), kind && eq(queueItems.kind, kind),
    place ? sql`(${queueItems.rank}, ${queueItems.id}) > (${Number(place[1])}, ${Number(place[2])})` : gte(queueItems.rank, 0),
  )).orderBy(asc(queueItems.rank), asc(queueItems.id)).limit(limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: await linesOf(database, shown, now), next: rows.length > limit && last ? `${last.rank}-${last.id}` : null }
}

/** How many items are open, in all and of each kind that has any. */
export async function countQueue(database: Database): Promise<{ all: number; kinds: { kind: QueueKind; n: number }[] }> {
  const rows = await database.select({ kind: queueItems.kind, n: sql<number>`count(*)`.mapWith(Number) }).from(queueItems)
    .where(isNull(queueItems.decidedAt)).groupBy(queueItems.kind)
  const kinds = queueKinds.flatMap(kind => rows.filter(row => row.kind === kind))
  return { all: kinds.reduce((sum, { n }) => sum + n, 0), kinds }
}

/** One item, open or decided; null when there is none. */
export async function queueItem(database: Database, id: number, now: number): Promise<QueueLine | null> {
  const rows = await database.select().from(queueItems).where(eq(queueItems.id, id))
  return (await linesOf(database, rows, now))[0] ?? null
}

/** The open items about a thing, such as what holds it; the urgent first. */
export async function openItemsAbout(
  database: Database, subject: 'case' | 'reply', subjectIds: number[],
): Promise<Map<number, QueueItem>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await database.select().from(queueItems).where(and(
    eq(queueItems.subject, subject), inArray(queueItems.subjectId, subjectIds), isNull(queueItems.decidedAt),
  )).orderBy(asc(queueItems.rank), asc(queueItems.id))
  const byThing = new Map<number, QueueItem>()
  // What holds a thing says more of it than what is only said of it.
  for (const row of [...rows].sort((a, b) => Number(b.hold !== null) - Number(a.hold !== null))) {
    if (!byThing.has(row.subjectId)) byThing.set(row.subjectId, row)
  }
  return byThing
}

async function linesOf(database: Database, rows: QueueItem[], now: number): Promise<QueueLine[]> {
  const names = await namesOf(database, rows.flatMap(row => [row.personId, row.claimedById]))
  const about = (subject: string) => rows.filter(row => row.subject === subject).map(row => row.subjectId)
  const theCases = await wordsOfCases(database, about('case'))
  const theReplies = await wordsOfReplies(database, about('reply'))
  const reasons = await reasonsOf(database, rows.filter(row => row.kind === 'flags').map(row => row.id))
  return rows.map(row => {
    const thing = row.subject === 'case' ? theCases.get(row.subjectId) : theReplies.get(row.subjectId)
    return {
      ...row,
      person: names.get(row.personId) ?? null,
      claimedBy: row.claimedUntil !== null && row.claimedUntil > now ? names.get(row.claimedById) ?? null : null,
      excerpt: plainExcerpt(thing?.words ?? '', excerptLength),
      process: thing?.process ?? null,
      reasons: reasons.filter(it => it.itemId === row.id).map(({ reason, n }) => ({ reason, n })),
    }
  })
}

type Thing = { words: string; process: Process | null }

async function wordsOfCases(database: Database, ids: number[]): Promise<Map<number, Thing>> {
  if (ids.length === 0) return new Map()
  const { id, title, words, process } = cases
  const rows = await database.select({ id, title, words, process }).from(cases).where(inArray(id, ids))
  return new Map(rows.map(row => [row.id, { words: row.title ?? row.words, process: row.process }]))
}

async function wordsOfReplies(database: Database, ids: number[]): Promise<Map<number, Thing>> {
  if (ids.length === 0) return new Map()
  const rows = await database.select({ id: replies.id, words: replies.words }).from(replies).where(inArray(replies.id, ids))
  return new Map(rows.map(row => [row.id, { words: row.words, process: null }]))
}

async function reasonsOf(database: Database, itemIds: number[]) {
  if (itemIds.length === 0) return []
  const { itemId, reason } = flags
  return database.select({ itemId, reason, n: sql<number>`count(*)`.mapWith(Number) }).from(flags)
    .where(inArray(itemId, itemIds)).groupBy(itemId, reason).orderBy(asc(itemId), asc(reason))
}
