import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binOf, minutesOf } from '../../../domain/statistics/bins'

const read = (minutes: number) => minutesOf(binOf(minutes))

test('0 to 255.5 minutes are themselves, to the half; 256 to 511 to the minute', () => {
  for (let halves = 0; halves < 512; halves++) expect(read(halves / 2)).toBe(halves / 2)
  for (let minutes = 256; minutes < 512; minutes++) expect([read(minutes), read(minutes + 0.5)]).toEqual([minutes, minutes])
})

test('20 hours are read as 20 hours, 2 days as 2 days, and 20 hours and 1 minute as 20 hours too', () => {
  expect([read(1200), read(2880), read(1201)]).toEqual([1200, 2880, 1200])
})

test('no wait up to four years is read more than 0.4 % off, and a longer one never as a shorter', () => {
  const wait = fc.integer({ min: 0, max: 4 * 365 * 2880 }).map(halves => halves / 2)
  fc.assert(fc.property(wait, wait, (one, other) => {
    expect(Math.abs(read(one) - one)).toBeLessThanOrEqual(Math.max(0.5, one) * 0.004)
    const [less, more] = [Math.min(one, other), Math.max(one, other)]
    expect(read(less)).toBeLessThanOrEqual(read(more))
  }), { seed: 4, numRuns: 2000 })
})

test('a bin never holds minutes of two days of the first four', () => {
  for (let minutes = 0; minutes < 4 * 1440; minutes += 0.5) expect(Math.floor(read(minutes) / 1440)).toBe(Math.floor(minutes / 1440))
})
