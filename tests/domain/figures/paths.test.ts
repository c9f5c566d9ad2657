import { expect, test } from 'vitest'
import type { FigureFilter } from '../../../domain/figures/filter'
import { nameChangesFigureOf } from '../../../domain/figures/name-changes'
import { reasonsFigureOf } from '../../../domain/figures/reasons'
import { repairsFigureOf } from '../../../domain/figures/repairs'
import { ordersFigureOf, roundsFigureOf } from '../../../domain/figures/rounds'
import { spell } from '../statistics/spells'
import { gone, type Told } from './courses'

const now = Date.UTC(2026, 10, 24) / 60_000
const filter: FigureFilter = { process: 'certification', layer: 'own' }
const shares = (all: readonly { share: number }[]) => all.map(({ share }) => Number(share.toFixed(9)))

const atOnce: Told[] = ['paid', 'approved']
const second: Told[] = ['paid', ['sent_back', 'name_generic'], '|', 'submitted', 'approved']

test('20 cases: 12 pass in round 1, 5 in round 2, 3 leave after a refusal: 60, 25 and 0 of them later', () => {
  const figure = roundsFigureOf(filter, [...gone(12, atOnce), ...gone(5, second), ...gone(3, ['paid', 'sent_back', 'withdrawn'])], now)
  expect(figure).toMatchObject({ n: 20, waiting: 0, ended: [17, 0, 0, 3], cohort: 'settled', left_out: 0 })
  expect(shares(figure.passed_in!)).toEqual([0.6, 0.25, 0])
  expect(figure.passed_in![2].upper).toBeGreaterThan(0.1)
})

test('9 people are counted and have no shares, 4 are cases to read', () => {
  expect(roundsFigureOf(filter, gone(9, atOnce), now)).toMatchObject({ n: 9, ended: [9, 0, 0, 0], steps: [], passed_in: null })
  const four = gone(4, atOnce)
  expect(roundsFigureOf(filter, four, now)).toMatchObject({ ended: null, waiting: null, steps: [], cases: four.map(it => it.caseId) })
})

test('30 yuan: 16 of 20 pass with 1 order, 4 with 2: 80 % for 30, all for 60, half for 30', () => {
  const twice: Told[] = ['paid', 'failed', '||', 'paid', 'approved']
  const figure = ordersFigureOf(filter, [
    ...gone(16, atOnce, { fee_yuan: 30 }), ...gone(4, twice, { fee_yuan: 30 }), ...gone(1, second, { fee_yuan: 300 }), ...gone(12, atOnce, { fee_yuan: 99 }),
  ], now)
  expect(figure.fees.map(({ fee_yuan, n, suppressed }) => [fee_yuan, n, suppressed])).toEqual([
    [30, 20, null], [99, 12, 'complement'], [300, 1, 'few_accounts'],
  ])
  const [line] = figure.fees
  expect([line!.within.map(({ orders, yuan }) => [orders, yuan]), shares(line!.within)]).toEqual([[[1, 30]], [0.8]])
  expect(line!.median_yuan).toBe(30)
})

test('30 refused rounds of 25 cases: 20 name one reason, 15 another, 66.7 and 50 %; 2 rounds do not say', () => {
  const figure = reasonsFigureOf(filter, [
    ...gone(15, ['paid', ['sent_back', 'name_generic']]),
    ...gone(5, ['paid', ['sent_back', 'name_generic', 'photo_quality'], '|', 'submitted', ['sent_back', 'photo_quality']]),
    ...gone(5, ['paid', ['sent_back', 'photo_quality']]), ...gone(1, ['paid', 'sent_back']), ...gone(1, ['paid', ['sent_back', 'unknown']]),
  ])
  expect(figure).toMatchObject({ n: 30, case_count: 25, left_out: 2 })
  expect(figure.reasons.map(({ code, x, n }) => [code, x, n])).toEqual([['name_generic', 20, 30], ['photo_quality', 15, 30]])
})

test('one account with 8 refused rounds in a month weighs 3 of 13', () => {
  const many: Told[] = ['paid', ...Array.from({ length: 8 }, (): Told[] => [['sent_back', 'photo_quality'], '|', 'submitted']).flat()]
  const figure = reasonsFigureOf(filter, [...gone(10, ['paid', ['sent_back', 'name_brand']]), ...gone(1, many)])
  expect([figure.n, figure.capped, figure.reasons.map(({ x }) => x)]).toEqual([13, 5, [10, 3]])
})

test('after a first refusal: 6 change and pass, 5 say nothing and are refused, 2 leave; the 2 and the 5 are hidden, 7 of 13', () => {
  const again: Told[] = ['paid', ['sent_back', 'name_generic'], '|', 'submitted', ['sent_back', 'name_generic']]
  const figure = repairsFigureOf(filter, [
    ...gone(6, second, { name_change: 'new_coined' }), ...gone(5, again), ...gone(2, ['paid', ['sent_back', 'name_generic'], 'withdrawn']),
  ], now)
  expect(figure.paths.map(({ reason, change, next, n }) => [reason, change, next, n])).toEqual([['name_generic', 'new_coined', 'passed', 6]])
  expect([figure.n, figure.gone, figure.other]).toEqual([13, 13, 7])
})

test('4 + 3 refused again for two reasons are 7 for various ones: left out, 12 of 12 would have passed', () => {
  const again = (reason: 'name_brand' | 'name_region'): Told[] => ['paid', ['sent_back', reason], '|', 'submitted', 'sent_back']
  const figure = repairsFigureOf(filter, [...gone(12, second), ...gone(4, again('name_brand')), ...gone(3, again('name_region'))], now)
  expect(figure.paths.map(({ reason, change, next, n }) => [reason, change, next, n])).toEqual([
    ['name_generic', 'unsaid', 'passed', 12], ['various', 'unsaid', 'refused', 7],
  ])
  expect([figure.gone, figure.other]).toEqual([19, 0])
})

test('a refusal of 2 reasons is 1 case and 2 ways', () => {
  const two: Told[] = ['paid', ['sent_back', 'name_generic', 'name_confusing'], '|', 'submitted', 'proof_submitted', 'approved']
  const figure = repairsFigureOf(filter, gone(10, two), now)
  expect([figure.n, figure.gone, figure.other]).toEqual([10, 20, 0])
  expect(figure.paths.map(({ reason, change, n }) => [reason, change, n])).toEqual([['name_generic', 'proof', 10], ['name_confusing', 'proof', 10]])
})

test('of 12 who coined a new name 9 passed within 30 days, 2 were refused and 1 waits; 3 do not say what they changed', () => {
  const coined = (n: number, all: Told[]) => gone(n, all, { name_change: 'new_coined' })
  const passed = coined(9, second)
  const refused = coined(2, ['paid', ['sent_back', 'name_generic'], '|', 'submitted', ['sent_back', 'name_brand']])
  const waits = coined(1, ['paid', ['sent_back', 'name_generic'], '|', 'submitted'])
  const spells = [...passed.map(it => [it, 1, 2] as const), ...refused.map(it => [it, 2, 3] as const), ...waits.map(it => [it, 0, 40] as const)]
    .map(([{ caseId, account }, cause, days]) => spell({ stage: 'decision', caseId, account, round: 2, cause, days, startMonth: '2026-01' }))
  const figure = nameChangesFigureOf(filter, [...passed, ...refused, ...waits, ...gone(3, second)], spells, now)
  expect(figure).toMatchObject({ n: 12, again: 2, unsaid: 3, left_out: 0, suppressed: null })
  const [line] = figure.changes
  expect([line!.change, line!.n, line!.unended, shares(line!.verdicts!), shares([line!.waiting!])])
    .toEqual(['new_coined', 12, 1, [0.75, 0.166666667, 0, 0], [0.083333333]])
})
