import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import type { Stage } from '@/domain/codes'
import type { ComparedSpell } from '@/domain/figures/comparison'
import type { FigureFilter } from '@/domain/figures/filter'
import type { DatedSpell } from '@/domain/figures/working-figure'
import type { Database } from '../connection'
import { cases, spells } from '../schema'
import { countedCases } from './counted'
import { asKept, inPortions } from './portions'
import { spellColumns, waitFrom } from './spell-columns'

/** The counted spells of one stage with their dates: what a clock reads, and the plain figure does not. */
export async function datedSpellsFor(database: Database, stage: Stage, filter: FigureFilter): Promise<DatedSpell[]> {
  const query = (within?: SQL) => datedSpellQuery(database, stage, filter, within)
  return inPortions(database, query, ({ account, caseId, order, round, cause, days, startMonth, startEarliest, startLatest, exitEarliest, exitLatest, ...row }) => ({
    stage: asKept(row.stage), account, caseId, order, round, cause, days, startMonth: asKept(startMonth), wait: waitFrom(row),
    startEarliest, startLatest, exitEarliest, exitLatest,
  }))
}

/**
 * The same with what their cases say of whom they are about. A figure leaves out what it does not ask for: of a million cases each
 * column is half a second, and facts are most of the memory.
 */
export async function comparedSpellsFor(
  database: Database, stage: Stage, filter: FigureFilter, { dates = true, facts = true } = {},
): Promise<ComparedSpell[]> {
  const columns = { ...spellColumns, ...(dates ? datedColumns : undated), subject: cases.subject, category: cases.category }
  const query = (within?: SQL) => database.select({ ...columns, facts: facts ? cases.facts : sql<null>`null` })
    .from(spells).innerJoin(cases, eq(cases.id, spells.caseId)).where(countedOf(database, stage, filter, within)).orderBy(...inOrder)
  return inPortions(database, query, ({ facts, ...row }) => ({ ...withWait(row), facts: facts ? comparedIn(facts) : noFacts }))
}

const noFacts = {}

/** The facts that groups are told apart by. */
function comparedIn({ name_pattern: pattern, channel }: ComparedSpell['facts']): ComparedSpell['facts'] {
  return { ...(pattern && { name_pattern: pattern }), ...(channel && { channel }) }
}

export function datedSpellQuery(database: Database, stage: Stage, filter: FigureFilter, within?: SQL) {
  return database.select(datedColumns)
    .from(spells).innerJoin(cases, eq(cases.id, spells.caseId)).where(countedOf(database, stage, filter, within)).orderBy(...inOrder)
}

const datedColumns = {
  ...spellColumns, startEarliest: spells.startEarliest, startLatest: spells.startLatest,
  exitEarliest: spells.exitEarliest, exitLatest: spells.exitLatest,
}
const unasked = sql<number | null>`null`
const undated: Record<'startEarliest' | 'startLatest' | 'exitEarliest' | 'exitLatest', SQL<number | null>> = {
  startEarliest: unasked, startLatest: unasked, exitEarliest: unasked, exitLatest: unasked,
}
const inOrder = [asc(cases.id), asc(spells.orderNo), asc(spells.round)]

const countedOf = (database: Database, stage: Stage, filter: FigureFilter, within?: SQL) =>
  and(eq(spells.stage, stage), ...countedCases(database, filter), within)

function withWait<Row extends { stage: string; startMonth: string | null; leastWait: number | null; mostWait: number | null }>(
  { leastWait, mostWait, ...row }: Row,
) {
  return { ...row, stage: asKept(row.stage), startMonth: asKept(row.startMonth), wait: waitFrom({ leastWait, mostWait }) }
}
