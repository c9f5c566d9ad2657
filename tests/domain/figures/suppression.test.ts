import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categories, nameChanges, namePatterns, nameVerdicts, outcomes, proofs } from '../../../domain/codes'
import { headline } from '../../../domain/figures/cohort'
import { durationsFigureOf } from '../../../domain/figures/durations'
import type { FigureFilter } from '../../../domain/figures/filter'
import { namesFigureOf } from '../../../domain/figures/names'
import { outcomesFigureOf } from '../../../domain/figures/outcomes'
import { softwareCopyrightFigureOf } from '../../../domain/figures/software-copyright'
import { spell } from '../statistics/spells'
import { told } from './told'

const filter: FigureFilter = { process: 'certification', layer: 'own' }
const now = Date.UTC(2026, 10, 24) / 60_000

/** How many there were, and which to read: all that may be said of fewer than 5 people. */
const counts = ['n', 'case_count', 'reported', 'accounts', 'left_out', 'capped', 'unsettled', 'cases', 'not_reached', 'unknown']

const account = fc.constantFrom('Lin', 'Mei', 'Tao', 'Wu')
const month = fc.constantFrom(null, '2026-01', '2026-10', '2026-11')

const someSpell = fc.record({
  account, startMonth: month, cause: fc.nat(4), days: fc.option(fc.nat(40)),
  wait: fc.option(fc.tuple(fc.nat(5000), fc.nat(50)).map(([least, more]) => [least, least + more] as const)),
}).map(facts => spell(facts))

const someTold = fc.record({
  category: fc.constantFrom(...categories), verdict: fc.constantFrom(...nameVerdicts), pattern: fc.constantFrom(...namePatterns),
  proof: fc.constantFrom(...proofs), change: fc.constantFrom(...nameChanges), outcome: fc.constantFrom(...outcomes), account, month,
}).map(it => told({
  category: it.category, name_verdict: it.verdict, name_pattern: [it.pattern], proof_demanded: [it.proof], name_change: it.change,
  proof_supplied: [it.proof], proof_result: 'accepted', software_copyright: 'had_before',
}, { account: it.account, month: it.month, outcome: it.outcome }))

test('of up to 60 cases by 4 people no figure says a number beyond its counts', () => {
  fc.assert(fc.property(fc.array(someSpell, { maxLength: 60 }), fc.array(someTold, { maxLength: 60 }), (spells, cases) => {
    const wholes = spells.map(({ cause, ...it }) => ({ ...it, ending: (['waiting', 'approved', 'failed', 'left', 'approved_without_name'] as const)[cause]! }))
    const figures = [
      durationsFigureOf(filter, 'first_call', spells, now), outcomesFigureOf(filter, wholes, now),
      namesFigureOf(filter, cases), softwareCopyrightFigureOf(filter, cases, outcomesFigureOf(filter, wholes, now)),
    ]
    for (const figure of figures) {
      expect(figure.suppressed).toBe('few_accounts')
      expect(numbersIn(figure)).toEqual([])
    }
  }), { seed: 55, numRuns: 300 })
})

test('of 60 cases by 30 people the same walk finds numbers, so it would have found them', () => {
  const spells = Array.from({ length: 60 }, (_, i) => spell({ account: `person ${i % 30}`, wait: [i, i] }))
  expect(numbersIn(durationsFigureOf(filter, 'first_call', spells, now)).length).toBeGreaterThan(60)
})

/** The paths of all numbers in a figure that are not counts. */
function numbersIn(value: unknown, path: string[] = []): string[] {
  if (typeof value === 'number') return path.some(step => counts.includes(step)) ? [] : [path.join('.')]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, [...path, key]))
}

test('where 6 people are settled and 3 young the 6 are shown, for all 9 would give away the 3; with 5 young it is everybody', () => {
  const people = (count: number, startMonth: string) => Array.from({ length: count }, (_, at) => ({ account: `${startMonth} ${at}`, startMonth }))
  const shownOf = (young: number) => {
    const { figure, note } = headline('decision', [...people(6, '2026-01'), ...people(young, '2026-11')], now, spells => ({ accounts: spells.length }))
    return [note.cohort, figure.accounts]
  }
  expect([shownOf(3), shownOf(5)]).toEqual([['settled', 6], ['all', 11]])
})
