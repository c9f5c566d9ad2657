import { describe, expect, test } from 'vitest'
import { randomFrom } from '@/domain/simulation/random'
import { changeToTell, couldSplit, surest, type WeeklyShare } from '@/domain/statistics/change-point'

/** Weeks of n coins each, their chance given by the week. */
function weeksOf(seed: string, count: number, n: number, chance: (week: number, unit: () => number) => number): WeeklyShare[] {
  const { unit } = randomFrom('change', seed)
  return Array.from({ length: count }, (_, week) => {
    const p = chance(week, unit)
    return { week, n, x: Array.from({ length: n }, unit).filter(u => u < p).length }
  })
}

describe('A change', () => {
  test('of 20 points after week 30 of 52 is found in at least 19 of 20 series, and within 1 week of it in 16', () => {
    const found = Array.from({ length: 20 }, (_, i) => changeToTell(weeksOf(`step-${i}`, 52, 25, week => week < 30 ? 0.65 : 0.45)))
    expect(found.filter(it => it !== null && Math.abs(it.week - 30) <= 1).length).toBeGreaterThanOrEqual(16)
    expect(found.filter(it => it !== null).length).toBeGreaterThanOrEqual(19)
  })

  test('from 12 of 20 to 6 of 20 each week is 60 % and 30 %, from the week it began', () => {
    const weeks = Array.from({ length: 20 }, (_, week) => ({ week, n: 20, x: week < 9 ? 12 : 6 }))
    expect(changeToTell(weeks)).toEqual({ week: 9, before: 0.6, after: 0.3, p: 0.001 })
  })

  test('that never was is told in fewer than 2 of 100 series of coins', () => {
    const told = Array.from({ length: 200 }, (_, i) => changeToTell(weeksOf(`none-${i}`, 52, 12, () => 0.5)))
    expect(told.filter(it => it !== null).length).toBeLessThan(4)
  })

  test('that never was is told in at most 2 of 100 where weeks differ 3 times as much as coins; not divided by that it would be in some 28', () => {
    // A chance that itself varies by a standard deviation of 14 points: 1 + 24·0.02/0.25 ≈ 3 times the variance of 25 coins.
    const restless = (_: number, unit: () => number) => 0.5 + 0.245 * (2 * unit() - 1)
    const told = Array.from({ length: 100 }, (_, i) => changeToTell(weeksOf(`restless-${i}`, 52, 25, restless)))
    expect(told.filter(it => it !== null).length).toBeLessThanOrEqual(2)
  })

  test('of 8 points is not told, however sure', () => {
    const weeks = Array.from({ length: 40 }, (_, week) => ({ week, n: 1000, x: week < 20 ? 500 : 580 }))
    expect(surest(weeks)).toBeNull()
  })

  test('needs 6 weeks and 30 decided on each side: 5 of 17 weeks, or 6 weeks of 4, hold none', () => {
    const weeks = (count: number, n: number, from: number) =>
      Array.from({ length: count }, (_, week) => ({ week, n, x: week < from ? n : 0 }))
    expect(couldSplit(weeks(11, 50, 6))).toBe(false)
    expect(couldSplit(weeks(12, 50, 6))).toBe(true)
    expect(couldSplit(weeks(12, 4, 6))).toBe(false)
    expect(surest(weeks(17, 50, 12))?.week).toBe(11)
  })

  test('that only the last week shows is not told: the run a week earlier did not find the same', () => {
    const weeks = Array.from({ length: 26 }, (_, week) => ({ week, n: 30, x: week < 20 ? 20 : 8 }))
    expect(changeToTell(weeks)).toBeNull()
    expect(surest(weeks)?.week).toBe(20)
    expect(changeToTell([...weeks, { week: 26, n: 30, x: 8 }])?.week).toBe(20)
  })
})
