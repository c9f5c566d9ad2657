import type { Part } from '../case/layers'
import { partsOf } from '../case/layers'
import type { Process, Stage } from '../codes'
import { binOf } from '../statistics/bins'
import type { StageSpell } from '../statistics/scale'
import { lastSettled, settledAfterDays, unknownMonth } from '../statistics/settled'
import {
  type MarkedSpell, markCounted, type People, peopleOf, type Place, type Placed, places, placeSpells,
} from '../statistics/tally'
import type { FigureFilter } from './filter'

// A cell holds the counts of one stage of one process and part of the layers, of all its cases or of those with one trait
// (docs/decisions/0007). Its name is its key in the database.

/** What puts a case into cells. Where it has several patterns or proofs it is in the cell of each. */
export type CellCase = {
  process: Process; part: Part; subject: string; category: string; patterns: readonly string[]; proofs: readonly string[]
}

/** A spell with the cells in which it counts; the first is the one without a trait. */
export type TracedSpell = StageSpell & { cells: readonly string[] }

/** Entries of a cell that are alike, in one month or in `everyMonth`; minutes stand in bins. */
export type CellCount = Placed & { cell: string }
export type CellPeople = People & { cell: string }

/**
 * What cells hold, or what is to be added to them: by cell, the numbers of each place and month and of each two months. Two
 * million rows are held at once, so their keys are numbers (`countRows` and `peopleRows` read them). Months before `from` have
 * no rows of their own, only their part of `everyMonth`.
 */
export type CellSums = { from: number; counts: Map<string, Map<number, Numbers>>; people: Map<string, Numbers> }
type Numbers = Map<number, number>

/** The sum over all months; after all others, so that it is read together with the young ones. */
export const everyMonth = unknownMonth + 1

export function noSums(from: number): CellSums {
  return { from, counts: new Map(), people: new Map() }
}

/** How many counts they hold. */
export function sizeOf({ counts }: CellSums): number {
  let size = 0
  for (const places of counts.values()) for (const numbers of places.values()) size += numbers.size
  return size
}

/** The first month that may still be young for a figure at `now` (minutes since the epoch) or later. */
export function firstYoung(now: number): number {
  return 1 + Math.min(...(Object.keys(settledAfterDays) as Stage[]).map(stage => lastSettled(stage, now)))
}

/** The cells that a case's spells of a stage count in. */
export function cellsOf(
  { process, part, subject, category, patterns, proofs }: CellCase, stage: Stage | 'whole',
): string[] {
  const traits = [
    `subject=${subject}`, `category=${category}`, ...patterns.map(it => `pattern=${it}`), ...proofs.map(it => `proof=${it}`),
  ]
  const cell = cellName(process, part, stage)
  return [cell, ...traits.map(trait => `${cell}/${trait}`)]
}

/** The cells whose sum answers a question; null where it names two traits or more, for which there are none. */
export function cellsFor({ process, layer, ...traits }: FigureFilter, stage: Stage | 'whole'): string[] | null {
  const [trait, ...more] = Object.entries(traits).filter(([, value]) => value).map(([name, value]) => `${name}=${value}`)
  return more.length > 0 ? null : partsOf(layer).map(part => cellName(process, part, stage, trait))
}

/**
 * What changes in the cells when an account's counted spells, `before`, become those `after`; only this case itself has
 * changed, but the share of its account may now fall to others. `marked` are those after, with the scales they count on.
 */
export function changeCells(
  caseId: number, before: readonly TracedSpell[], after: readonly TracedSpell[], from: number,
): { sums: CellSums; marked: (TracedSpell & MarkedSpell)[] } {
  const sums = noSums(from)
  const [old, now] = [before, after].map(spells => byCell(spells, it => it.cells[0]!)) as [Cells, Cells]
  const marked = [...new Set([...old.keys(), ...now.keys()])].flatMap(cell => {
    const [were, are] = [markCounted(old.get(cell) ?? []), markCounted(now.get(cell) ?? [])]
    const marksBefore = marksOf(were)
    const marksAfter = marksOf(are)
    const changed = (it: TracedSpell) => it.caseId === caseId || marksBefore.get(it.caseId) !== marksAfter.get(it.caseId)
    const touched = new Set([...were, ...are].filter(changed).flatMap(({ cells }) => cells))
    const isTouched = (cell: string) => touched.has(cell)
    enter(sums, were, -1, changed, isTouched)
    enter(sums, are, 1, changed, isTouched)
    return are
  })
  return { sums, marked }
}

/** Adds all spells of some accounts to the sums; answers them with the scales they count on. */
export function countIn<S extends TracedSpell>(sums: CellSums, spells: readonly S[]): (S & MarkedSpell)[] {
  return [...byCell(spells, it => it.cells[0]!).values()].flatMap(group => {
    const marked = markCounted(group)
    enter(sums, marked, 1, () => true, () => true)
    return marked
  })
}

type Cells = Map<string, TracedSpell[]>

/** Entries of the spells that `changed`, and the people of their cells, since the first month of any may be another one. */
function enter(
  sums: CellSums, spells: readonly (TracedSpell & MarkedSpell)[], sign: 1 | -1, changed: (it: TracedSpell) => boolean,
  isTouched: (cell: string) => boolean,
): void {
  for (const { spell, entries } of placeSpells(spells.filter(changed))) {
    const cells = spell.cells.map(cell => known(sums.counts, cell, noNumbersByPlace))
    for (const entry of entries) {
      const at = entry.place === 'day' || entry.at < 0 ? entry.at : binOf(entry.at)
      const key = countKey(at, entry.cause, entry.flags)
      for (const month of entry.month >= sums.from ? [everyMonth, entry.month] : [everyMonth]) {
        const place = placeKey(entry.place, month)
        for (const cell of cells) add(known(cell, place, noNumbers), key, sign)
      }
    }
  }
  const ofCells = new Map<string, (TracedSpell & MarkedSpell)[]>()
  for (const spell of spells) for (const cell of spell.cells) if (isTouched(cell)) push(ofCells, cell, spell)
  for (const [cell, own] of ofCells) {
    const numbers = known(sums.people, cell, noNumbers)
    for (const { minute, day } of peopleOf(own)) add(numbers, peopleKey(minute, day), sign)
  }
}

/** Takes rows off the sums: what is left is by how much they differ. */
export function takeOff(sums: CellSums, counts: readonly CellCount[], people: readonly CellPeople[]): void {
  for (const { cell, place, month, at, cause, flags, n } of counts) {
    add(known(known(sums.counts, cell, noNumbersByPlace), placeKey(place, month), noNumbers), countKey(at, cause, flags), -n)
  }
  for (const { cell, minute, day, n } of people) add(known(sums.people, cell, noNumbers), peopleKey(minute, day), -n)
}

/** The rows of the counts that are not 0, in the order of their keys. */
export function* countRows({ counts }: CellSums): Generator<CellCount> {
  for (const [cell, places] of byName(counts)) {
    for (const [placed, numbers] of byNumber(places)) {
      const [place, month] = [placesInOrder[Math.floor(placed / months)]!, placed % months]
      for (const [key, n] of byNumber(numbers)) if (n !== 0) yield { cell, place, month, ...countOf(key), n }
    }
  }
}

/** The rows of the people that are not 0, in the order of their keys. */
export function* peopleRows({ people }: CellSums): Generator<CellPeople> {
  for (const [cell, numbers] of byName(people)) {
    for (const [key, n] of byNumber(numbers)) {
      if (n !== 0) yield { cell, minute: Math.floor(key / months), day: key % months, n }
    }
  }
}

const placesInOrder = [...places].sort()
// More than any month there is, `never` among them.
const months = 2 ** 20
// Codes of what is not counted are a little below 0.
const below = 8
const [causes, flagSums] = [16, 32]

const placeKey = (place: Place, month: number) => placesInOrder.indexOf(place) * months + month
const peopleKey = (minute: number, day: number) => minute * months + day
const countKey = (at: number, cause: number, flags: number) => ((at + below) * causes + cause) * flagSums + flags
const countOf = (key: number) => ({
  at: Math.floor(key / flagSums / causes) - below, cause: Math.floor(key / flagSums) % causes, flags: key % flagSums,
})

const noNumbers = (): Numbers => new Map()
const noNumbersByPlace = () => new Map<number, Numbers>()

function add(numbers: Numbers, key: number, n: number): void {
  numbers.set(key, (numbers.get(key) ?? 0) + n)
}

function known<Key, Value>(of: Map<Key, Value>, key: Key, none: () => Value): Value {
  const there = of.get(key)
  if (there !== undefined) return there
  const value = none()
  of.set(key, value)
  return value
}

function* byName<Value>(of: ReadonlyMap<string, Value>): Generator<[string, Value]> {
  for (const key of [...of.keys()].sort()) yield [key, of.get(key)!]
}

function* byNumber<Value>(of: ReadonlyMap<number, Value>): Generator<[number, Value]> {
  for (const key of Float64Array.from(of.keys()).sort()) yield [key, of.get(key)!]
}

/** By case, the scales that its spells count on. */
function marksOf(spells: readonly MarkedSpell[]): Map<number, string> {
  const marks = new Map<number, string>()
  for (const { caseId, counts } of spells) marks.set(caseId, `${marks.get(caseId) ?? ''}${counts}`)
  return marks
}

function byCell<S extends TracedSpell>(spells: readonly S[], cellOf: (spell: S) => string): Map<string, S[]> {
  const groups = new Map<string, S[]>()
  for (const spell of spells) push(groups, cellOf(spell), spell)
  return groups
}

function push<S>(groups: Map<string, S[]>, key: string, it: S): void {
  const group = groups.get(key)
  if (group) group.push(it)
  else groups.set(key, [it])
}

function cellName(process: Process, part: Part, stage: Stage | 'whole', trait?: string): string {
  return [process, part, stage, ...(trait ? [trait] : [])].join('/')
}
