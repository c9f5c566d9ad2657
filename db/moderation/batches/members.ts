import { and, asc, count, countDistinct, desc, eq, gt, gte, inArray, lt, type SQL } from 'drizzle-orm'
import { hourOf, type Batch } from '@/domain/moderation/batch'
import type { Database } from '../../connection'
import { cases, origins, people, textPrints } from '../../schema'

/** The ids of all cases of a batch, in whatever state, as a question to ask inside of another. */
export function idsOf(database: Database, { kind, key }: Batch) {
  const ids = database.select({ id: cases.id }).from(cases)
  if (kind === 'account') return ids.where(eq(cases.account, key))
  if (kind === 'print') {
    return ids.innerJoin(textPrints, and(eq(textPrints.subject, 'case'), eq(textPrints.subjectId, cases.id))).where(eq(textPrints.print, Number(key)))
  }
  if (kind === 'sign_up_hour') {
    const from = Number(key) * 3_600_000
    return ids.innerJoin(people, eq(people.id, cases.authorId))
      .where(and(gte(people.createdAt, from), lt(people.createdAt, from + 3_600_000)))
  }
  return ids.innerJoin(origins, and(eq(origins.subject, 'case'), eq(origins.subjectId, cases.id)))
    .where(originIs({ kind, key }))
}

/** Cases of a batch that are still shown, or hidden by a moderator; what its author withdrew is nobody's any more. */
export function membersOf(database: Database, batch: Batch): SQL {
  return and(inArray(cases.id, idsOf(database, batch)), inArray(cases.state, ['live', 'hidden']))!
}

/** How many cases a batch has, by how many accounts, and how many of them count. */
export async function sizeOf(database: Database, batch: Batch): Promise<{ cases: number; accounts: number; counted: number }> {
  const [all] = await database.select({ n: count(), accounts: countDistinct(cases.account) }).from(cases).where(membersOf(database, batch))
  const [counted] = await database.select({ n: count() }).from(cases).where(and(membersOf(database, batch), eq(cases.inFigures, true)))
  return { cases: all!.n, accounts: all!.accounts, counted: counted!.n }
}

export type Member = {
  id: number; title: string | null; words: string; state: string; inFigures: boolean; process: typeof cases.$inferSelect['process']
  outcome: typeof cases.$inferSelect['outcome']; createdAt: number; author: { id: number; name: string; createdAt: number } | null
}

/** Some of its cases, the oldest first, after an id. */
export async function listMembers(database: Database, batch: Batch, after: number, most: number): Promise<Member[]> {
  const rows = await database.select({
    id: cases.id, title: cases.title, words: cases.words, state: cases.state, inFigures: cases.inFigures, process: cases.process,
    outcome: cases.outcome, createdAt: cases.createdAt, authorId: people.id, name: people.name, joined: people.createdAt,
  }).from(cases).leftJoin(people, eq(people.id, cases.authorId))
    .where(and(membersOf(database, batch), gt(cases.id, after))).orderBy(asc(cases.id)).limit(most)
  return rows.map(({ authorId, name, joined, ...row }) => ({
    ...row, author: authorId === null ? null : { id: authorId, name: name!, createdAt: joined! },
  }))
}

/** The batches a case stands in: from where and when it was told, when its author joined, who told it, and who in its words. */
export async function batchesOf(database: Database, caseId: number): Promise<Batch[]> {
  const [row] = await database.select({ account: cases.account, joined: people.createdAt }).from(cases)
    .leftJoin(people, eq(people.id, cases.authorId)).where(eq(cases.id, caseId))
  if (!row) return []
  const [from] = await database.select().from(origins).where(and(eq(origins.subject, 'case'), eq(origins.subjectId, caseId)))
  return [
    ...(from ? [
      { kind: 'address', key: `${from.day}-${from.address}` }, { kind: 'block', key: `${from.day}-${from.block}` },
      { kind: 'day', key: String(from.day) },
    ] satisfies Batch[] : []),
    ...(row.joined === null ? [] : [{ kind: 'sign_up_hour', key: String(hourOf(row.joined)) }] satisfies Batch[]),
    { kind: 'account', key: row.account },
    ...await widestPrint(database, caseId),
  ]
}

// Of the prints of its words the one that most share, where any do.
async function widestPrint(database: Database, caseId: number): Promise<Batch[]> {
  const own = await database.select({ print: textPrints.print }).from(textPrints)
    .where(and(eq(textPrints.subject, 'case'), eq(textPrints.subjectId, caseId)))
  if (own.length === 0) return []
  const n = count()
  const [widest] = await database.select({ print: textPrints.print, n }).from(textPrints)
    .where(and(inArray(textPrints.print, own.map(({ print }) => print)), eq(textPrints.subject, 'case')))
    .groupBy(textPrints.print).orderBy(desc(n), asc(textPrints.print)).limit(1)
  return widest && widest.n > 1 ? [{ kind: 'print', key: String(widest.print) }] : []
}

function originIs({ kind, key }: Batch): SQL {
  const [day, hash] = key.split('-')
  return and(
    eq(origins.day, Number(day)), kind === 'address' ? eq(origins.address, hash!) : undefined,
    kind === 'block' ? eq(origins.block, hash!) : undefined,
  )!
}
