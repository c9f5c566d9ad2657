import { expect, test } from 'vitest'
import { holidays } from '../../../domain/calendar/holidays'
import { calendarDays, isWorkingDay, workingMinutes, workingWait } from '../../../domain/calendar/working-time'
import { dayNumberOf, intervalOfDay, intervalOfMinute, type Interval } from '../../../domain/case/interval'

const at = (text: string) => intervalOfMinute(text.slice(0, 10), text.slice(11))![0]
const works = (day: string) => isWorkingDay(dayNumberOf(day)!)
const between = (from: string, to: string) => workingMinutes(at(from), at(to))
const minute = (text: string): Interval => [at(text), at(text)]
const wait = (start: Interval, exit: Interval, told: Interval | null = null) => workingWait(
  { startEarliest: start[0], startLatest: start[1], exitEarliest: exit[0], exitLatest: exit[1] }, told)

test('Spring Festival 2025: 8 days off from 28 January, made up for on Sunday the 26th and Saturday 8 February', () => {
  const days = ['01-26', '01-27', '01-28', '02-04', '02-05', '02-08', '02-09'].map(day => works(`2025-${day}`))
  expect(days).toEqual([true, true, false, false, true, true, false])
})

test('National Day 2024: worked on Sunday 29 September and Saturday 12 October, off from the 1st to the 7th', () => {
  const days = ['09-28', '09-29', '09-30', '10-01', '10-07', '10-08', '10-12', '10-13'].map(day => works(`2024-${day}`))
  expect(days).toEqual([false, true, true, false, false, true, true, false])
})

test('the years have 249, 251, 248 and 248 working days', () => {
  const count = (year: number) => workingMinutes(at(`${year}-01-01 00:00`), at(`${year}-12-31 23:59`))! / 540
  expect([2023, 2024, 2025, 2026].map(count)).toEqual([249, 251, 248, 248])
})

test('every day made up for is one of a weekend, and no day is both off and made up for', () => {
  for (const [year, { off, made_up }] of Object.entries(holidays)) {
    for (const day of made_up) {
      expect([0, 6], `${year}-${day}`).toContain(new Date(`${year}-${day}T00:00:00Z`).getUTCDay())
      expect(off.some(([from, to]) => from <= day && day <= to), `${year}-${day}`).toBe(false)
    }
  }
})

test('Friday 17:00 to Monday 10:00 is 60 + 60 minutes: the weekend counts nothing', () => {
  expect(between('2026-11-06 17:00', '2026-11-09 10:00')).toBe(120)
})

test('30 September 17:30 to 9 October 2024 09:10 is 30 + 540 of the 8th + 10, over 7 days off', () => {
  expect(between('2024-09-30 17:30', '2024-10-09 09:10')).toBe(30 + 540 + 10)
})

test('a made-up Saturday counts like a weekday: 12 October 2024, 09:00 to Monday 09:00 is 540', () => {
  expect(between('2024-10-12 09:00', '2024-10-14 09:00')).toBe(540)
})

test('a night is 0 minutes, and from before opening to after closing one day is 540', () => {
  expect([between('2026-11-09 18:00', '2026-11-10 09:00'), between('2026-11-10 03:00', '2026-11-10 23:00')]).toEqual([0, 540])
})

test('the calendar ends with its last year and says nothing beyond', () => {
  expect(calendarDays).toEqual(['2023-01-01', '2026-12-31'])
  expect([between('2026-12-31 10:00', '2027-01-01 00:00'), between('2026-12-31 10:00', '2027-01-01 00:01')]).toEqual([480, null])
  expect(between('2022-12-31 23:59', '2023-01-03 10:00')).toBeNull()
})

test('known to the minute on both sides: 17:00 to 10:00 the next morning is exactly 120', () => {
  expect(wait(minute('2026-11-09 17:00'), minute('2026-11-10 10:00'))).toEqual([120, 120])
})

test('half an hour later on a known Monday may lie at night or within hours: 0 to 30', () => {
  const day = intervalOfDay('2026-11-09')!
  expect(wait(day, day, [30, 30])).toEqual([0, 30])
})

test('half an hour later on a Sunday is 0 whenever it was, and 3 days after some moment of a Friday always 540', () => {
  const [friday, sunday, monday] = ['06', '08', '09'].map(day => intervalOfDay(`2026-11-${day}`)!)
  expect(wait(sunday!, sunday!, [30, 30])).toEqual([0, 0])
  expect(wait(friday!, monday!, [4320, 4320])).toEqual([540, 540])
})

test('paid between 08:00 and 10:00, called at 11:00: between 60 and 120', () => {
  expect(wait([at('2026-11-09 08:00'), at('2026-11-09 10:00')], minute('2026-11-09 11:00'))).toEqual([60, 120])
})

test('the extremes are those of every minute tried: 200 planted waits of 5 days around a holiday', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = (below: number, step: number) => (seed * step * 7919) % below
    const start = at('2026-10-06 00:00') + random(4000, 3)
    const [wide, least, slack, shift] = [random(180, 5), random(900, 7), random(300, 11), random(200, 13)]
    const exit: Interval = [start + least + shift, start + least + shift + wide]
    const told: Interval = [least, least + slack + wide]
    const tried: number[] = []
    for (let s = start; s <= start + wide; s++) {
      for (let e = Math.max(s, exit[0], s + told[0]); e <= Math.min(exit[1], s + told[1]); e++) tried.push(workingMinutes(s, e)!)
    }
    if (tried.length === 0) continue
    const least_most = tried.reduce(([low, high], it) => [Math.min(low!, it), Math.max(high!, it)], [Infinity, -Infinity])
    expect(wait([start, start + wide], exit, told), `seed ${seed}`).toEqual(least_most)
  }
})

test('without a date, or beyond the calendar, there is no working time', () => {
  expect(workingWait({ startEarliest: null, startLatest: null, exitEarliest: null, exitLatest: null }, [30, 30])).toBe('undated')
  expect(wait(minute('2026-12-31 10:00'), minute('2027-01-04 10:00'))).toBe('outside')
})
