import { and, asc, eq, type SQL } from 'drizzle-orm'
import { partOf } from '@/domain/case/layers'
import type { Stage } from '@/domain/codes'
import type { FigureFilter } from '@/domain/figures/filter'
import { causeOf, endingsOf, type WholeSpell } from '@/domain/figures/outcomes'
import type { StageSpell } from '@/domain/statistics/scale'
import type { MarkedSpell } from '@/domain/statistics/tally'
import type { Database } from '../connection'
import { cases, spells } from '../schema'
import { countedCases } from './counted'
import { asKept, inPortions } from './portions'
import { spellColumns, waitFrom } from './spell-columns'

/** The counted spells of one stage, as the engine wants them; every thread case is an account of its own. */
export async function spellsFor(database: Database, stage: Stage, filter: FigureFilter): Promise<StageSpell[]> {
  return inPortions(database, within => spellQuery(database, stage, filter, within), spellFrom)
}

/** The counted whole cases, with what each ended in. */
export async function wholeSpellsFor(database: Database, filter: FigureFilter): Promise<WholeSpell[]> {
  const query = (within?: SQL) => spellQuery(database, 'whole', filter, within)
  return inPortions(database, query, row => ({ ...spellFrom(row), ending: row.ending ?? 'waiting' }))
}

/** The same with the scales on which each counts. Nobody is one person in two parts of a layer, as in the cells. */
export async function markedSpellsFor(
  database: Database, stage: Stage | 'whole', filter: FigureFilter,
): Promise<MarkedSpell[]> {
  const rows = await spellQuery(database, stage, filter)
  return rows.map(row => ({
    ...spellFrom(row),
    account: `${partOf(row.source)} ${row.account}`,
    cause: row.ending === null ? row.cause : causeOf(row.ending, endingsOf[filter.process]),
    counts: row.counts,
  }))
}

/** Reaches cases through an index of theirs or of the spells, never through all of them; see the test of its plan. */
export function spellQuery(database: Database, stage: Stage | 'whole', filter: FigureFilter, within?: SQL) {
  return database.select({
    ...spellColumns, ending: spells.ending, source: cases.source, counts: spells.counts,
  }).from(spells).innerJoin(cases, eq(cases.id, spells.caseId))
    .where(and(eq(spells.stage, stage), ...countedCases(database, filter), within))
    .orderBy(asc(cases.id), asc(spells.orderNo), asc(spells.round))
}

type Row = Awaited<ReturnType<typeof spellQuery>>[number]

function spellFrom({ stage, account, caseId, order, round, cause, days, startMonth, ...row }: Row): StageSpell {
  return { stage: asKept(stage), account, caseId, order, round, cause, days, startMonth: asKept(startMonth), wait: waitFrom(row) }
}
