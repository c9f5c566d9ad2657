import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Case } from '@/domain/case/case'
import type { Minute } from '@/domain/case/interval'
import { likeness, nearer, waitsIn, type LikenessReason, type Traits } from '@/domain/case/likeness'
import type { Stage } from '@/domain/codes'
import type { Database } from '../connection'
import { cases, caseTraits, spells } from '../schema'
import { byCase, casesOf, traitsOf, type StoredCase } from './rows'

/** A case with what makes it like the one that was asked about, the weightiest first. */
export type SimilarCase = StoredCase & { because: LikenessReason[] }

// Enough to find good neighbours among, few enough to weigh in a moment; of the best, when they began is looked at too.
const candidates = 300
const weighedAgain = 24

/** Up to `limit` live cases most like this one, most alike first; never one that shares nothing but its process. */
export async function casesLike(database: Database, stored: StoredCase, limit = 3): Promise<SimilarCase[]> {
  const { row } = stored
  const rows = await database.select().from(cases)
    .where(and(eq(cases.state, 'live'), eq(cases.process, row.process), ne(cases.id, row.id)))
    .orderBy(desc(cases.id)).limit(candidates)
  if (rows.length === 0) return []
  const ids = rows.map(it => it.id)
  const traitsByCase = byCase(await database.select().from(caseTraits).where(inArray(caseTraits.caseId, ids)))
  const waits = await waitsOf(database, [row.id, ...ids])
  const own = traitsFor(row, traitsOf(stored.case), waits.get(row.id))
  const weighed = rows
    .map(it => ({ it, likeness: likeness(own, traitsFor(it, traitsByCase.get(it.id) ?? [], waits.get(it.id))) }))
    .filter(({ likeness: { weight } }) => weight > 0)
    .sort((a, b) => b.likeness.weight - a.likeness.weight || b.it.id - a.it.id)
    .slice(0, weighedAgain)
  const found = new Map(weighed.map(({ it, likeness }) => [it.id, likeness]))
  const began = beginningOf(stored.case)
  return (await casesOf(database, weighed.map(({ it }) => it)))
    .map(it => ({ it, likeness: nearer(found.get(it.row.id)!, began, beginningOf(it.case)) }))
    .sort((a, b) => b.likeness.weight - a.likeness.weight || b.it.row.id - a.it.row.id)
    .slice(0, limit)
    .map(({ it, likeness: { reasons } }) => ({ ...it, because: reasons }))
}

/** In which stage each of these cases still waits, of those that do: the last it entered. */
async function waitsOf(database: Database, ids: number[]): Promise<Map<number, Stage>> {
  const rows = await database.select({ id: spells.id, caseId: spells.caseId, stage: spells.stage }).from(spells)
    .where(and(inArray(spells.caseId, ids), eq(spells.cause, 0)))
  const inside = rows.filter(({ stage }) => !overall.includes(stage)).sort((a, b) => a.id - b.id)
  return new Map(inside.map(({ caseId, stage }) => [caseId, stage as Stage]))
}

// What every open case is in says nothing of where it stands.
const overall: readonly string[] = ['whole', 'total', 'filing_total']

function traitsFor(
  row: { subject: string; category: string }, sets: { trait: string; value: string }[], stage: Stage | undefined,
): Traits {
  const codes = sets.map(({ trait, value }) => `${trait}:${value}`)
  return new Set([`subject:${row.subject}`, `category:${row.category}`, ...codes, ...(stage ? [waitsIn(stage)] : [])])
}

/** The middle of what its first dated event may have been; null where none is dated. */
function beginningOf({ events }: Case): Minute | null {
  const at = events.find(event => event.at)?.at
  return at ? (at[0] + at[1]) / 2 : null
}
