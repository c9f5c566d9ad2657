import {
  clockOf, dayNumber, dayNumberOf, dayOf, dayStart, intervalOfMonth, timeOf, type Interval, type Minute,
} from './interval'

// Times as the exchange format writes them: '2023-11-01' is a whole Shanghai day, '2023-11-09T14:05+08:00' one minute.

/** `['2023-11-01', '2023-11-09']`: days where both ends are whole days, minutes otherwise. */
export function formatInterval([earliest, latest]: Interval): [string, string] {
  const whole = earliest === dayStart(dayNumber(earliest)) && latest === dayStart(dayNumber(latest) + 1) - 1
  return whole ? [dayOf(earliest), dayOf(latest)] : [formatMinute(earliest), formatMinute(latest)]
}

/** `2023-11-09T14:05+08:00`. */
export function formatMinute(minute: Minute): string {
  return `${dayOf(minute)}T${timeOf(minute)}+08:00`
}

/** From two written moments; a day, or a month, counts from its first minute as earliest and to its last as latest. */
export function readInterval(value: unknown): Interval | null {
  if (!Array.isArray(value) || value.length !== 2) return null
  const [earliest, latest] = [readMoment(value[0])?.[0], readMoment(value[1])?.[1]]
  return earliest === undefined || latest === undefined ? null : [earliest, latest]
}

/** One written moment as the interval it says; null where it is none. A minute must name its offset. */
export function readMoment(value: unknown): Interval | null {
  if (typeof value !== 'string') return null
  if (/^\d{4}-\d{2}$/.test(value)) return intervalOfMonth(value)
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(value)
  const day = parts && dayNumberOf(parts[1]!)
  if (!parts || day === null) return null
  if (parts[2] === undefined) return [dayStart(day), dayStart(day + 1) - 1]
  const [clock, zone] = [clockOf(parts[2]), offsetOf(parts[3]!)]
  if (clock === null || zone === null) return null
  const minute = day * 1440 + clock - zone
  return [minute, minute]
}

function offsetOf(zone: string): number | null {
  if (zone === 'Z') return 0
  const clock = clockOf(zone.slice(1))
  return clock === null ? null : zone.startsWith('-') ? -clock : clock
}
