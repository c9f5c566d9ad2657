import { expect, test } from 'vitest'
import { countRows } from '../../../domain/statistics/counts'
import { isBeyond, kaplanMeier, pointAt } from '../../../domain/statistics/kaplan-meier'
import { quantile } from '../../../domain/statistics/quantiles'
import { remainingWait, rowsAfter } from '../../../domain/statistics/waited'
import fixtures from './fixtures/survival.json'
import { times } from './spells'

const curveOf = (pairs: [time: number, cause: number][]) =>
  kaplanMeier(countRows(pairs.map(([time, cause]) => ({ time, cause }))))

const fixtureRows = ({ time, cause }: { time: number[], cause: number[] }) =>
  countRows(time.map((t, i) => ({ time: t, cause: cause[i]! })))

test('9, 10 and 12 minutes ended and one waits since 11: 3/4, 1/2, 1/2, then 0', () => {
  expect(curveOf([[9, 1], [10, 1], [11, 0], [12, 1]]).map(point => point.survival)).toEqual([0.75, 0.5, 0.5, 0])
})

test('6-MP, Freireich 1963: 18/21 = 0.857 ± 0.076 in remission after 6 weeks, 0.448 ± 0.135 after 23', () => {
  const curve = kaplanMeier(fixtureRows(fixtures.leukemia_6mp))
  const at = (t: number) => pointAt(curve, t)!
  expect(at(6).survival).toBeCloseTo(0.8571, 4)
  expect(at(6).se).toBeCloseTo(0.0764, 4)
  expect(at(23).survival).toBeCloseTo(0.4482, 4)
  expect(at(23).se).toBeCloseTo(0.1346, 4)
})

test('half relapse by week 23 on 6-MP and by week 8 on placebo', () => {
  expect(quantile(kaplanMeier(fixtureRows(fixtures.leukemia_6mp)), 0.5).value).toBe(23)
  expect(quantile(kaplanMeier(fixtureRows(fixtures.leukemia_placebo)), 0.5)).toEqual({ value: 8, lower: 4, upper: 11 })
})

test('4 cases without an end: S stays 1, no band, no median', () => {
  const curve = curveOf([[3, 0], [5, 0], [5, 0], [9, 0]])
  for (const point of curve) expect(point).toMatchObject({ survival: 1, se: 0, lower: null, upper: null })
  expect(curve.length).toBe(3)
  expect(quantile(curve, 0.5)).toEqual({ value: null, lower: null, upper: null })
})

test('one case that ended: S = 0 with error 0, and no band to give', () => {
  expect(curveOf([[7, 1]])).toEqual([
    { t: 7, atRisk: 1, events: 1, censored: 0, survival: 0, se: 0, lower: null, upper: null },
  ])
})

test('2 of 4 ended by 10 and the next ended at 20: the median is the middle of the flat step, 15', () => {
  expect(quantile(curveOf([[5, 1], [10, 1], [20, 1], [30, 1]]), 0.5).value).toBe(15)
})

test('1 of 2 ended at 10 and the other waits since 18: the flat step ends with what was seen, (10 + 18)/2 = 14', () => {
  expect(quantile(curveOf([[10, 1], [18, 0]]), 0.5).value).toBe(14)
})

test('3 of 10 ended, so 3 in 10 ended by 3, the middle of 3 and 4; half is not reached', () => {
  const curve = curveOf([[1, 1], [2, 1], [3, 1], ...times(7, 4).map((t): [number, number] => [t, 0])])
  expect(quantile(curve, 0.3).value).toBe(3.5)
  expect(quantile(curve, 0.5).value).toBe(null)
})

test('aml, log band: the median is at most 45, where the band passes a half, not 48, where it rises again', () => {
  const curve = kaplanMeier(fixtureRows(fixtures.aml_all), 'log')
  expect(quantile(curve, 0.5)).toEqual({ value: 27, lower: 18, upper: 45 })
  expect(pointAt(curve, 48)!.upper).toBeGreaterThan(pointAt(curve, 45)!.upper!)
})

test('after the last word at 9 nobody knows, before the first end at 3 everybody waits', () => {
  const curve = curveOf([[3, 1], [9, 0]])
  expect(isBeyond(curve, 9)).toBe(false)
  expect(isBeyond(curve, 10)).toBe(true)
  expect(pointAt(curve, 2)).toBe(undefined)
  expect(pointAt(curve, 8)!.survival).toBe(0.5)
  expect(isBeyond(curveOf([[3, 1]]), 10)).toBe(false)
})

test('of 20 cases 10 ended at 1 and 10 at 5…14: who waited 4 has a half chance within 5.5 more (1…8)', () => {
  const rows = countRows([...times(10, 1), 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map(time => ({ time, cause: 1 })))
  const { n, left } = remainingWait(rows, 4, 0.5)
  expect(n).toBe(10)
  expect(left).toEqual({ value: 5.5, lower: 1, upper: 8 })
  expect(rowsAfter(rows, 4)[0]!.atRisk).toBe(10)
})

test('9 others who waited as long are too few, 10 are enough', () => {
  const nine = countRows([2, 3, 4, 5, 6, 7, 8, 9, 10].map(time => ({ time, cause: 1 })))
  expect(remainingWait(nine, 1, 0.5)).toEqual({ n: 9, left: null })
  expect(remainingWait(nine, 99, 0.5)).toEqual({ n: 0, left: null })
})
