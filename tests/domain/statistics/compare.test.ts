import { expect, test } from 'vitest'
import { chiSquareTail } from '../../../domain/statistics/chi-square'
import { logRank, survivalDifference } from '../../../domain/statistics/compare'
import { countRows } from '../../../domain/statistics/counts'
import { kaplanMeier } from '../../../domain/statistics/kaplan-meier'
import fixtures from './fixtures/survival.json'
import { times } from './spells'

const rowsOf = ({ time, cause }: { time: number[], cause: number[] }) =>
  countRows(time.map((t, i) => ({ time: t, cause: cause[i]! })))
const ends = (lengths: number[]) => countRows(lengths.map(time => ({ time, cause: 1 })))
const slow = kaplanMeier(ends([...times(10, 1), ...times(30, 9)]))
const fast = kaplanMeier(ends([...times(30, 1), ...times(10, 9)]))

test('6-MP against placebo, Freireich 1963: log-rank 16.79 on 1 degree', () => {
  const { chi2, df } = logRank([[rowsOf(fixtures.leukemia_6mp), rowsOf(fixtures.leukemia_placebo)]])!
  expect(df).toBe(1)
  expect(chi2).toBeCloseTo(16.79, 2)
})

test('30/40 against 10/40 still wait after day 1: 50 points more, clearly', () => {
  const gap = survivalDifference(slow, fast, 1)!
  expect(gap.value).toBe(0.5)
  expect(gap.lower).toBeGreaterThan(0.25)
  expect(gap.upper).toBeLessThan(0.7)
  expect(gap.clear).toBe(true)
})

test('the same gap the other way round is -50 points with the limits swapped', () => {
  const gap = survivalDifference(slow, fast, 1)!
  const back = survivalDifference(fast, slow, 1)!
  expect([back.value, back.lower, back.upper]).toEqual([-gap.value, -gap.upper, -gap.lower])
})

test('9/12 against 3/12: 50 points too, but 12 ends a side are too few for words', () => {
  const gap = survivalDifference(
    kaplanMeier(ends([...times(3, 1), ...times(9, 9)])), kaplanMeier(ends([...times(9, 1), ...times(3, 9)])), 1)!
  expect(gap.lower).toBeGreaterThan(0)
  expect(gap.clear).toBe(false)
})

test('before the first end, at the last, and after it there is no band and no difference', () => {
  expect([0, 9, 30].map(day => survivalDifference(slow, fast, day))).toEqual([null, null, null])
})

test('one group alone in its month, and none at all, compare with nobody', () => {
  expect(logRank([[ends([1, 2, 3]), []]])).toBe(null)
  expect(logRank([])).toBe(null)
})

test('a and b meet in one month, c and d in another: 2 comparisons, not 3', () => {
  const { df } = logRank([
    [ends([1, 4]), ends([2, 9]), [], []],
    [[], [], ends([1, 4]), ends([2, 9])],
  ])!
  expect(df).toBe(2)
})

test('with 2 degrees the tail is e^(-chi2/2), and everything lies beyond 0', () => {
  expect(chiSquareTail(6, 2)).toBeCloseTo(Math.exp(-3), 14)
  expect(chiSquareTail(0, 3)).toBe(1)
})
