import { and, asc, eq } from 'drizzle-orm'
import type { Stage } from '@/domain/codes'
import type { ComparedSpell } from '@/domain/figures/comparison'
import type { FigureFilter } from '@/domain/figures/filter'
import type { DatedSpell } from '@/domain/figures/working-figure'
import type { Database } from '../connection'
import { cases, spells } from '../schema'
import { countedCases } from './counted'
import { spellColumns, waitFrom } from './spell-columns'

/** The counted spells of one stage with their dates: what a clock reads, and the plain figure does not. */
export async function datedSpellsFor(database: Database, stage: Stage, filter: FigureFilter): Promise<DatedSpell[]> {
  return (await datedSpellQuery(database, stage, filter)).map(withWait)
}

/** The same with what their cases say of whom they are about. */
export async function comparedSpellsFor(database: Database, stage: Stage, filter: FigureFilter): Promise<ComparedSpell[]> {
  const rows = await database.select({ ...datedColumns, subject: cases.subject, category: cases.category, facts: cases.facts })
    .from(spells).innerJoin(cases, eq(cases.id, spells.caseId)).where(countedOf(database, stage, filter)).orderBy(...inOrder)
  return rows.map(withWait)
}

export function datedSpellQuery(database: Database, stage: Stage, filter: FigureFilter) {
  return database.select(datedColumns)
    .from(spells).innerJoin(cases, eq(cases.id, spells.caseId)).where(countedOf(database, stage, filter)).orderBy(...inOrder)
}

const datedColumns = {
  ...spellColumns, startEarliest: spells.startEarliest, startLatest: spells.startLatest,
  exitEarliest: spells.exitEarliest, exitLatest: spells.exitLatest,
}
const inOrder = [asc(cases.id), asc(spells.orderNo), asc(spells.round)]

const countedOf = (database: Database, stage: Stage, filter: FigureFilter) => and(eq(spells.stage, stage), ...countedCases(database, filter))

function withWait<Row extends { leastWait: number | null; mostWait: number | null }>({ leastWait, mostWait, ...row }: Row) {
  return { ...row, wait: waitFrom({ leastWait, mostWait }) }
}
