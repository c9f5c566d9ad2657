import { and, count, eq, inArray, lte, not, sql, type SQL } from 'drizzle-orm'
import { partOf, partsOf, sourcesOf, type Part } from '@/domain/case/layers'
import { categories, subjects, type Stage } from '@/domain/codes'
import { cellsFor } from '@/domain/figures/cells'
import type { FigureFilter } from '@/domain/figures/filter'
import {
  allWider, coversByCount, coversByLines, excludeOneAnother, sumOfCountsGivesAway, widerThan, type Narrowing,
} from '@/domain/figures/guard'
import type { Scale } from '@/domain/statistics/scale'
import { monthName, unknownMonth } from '@/domain/statistics/settled'
import { countPeople, countsOn, type People } from '@/domain/statistics/tally'
import { fewestAccounts } from '@/domain/statistics/thresholds'
import { hasTrait } from '../cases/list'
import type { Database } from '../connection'
import { cases, cellPeople, spells } from '../schema'
import { countedCases } from './counted'

/** Which spells a figure of waits counts: on this scale, begun `until` a month (`monthNumber`). */
export type CountedOn = { stage: Stage | 'whole'; scale: Scale; until: number }

type Narrowed = ReturnType<typeof widerThan>[number]

/**
 * Whether a figure of waits under this filter would give away one of fewer than 5 people, taken from a wider one or from its
 * parts. Cells answer for at most one narrowing. Else the database is asked for no more than five people of each line, so
 * that the cost hardly grows with the cases.
 * @param until the last start month of its cohort, as `monthNumber` counts
 */
export async function isWaitGivenAway(
  database: Database, filter: FigureFilter, stage: Stage | 'whole', scale: Scale, until: number,
): Promise<boolean> {
  const on = { stage, scale, until }
  for (const asked of allWider(filter)) {
    const cells = cellsFor(asked, stage)
    if (cells ? await cellsGiveAway(database, asked, cells, on) : await spellsGiveAway(database, asked, on)) return true
  }
  return false
}

async function cellsGiveAway(database: Database, filter: FigureFilter, cells: string[], on: CountedOn): Promise<boolean> {
  const narrowed = widerThan(filter)[0]
  const siblings = narrowed ? siblingsOf(narrowed) : []
  const wider = narrowed ? cellsFor(narrowed.wider, on.stage)! : []
  const lines = siblings.map(it => cellsFor(it, on.stage)!)
  const people = await peopleIn(database, [...cells, ...wider, ...lines.flat()])
  const countOf = (cell: string) => countPeople(people.get(cell) ?? [], on.until)[on.scale]
  const countAll = (some: readonly string[]) => some.reduce((sum, cell) => sum + countOf(cell), 0)

  if (sumOfCountsGivesAway(cells.map(countOf))) return true
  const [whole, own] = [countAll(wider), countAll(cells)]
  if (!narrowed || own < fewestAccounts) return false
  // The others are at least as many as do not stand in this line; whether some are in both, only the spells know.
  if (!excludeOneAnother(narrowed.by)) return whole - own < fewestAccounts && restIsGivenAway(database, narrowed, on)
  return coversByCount(own, siblings.map((it, i) => (it[narrowed.by] === narrowed.value ? null : countAll(lines[i]!))), whole)
}

async function spellsGiveAway(database: Database, filter: FigureFilter, on: CountedOn): Promise<boolean> {
  const parts = await partsUpToFive(database, filter, on)
  if (sumOfCountsGivesAway(parts)) return true
  if (sum(parts) < fewestAccounts) return false
  for (const narrowed of widerThan(filter)) {
    const apart = excludeOneAnother(narrowed.by)
    if (apart ? await linesGiveAway(database, narrowed, on) : await restIsGivenAway(database, narrowed, on)) return true
  }
  return false
}

/** Of a trait of which a case may have several values: those without this one. At least 5 have it. */
async function restIsGivenAway(database: Database, { by, value, wider }: Narrowed, on: CountedOn): Promise<boolean> {
  const trait = by === 'pattern' ? 'name_pattern' : 'proof_demanded'
  const rest = await peopleUpToFive(database, wider, on, not(hasTrait(database, trait, value)))
  return rest > 0 && rest < fewestAccounts
}

/** Of a trait of which a case has one value: the lines of the others. At least 5 are in this one. */
async function linesGiveAway(database: Database, narrowed: Narrowed, on: CountedOn): Promise<boolean> {
  const { value, wider } = narrowed
  const by = cases[narrowed.by as 'subject' | 'category']
  const others = siblingsOf(narrowed).map(it => it[narrowed.by]!).filter(it => it !== value)
  const people = new Map([[value, fewestAccounts]])
  for (const other of others) people.set(other, await peopleUpToFive(database, wider, on, eq(by, other)))
  const few = others.filter(it => people.get(it)! > 0 && people.get(it)! < fewestAccounts)
  if (few.length === 0) return false
  const together = await peopleUpToFive(database, wider, on, inArray(by, few))
  const counted = await database.select({ value: by, items: count() }).from(spells).innerJoin(cases, eq(cases.id, spells.caseId))
    .where(and(isCounted(on), ...countedCases(database, wider))).groupBy(by)
  const itemsOf = (line: string) => counted.find(it => it.value === line)?.items ?? 0
  return coversByLines([value, ...others].map(it => ({ items: itemsOf(it), people: people.get(it)! })), together)
}

/** The filters beside a narrowed one, itself among them. */
function siblingsOf({ by, wider }: { by: Narrowing; wider: FigureFilter }): FigureFilter[] {
  if (!excludeOneAnother(by)) return []
  return (by === 'subject' ? subjects : categories).map(value => ({ ...wider, [by]: value }))
}

async function peopleIn(database: Database, cells: string[]): Promise<Map<string, People[]>> {
  const rows = await database
    .select({ cell: cellPeople.cell, minute: cellPeople.minuteMonth, day: cellPeople.dayMonth, n: cellPeople.n })
    .from(cellPeople).where(inArray(cellPeople.cell, cells))
  const people = new Map<string, People[]>()
  for (const { cell, ...it } of rows) people.set(cell, [...people.get(cell) ?? [], it])
  return people
}

/** How many people told of it; 5 stands for as many or more. Nobody is one person in two parts, as in the cells. */
async function peopleUpToFive(database: Database, filter: FigureFilter, on: CountedOn, where?: SQL): Promise<number> {
  return Math.min(fewestAccounts, sum(await partsUpToFive(database, filter, on, where)))
}

// One after another: a figure is also kept within a write, whose one connection takes one question at a time.
async function partsUpToFive(database: Database, filter: FigureFilter, on: CountedOn, where?: SQL): Promise<number[]> {
  const counts: number[] = []
  for (const part of partsOf(filter.layer)) counts.push(await upToFive(database, filter, part, on, where))
  return counts
}

async function upToFive(database: Database, filter: FigureFilter, part: Part, on: CountedOn, where?: SQL): Promise<number> {
  return (await fewPeopleQuery(database, filter, part, on, where)).length
}

/** Ends as soon as it has found 5 people. */
export function fewPeopleQuery(database: Database, filter: FigureFilter, part: Part, on: CountedOn, where?: SQL) {
  const sources = sourcesOf(filter.layer).filter(source => partOf(source) === part)
  return database.selectDistinct({ account: cases.account }).from(spells).innerJoin(cases, eq(cases.id, spells.caseId))
    .where(and(isCounted(on), ...countedCases(database, filter), inArray(cases.source, sources), where)).limit(fewestAccounts)
}

function isCounted({ stage, scale, until }: CountedOn): SQL | undefined {
  const begun = until === unknownMonth ? undefined : lte(spells.startMonth, monthName(until))
  return and(eq(spells.stage, stage), sql`(${spells.counts} & ${countsOn[scale]}) <> 0`, begun)
}

const sum = (some: readonly number[]) => some.reduce((total, n) => total + n, 0)
