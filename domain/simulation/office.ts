import { dayNumber, dayStart, type Minute } from '../case/interval'

/** Auditors call and decide 9:00–18:00, Monday to Friday, in Shanghai. */
const opens = 9 * 60
const closes = 18 * 60

/** Minutes in one day at the office. */
export const officeDay = closes - opens

export function isOfficeTime(minute: Minute): boolean {
  const clock = minute - dayStart(dayNumber(minute))
  return isWorkday(dayNumber(minute)) && clock >= opens && clock < closes
}

/** The minute by which the office has worked `minutes` more (rounded up to a whole one) since `start`. */
export function afterOfficeMinutes(start: Minute, minutes: number): Minute {
  let left = Math.max(1, Math.ceil(minutes))
  for (let day = dayNumber(start); ; day++) {
    if (!isWorkday(day)) continue
    const from = Math.max(start, dayStart(day) + opens)
    const open = dayStart(day) + closes - from
    if (open <= 0) continue
    // A day's last minute of work is the one before it closes.
    if (left < open) return from + left
    left -= open
  }
}

// 1970-01-01 was a Thursday: day 4 was a Monday.
function isWorkday(day: number): boolean {
  return (((day - 4) % 7) + 7) % 7 < 5
}
