import { expect, test } from 'vitest'
import { isSettled } from '../../../domain/statistics/settled'

const shanghai = (text: string) => Date.parse(`${text}+08:00`) / 60_000

test('decisions of October settle on 30 November: its last day, the 31st, is then 30 days old', () => {
  expect(isSettled('decision', '2026-10', shanghai('2026-11-29T23:59'))).toBe(false)
  expect(isSettled('decision', '2026-10', shanghai('2026-11-30T00:00'))).toBe(true)
})

test('first calls of February 2028 settle 3 days after the 29th, on 3 March', () => {
  expect(isSettled('first_call', '2028-02', shanghai('2028-03-02T23:59'))).toBe(false)
  expect(isSettled('first_call', '2028-02', shanghai('2028-03-03T00:00'))).toBe(true)
})

test('whole cases of December settle 90 days after the 31st, in the next year, on 31 March', () => {
  expect(isSettled('total', '2026-12', shanghai('2027-03-30T23:59'))).toBe(false)
  expect(isSettled('total', '2026-12', shanghai('2027-03-31T00:00'))).toBe(true)
})

test('an unknown month never settles, and 2026-13 is none', () => {
  expect(isSettled('decision', null, shanghai('2099-01-01T00:00'))).toBe(false)
  expect(() => isSettled('decision', '2026-13', 0)).toThrow('2026-13 is not a month')
})
