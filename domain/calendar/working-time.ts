import { dayNumber, dayNumberOf, dayStart, type Interval, type Minute } from '../case/interval'
import { holidays } from './holidays'

/** Minutes after midnight at which a working day begins and ends. The hour of lunch is not taken out: nobody knows it. */
export const workingHours = [9 * 60, 18 * 60] as const

/** Minutes of one working day. */
export const workingDay = workingHours[1] - workingHours[0]

const years = Object.keys(holidays).map(Number).sort((a, b) => a - b)

/** The first and the last day whose holidays are known, as YYYY-MM-DD. */
export const calendarDays = [`${years[0]}-01-01`, `${years.at(-1)}-12-31`] as const

const [firstDay, lastDay] = [numberOf(calendarDays[0]), numberOf(calendarDays[1])]
const isWorking = workingDays()
// How many working days lie before each day of the calendar, and before the day after its last.
const before = isWorking.reduce((sums, works) => [...sums, sums.at(-1)! + Number(works)], [0])

/** Whether people work on a numbered Shanghai day; null where the calendar does not know. */
export function isWorkingDay(day: number): boolean | null {
  return isWorking[day - firstDay] ?? null
}

/** Working minutes from one instant to a later one; null where the calendar does not know all the days between. */
export function workingMinutes(from: Minute, to: Minute): number | null {
  const [start, end] = [workedUntil(from), workedUntil(to)]
  return start === null || end === null ? null : end - start
}

/** The instants between which something must lie; null is not known. */
export type Dated = {
  startEarliest: Minute | null; startLatest: Minute | null; exitEarliest: Minute | null; exitLatest: Minute | null
}

/**
 * The tightest `[least, most]` working minutes between a start and an exit of which the dates and the wait between them,
 * `[least, most]` plain minutes, are known. `undated` where either has no date: "half an hour later" may have been at
 * night, and nobody can say. `outside` where the calendar does not know every day in question.
 *
 * The wait that the clock shows grows with the exit and shrinks with the start, so for each start the exit is as late (or as
 * early) as it may be; what is left depends on the start alone and bends only where it or its exit meets an opening or
 * closing hour, or where dates and wait take turns in bounding the exit. Its extremes lie on those bends.
 */
export function workingWait({ startEarliest, startLatest, exitEarliest, exitLatest }: Dated, wait: Interval | null):
Interval | 'undated' | 'outside' {
  if (startEarliest === null || startLatest === null || exitEarliest === null || exitLatest === null) return 'undated'
  const [least, most] = wait ?? [0, exitLatest - startEarliest]
  if (workingMinutes(startEarliest, exitLatest) === null) return 'outside'
  const [first, last] = [Math.max(startEarliest, exitEarliest - most), Math.min(startLatest, exitLatest - least)]
  // A wait and dates that do not agree (a report from before its own last word): the dates alone are left.
  if (first > last) {
    return [workingMinutes(startLatest, Math.max(startLatest, exitEarliest))!, workingMinutes(startEarliest, exitLatest)!]
  }
  const starts = new Set([first, last, exitLatest - most, exitEarliest - least, ...hoursWithin(first, last)])
  for (const length of [least, most]) {
    for (const hour of hoursWithin(first + length, last + length)) starts.add(hour - length)
  }
  const waits = [...starts].filter(start => start >= first && start <= last).flatMap(start => [
    workingMinutes(start, Math.max(start, exitEarliest, start + least))!,
    workingMinutes(start, Math.max(start, Math.min(exitLatest, start + most)))!,
  ])
  return [Math.min(...waits), Math.max(...waits)]
}

/** Working minutes from the beginning of the calendar; null outside of it. The last midnight still belongs to it. */
function workedUntil(minute: Minute): number | null {
  const day = dayNumber(minute)
  if (day === lastDay + 1 && minute === dayStart(day)) return before.at(-1)! * workingDay
  const works = isWorkingDay(day)
  if (works === null) return null
  const today = works ? Math.min(workingDay, Math.max(0, minute - dayStart(day) - workingHours[0])) : 0
  return before[day - firstDay]! * workingDay + today
}

/** The opening and closing hours between two instants. */
function hoursWithin(from: Minute, to: Minute): Minute[] {
  const hours: Minute[] = []
  for (let day = dayNumber(from); day <= dayNumber(to); day++) {
    hours.push(...workingHours.map(hour => dayStart(day) + hour).filter(hour => hour >= from && hour <= to))
  }
  return hours
}

function workingDays(): boolean[] {
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, i) => {
    // 1970-01-01 was a Thursday.
    const weekday = (firstDay + i + 3) % 7
    return weekday < 5
  })
  for (const year of years) {
    const { off, made_up } = holidays[year]!
    for (const [from, to] of off) days.fill(false, numberOf(`${year}-${from}`) - firstDay, numberOf(`${year}-${to}`) - firstDay + 1)
    for (const day of made_up) days[numberOf(`${year}-${day}`) - firstDay] = true
  }
  return days
}

function numberOf(day: string): number {
  const number = dayNumberOf(day)
  if (number === null) throw new RangeError(`${day} is not a day`)
  return number
}
