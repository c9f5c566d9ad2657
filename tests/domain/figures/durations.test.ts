import { expect, test } from 'vitest'
import { durationsFigureOf } from '../../../domain/figures/durations'
import type { FigureFilter } from '../../../domain/figures/filter'
import { spell, times, waits } from '../statistics/spells'

const filter: FigureFilter = { process: 'certification', layer: 'own' }
// 24 November 2026: October has settled for a stage of 3 days and not for one of 30.
const now = Date.UTC(2026, 10, 24) / 60_000
const figure = (spells: ReturnType<typeof waits>, stage: 'first_call' | 'decision' = 'first_call') =>
  durationsFigureOf(filter, stage, spells, now)

test('10 people of October are a settled headline; the 6 of November are left out of it', () => {
  const { n, cohort, provisional, unsettled, quantiles } = figure([
    ...waits(times(10, 20)), ...waits(times(6, 500), { startMonth: '2026-11' }),
  ])
  expect([n, cohort, provisional, unsettled, quantiles['0.5'].value]).toEqual([10, 'settled', false, 6, 20])
})

test('9 people of October and 6 of November are 15, all counted and provisional', () => {
  const { n, cohort, provisional, unsettled } = figure([
    ...waits(times(9, 20)), ...waits(times(6, 500), { startMonth: '2026-11' }),
  ])
  expect([n, cohort, provisional, unsettled]).toEqual([15, 'all', true, 6])
})

test('9 people of October alone have settled: all 9, and nothing provisional about them', () => {
  expect(figure(waits(times(9, 20)))).toMatchObject({ n: 9, cohort: 'all', provisional: false, unsettled: 0 })
})

test('for an answer October is too young by 24 of 30 days: 12 people are provisional', () => {
  const { n, cohort, unsettled } = figure(waits(times(12, 20), { stage: 'decision' }), 'decision')
  expect([n, cohort, unsettled]).toEqual([12, 'all', 12])
})

test('14 called, 3 answered without a call, 1 withdrew and 2 wait: 18 events, 4 of them otherwise', () => {
  expect(figure([
    ...waits(times(14, 20)), ...waits(times(3, 30), { cause: 2 }), ...waits([40], { cause: 3 }),
    ...waits(times(2, 50), { cause: 0 }),
  ])).toMatchObject({ n: 20, events: 18, otherwise: 4, waiting: 2 })
})

test('6 of 16 ended on day 0 and 10 wait on day 3: a tenth is day 0, half is more than the 2 days seen through', () => {
  const { scale, quantiles } = figure([...waits([1, 2, 3, 4, 5, 6]), ...waits(times(10, 60), { cause: 0, days: 3 })])
  expect(scale).toBe('day')
  expect(quantiles['0.1']).toMatchObject({ value: 0, more_than: null })
  expect(quantiles['0.5']).toMatchObject({ value: null, more_than: 2 })
})

test('10 cases of 1 round and 2 of 3 are 16 rounds of 12 cases; 1 more known too roughly makes 13 reported', () => {
  const again = [1, 2].flatMap(it =>
    [1, 2, 3].map(round => spell({ caseId: 1e6 + it, account: `again ${it}`, round })))
  expect(figure([...waits(times(10, 20)), ...again, spell({ wait: null, days: null })]))
    .toMatchObject({ n: 16, case_count: 12, reported: 13, left_out: 1 })
})

test('what may not be said is 4 times null', () => {
  expect(figure([]).quantiles['0.5']).toEqual({ value: null, lower: null, upper: null, more_than: null })
})

test('the 3 cases of 3 people are to be read, in order; those of 5 people are not', () => {
  const three = waits([5, 6, 7])
  const ids = three.map(({ caseId }) => caseId)
  expect(figure([...three].reverse()).cases).toEqual(ids)
  expect(figure([...three, spell(), spell()]).cases).toEqual([])
})
