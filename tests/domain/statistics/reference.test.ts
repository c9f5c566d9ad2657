import { expect, test } from 'vitest'
import { chiSquareTail } from '../../../domain/statistics/chi-square'
import { logRank } from '../../../domain/statistics/compare'
import { countRows, type Observation } from '../../../domain/statistics/counts'
import { cumulativeIncidence } from '../../../domain/statistics/cumulative-incidence'
import { kaplanMeier } from '../../../domain/statistics/kaplan-meier'
import { quantile } from '../../../domain/statistics/quantiles'
import { rowsAfter } from '../../../domain/statistics/waited'
import { wilson } from '../../../domain/statistics/wilson'
import comparison from './fixtures/comparison.json'
import incidence from './fixtures/incidence.json'
import survival from './fixtures/survival.json'

// The numbers are R's (fixtures/make.R); a null there is a NaN or a limit R does not have.
type Numbers = (number | null)[]

for (const [name, r] of Object.entries(survival)) {
  const after = r.after[0]
  const all = countRows(observations(r))
  const rows = after === undefined ? all : rowsAfter(all, after)
  const curve = kaplanMeier(rows)

  test(`${name}: ${r.time.length} cases give R's ${r.t.length} rows, S, error and log-log band to 1e-9`, () => {
    expect(rows.map(row => row.t)).toEqual(r.t)
    expect(rows.map(row => row.atRisk)).toEqual(r.atRisk)
    expect(curve.map(point => point.events)).toEqual(r.events)
    expect(rows.map(row => row.censored)).toEqual(r.censored)
    agree(curve.map(point => point.survival), r.survival, 1e-9)
    // R has no error at S = 0, where ours is the limit, 0.
    agree(curve.map(point => point.se), (r.se as Numbers).map(se => se ?? 0), 1e-9)
    agree(curve.map(point => point.lower), r.lower, 1e-9)
    agree(curve.map(point => point.upper), r.upper, 1e-9)
  })

  test(`${name}: the log band is R's default band to 1e-9`, () => {
    const log = kaplanMeier(rows, 'log')
    agree(log.map(point => point.lower), r.logLower, 1e-9)
    agree(log.map(point => point.upper), r.logUpper, 1e-9)
  })

  test(`${name}: the 10, 25, 50, 75 and 90 % quantiles and their limits are R's to 1e-9`, () => {
    const ours = r.p.map(p => quantile(curve, p))
    agree(ours.map(each => each.value), r.quantile, 1e-9)
    agree(ours.map(each => each.lower), r.quantileLower, 1e-9)
    agree(ours.map(each => each.upper), r.quantileUpper, 1e-9)
  })
}

for (const [name, r] of Object.entries(incidence)) {
  const points = cumulativeIncidence(countRows(observations(r)))

  test(`${name}: ${r.time.length} cases, ${r.incidence[0]!.length} causes: R's F to 1e-9, errors to 1e-7`, () => {
    const seen = points.filter(point => r.t.includes(point.t))
    expect(seen.map(point => point.t)).toEqual(r.t)
    agree(seen.map(point => point.survival), r.survival, 1e-9)
    r.incidence[0]!.forEach((_, k) => {
      agree(seen.map(point => point.causes[k]!.incidence), column(r.incidence, k), 1e-9)
      agree(seen.map(point => point.causes[k]!.se), column(r.se, k), 1e-7)
    })
  })

  // etm gives no bands, and survfit's error under delayed entry is another one.
  if (r.lower.length > 0) test(`${name}: the bands of every cause are R's log-log bands to 1e-7`, () => {
    r.incidence[0]!.forEach((_, k) => {
      agree(points.map(point => point.causes[k]!.lower), column(r.lower, k), 1e-7)
      agree(points.map(point => point.causes[k]!.upper), column(r.upper, k), 1e-7)
    })
  })
}

for (const name of ['aml', 'lung_by_sex_in_institution', 'veteran_celltype', 'veteran_celltype_in_trt'] as const) {
  const r = comparison[name]
  test(`${name}: the log-rank statistic is R's ${r.chi2[0]!.toFixed(4)} on ${r.df[0]} df, and so is its tail`, () => {
    const groups = distinct(r.group)
    const strata = distinct(r.stratum).map(stratum => groups.map(group =>
      countRows(observations(r).filter((_, i) => r.group[i] === group && r.stratum[i] === stratum))))
    const ours = logRank(strata)!
    expect(ours.df).toBe(r.df[0])
    expect(ours.chi2).toBeCloseTo(r.chi2[0]!, 9)
    expect(ours.p / r.p[0]!).toBeCloseTo(1, 8)
  })
}

test('Wilson limits of 1/2, 3/9, 8/10, 15/148, 81/263, 999/1000 and 148/148000 are those of prop.test to 1e-9', () => {
  const { x, n, limits } = comparison.wilson
  x.forEach((count, i) => {
    const { lower, upper } = wilson(count, n[i]!)!
    agree([lower, upper], limits[i]!, 1e-9)
  })
})

test('35 chi-square tails from 1 down to 1e-87 are those of pchisq to 12 digits', () => {
  const { chi2, df, p } = comparison.chi_square_tail
  chi2.forEach((value, i) => expect(chiSquareTail(value, df[i]!) / p[i]!).toBeCloseTo(1, 12))
})

function observations(r: { time: number[], cause: number[], entry?: number[] }): Observation[] {
  return r.time.map((time, i) => {
    const entry = r.entry?.[i]
    return entry === undefined ? { time, cause: r.cause[i]! } : { time, cause: r.cause[i]!, entry }
  })
}

function agree(ours: Numbers, theirs: Numbers, within: number): void {
  expect(ours.length).toBe(theirs.length)
  const apart = ours.flatMap((value, i) => {
    const other = theirs[i] ?? null
    if (value === null || other === null) return value === other ? [] : [{ i, ours: value, theirs: other }]
    return Math.abs(value - other) <= within * Math.max(1, Math.abs(other)) ? [] : [{ i, ours: value, theirs: other }]
  })
  expect(apart).toEqual([])
}

function column(matrix: Numbers[], k: number): Numbers {
  return matrix.map(row => row[k] ?? null)
}

function distinct(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}
