import { describe, expect, test } from 'vitest'
import { changeBetween, shareBy } from '@/domain/statistics/trend'
import { wilson } from '@/domain/statistics/wilson'

const waits = (count: number, time: number, cause: number) => Array.from({ length: count }, () => ({ time, cause }))

describe('The share by a time', () => {
  test('of 20 that were all followed, 12 ended by day 1: 60 % of 20 with Wilson’s limits', () => {
    expect(shareBy([...waits(12, 1, 1), ...waits(8, 5, 2)], 1)).toEqual({ ...wilson(12, 20)!, effective: 20 })
  })

  test('of one cause counts that one alone: 12 approved and 4 refused of 20 by day 1 are 60 %', () => {
    const told = [...waits(12, 1, 1), ...waits(4, 1, 2), ...waits(4, 9, 1)]
    expect(shareBy(told, 1, 1)?.value).toBeCloseTo(0.6, 12)
    expect(shareBy(told, 1)?.value).toBeCloseTo(0.8, 12)
  })

  test('10 of 40 lost on day 0 are neither ended nor waiting: 15 of the other 30 by day 1 are 50 % worth about 30 cases', () => {
    const share = shareBy([...waits(10, 0, 0), ...waits(15, 1, 1), ...waits(15, 5, 1)], 1)!
    expect(share.value).toBeCloseTo(0.5, 12)
    expect(share.effective).toBeCloseTo(30, 9)
    expect(share.lower).toBeLessThan(0.5)
    expect(share.upper).toBeGreaterThan(0.5)
  })

  test('last heard of on the day itself was followed through it', () => {
    expect(shareBy([...waits(5, 1, 1), ...waits(5, 1, 0)], 1)).toEqual({ ...wilson(5, 10)!, effective: 10 })
  })

  test('none of 12 is 0 % with an upper limit, and worth only those not lost before', () => {
    expect(shareBy([...waits(4, 0, 0), ...waits(12, 3, 1)], 1)).toEqual({ ...wilson(0, 12)!, effective: 12 })
  })

  test('nobody followed that long, or fewer than 5, is no share', () => {
    expect(shareBy(waits(9, 0, 0), 1)).toBeNull()
    expect(shareBy(waits(4, 1, 1), 1)).toBeNull()
  })
})

test('from 30 of 50 to 20 of 50 is 20 points less, between 38 and 0.5 less', () => {
  const [before, after] = [{ ...wilson(30, 50)!, effective: 50 }, { ...wilson(20, 50)!, effective: 50 }]
  const change = changeBetween(before, after)
  expect(change.value).toBeCloseTo(-0.2, 12)
  // Newcombe’s interval of 30/50 against 20/50.
  expect(change.lower).toBeCloseTo(-0.375, 2)
  expect(change.upper).toBeCloseTo(-0.003, 2)
})
