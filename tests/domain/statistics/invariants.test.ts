import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logRank } from '../../../domain/statistics/compare'
import { addRows, countRows, type Observation, type Row, subtractRows } from '../../../domain/statistics/counts'
import { cumulativeIncidence } from '../../../domain/statistics/cumulative-incidence'
import { durationsOf } from '../../../domain/statistics/durations'
import { kaplanMeier, pointAt, type SurvivalPoint } from '../../../domain/statistics/kaplan-meier'
import { quantile } from '../../../domain/statistics/quantiles'
import { rowsAfter } from '../../../domain/statistics/waited'
import { wilson } from '../../../domain/statistics/wilson'
import { spell, waits } from './spells'

// The numbers are those of method 1, section 7. Short ranges make ties, and few cases make the curve end at 0.
const observation = (causes = 3): fc.Arbitrary<Observation> =>
  fc.record({ time: fc.nat(30), cause: fc.nat(causes) })
const observations = (causes = 3, most = 60) => fc.array(observation(causes), { minLength: 1, maxLength: most })
const probability = fc.constantFrom(0.1, 0.25, 0.5, 0.75, 0.9)
const survivalAt = (curve: SurvivalPoint[], t: number) => pointAt(curve, t)?.survival ?? 1
const holds = <T>(what: fc.Arbitrary<T>, law: (value: T) => void) => fc.assert(fc.property(what, law), { numRuns: 500 })

test('1. with nobody waiting, S is 1 - ended/n and its squared error S(1-S)/n', () => {
  holds(fc.array(fc.nat(30), { minLength: 1, maxLength: 60 }), lengths => {
    const n = lengths.length
    for (const { t, survival, se } of kaplanMeier(countRows(lengths.map(time => ({ time, cause: 1 }))))) {
      const share = lengths.filter(time => time > t).length / n
      expect(survival).toBeCloseTo(share, 12)
      expect(se ** 2).toBeCloseTo(share * (1 - share) / n, 12)
    }
  })
})

test('2. rows of three parts pooled are the rows of all cases, in whatever order and grouping', () => {
  holds(fc.tuple(observations(), observations(), observations()), parts => {
    const [a, b, c] = parts.map(part => countRows(part, 3)) as [Row[], Row[], Row[]]
    const pooled = countRows(parts.flat(), 3)
    expect(addRows(a, b, c)).toEqual(pooled)
    expect(addRows(c, addRows(b, a))).toEqual(pooled)
  })
})

test('3. those waiting and the ends by 1, 2 and 3 are everybody: S + F1 + F2 + F3 = 1', () => {
  holds(observations(), cases => {
    const rows = countRows(cases, 3)
    const curve = kaplanMeier(rows)
    cumulativeIncidence(rows).forEach(({ survival, causes }, i) => {
      expect(survival).toBe(curve[i]!.survival)
      expect(causes.reduce((sum, { incidence }) => sum + incidence, survival)).toBeCloseTo(1, 12)
    })
  })
})

test('4. with one kind of end, F = 1 - S with the same error', () => {
  holds(observations(1), cases => {
    const rows = countRows(cases)
    const curve = kaplanMeier(rows)
    cumulativeIncidence(rows).forEach(({ causes: [only] }, i) => {
      expect(only!.incidence).toBeCloseTo(1 - curve[i]!.survival, 12)
      expect(only!.se ** 2).toBeCloseTo(curve[i]!.se ** 2, 12)
    })
  })
})

test('5. in hours or in minutes (times 60): the same S, and quantiles times 60', () => {
  holds(fc.tuple(observations(), probability), ([cases, p]) => {
    const hours = kaplanMeier(countRows(cases))
    const minutes = kaplanMeier(countRows(cases.map(({ time, cause }) => ({ time: time * 60, cause }))))
    expect(minutes.map(({ survival }) => survival)).toEqual(hours.map(({ survival }) => survival))
    const scaled = Object.entries(quantile(hours, p)).map(([name, t]) => [name, t === null ? null : t * 60])
    expect(quantile(minutes, p)).toEqual(Object.fromEntries(scaled))
  })
})

test('6. every case 4 times: the same S, half the error', () => {
  holds(observations(), cases => {
    const once = kaplanMeier(countRows(cases))
    kaplanMeier(countRows([cases, cases, cases, cases].flat())).forEach(({ survival, se }, i) => {
      expect(survival).toBeCloseTo(once[i]!.survival, 12)
      expect(se).toBeCloseTo(once[i]!.se / 2, 12)
    })
  })
})

test('7. hearing "still waiting" later never lowers S', () => {
  holds(fc.tuple(observations(), fc.nat(59), fc.nat(20)), ([cases, which, later]) => {
    const i = which % cases.length
    const pending = cases.map((each, j) => j === i ? { ...each, cause: 0 } : each)
    const confirmed = pending.map((each, j) => j === i ? { ...each, time: each.time + later } : each)
    const before = kaplanMeier(countRows(pending))
    const after = kaplanMeier(countRows(confirmed))
    for (let t = 0; t <= 50; t++) expect(survivalAt(after, t)).toBeGreaterThanOrEqual(survivalAt(before, t) - 1e-12)
  })
})

test('8. adding cases and taking them out again leaves exactly what was there', () => {
  holds(fc.tuple(observations(), observations()), ([cases, more]) => {
    const before = countRows(cases, 3)
    expect(subtractRows(addRows(before, countRows(more, 3)), countRows(more, 3))).toEqual(before)
  })
})

test('10. S(s + u) = S(s) · S(u given s), and who has not waited yet has the whole curve', () => {
  holds(fc.tuple(observations(), fc.nat(30)), ([cases, waited]) => {
    const rows = countRows(cases)
    const curve = kaplanMeier(rows)
    const given = kaplanMeier(rowsAfter(rows, waited))
    for (const { t, survival } of given) {
      expect(survivalAt(curve, t)).toBeCloseTo(survivalAt(curve, waited) * survival, 12)
    }
    expect(rowsAfter(rows, -1)).toEqual(rows)
  })
})

test('11. the log-rank is the same with names swapped and with squared times, and 0 of a group against itself', () => {
  holds(fc.tuple(observations(1), observations(1)), ([a, b]) => {
    const rows = (cases: Observation[]) => countRows(cases, 1)
    const squared = (cases: Observation[]) => rows(cases.map(({ time, cause }) => ({ time: time * time, cause })))
    const chi2 = logRank([[rows(a), rows(b)]])?.chi2 ?? 0
    expect(logRank([[rows(b), rows(a)]])?.chi2 ?? 0).toBeCloseTo(chi2, 9)
    expect(logRank([[squared(a), squared(b)]])?.chi2 ?? 0).toBe(chi2)
    expect(logRank([[rows(a), rows(a)]])?.chi2 ?? 0).toBeCloseTo(0, 18)
  })
})

test('12. 0 ≤ lower ≤ S ≤ upper ≤ 1, for every curve and every cause', () => {
  holds(observations(), cases => {
    const rows = countRows(cases, 3)
    const incidences = cumulativeIncidence(rows).flatMap(({ causes }) =>
      causes.map(({ incidence, lower, upper }) => ({ value: incidence, lower, upper })))
    const survivals = kaplanMeier(rows).map(({ survival, lower, upper }) => ({ value: survival, lower, upper }))
    for (const { value, lower, upper } of [...incidences, ...survivals]) {
      const order = [0, lower ?? 0, value, upper ?? 1, 1]
      expect(order).toEqual([...order].sort((a, b) => a - b))
    }
  })
})

test('12. quantiles rise with p and lie within their own limits', () => {
  holds(observations(), cases => {
    const curve = kaplanMeier(countRows(cases))
    const all = [0.1, 0.25, 0.5, 0.75, 0.9].map(p => quantile(curve, p))
    for (const { value, lower, upper } of all) {
      expect(lower ?? -Infinity).toBeLessThanOrEqual(value ?? Infinity)
      expect(value ?? Infinity).toBeLessThanOrEqual(upper ?? Infinity)
    }
    const values = all.map(({ value }) => value ?? Infinity)
    expect(values).toEqual([...values].sort((a, b) => a - b))
  })
})

test('12. Wilson of x in n is 1 minus Wilson of n - x, turned round, and holds x/n', () => {
  const counts = fc.integer({ min: 1, max: 100_000 }).chain(n => fc.tuple(fc.nat(n), fc.constant(n)))
  holds(counts, ([x, n]) => {
    const { value, lower, upper } = wilson(x, n)!
    const other = wilson(n - x, n)!
    expect(lower).toBeCloseTo(1 - other.upper, 12)
    expect(upper).toBeCloseTo(1 - other.lower, 12)
    const order = [0, lower, value, upper, 1]
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })
})

test('14. everybody watched from before the start is nobody entering late', () => {
  holds(observations(), cases => {
    expect(countRows(cases.map(each => ({ ...each, entry: -1 })))).toEqual(countRows(cases))
  })
})

test('one account adding 100 reports moves n by at most 3 in a month', () => {
  const report = fc.record({ minutes: fc.nat(200), cause: fc.nat(3), rough: fc.nat(90) })
  holds(fc.array(report, { minLength: 100, maxLength: 100 }), reports => {
    const honest = waits(Array.from({ length: 30 }, (_, i) => i + 1))
    const flood = reports.map(({ minutes, cause, rough }) =>
      spell({ account: 'one', cause, wait: [minutes, minutes + rough], days: 0 }))
    const { n, capped, leftOut } = durationsOf('first_call', [...flood, ...honest])
    expect(n).toBeLessThanOrEqual(33)
    expect(n + capped + leftOut).toBe(130)
  })
})
