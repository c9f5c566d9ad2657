import { expect, test } from 'vitest'
import { countRows } from '../../../domain/statistics/counts'
import { cumulativeIncidence } from '../../../domain/statistics/cumulative-incidence'

test('approved at 1, refused at 2, one lost at 3, approved at 4: 1/4 + 1/2 approved, 1/4 refused, none waits', () => {
  const points = cumulativeIncidence(countRows([
    { time: 1, cause: 1 }, { time: 2, cause: 2 }, { time: 3, cause: 0 }, { time: 4, cause: 1 },
  ]))
  expect(points.map(point => point.survival)).toEqual([0.75, 0.5, 0.5, 0])
  expect(points.map(point => point.causes[0]!.incidence)).toEqual([0.25, 0.25, 0.25, 0.75])
  expect(points.map(point => point.causes[1]!.incidence)).toEqual([0, 0.25, 0.25, 0.25])
})

test('3 of 10 by one cause and nobody lost: the error is √(0.3 · 0.7 / 10) = 0.1449', () => {
  const ends = [1, 2, 1, 2, 1, 2, 2, 2, 2, 2]
  const last = cumulativeIncidence(countRows(ends.map((cause, i) => ({ time: i + 1, cause })))).at(-1)!
  expect(last.causes[0]!.incidence).toBeCloseTo(0.3, 12)
  expect(last.causes[0]!.se).toBeCloseTo(Math.sqrt(0.3 * 0.7 / 10), 12)
})

test('a cause of three that has not happened has 0 and no band', () => {
  const [first] = cumulativeIncidence(countRows([{ time: 1, cause: 1 }, { time: 2, cause: 0 }], 3))
  expect(first!.causes.length).toBe(3)
  expect(first!.causes[2]).toEqual({ incidence: 0, se: 0, lower: null, upper: null })
})
