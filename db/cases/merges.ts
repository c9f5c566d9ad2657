import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../connection'
import { caseMerges, cases, people } from '../schema'

/** A case that was merged into the one one is looking at. */
export type Merged = { id: number; caseId: number; by: string; at: number; reason: string }

/** Where a merged case is found now, over as many merges as there were since; null where it is nowhere. */
export async function mergedInto(database: Database, caseId: number): Promise<number | null> {
  let at: number | null = null
  // No ring can come about: nothing is merged into a case that has itself been merged.
  for (let id = caseId; ;) {
    const [row] = await database.select({ into: caseMerges.intoId }).from(caseMerges)
      .where(and(eq(caseMerges.caseId, id), isNull(caseMerges.undoneAt))).limit(1)
    if (!row) return at
    at = id = row.into
  }
}

/** What was merged into a case and still is, the first first. */
export async function mergedHere(database: Database, caseId: number): Promise<Merged[]> {
  const { id, caseId: merged, at, reason } = caseMerges
  return database.select({ id, caseId: merged, by: people.name, at, reason }).from(caseMerges)
    .innerJoin(people, eq(people.id, caseMerges.byId))
    .where(and(eq(caseMerges.intoId, caseId), isNull(caseMerges.undoneAt))).orderBy(asc(caseMerges.id))
}

/** The case that this merge took away, and whose it is; null where there was no such merge. */
export async function mergedCase(database: Database, mergeId: number): Promise<{ id: number; authorId: number | null } | null> {
  const [row] = await database.select({ id: cases.id, authorId: cases.authorId }).from(caseMerges)
    .innerJoin(cases, eq(cases.id, caseMerges.caseId)).where(eq(caseMerges.id, mergeId))
  return row ?? null
}
