import { z } from 'zod'

import type { PartOfDay, Precision } from '../codes'

/** Integer minutes since the Unix epoch (UTC). */
export type Minute = number

/** Inclusive `[earliest, latest]`, in minutes: a moment that is known only to lie between them, or a wait's bounds. */
export type Interval = readonly [Minute, Minute]

/** `YYYY-MM-DD` in Asia/Shanghai. */
export type Day = string

export const minutesPerDay = 1440

// Asia/Shanghai has had no summer time since 1991, so +08:00 holds for all that is told here.
const offset = 480

export const minuteSchema = z.number().int()
export const intervalSchema = z.tuple([minuteSchema, minuteSchema]).readonly()

// Parts overlap because people's words do. Night ends at midnight: the small hours belong to the next date.
export const partHours: Record<PartOfDay, readonly [number, number]> = {
  morning: [6 * 60, 12 * 60 - 1],
  noon: [11 * 60, 14 * 60 - 1],
  afternoon: [12 * 60, 18 * 60 - 1],
  evening: [17 * 60, 21 * 60 - 1],
  night: [20 * 60, 24 * 60 - 1],
}

/** Days since 1970-01-01 in Asia/Shanghai: `floor((t + 480) / 1440)`. */
export function dayNumber(minute: Minute): number {
  return Math.floor((minute + offset) / minutesPerDay)
}

/** The first minute of a numbered Shanghai day. */
export function dayStart(day: number): Minute {
  return day * minutesPerDay - offset
}

/** The Shanghai date, `YYYY-MM-DD`. */
export function dayOf(minute: Minute): Day {
  return new Date(dayNumber(minute) * 86_400_000).toISOString().slice(0, 10)
}

/** The Shanghai month, `YYYY-MM`. */
export function monthOf(minute: Minute): string {
  return dayOf(minute).slice(0, 7)
}

/** The Shanghai clock, `HH:MM`. */
export function timeOf(minute: Minute): string {
  const of = minute + offset - dayNumber(minute) * minutesPerDay
  return `${two(Math.floor(of / 60))}:${two(of % 60)}`
}

/** Epoch milliseconds to the minute they fall in. */
export function minuteOf(milliseconds: number): Minute {
  return Math.floor(milliseconds / 60_000)
}

/** The day number of `YYYY-MM-DD`, or null where no such day exists (31 February, letters, no year). */
export function dayNumberOf(day: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!parts) return null
  const milliseconds = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
  const exists = new Date(milliseconds).toISOString().slice(0, 10) === day
  return exists ? milliseconds / 86_400_000 : null
}

/** Minutes after midnight of `H:MM` or `HH:MM`, or null. */
export function clockOf(time: string): number | null {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(time)
  if (!parts) return null
  const [hours, minutes] = [Number(parts[1]), Number(parts[2])]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}

/** One minute of a Shanghai day, as an interval of no width; null where day or clock do not exist. */
export function intervalOfMinute(day: Day, time: string): Interval | null {
  const number = dayNumberOf(day)
  const clock = clockOf(time)
  if (number === null || clock === null) return null
  const minute = dayStart(number) + clock
  return [minute, minute]
}

export function intervalOfPart(day: Day, part: PartOfDay): Interval | null {
  const number = dayNumberOf(day)
  if (number === null) return null
  const [from, to] = partHours[part]
  return [dayStart(number) + from, dayStart(number) + to]
}

/** `[d, d + 1439]`. */
export function intervalOfDay(day: Day): Interval | null {
  return intervalOfDays(day, day)
}

/** From the first minute of one day to the last minute of another; null where a day does not exist. */
export function intervalOfDays(first: Day, last: Day): Interval | null {
  const [from, to] = [dayNumberOf(first), dayNumberOf(last)]
  return from === null || to === null ? null : [dayStart(from), dayStart(to + 1) - 1]
}

/** Monday to Sunday around a day. */
export function intervalOfWeek(day: Day): Interval | null {
  const number = dayNumberOf(day)
  if (number === null) return null
  const monday = mondayOf(number)
  return [dayStart(monday), dayStart(monday + 7) - 1]
}

/** A whole `YYYY-MM`. */
export function intervalOfMonth(month: string): Interval | null {
  const first = dayNumberOf(`${month}-01`)
  if (first === null) return null
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return [dayStart(first), dayStart(Date.UTC(year, number, 1) / 86_400_000) - 1]
}

/** How precisely an interval says when. */
export function precisionOf([earliest, latest]: Interval): Precision {
  if (earliest === latest) return 'minute'
  const [first, last] = [dayNumber(earliest), dayNumber(latest)]
  const whole = earliest === dayStart(first) && latest === dayStart(last + 1) - 1
  if (first === last) return whole ? 'day' : 'part_of_day'
  if (!whole) return 'rough'
  if (first === mondayOf(first) && last === first + 6) return 'week'
  const month = intervalOfMonth(monthOf(earliest))
  return month !== null && month[0] === earliest && month[1] === latest ? 'month' : 'rough'
}

/** The part of a day an interval is exactly, or null. */
export function partOf([earliest, latest]: Interval): PartOfDay | null {
  const start = dayStart(dayNumber(earliest))
  for (const [part, [from, to]] of Object.entries(partHours) as [PartOfDay, readonly [number, number]][]) {
    if (earliest === start + from && latest === start + to) return part
  }
  return null
}

// 1970-01-01 was a Thursday.
const mondayOf = (day: number) => day - ((((day + 3) % 7) + 7) % 7)

const two = (number: number) => String(number).padStart(2, '0')
