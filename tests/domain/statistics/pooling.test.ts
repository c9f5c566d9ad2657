import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaBelow, betaQuantile } from '../../../domain/statistics/beta'
import { isAlike, poolShares } from '../../../domain/statistics/pooling'

const known = JSON.parse(readFileSync(new URL('./fixtures/beta.json', import.meta.url), 'utf8')) as Record<string, number[]>

test('the share of a beta distribution below 5 points of 16 shapes is R\'s pbeta', () => {
  known.below!.forEach((share, i) => {
    expect(Math.abs(betaBelow(known.x![i]!, known.xa![i]!, known.xb![i]!) - share)).toBeLessThan(1e-11)
  })
})

test('108 quantiles are R\'s qbeta to a billionth, of themselves or of 1', () => {
  expect(known.quantile!.length).toBe(108)
  known.quantile!.forEach((quantile, i) => {
    const ours = betaQuantile(known.p![i]!, known.a![i]!, known.b![i]!)
    expect(Math.abs(ours - quantile), `${known.p![i]} ${known.a![i]} ${known.b![i]}`).toBeLessThan(1e-9)
  })
})

test('6 lines of 156 cases are pulled as R pulls them', () => {
  const pooled = poolShares(known.poolX!.map((x, i) => ({ code: `${i}`, x, n: known.poolN![i]! })))!
  expect(pooled.average).toBeCloseTo(known.average![0]!, 12)
  expect(pooled.weight).toBeCloseTo(known.weight![0]!, 8)
  pooled.lines.forEach(({ share, lower, upper }, i) => {
    expect([share - known.share![i]!, lower - known.lower![i]!, upper - known.upper![i]!].every(gap => Math.abs(gap) < 1e-9)).toBe(true)
  })
})

test('2 of 3 next to 60 of 100 does not lead: the 3 are pulled most of the way to the average', () => {
  const pooled = poolShares([
    { code: 'few', x: 2, n: 3 }, { code: 'many', x: 60, n: 100 }, { code: 'third', x: 20, n: 100 }, { code: 'fourth', x: 30, n: 100 },
    { code: 'fifth', x: 10, n: 100 },
  ])!
  const [few, many] = pooled.lines
  expect(few!.share).toBeLessThan(many!.share)
  expect(pooled.average).toBeCloseTo(122 / 403, 12)
})

test('4 lines, or 49 cases, or 0 of 60 are not pulled', () => {
  const line = (x: number, n: number, code = 'a') => ({ code, x, n })
  expect(poolShares([line(1, 30), line(2, 30), line(3, 30), line(4, 30)])).toBeNull()
  expect(poolShares([line(1, 10), line(2, 10), line(3, 10), line(4, 10), line(5, 9)])).toBeNull()
  expect(poolShares([0, 0, 0, 0, 0].map(x => line(x, 12)))).toBeNull()
  expect(poolShares([1, 2, 3, 4, 5].map(x => line(x, 10)))).not.toBeNull()
})

test('5 lines of 4 in 20 are alike; 1, 5, 10, 15 and 19 of 20 are not', () => {
  const of20 = (...xs: number[]) => poolShares(xs.map(x => ({ code: `${x}`, x, n: 20 })))!
  expect(isAlike(of20(4, 4, 4, 4, 4))).toBe(true)
  expect(isAlike(of20(1, 5, 10, 15, 19))).toBe(false)
})

test('every pulled share lies between its own and the average, inside its limits', () => {
  const line = fc.integer({ min: 1, max: 60 }).chain(n => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }))
  fc.assert(fc.property(fc.array(line, { minLength: 5, maxLength: 14 }), lines => {
    const pooled = poolShares(lines.map((it, i) => ({ ...it, code: `${i}` })))
    if (!pooled) return
    pooled.lines.forEach(({ share, lower, upper }, i) => {
      const own = lines[i]!.x / lines[i]!.n
      expect(share).toBeGreaterThanOrEqual(Math.min(own, pooled.average) - 1e-12)
      expect(share).toBeLessThanOrEqual(Math.max(own, pooled.average) + 1e-12)
      expect(lower >= 0 && upper <= 1 && lower <= upper).toBe(true)
    })
  }), { seed: 29, numRuns: 100 })
})
