import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { minuteOf } from '@/domain/case/interval'
import type { Stage } from '@/domain/codes'
import { cellsFor, everyMonth } from '@/domain/figures/cells'
import { countWaits, talliesOf, type CountedWaits } from '@/domain/figures/cohort'
import { mostListed } from '@/domain/figures/few'
import type { FigureFilter } from '@/domain/figures/filter'
import { minutesOf } from '@/domain/statistics/bins'
import { lastSettled } from '@/domain/statistics/settled'
import { byPlace, type Place, type Placed, scaleOf } from '@/domain/statistics/tally'
import type { Database } from '../connection'
import { cases, cellCounts, cellPeople, spells } from '../schema'
import { keptCells } from './cells/kept'
import { countedCases } from './counted'
import { markedSpellsFor } from './spells'

/**
 * The counts behind a figure of one stage or of whole cases: from cells where at most one trait narrows the question, which
 * costs the same however many cases there are; else from the spells themselves, which costs as much as there are of them.
 * @param settling the stage by whose age start months settle
 */
export async function waitsFor(
  database: Database, filter: FigureFilter, stage: Stage | 'whole', settling: Stage, now: number,
): Promise<CountedWaits> {
  const cells = cellsFor(filter, stage)
  const settled = lastSettled(settling, minuteOf(now))
  const kept = cells && await keptCells(database)
  // A clock that was ahead at the last start may have let go of months that are young after all.
  if (!kept || kept.from > settled + 1) return countedWaits(database, filter, stage, settling, now)
  const people = await database.select({ minute: cellPeople.minuteMonth, day: cellPeople.dayMonth, n: cellPeople.n })
    .from(cellPeople).where(inArray(cellPeople.cell, cells))
  const inDays = await countQuery(database, cells, ['day'], settled)
  const waits = waitsOf(inDays, people, settled)
  // Minutes are many, and read only where a figure may be shown in them.
  if (stage === 'whole' || Object.values(talliesOf(waits)).every(tally => scaleOf(tally) === 'day')) return waits
  const inMinutes = await countQuery(database, cells, ['minute', 'shortest', 'longest'], settled)
  return waitsOf([...inDays, ...inMinutes], people, settled)
}

/** The same from the spells, one by one. */
export async function countedWaits(
  database: Database, filter: FigureFilter, stage: Stage | 'whole', settling: Stage, now: number,
): Promise<CountedWaits> {
  return countWaits(await markedSpellsFor(database, stage, filter), settling, minuteOf(now))
}

/** The first cases that tell of a stage at all: those to read where too few people told. */
export async function firstCases(database: Database, stage: Stage | 'whole', filter: FigureFilter): Promise<number[]> {
  const rows = await database.selectDistinct({ id: cases.id }).from(spells).innerJoin(cases, eq(cases.id, spells.caseId))
    .where(and(eq(spells.stage, stage), ...countedCases(database, filter))).orderBy(asc(cases.id)).limit(mostListed)
  return rows.map(({ id }) => id)
}

/** Of these cells: the sum of all months, and the months that have not settled. */
export function countQuery(database: Database, cells: string[], places: Place[], settled: number) {
  const { place, month, at, cause, flags, n } = cellCounts
  return database.select({ place, month, at, cause, flags, n }).from(cellCounts)
    .where(and(inArray(cellCounts.cell, cells), inArray(place, places), gt(month, settled)))
}

function waitsOf(rows: Placed[], people: CountedWaits['people'], settled: number): CountedWaits {
  const placed = rows.map(it => (it.place === 'day' || it.at < 0 ? it : { ...it, at: minutesOf(it.at) }))
  return {
    whole: byPlace(placed.filter(({ month }) => month === everyMonth)),
    young: byPlace(placed.filter(({ month }) => month !== everyMonth)),
    people,
    settled,
  }
}
