import { expect, test } from 'vitest'
import {
  cellsFor, cellsOf, changeCells, countIn, countRows, everyMonth, firstYoung, noSums, peopleRows, takeOff, type TracedSpell,
} from '../../../domain/figures/cells'
import { monthNumber, unknownMonth } from '../../../domain/statistics/settled'
import { spell } from '../statistics/spells'

const cells = cellsOf(
  { process: 'certification', part: 'own', subject: 'personal', category: 'tool', patterns: ['coined', 'suffix'], proofs: [] }, 'first_call',
)
const november = monthNumber('2026-11')
const told = (caseId: number, facts: Partial<TracedSpell> = {}): TracedSpell => ({ ...spell({ caseId, account: 'Lin', startMonth: '2026-11' }), cells, ...facts })

/** How many spells count on minutes in the cell without a trait, in all months and in November. */
function counted(sums: ReturnType<typeof noSums>): [all: number, november: number] {
  const inMonth = (month: number) => [...countRows(sums)]
    .filter(it => it.cell === cells[0] && it.place === 'minute' && it.at >= 0 && it.month === month).reduce((sum, { n }) => sum + n, 0)
  return [inMonth(everyMonth), inMonth(november)]
}

test('a case of 1 subject, 1 category and 2 patterns is in 1 + 4 cells of a stage', () => {
  expect(cells).toEqual([
    'certification/own/first_call', 'certification/own/first_call/subject=personal', 'certification/own/first_call/category=tool',
    'certification/own/first_call/pattern=coined', 'certification/own/first_call/pattern=suffix',
  ])
})

test('all layers are 3 parts, one trait is asked of a cell of its own, two are asked of none', () => {
  expect(cellsFor({ process: 'certification', layer: 'all' }, 'whole'))
    .toEqual(['certification/own/whole', 'certification/observed/whole', 'certification/thread/whole'])
  expect(cellsFor({ process: 'certification', layer: 'own', pattern: 'coined' }, 'first_call')).toEqual([cells[3]])
  expect(cellsFor({ process: 'certification', layer: 'own', pattern: 'coined', subject: 'personal' }, 'first_call')).toBe(null)
})

test('of 4 spells of one account in November 3 count; without the 2nd the 4th takes its place: 3 less 1 and 1 is 3', () => {
  const four = [1, 2, 3, 4].map(id => told(id))
  const { sums, marked } = changeCells(2, four, four.filter(({ caseId }) => caseId !== 2), november)
  expect(marked.map(({ caseId, counts }) => [caseId, counts])).toEqual([[1, 7], [3, 7], [4, 7]])
  expect(counted(sums)).toEqual([0, 0])
  const before = noSums(november)
  expect(countIn(before, four).map(({ counts }) => counts)).toEqual([7, 7, 7, 0])
  expect(counted(before)).toEqual([3, 3])
})

test('taking back what was told leaves 0 in every row, of counts and of people', () => {
  const both = [told(1, { startMonth: '2026-10' }), told(2, { wait: [5, 30] })]
  const there = changeCells(2, both.slice(0, 1), both, november).sums
  const back = changeCells(2, both, both.slice(0, 1), november).sums
  const opposite = <Row extends { n: number }>(rows: Iterable<Row>) => [...rows].map(it => ({ ...it, n: -it.n }))
  expect(opposite(countRows(back))).toEqual([...countRows(there)])
  expect(opposite(peopleRows(back))).toEqual([...peopleRows(there)])
  takeOff(there, [...countRows(there)], [...peopleRows(there)])
  expect([...countRows(there), ...peopleRows(there)]).toEqual([])
})

test('rows come back from the sums as they went in, from a code below 0 to 12,000 days and an unknown month', () => {
  const sums = noSums(november)
  countIn(sums, [told(1, { startMonth: null, days: 12_000, wait: null, cause: 3 }), told(2, { days: null, wait: null })])
  const rows = [...countRows(sums)].filter(({ cell }) => cell === cells[0]).map(it => [it.place, it.month, it.at, it.cause, it.n])
  expect(rows).toEqual([
    ['day', november, -2, 1, 1], ['day', unknownMonth, 12_000, 3, 1], ['day', everyMonth, -2, 1, 1], ['day', everyMonth, 12_000, 3, 1],
  ])
})

test('an account of October and November is 1 person, of October; without its case of October, of November', () => {
  const both = [told(1, { startMonth: '2026-10' }), told(2)]
  const people = [...peopleRows(changeCells(1, both, both.slice(1), november).sums)].filter(it => it.cell === cells[0])
  expect(people.map(({ minute, n }) => [minute, n])).toEqual([[november - 1, -1], [november, 1]])
})

test('on 24 November the oldest month that may be young is August: whole cases settle after 90 days', () => {
  expect(firstYoung(Date.UTC(2026, 10, 24) / 60_000)).toBe(monthNumber('2026-08'))
})
