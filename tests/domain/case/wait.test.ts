import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { waitUnits, type WaitUnit } from '../../../domain/codes'
import { readWait, tellWait } from '../../../domain/case/wait'

describe('a remembered wait', () => {
  test.each<[string, string, WaitUnit, number[]]>([
    ['2', '', 'hour', [90, 150]], ['1.5', '', 'hour', [75, 105]], ['3', '', 'day', [3600, 5040]],
    ['0', '', 'day', [0, 1439]],
    ['30', '', 'minute', [25, 35]], ['45', '', 'minute', [43, 47]], ['26', '', 'minute', [26, 26]],
    ['0', '', 'minute', [0, 0]],
    ['5', '', 'minute', [3, 7]], ['0', '', 'hour', [0, 30]], ['', '30', 'minute', [0, 30]], ['', '2', 'hour', [0, 120]],
    ['15', '45', 'minute', [15, 45]], ['3', '5', 'day', [4320, 7200]], ['2', '2', 'hour', [120, 120]],
    ['２', '', 'hour', [90, 150]],
  ])('"%s" to "%s" %ss is %s minutes', (least, most, unit, minutes) => {
    expect(readWait({ least, most, unit })).toEqual(minutes)
  })

  test.each([
    ['', '', 'wait_least', 'required'], ['半', '', 'wait_least', 'not_a_number'],
    ['1', '-2', 'wait_most', 'not_a_number'],
    ['5', '3', 'wait_most', 'least_above_most'], ['1.25', '', 'wait_least', 'not_a_number'],
  ])('"%s" to "%s" is refused at %s: %s', (least, most, field, code) => {
    expect(readWait({ least, most, unit: 'hour' })).toEqual({ field, code })
  })

  test('90 to 150 minutes are told in minutes, 120 to 180 in hours, 1440 to 2880 in days, and read back', () => {
    expect([tellWait([90, 150]), tellWait([120, 180]), tellWait([1440, 2880])].map(({ unit }) => unit))
      .toEqual(['minute', 'hour', 'day'])
    fc.assert(fc.property(fc.nat(20_000), fc.nat(20_000), (least, more) => {
      const told = tellWait([least, least + more])
      expect(readWait({ least: String(told.least), most: String(told.most), unit: told.unit }))
        .toEqual([least, least + more])
    }))
  })

  test('a rounded number always holds the number itself', () => {
    fc.assert(fc.property(fc.nat(999), fc.constantFrom(...waitUnits), (number, unit) => {
      const [least, most] = readWait({ least: String(number), most: '', unit }) as [number, number]
      const minutes = number * { minute: 1, hour: 60, day: 1440 }[unit]
      expect(least <= minutes && minutes <= most).toBe(true)
    }))
  })
})
