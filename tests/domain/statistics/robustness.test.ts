import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countRows, type Row } from '../../../domain/statistics/counts'
import { enteringRows, type EnteringSpell } from '../../../domain/statistics/entering'
import { incidenceAt, withoutMostInfluential, type Told } from '../../../domain/statistics/influence'
import { kaplanMeier } from '../../../domain/statistics/kaplan-meier'
import { quantile } from '../../../domain/statistics/quantiles'
import { honestQuantile, honestShare } from '../../../domain/statistics/robustness'
import { spell, times } from './spells'

const any = () => true
const lengths = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
const ended = (lengths: number[]): Told[] => lengths.map((time, i) => ({ time, cause: 1, account: `p${i}` }))

test('100 waits of 1…100: with a tenth false the honest median lies between 45 and 55', () => {
  const curve = kaplanMeier(countRows(ended(lengths(100))))
  expect(honestQuantile(curve, 0.5, 0.1)).toEqual({ shortest: 45.5, longest: 55.5 })
  expect(honestQuantile(curve, 0.5, 0)).toEqual({ shortest: 50.5, longest: 50.5 })
})

test('10 false waits of 1 or of 999 among 90 honest ones of 1…90 move the median no farther than that', () => {
  for (const lie of [1, 999]) {
    const shown = kaplanMeier(countRows(ended([...lengths(90), ...times(10, lie)])))
    const { shortest, longest } = honestQuantile(shown, 0.5, 0.1)
    expect(shortest).toBeLessThanOrEqual(45.5)
    expect(longest).toBeGreaterThanOrEqual(45.5)
  }
})

test('a shown 30 % is honestly 22 to 33 %, a shown 5 % 0 to 6 %, a shown 95 % 94 to 100 %', () => {
  const range = (p: number) => Object.values(honestShare(p, 0.1)).map(share => Math.round(share * 100))
  expect([range(0.3), range(0.05), range(0.95)]).toEqual([[22, 33], [0, 6], [94, 100]])
})

test('of 20 people one told 3 waits of 99 days: without that one half had ended by 10, with it by 11.5', () => {
  const told = [...ended(lengths(19)), ...times(3, 99).map(time => ({ time, cause: 1, account: 'slow' }))]
  const [without] = withoutMostInfluential(told, 1, 11.5, any, [1])
  expect(without!.highest).toEqual(countRows(ended(lengths(19))))
  expect(half(without!.highest)).toBe(10)
  expect(half(countRows(told))).toBe(11.5)
  expect(atRisk(without!.lowest)).toBe(21)
})

test('leaving out whoever matters most is what trying every account, one by one, would leave out', () => {
  const one = fc.record({ time: fc.nat(12), cause: fc.nat(2), account: fc.nat(14).map(n => `p${n}`) })
  fc.assert(fc.property(fc.array(one, { minLength: 2, maxLength: 60 }), fc.nat(12), fc.constantFrom(any, isFirst), (told, t, counts) => {
    const all = [...new Set(told.map(({ account }) => account))]
    const shares = all.map(left => incidenceAt(countRows(told.filter(({ account }) => account !== left), 2), t, counts))
    const [without] = withoutMostInfluential(told, 2, t, counts, [1])
    expect(incidenceAt(without!.lowest, t, counts)).toBeCloseTo(Math.min(...shares), 9)
    expect(incidenceAt(without!.highest, t, counts)).toBeCloseTo(Math.max(...shares), 9)
  }), { numRuns: 300 })
})

test('of 3,000 accounts the one sized up first is the one that trying all 3,000 would find', () => {
  const told = Array.from({ length: 4000 }, (_, i): Told =>
    ({ time: (i * 37) % 101, cause: i % 7 === 0 ? 0 : 1 + i % 2, account: `p${i % 3000}` }))
  const rows = countRows(told, 2)
  const [without] = withoutMostInfluential(told, 2, 40, any, [1])
  const first = told.filter(({ account }) => account === 'p0')
  const shares = Array.from({ length: 3000 }, (_, n) =>
    incidenceAt(countRows(told.filter(({ account }) => account !== `p${n}`), 2), 40, any))
  expect(first.length).toBe(2)
  expect(incidenceAt(without!.lowest, 40, any)).toBeCloseTo(Math.min(...shares), 12)
  expect(incidenceAt(without!.highest, 40, any)).toBeCloseTo(Math.max(...shares), 12)
  expect(atRisk(rows)).toBe(4000)
}, 60_000)

test('delayed entry: 12 told of on day 2 and ended on days 4…15 count, 12 told after their end do not', () => {
  const started = [0, 0] as const
  const seen = Array.from({ length: 12 }, (_, i): EnteringSpell =>
    ({ ...spell({ wait: null, days: 4 + i }), started, reported: 2 * 1440 }))
  const over = seen.map(it => ({ ...it, account: `${it.account} over`, reported: 30 * 1440 }))
  const { n, accounts, from, rows } = enteringRows('day', [...seen, ...over])
  expect([n, accounts, from]).toEqual([12, 12, null])
  expect(rows.map(({ t, atRisk }) => [t, atRisk]).slice(0, 2)).toEqual([[4, 12], [5, 11]])
})

test('delayed entry begins where 10 are at risk: 9 from the first day and 5 from day 6 on say nothing of days 1 to 5', () => {
  const told = (count: number, days: number, reported: number) => times(count, days).map(length =>
    ({ ...spell({ wait: null, days: length }), started: [0, 0] as const, reported: reported * 1440 }))
  const { from, rows } = enteringRows('day', [...told(1, 5, 0), ...told(8, 20, 0), ...told(5, 30, 6)])
  expect(from).toBe(5)
  expect(rows.map(({ t, atRisk }) => [t, atRisk])).toEqual([[20, 13], [30, 5]])
})

test('an unknown start, one known to two days, and a wait begun after its case was told are not in it: 10 of 13', () => {
  const base = { ...spell({ wait: null, days: 9 }), reported: 1440 }
  const spells: EnteringSpell[] = [
    { ...base, started: null }, { ...base, started: [0, 1440] }, { ...base, started: [2000, 2000] },
    ...times(10, 9).map(() => ({ ...base, started: [600, 600] as const })),
  ]
  expect(enteringRows('day', spells)).toMatchObject({ n: 10, from: null, rows: [{ t: 9, atRisk: 10 }] })
})

const half = (rows: readonly Row[]) => quantile(kaplanMeier(rows), 0.5).value
const isFirst = (cause: number) => cause === 1
const atRisk = (rows: readonly Row[]) => rows[0]!.atRisk
