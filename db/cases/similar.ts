import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { likeness, type Traits } from '@/domain/case/likeness'
import type { Database } from '../connection'
import { cases, caseTraits } from '../schema'
import { byCase, casesOf, traitsOf, type StoredCase } from './rows'

// Enough to find good neighbours among, few enough to weigh in a moment.
const candidates = 300

/** Up to `limit` live cases most like this one, most alike first; never one that shares nothing but its process. */
export async function casesLike(database: Database, stored: StoredCase, limit = 3): Promise<StoredCase[]> {
  const { row } = stored
  const rows = await database.select().from(cases)
    .where(and(eq(cases.state, 'live'), eq(cases.process, row.process), ne(cases.id, row.id)))
    .orderBy(desc(cases.id)).limit(candidates)
  if (rows.length === 0) return []
  const traits = await database.select().from(caseTraits).where(inArray(caseTraits.caseId, rows.map(it => it.id)))
  const traitsByCase = byCase(traits)
  const own = traitsFor(row, traitsOf(stored.case))
  const weighed = rows.map(it => ({ it, weight: likeness(own, traitsFor(it, traitsByCase.get(it.id) ?? [])) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || b.it.id - a.it.id)
    .slice(0, limit)
  return casesOf(database, weighed.map(({ it }) => it))
}

function traitsFor(row: { subject: string; category: string }, sets: { trait: string; value: string }[]): Traits {
  const codes = sets.map(({ trait, value }) => `${trait}:${value}`)
  return new Set([`subject:${row.subject}`, `category:${row.category}`, ...codes])
}
