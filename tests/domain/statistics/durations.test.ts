import { expect, test } from 'vitest'
import { durationsOf } from '../../../domain/statistics/durations'
import { days, spell, times, waits } from './spells'

const figure = (spells: ReturnType<typeof waits>) => durationsOf('first_call', spells)
const lengths = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

test('10 people waited 10…19 minutes, half had the call by 14.5', () => {
  const { scale, n, events, waiting, accounts, suppressed, early, quantiles } =
    figure(waits([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]))
  expect({ scale, n, events, waiting, accounts, suppressed, early }).toEqual({
    scale: 'minute', n: 10, events: 10, waiting: 0, accounts: 10, suppressed: null, early: true,
  })
  expect(quantiles['0.5']!.value).toBe(14.5)
})

test('12 cases, 7 ended and 5 wait: the curve falls to 11/12 and stops when fewer than 5 are at risk', () => {
  const { n, events, waiting, curve, last } = figure([
    ...waits([1, 2, 3, 4, 5, 6, 11]), ...waits([7, 8, 9, 10, 12], { cause: 0 }),
  ])
  expect([n, events, waiting, last]).toEqual([12, 7, 5, 8])
  expect(curve[0]).toMatchObject({ t: 1, atRisk: 12, survival: 11 / 12, censored: 0 })
  expect(curve.map(({ atRisk }) => atRisk)).toEqual([12, 11, 10, 9, 8, 7, 6, 5])
  expect(curve.map(({ censored }) => censored)).toEqual([0, 0, 0, 0, 0, 0, 1, 1])
})

test('4 people with 5 cases in each of 2 months: 4 · 2 · 3 = 24 count of 40, and nothing more is said', () => {
  const spells = times(40, 12).map((length, i) =>
    spell({ wait: [length, length], account: `account of ${i % 4}`, startMonth: i < 20 ? '2026-10' : '2026-11' }))
  expect(figure(spells)).toEqual({
    stage: 'first_call', scale: 'minute', n: 24, events: null, waiting: null, accounts: 4, leftOut: 0, capped: 16,
    suppressed: 'few_accounts', early: false, last: null, curve: [],
    quantiles: { '0.1': null, '0.25': null, '0.5': null, '0.75': null, '0.9': null },
  })
})

test('5 to 9 people are counted: 6 ended and 3 wait, without a median; 10 people with 4 ends likewise', () => {
  const nine = figure([...waits(times(6, 12)), ...waits(times(3, 30), { cause: 0 })])
  expect(nine).toMatchObject({ n: 9, events: 6, waiting: 3, suppressed: 'counts_only', curve: [] })
  expect(nine.quantiles['0.5']).toBe(null)
  const ten = figure([...waits(times(4, 12)), ...waits(times(6, 30), { cause: 0 })])
  expect(ten).toMatchObject({ n: 10, events: 4, suppressed: 'counts_only' })
  const five = figure([...waits(times(5, 12)), ...waits(times(5, 30), { cause: 0 })])
  expect(five.suppressed).toBe(null)
})

test('nobody: 0 cases, and no chart', () => {
  expect(figure([])).toMatchObject({ n: 0, accounts: 0, suppressed: 'few_accounts', curve: [], early: false })
})

test('the slower quarter is told from 30 cases on, not from 29', () => {
  expect(figure(waits(lengths(29))).quantiles).toMatchObject({ '0.25': { value: 8 }, '0.75': null, '0.9': null })
  expect(figure(waits(lengths(30))).quantiles).toMatchObject({ '0.75': { value: 23 } })
})

test('9 in 10 of 30 are reached where 4 are left, so it is more than 26; of 40 at 36, where 5 are left', () => {
  const thirty = figure(waits(lengths(30)))
  expect([thirty.last, thirty.quantiles['0.9']]).toEqual([26, { value: null, lower: 24, upper: null }])
  expect(figure(waits(lengths(40))).quantiles['0.9']!.value).toBe(36)
})

test('no quantile lies behind the end of its curve, and half of 10 is still said, at 5', () => {
  for (let n = 10; n <= 60; n++) {
    const { quantiles, last } = figure(waits(lengths(n)))
    const values = Object.values(quantiles).flatMap(quantile => quantile?.value ?? [])
    expect(Math.max(...values)).toBeLessThanOrEqual(last!)
    expect(quantiles['0.5']!.value).not.toBeNull()
  }
})

test('6 of 16 ended: the median is not reached, last heard of on day 3, the 10 were seen through day 2', () => {
  const { quantiles, last } = figure([...waits([1, 2, 3, 4, 5, 6]), ...waits(times(10, 60), { cause: 0, days: 3 })])
  expect(quantiles['0.5']!.value).toBe(null)
  expect(quantiles['0.5']!.upper).toBe(null)
  expect(last).toBe(2)
})

test('10 last heard of on the day they began count in n and wait, and leave the 6 that ended alone at risk', () => {
  const six = [0, 1, 1, 2, 3, 4].map((days, at) => spell({ caseId: at + 1, account: `p${at}`, wait: null, days }))
  const ten = times(10, 0).map((days, at) => spell({ caseId: at + 50, account: `q${at}`, wait: null, days, cause: 0 }))
  const { n, waiting, curve } = durationsOf('first_call', [...six, ...ten], 'day')
  expect([n, waiting]).toEqual([16, 10])
  expect(curve[0]).toMatchObject({ t: 0, atRisk: 6, survival: 5 / 6 })
})

test('19 cases are early, 20 no longer', () => {
  expect(figure(waits(times(19, 12))).early).toBe(true)
  expect(figure(waits(times(20, 12))).early).toBe(false)
})

test('4 spells of one account in one month count as 3, the first by case; the 4th in another month counts', () => {
  const by = (caseId: number, startMonth: string, length: number) =>
    spell({ account: 'Lin', caseId, startMonth, wait: [length, length] })
  const others = waits(times(9, 30))
  const four = [by(9004, '2026-10', 999), by(9001, '2026-10', 1), by(9003, '2026-10', 3), by(9002, '2026-10', 2)]
  const one = figure([...others, ...four])
  expect(one).toMatchObject({ n: 12, capped: 1, accounts: 10, last: 30 })
  expect(figure([...others, ...[1, 2, 3].map(i => by(9000 + i, '2026-10', i)), by(9004, '2026-11', 999)]))
    .toMatchObject({ n: 13, capped: 0, last: 30 })
})

test('one account\'s 100 reports of 30 days beside 100 honest ones of 5 leave the median at 5', () => {
  const fakes = times(100, 30).map(length => spell({ account: 'one', wait: null, days: length }))
  const { n, capped, quantiles } = figure([...fakes, ...days(times(100, 5))])
  expect([n, capped, quantiles['0.5']!.value]).toEqual([103, 97, 5])
})

test('an interval of 60 minutes, or of a quarter of its 400, is precise; 61 minutes or 101 of 400 are left out', () => {
  const around = (wait: [number, number]) => figure([...waits(times(20, 30)), spell({ wait, days: null })])
  expect(around([0, 60])).toMatchObject({ n: 21, leftOut: 0 })
  expect(around([0, 61])).toMatchObject({ n: 20, leftOut: 1 })
  expect(around([300, 400])).toMatchObject({ n: 21, leftOut: 0 })
  expect(around([299, 400])).toMatchObject({ n: 20, leftOut: 1 })
})

test('half by the next day and 16 of 20 known to the minute: minutes; 15 of 20: days', () => {
  expect(figure([...waits(times(16, 30)), ...days(times(4, 1))])).toMatchObject({ scale: 'minute', n: 16, leftOut: 4 })
  expect(figure([...waits(times(15, 30)), ...days(times(5, 1))])).toMatchObject({ scale: 'day', n: 20, leftOut: 0 })
})

test('half by the second day: days, though every minute is known', () => {
  expect(figure(waits(times(20, 2 * 1440)))).toMatchObject({ scale: 'day', n: 20, quantiles: { '0.5': { value: 2 } } })
  expect(figure(waits(times(20, 2 * 1440 - 1))))
    .toMatchObject({ scale: 'minute', quantiles: { '0.5': { value: 2879 } } })
})

test('10 remembered waits of half an hour on days nobody remembers are minutes, none left out', () => {
  expect(figure(waits(times(10, 30), { days: null }))).toMatchObject({ scale: 'minute', n: 10, leftOut: 0 })
  // 2,879 minutes are one whole day, 2,880 are two, and then days would be the scale if anyone knew them.
  expect(figure(waits(times(10, 2879), { days: null }))).toMatchObject({ scale: 'minute', n: 10, leftOut: 0 })
  expect(figure(waits(times(10, 2880), { days: null }))).toMatchObject({ scale: 'day', n: 0, leftOut: 10 })
})

test('a scale asked for is kept: 20 half hours on the day scale are 0 days', () => {
  expect(durationsOf('first_call', waits(times(20, 30)), 'day'))
    .toMatchObject({ scale: 'day', quantiles: { '0.5': { value: 0 } } })
})

test('other stages do not count: 10 first calls and 10 decisions are 10', () => {
  expect(figure([...waits(times(10, 30)), ...waits(times(10, 30), { stage: 'decision' })]).n).toBe(10)
})

test('8 of 20 waits known as "within half an hour": all at 17.5 in the middle, 11.5 if short, 19.5 if long', () => {
  const rough = times(8, 0).map(() => spell({ wait: [5, 30] }))
  const exact = waits([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21])
  const { quantiles, roughMedian } = figure([...rough, ...exact])
  expect(quantiles['0.5']!.value).toBe(17.5)
  expect(roughMedian).toEqual({ shortest: 11.5, longest: 19.5 })
})

test('2 rough waits of 20 are a tenth and not worth telling, 3 are', () => {
  const rough = (n: number) => times(n, 0).map(() => spell({ wait: [5, 30] }))
  expect(figure([...rough(2), ...waits(times(18, 12))])).not.toHaveProperty('roughMedian')
  expect(figure([...rough(3), ...waits(times(17, 12))]).roughMedian).toEqual({ shortest: 12, longest: 12 })
})
