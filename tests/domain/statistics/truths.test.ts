import { expect, test } from 'vitest'
import { spellsOf } from '../../../domain/case/spells'
import { countRows, subtractRows } from '../../../domain/statistics/counts'
import { cumulativeIncidence } from '../../../domain/statistics/cumulative-incidence'
import { durationsOf } from '../../../domain/statistics/durations'
import { enteringRows } from '../../../domain/statistics/entering'
import { kaplanMeier } from '../../../domain/statistics/kaplan-meier'
import { exitOn, observe } from '../../../domain/statistics/scale'
import { source } from '../case/stories'
import { days, spell, times } from './spells'

// What the method stands on, a sum each. tests/domain/mutations plants the usual mistakes in the engine and looks that one of
// these notices; they run there many times over and so are quick.

const rows = (...pairs: [time: number, cause: number][]) => countRows(pairs.map(([time, cause]) => ({ time, cause })))
const survival = (...pairs: [time: number, cause: number][]) => kaplanMeier(rows(...pairs)).map(point => point.survival)

test('10 people heard on days 1…10 and 10 still wait: not half by day 5 or 6 but by day 10', () => {
  const { n, waiting, quantiles } = durationsOf('first_call', [...days([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), ...days(times(10, 40), { cause: 0 })])
  expect([n, waiting]).toEqual([20, 10])
  expect(quantiles['0.5']!.value).toBeGreaterThanOrEqual(10)
})

test('2 ended and 1 waits: all 3 are handed to the engine, the one who waits as cause 0', () => {
  const told = [...days([1, 2]), ...days([9], { cause: 0 })]
  expect(observe(told, it => exitOn('day', it)).map(({ cause }) => cause)).toEqual([1, 1, 0])
})

test('paid on the 9th, "still waiting" on the 12th at the same hour: seen to wait 3 days, whatever today is', () => {
  const [it] = spellsOf(source('certification', 'paid 2023-11-09T09:00', 'still_waiting 2023-11-12T09:00'))
    .filter(({ stage }) => stage === 'decision')
  expect([it!.cause, it!.wait, it!.days]).toEqual([0, [3 * 1440, 3 * 1440], 3])
})

test('one approved on day 1, one refused on day 2, then the two others: 1/4 + 1/4, and each point adds up to 1', () => {
  const points = cumulativeIncidence(rows([1, 1], [2, 2], [3, 1], [4, 2]))
  expect(points.map(({ causes }) => causes.map(({ incidence }) => incidence))).toEqual([
    [0.25, 0], [0.25, 0.25], [0.5, 0.25], [0.5, 0.5],
  ])
  for (const { survival, causes } of points) {
    expect(survival + causes.reduce((sum, { incidence }) => sum + incidence, 0)).toBeCloseTo(1, 12)
  }
})

test('of 2, one ends and one was last heard of at the same time 5: both were at risk, so 1/2 wait on', () => {
  expect(survival([5, 0], [5, 1])).toEqual([0.5])
})

test('the same where a third, who ended at 9, is taken out of the rows again', () => {
  const left = subtractRows(rows([5, 0], [5, 1], [9, 1]), rows([9, 1]))
  expect(kaplanMeier(left).map(point => point.survival)).toEqual([0.5])
})

test('delayed entry: 12 told of on day 2 while they waited count, 12 told of when they were over do not', () => {
  const seen = times(12, 6).map(length => ({ ...spell({ wait: null, days: length }), started: [0, 0] as const, reported: 2 * 1440 }))
  const over = seen.map(it => ({ ...it, account: `${it.account} over`, days: 1, reported: 30 * 1440 }))
  expect(enteringRows('day', [...seen, ...over])).toMatchObject({ n: 12, rows: [{ t: 6, atRisk: 12 }] })
})

test('who was over before he came under observation is no case at all: 1 row of 2', () => {
  expect(countRows([{ time: 3, cause: 1, entry: 5 }, { time: 8, cause: 1, entry: 5 }]))
    .toEqual([{ t: 8, atRisk: 1, events: [1], censored: 0 }])
})

test('100 reports of one account in one month count as 3, and half of 20 others still waited 5 days', () => {
  const many = times(100, 90).map(length => spell({ account: 'one', wait: null, days: length }))
  const { n, capped, quantiles } = durationsOf('first_call', [...many, ...days(times(20, 5))])
  expect([n, capped, quantiles['0.5']!.value]).toEqual([23, 97, 5])
})

test('last heard of on day 4, 5 people were seen to wait through day 3: of 15, 10 remain when 5 hear on day 4', () => {
  const { curve } = durationsOf('first_call', [...days(times(5, 4)), ...days(times(5, 9)), ...days(times(5, 4), { cause: 0 })], 'day')
  expect(curve.map(({ t, atRisk }) => [t, atRisk])).toEqual([[3, 15], [4, 10], [9, 5]])
  expect(exitOn('day', spell({ cause: 0, days: 4 }))).toBe(3)
  expect(exitOn('day', spell({ cause: 0, days: 0 }))).toBe(null)
})
