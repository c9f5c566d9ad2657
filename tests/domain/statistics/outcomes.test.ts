import { expect, test } from 'vitest'
import { outcomesOf } from '../../../domain/statistics/outcomes'
import { days, spell, times } from './spells'

const causes = ['approved', 'failed', 'left']
const on = (day: number, figure: ReturnType<typeof outcomesOf>) => figure.table.find(row => row.day === day)!

const twenty = outcomesOf(causes, [
  ...days([...times(8, 0), ...times(4, 5)]), ...days(times(4, 2), { cause: 2 }), ...days(times(4, 9), { cause: 0 }),
])

test('of 20 cases 8 are approved by day 1, 12 by day 7, 3 failed and 5 wait: 40, then 60, 15 and 25 %', () => {
  const five = outcomesOf(causes, [
    ...days([...times(8, 0), ...times(4, 5)]), ...days(times(3, 2), { cause: 2 }), ...days(times(5, 9), { cause: 0 }),
  ])
  expect(five).toMatchObject({ n: 20, ended: [12, 3, 0], waiting: 5, accounts: 20, suppressed: null })
  expect(on(1, five).causes!.map(({ share }) => share)).toEqual([0.4, 0, 0])
  const week = on(7, five)
  expect(week.causes!.map(({ share }) => Number(share.toFixed(12)))).toEqual([0.6, 0.15, 0])
  expect(week.waiting!.share).toBeCloseTo(0.25, 12)
})

test('with 4 who wait after day 5, day 3 is the last that is said, though they were followed to day 9', () => {
  expect(on(3, twenty).causes!.map(({ share }) => Number(share.toFixed(12)))).toEqual([0.4, 0.2, 0])
  expect(on(7, twenty)).toEqual({ day: 7, causes: null, waiting: null })
})

test('nobody was followed for 14 days, so days 14 and 30 are not known', () => {
  expect([on(14, twenty), on(30, twenty)]).toEqual([
    { day: 14, causes: null, waiting: null }, { day: 30, causes: null, waiting: null },
  ])
})

test('when all 20 have ended by day 5, day 30 is known: 16 + 4 = 20, and of 20 at most 16 % wait', () => {
  const figure = outcomesOf(causes, [...days(times(16, 5)), ...days(times(4, 2), { cause: 2 })])
  expect(on(30, figure).causes!.map(({ share }) => Number(share.toFixed(12)))).toEqual([0.8, 0.2, 0])
  const { share, lower, upper } = on(30, figure).waiting!
  expect([share, lower, upper!.toFixed(2)]).toEqual([0, 0, '0.16'])
})

test('before the first end on day 5 everybody waits, and each cause is 0 of 20: at most 16 %', () => {
  const figure = outcomesOf(causes, days(times(20, 5)))
  expect(on(3, figure).waiting).toEqual({ share: 1, lower: null, upper: null })
  const shown = on(3, figure).causes!.map(({ share, upper }) => [share, upper!.toFixed(2)])
  expect(shown).toEqual([[0, '0.16'], [0, '0.16'], [0, '0.16']])
})

test('a cause that has not happened is 0 of those not lost before: 0 of 20 on the day before they were lost, 0 of 10 on day 5', () => {
  const figure = outcomesOf(causes, [...days(times(10, 2), { cause: 0 }), ...days(times(10, 5))])
  expect(figure.curve.map(({ t, causes: [, failed] }) => [t, failed!.share, failed!.upper!.toFixed(3)]))
    .toEqual([[1, 0, '0.161'], [5, 0, '0.278']])
})

test('the curve is drawn while 5 are at risk: 20, 12, 8, and the last 4 not', () => {
  expect(twenty.curve.map(({ t, atRisk }) => [t, atRisk])).toEqual([[0, 20], [2, 12], [5, 8]])
})

test('4 people: no counts by cause; 9 people: 6 approved and 3 waiting, no curve', () => {
  expect(outcomesOf(causes, days(times(4, 1)))).toMatchObject({
    n: 4, ended: null, waiting: null, suppressed: 'few_accounts', curve: [], table: [],
  })
  expect(outcomesOf(causes, [...days(times(6, 1)), ...days(times(3, 4), { cause: 0 })])).toMatchObject({
    n: 9, ended: [6, 0, 0], waiting: 3, suppressed: 'counts_only', curve: [], table: [],
  })
})

test('a case whose days are unknown is left out: 20 of 21', () => {
  expect(outcomesOf(causes, [...days(times(20, 1)), spell({ days: null })])).toMatchObject({ n: 20, leftOut: 1 })
})

test('five causes are five lines, and with those waiting they are 1', () => {
  const spells = [1, 2, 3, 4, 5, 0].flatMap(cause => days(times(5, cause + 1), { cause }))
  const figure = outcomesOf(['a', 'b', 'c', 'd', 'e'], spells)
  const [first] = figure.curve
  expect(first!.causes.length).toBe(5)
  for (const { causes: shares, waiting } of figure.curve) {
    expect(shares.reduce((sum, { share }) => sum + share, waiting.share)).toBeCloseTo(1, 12)
  }
})
