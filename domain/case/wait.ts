import type { WaitUnit } from '../codes'
import type { Interval } from './interval'

export const minutesPer: Record<WaitUnit, number> = { minute: 1, hour: 60, day: 1440 }

/** A wait as someone gives it: "2 hours", "within 30 minutes", "3 to 5 days". */
export type ToldWait = { least: string; most: string; unit: WaitUnit }

/**
 * The minutes a remembered wait may have had.
 *
 * - One number is a rounded memory, so it stands for all that rounds to it: half a unit to either side ("2 hours" is 90
 *   to 150 minutes, "3 days" 2.5 to 3.5 days), a quarter when a half was said ("1.5 hours" is 75 to 105 minutes).
 *   Minutes are remembered in tens and fives ("30 minutes" is 25 to 35, "45" is 43 to 47); any other number
 *   of minutes was read off a clock and is taken at its word.
 * - Only a most is "within": from nothing to just that.
 * - Two numbers are bounds and are taken at their word; twice the same number is exact.
 *
 * Returns the problem's field and code where it cannot be read.
 */
export function readWait(
  { least, most, unit }: ToldWait,
): Interval | { field: 'wait_least' | 'wait_most'; code: string } {
  const [low, high] = [numberIn(least), numberIn(most)]
  if (Number.isNaN(low)) return { field: 'wait_least', code: 'not_a_number' }
  if (Number.isNaN(high)) return { field: 'wait_most', code: 'not_a_number' }
  const minutes = minutesPer[unit]
  if (low === null && high === null) return { field: 'wait_least', code: 'required' }
  if (low === null) return [0, Math.round(high! * minutes)]
  if (high === null) return around(low, unit)
  if (low > high) return { field: 'wait_most', code: 'least_above_most' }
  return [Math.round(low * minutes), Math.round(high * minutes)]
}

/** The largest unit in which both bounds are whole, and the bounds in it. */
export function tellWait([least, most]: Interval): { least: number; most: number; unit: WaitUnit } {
  for (const unit of ['day', 'hour'] as const) {
    const minutes = minutesPer[unit]
    const whole = most > 0 && least % minutes === 0 && most % minutes === 0
    if (whole) return { least: least / minutes, most: most / minutes, unit }
  }
  return { least, most, unit: 'minute' }
}

function around(number: number, unit: WaitUnit): Interval {
  const middle = Math.round(number * minutesPer[unit])
  // "0 days" is the same day, which leaves up to a day.
  if (number === 0 && unit === 'day') return [0, minutesPer.day - 1]
  const width = unit === 'minute' ? widthOfMinutes(number) : minutesPer[unit] / (Number.isInteger(number) ? 2 : 4)
  return [Math.max(0, middle - width), middle + width]
}

function widthOfMinutes(number: number): number {
  if (number === 0 || number % 5 !== 0) return 0
  return number % 10 === 0 ? 5 : 2
}

/** Null where nothing is typed, NaN where it is no number. Full-width digits are digits. */
function numberIn(text: string): number | null {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return null
  return /^\d{1,6}(?:\.\d)?$/.test(typed) ? Number(typed) : NaN
}
