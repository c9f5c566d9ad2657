import { expect, test } from 'vitest'
import { sharesOf } from '../../../domain/statistics/shares'
import { difference, wilson } from '../../../domain/statistics/wilson'

const line = (code: string, x: number, n: number, accounts = n) => ({ code, x, n, accounts })
const hiddenIn = (lines: ReturnType<typeof line>[]) =>
  Object.fromEntries(sharesOf(lines).map(({ code, suppressed }) => [code, suppressed]))

test('81 of 263 is 30.8 %, between 25.5 and 36.6 (Newcombe 1998, Wilson\'s score)', () => {
  const { value, lower, upper } = wilson(81, 263)!
  expect([value, lower, upper].map(share => share.toFixed(4))).toEqual(['0.3080', '0.2553', '0.3662'])
})

test('0 of 20 is at most 16.1 % and exactly 0 below; 20 of 20 at least 83.9 % and 1 above; 0 of 0 is nothing', () => {
  expect(wilson(0, 20)!.lower).toBe(0)
  expect(wilson(0, 20)!.upper).toBeCloseTo(0.1611, 4)
  expect(wilson(20, 20)!.upper).toBe(1)
  expect(wilson(20, 20)!.lower).toBeCloseTo(0.8389, 4)
  expect(wilson(0, 0)).toBe(null)
})

test('3 of 2 is no share', () => {
  expect(() => wilson(3, 2)).toThrow(RangeError)
})

test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.8090],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [10, 10, 0, 10, 0.6075, 1],
])('%i/%i - %i/%i lies between %f and %f (Newcombe 1998, table II, method 10)', (a, m, b, n, lower, upper) => {
  const gap = difference(wilson(a, m)!, wilson(b, n)!)
  expect(gap.value).toBeCloseTo(a / m - b / n, 12)
  expect(gap.lower).toBeCloseTo(lower, 4)
  expect(gap.upper).toBeCloseTo(upper, 4)
})

test('12 of 40 told to rename is 30 % with its interval', () => {
  const [share] = sharesOf([line('brand', 12, 40)])
  expect(share).toMatchObject({ code: 'brand', x: 12, n: 40, accounts: 40, share: 0.3, suppressed: null })
  expect(share!.lower).toBeCloseTo(0.1807, 4)
  expect(share!.upper).toBeCloseTo(0.4543, 4)
})

test('0 of 12 is said: none, at most 24 %', () => {
  const [share] = sharesOf([line('generic', 0, 12)])
  expect(share).toMatchObject({ x: 0, share: 0, lower: 0, suppressed: null })
  expect(share!.upper).toBeCloseTo(0.2425, 4)
})

test('7 people: 3 of 7 as counts, but no share', () => {
  expect(sharesOf([line('place', 3, 7)])).toEqual([
    { code: 'place', x: 3, n: 7, accounts: 7, share: null, lower: null, upper: null, suppressed: 'counts_only' },
  ])
})

test('40 cases of 4 people are 4 people: nothing is said', () => {
  expect(sharesOf([line('place', 20, 40, 4), line('brand', 1, 3)])[0])
    .toMatchObject({ x: null, n: 40, accounts: 4, share: null, lower: null, upper: null, suppressed: 'few_accounts' })
})

test('of lines of 3, 12 and 50 the 3 is hidden, and the 12 with it, or 65 - 62 would tell', () => {
  const shares = sharesOf([line('large', 9, 50), line('small', 1, 3), line('middle', 2, 12)])
  expect(shares.map(({ suppressed }) => suppressed)).toEqual([null, 'few_accounts', 'complement'])
  expect(shares.map(({ x }) => x)).toEqual([9, null, null])
})

test('lines of 3 and 4 cover each other where 7 people stand behind them; where it may be the same 4, the 12 covers both', () => {
  const lines = [line('a', 1, 3), line('b', 1, 4), line('c', 1, 12), line('d', 1, 50)]
  const each = (some: readonly { accounts: number }[]) => some.reduce((sum, { accounts }) => sum + accounts, 0) < 5
  const hidden = sharesOf(lines, each).map(({ suppressed }) => suppressed)
  expect(hidden).toEqual(['few_accounts', 'few_accounts', null, null])
  expect(hiddenIn(lines)).toEqual({ a: 'few_accounts', b: 'few_accounts', c: 'complement', d: null })
})

test('an empty line of 0 hides nobody and covers nobody', () => {
  expect(hiddenIn([line('none', 0, 0), line('c', 1, 12), line('d', 1, 50)]))
    .toEqual({ none: 'few_accounts', c: null, d: null })
  expect(hiddenIn([line('none', 0, 0), line('a', 1, 3), line('c', 1, 12), line('d', 1, 50)]))
    .toEqual({ none: 'few_accounts', a: 'few_accounts', c: 'complement', d: null })
})

test('of two lines of 12 the first by code covers', () => {
  expect(hiddenIn([line('z', 1, 12), line('y', 1, 12), line('a', 1, 3)]))
    .toEqual({ z: null, y: 'complement', a: 'few_accounts' })
})
