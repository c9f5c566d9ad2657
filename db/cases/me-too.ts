import { and, asc, desc, eq, ne } from 'drizzle-orm'
import type { Process } from '@/domain/codes'
import type { Database, Transaction } from '../connection'
import { notify } from '../people/notify'
import { cases, meToos } from '../schema'
import { casesOf, type StoredCase } from './rows'

type Link = { caseId: number; ofId: number; byId: number; now: number }

/**
 * Ties a new case to the one it says "me too" to, and tells that one's author once everybody may see it. Nothing is tied to
 * a case that is not live (any more), nor to one's own. `now` in epoch milliseconds.
 */
export async function tieMeToo(tx: Transaction, { caseId, ofId, byId, now }: Link): Promise<void> {
  const [of] = await tx.select({ authorId: cases.authorId }).from(cases).where(and(eq(cases.id, ofId), eq(cases.state, 'live')))
  if (!of || of.authorId === byId || caseId === ofId) return
  await tx.insert(meToos).values({ caseId, ofId, at: now }).onConflictDoNothing()
  await tellOfMeToo(tx, caseId, now)
}

/** Tells the author of the case to which this one says "me too", if everybody may see both: when it is tied, or let in. */
export async function tellOfMeToo(tx: Transaction, caseId: number, now: number): Promise<void> {
  const live = eq(cases.state, 'live')
  const [own] = await tx.select({ ofId: meToos.ofId, authorId: cases.authorId }).from(meToos)
    .innerJoin(cases, eq(cases.id, meToos.caseId)).where(and(eq(meToos.caseId, caseId), live))
  const [of] = own ? await tx.select({ authorId: cases.authorId }).from(cases).where(and(eq(cases.id, own.ofId), live)) : []
  if (own && of) await notify(tx, { personId: of.authorId, kind: 'me_too', caseId, actorId: own.authorId, now })
}

export type MeToos = {
  /** The case that this one says "me too" to, while everybody may see it. */
  of: StoredCase | null
  /** How many say it of this one, of those that everybody may see, and the first of them. */
  count: number
  first: StoredCase[]
}

/** What is tied to a case either way. What is hidden or taken back is neither named nor counted. */
export async function meToosAround(database: Database, caseId: number, limit = 8): Promise<MeToos> {
  const [of] = await database.select({ row: cases }).from(meToos).innerJoin(cases, eq(cases.id, meToos.ofId))
    .where(and(eq(meToos.caseId, caseId), eq(cases.state, 'live')))
  const said = and(eq(meToos.ofId, caseId), eq(cases.state, 'live'))
  const first = await database.select({ row: cases }).from(meToos).innerJoin(cases, eq(cases.id, meToos.caseId))
    .where(said).orderBy(asc(meToos.caseId)).limit(limit)
  const count = first.length < limit ? first.length : await countOf(database, caseId)
  const [whole, ...others] = await casesOf(database, [...(of ? [of.row] : []), ...first.map(({ row }) => row)])
  if (of) return { of: whole!, count, first: others }
  return { of: null, count, first: whole ? [whole, ...others] : [] }
}

export type Before = { caseId: number; why: 'same_case' | 'same_kind' }

/**
 * The case in which this person has told the same already: one tied to the same case, else his latest live one of the same
 * process and subject. Null where there is none.
 */
export async function toldBefore(
  database: Database, personId: number, of: { id: number; process: Process; subject: string },
): Promise<Before | null> {
  const own = and(eq(cases.authorId, personId), eq(cases.state, 'live'), ne(cases.id, of.id))
  const [tied] = await database.select({ id: cases.id }).from(meToos).innerJoin(cases, eq(cases.id, meToos.caseId))
    .where(and(own, eq(meToos.ofId, of.id))).orderBy(desc(cases.id)).limit(1)
  if (tied) return { caseId: tied.id, why: 'same_case' }
  const [alike] = await database.select({ id: cases.id }).from(cases)
    .where(and(own, eq(cases.process, of.process), eq(cases.subject, of.subject))).orderBy(desc(cases.id)).limit(1)
  return alike ? { caseId: alike.id, why: 'same_kind' } : null
}

async function countOf(database: Database, caseId: number): Promise<number> {
  const said = database.select({ id: cases.id }).from(meToos).innerJoin(cases, eq(cases.id, meToos.caseId))
    .where(and(eq(meToos.ofId, caseId), eq(cases.state, 'live'))).as('said')
  return database.$count(said)
}
