import { expect, test } from 'vitest'
import { addRows, countRows, subtractRows } from '../../../domain/statistics/counts'

test('an end and a last word both at 5 minutes share one row: 3 at risk, 1 ended, 1 censored, then 1 left', () => {
  expect(countRows([{ time: 5, cause: 0 }, { time: 9, cause: 2 }, { time: 5, cause: 1 }])).toEqual([
    { t: 5, atRisk: 3, events: [1, 0], censored: 1 },
    { t: 9, atRisk: 1, events: [0, 1], censored: 0 },
  ])
})

test('nobody gives no rows', () => {
  expect(countRows([])).toEqual([])
})

test('who enters at 4 is not at risk at 4 but is at 5: 1 at risk, then 1 of the 2 that are left', () => {
  expect(countRows([{ time: 4, cause: 1 }, { time: 5, cause: 1, entry: 4 }])).toEqual([
    { t: 4, atRisk: 1, events: [1], censored: 0 },
    { t: 5, atRisk: 1, events: [1], censored: 0 },
  ])
})

test('of 2 that entered at 7, the one that ended at 7 was never watched: 1 remains', () => {
  const rows = countRows([{ time: 7, cause: 1, entry: 7 }, { time: 8, cause: 1, entry: 7 }])
  expect(rows).toEqual([{ t: 8, atRisk: 1, events: [1], censored: 0 }])
})

test('100,000 waits of 0…49,999 minutes make 50,000 rows of 2, whatever order they come in', () => {
  const waits = Array.from({ length: 100_000 }, (_, i) => ({ time: (i * 7919) % 50_000, cause: 1 }))
  const rows = countRows(waits)
  expect(rows.length).toBe(50_000)
  expect(rows[0]).toEqual({ t: 0, atRisk: 100_000, events: [2], censored: 0 })
  expect(rows.at(-1)).toEqual({ t: 49_999, atRisk: 2, events: [2], censored: 0 })
})

test('2 + 3 cases pooled are 5, and 5 - 3 are the first 2 again', () => {
  const two = countRows([{ time: 1, cause: 1 }, { time: 4, cause: 0 }])
  const three = countRows([{ time: 1, cause: 0 }, { time: 2, cause: 1 }, { time: 9, cause: 1 }])
  const five = addRows(two, three)
  expect(five.map(row => row.atRisk)).toEqual([5, 3, 2, 1])
  expect(subtractRows(five, three)).toEqual(two)
})

test('taking 1 case from where there is none is refused', () => {
  const one = countRows([{ time: 1, cause: 1 }])
  expect(() => subtractRows([], one)).toThrow(RangeError)
})

test('a wait of -1, of no number, and a cause 3 of 2 are refused', () => {
  expect(() => countRows([{ time: -1, cause: 0 }])).toThrow('≥ 0')
  expect(() => countRows([{ time: NaN, cause: 0 }])).toThrow('≥ 0')
  expect(() => countRows([{ time: 1, cause: 3 }], 2)).toThrow('no cause 3 of 2')
  expect(() => countRows([{ time: 1, cause: 0.5 }], 2)).toThrow('no cause 0.5 of 2')
  expect(() => countRows([{ time: 1, cause: 0, entry: NaN }])).toThrow('entry')
})
