import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  dayNumber, dayOf, intervalOfDay, intervalOfMinute, intervalOfMonth, intervalOfPart, intervalOfWeek, monthOf, partOf,
  precisionOf, timeOf,
} from '../../../domain/case/interval'
import { formatInterval, readInterval, readMoment } from '../../../domain/case/moment'

const minutes = fc.integer({ min: 21_600_000, max: 32_000_000 })

describe('Shanghai days', () => {
  test('16:00 UTC on 31 October 2023 is midnight of 1 November in Shanghai, day 19662', () => {
    const minute = Date.UTC(2023, 9, 31, 16) / 60_000
    expect([dayOf(minute - 1), dayOf(minute), timeOf(minute), monthOf(minute)])
      .toEqual(['2023-10-31', '2023-11-01', '00:00', '2023-11'])
    expect(dayNumber(minute)).toBe(19_662)
  })

  test('a day is [d, d + 1439], a week 7 and November 30 of them', () => {
    const width = ([from, to]: readonly [number, number]) => to - from + 1
    expect(width(intervalOfDay('2023-11-09')!)).toBe(1440)
    expect(width(intervalOfWeek('2023-11-09')!)).toBe(7 * 1440)
    expect(width(intervalOfMonth('2023-11')!)).toBe(30 * 1440)
    expect(width(intervalOfMonth('2024-02')!)).toBe(29 * 1440)
  })

  test('the week of Thursday 9 November 2023 runs from Monday the 6th to Sunday the 12th, from either end', () => {
    for (const day of ['2023-11-06', '2023-11-09', '2023-11-12']) {
      expect(intervalOfWeek(day)!.map(dayOf)).toEqual(['2023-11-06', '2023-11-12'])
    }
  })

  test('31 November, 29 February 2023 and 24:00 do not exist', () => {
    expect([intervalOfDay('2023-11-31'), intervalOfDay('2023-02-29'), intervalOfMonth('2023-13')])
      .toEqual([null, null, null])
    expect(intervalOfMinute('2023-11-09', '24:00')).toBeNull()
  })
})

describe('precision', () => {
  test('each way of saying when is recognised as what it was', () => {
    expect(precisionOf(intervalOfMinute('2023-11-09', '14:05')!)).toBe('minute')
    expect(precisionOf(intervalOfPart('2023-11-09', 'afternoon')!)).toBe('part_of_day')
    expect(precisionOf(intervalOfDay('2023-11-09')!)).toBe('day')
    expect(precisionOf(intervalOfWeek('2023-11-09')!)).toBe('week')
    expect(precisionOf(intervalOfMonth('2023-11')!)).toBe('month')
    expect(precisionOf(readInterval(['2023-11-01', '2023-11-09'])!)).toBe('rough')
    expect(partOf(intervalOfPart('2023-11-09', 'night')!)).toBe('night')
  })
})

describe('written moments', () => {
  test('two days become 9 x 1440 minutes and two days again', () => {
    const interval = readInterval(['2023-11-01', '2023-11-09'])!
    expect(interval[1] - interval[0] + 1).toBe(9 * 1440)
    expect(formatInterval(interval)).toEqual(['2023-11-01', '2023-11-09'])
  })

  test('14:05+08:00 and 06:05Z are one minute; a clock without an offset is none', () => {
    expect(readMoment('2023-11-09T14:05+08:00')).toEqual(readMoment('2023-11-09T06:05Z'))
    expect(readMoment('2023-11-09T14:05')).toBeNull()
    expect(readMoment('2023-11-31')).toBeNull()
    expect(readInterval('2023-11-09')).toBeNull()
  })

  test('every interval is read back as it was written', () => {
    fc.assert(fc.property(minutes, fc.nat(5000), (from, width) => {
      expect(readInterval(formatInterval([from, from + width]))).toEqual([from, from + width])
    }))
  })
})
