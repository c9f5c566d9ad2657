import { asc, count, gt, inArray, lt, min, sql, sum } from 'drizzle-orm'
import { minuteOf } from '@/domain/case/interval'
import { countIn, countRows, firstYoung, noSums, peopleRows, sizeOf, takeOff, type CellSums } from '@/domain/figures/cells'
import { ensureCourses } from '../../cases/courses'
import { read, write, type Database, type Transaction } from '../../connection'
import { cases, cellCounts, cellPeople } from '../../schema'
import { addSums, markSpells } from './keep'
import { keptCells, noteCells, type KeptCells } from './kept'
import { storedSpells } from './traced'

/**
 * For the start of the site. Counts anew where the cells are missing, and lets go of the months by themselves that have
 * settled by now; writes down what figures read of each case where that is missing. Answers whether it counted. `now` in epoch
 * milliseconds.
 */
export async function ensureCells(say: (sentence: string) => void = () => undefined, now = Date.now()): Promise<boolean> {
  await ensureCourses(say, now)
  const database = await read()
  const kept = await keptCells(database)
  const from = firstYoung(minuteOf(now))
  if (kept) {
    if (kept.from < from) await write(tx => dropSettled(tx, from, now))
    return false
  }
  const [anyCase] = await database.select({ id: cases.id }).from(cases).limit(1)
  if (anyCase) say('The figures are counted anew; a hundred thousand cases take about a minute.')
  await write(tx => rebuildCells(tx, now))
  return true
}

/** The cells that a rebuilding found to hold something else than they should, none where they were right. */
export type Rebuilt = { off: string[] }

/**
 * Throws the cells away and counts all spells anew, in one pass that holds only so many counts at a time. Answers what was off;
 * null where there were no cells of this program at all. `now` in epoch milliseconds.
 */
export async function rebuildCells(tx: Transaction, now = Date.now()): Promise<Rebuilt | null> {
  const from = firstYoung(minuteOf(now))
  const kept = await keptCells(tx)
  if (kept && kept.from < from) await dropSettled(tx, from, now)
  const before = kept && await fingerprints(tx)
  await tx.delete(cellCounts)
  await tx.delete(cellPeople)
  for await (const { sums, marks } of recount(tx, { from }, countsAtOnce)) {
    await markSpells(tx, marks)
    await addSums(tx, sums)
  }
  await noteCells(tx, { from }, now)
  return before && { off: differing(before, await fingerprints(tx)) }
}

/** Where the cells are not what a recount finds, one line each; none, as long as nothing but this program writes. Holds all at once. */
export async function checkCells(database: Database): Promise<string[]> {
  const kept = await keptCells(database)
  if (!kept) return ['the cells are missing']
  const off: string[] = []
  for await (const { sums, marks } of recount(database, kept, Infinity)) {
    takeOff(sums, await database.select().from(cellCounts), await database
      .select({ cell: cellPeople.cell, minute: cellPeople.minuteMonth, day: cellPeople.dayMonth, n: cellPeople.n }).from(cellPeople))
    for (const { n, ...row } of [...countRows(sums), ...peopleRows(sums)]) off.push(`${Object.values(row).join(' ')}: ${n} too few`)
    for (const { id, kept, counts } of marks) off.push(`spell ${id}: counts ${kept}, should ${counts}`)
  }
  return off
}

async function dropSettled(tx: Transaction, from: number, now: number): Promise<void> {
  await tx.delete(cellCounts).where(lt(cellCounts.month, from))
  await noteCells(tx, { from }, now)
}

/** What cells should hold, and spells that are marked otherwise than they should be. */
type Counted = { sums: CellSums; marks: { id: number; kept: number; counts: number }[] }

// All counts of a hundred thousand cases would take some hundred megabytes; these take twenty.
const countsAtOnce = 150_000

/** All spells counted, in pieces of about so many counts that add up; one at least. */
async function* recount(database: Database, { from }: KeptCells, atOnce: number): AsyncGenerator<Counted> {
  let piece: Counted = { sums: noSums(from), marks: [] }
  for await (const accounts of accountsInPieces(database)) {
    for (const { id, kept, counts } of countIn(piece.sums, await storedSpells(database, accounts))) {
      if (kept !== counts) piece.marks.push({ id, kept, counts })
    }
    if (sizeOf(piece.sums) < atOnce) continue
    yield piece
    piece = { sums: noSums(from), marks: [] }
  }
  yield piece
}

// Fewer cost more questions, more cost room.
const casesAtOnce = 300

/** Every account once, beside those whose first cases came next to its own: so what is asked of them lies close together. */
async function* accountsInPieces(database: Database): AsyncGenerator<string[]> {
  for (let after = 0; ;) {
    const piece = await database.select({ id: cases.id, account: cases.account }).from(cases)
      .where(gt(cases.id, after)).orderBy(asc(cases.id)).limit(casesAtOnce)
    if (piece.length === 0) return
    const firsts = await database.select({ account: cases.account, id: min(cases.id) }).from(cases)
      .where(inArray(cases.account, [...new Set(piece.map(({ account }) => account))])).groupBy(cases.account)
    yield firsts.filter(({ id }) => id! > after).map(({ account }) => account)
    after = piece.at(-1)!.id
  }
}

/** Numbers that are the same for a cell twice only where its rows are, but for chance. */
async function fingerprints(database: Database): Promise<Map<string, string>> {
  const { cell, place, month, at, cause, flags, n } = cellCounts
  const counts = await database.select({
    cell, place, rows: count(), all: sum(n), months: sum(sql`${n} * ${month}`), ats: sum(sql`${n} * (${at} + 9) * (${at} + 9)`),
    kinds: sum(sql`${n} * (${cause} * 37 + ${flags} + 1) * (${at} + 9)`),
  }).from(cellCounts).groupBy(cell, place)
  const people = await database.select({
    cell: cellPeople.cell, all: sum(cellPeople.n), minutes: sum(sql`${cellPeople.n} * ${cellPeople.minuteMonth}`),
    days: sum(sql`${cellPeople.n} * ${cellPeople.dayMonth}`),
  }).from(cellPeople).groupBy(cellPeople.cell)
  return new Map([
    ...counts.map(({ cell, place, ...rest }) => [`${cell} ${place}`, Object.values(rest).join(' ')] as const),
    ...people.map(({ cell, ...rest }) => [`${cell} people`, Object.values(rest).join(' ')] as const),
  ])
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(name => before.get(name) !== after.get(name)).sort()
}
