import { workingDay } from '@/domain/calendar/working-time'
import type { DurationsFigure, Unit } from '@/domain/figures/durations'
import type { Words } from '@/messages/words'
import { saySpan } from '../say/time'

type Limits = { lower: number | null; upper: number | null }

/** What a figure of waits counts: its rounds, and of how many cases where some went through several. */
export function saySpells({ n, case_count }: DurationsFigure, { stats }: Words): string {
  return stats.roundsOf(n, case_count)
}

/** Some of a figure's waits, as rounds where a case of it may hold several, else as cases. */
export function sayRounds(some: number, figure: DurationsFigure, { stats }: Words): string {
  const { n, left_out, capped, reported } = figure
  return n + left_out + capped > reported ? stats.rounds(some) : stats.cases(some)
}

/** A wait in words: 26 分钟, 3 天, 当天, 1 个工作日 2 小时. A median between two days had ended by the later one. */
export function sayLength(t: number, scale: Unit, words: Words): string {
  if (scale === 'working_minute') return sayWorking(t, words)
  if (scale === 'minute') return saySpan(tidy(t), words.time)
  const days = Math.ceil(t)
  return days === 0 ? words.time.sameDay : words.time.days(days)
}

/** Working days of nine hours, and hours beside the first few: at most two units. */
function sayWorking(minutes: number, { time, compare }: Words): string {
  if (tidy(minutes) < workingDay) return saySpan(tidy(minutes), time)
  const hours = Math.round(minutes / 60)
  const [days, rest] = [Math.floor(hours / 9), hours % 9]
  if (rest === 0 || days >= 7) return compare.workingDays(Math.round(minutes / workingDay))
  return time.join(compare.workingDays(days), time.hours(rest))
}

// Nobody plans by the minute of the twentieth hour: whole minutes in the first hour, then 5, then half hours.
function tidy(minutes: number): number {
  const step = minutes < 60 ? 1 : minutes < 360 ? 5 : 30
  return Math.round(minutes / step) * step
}

/** By when: 26 分钟内, 当天. */
export function sayWithin(t: number, scale: Unit, words: Words): string {
  if (scale === 'working_minute') return words.compare.withinWorking(sayLength(t, scale, words), t >= workingDay)
  if (scale === 'day' && Math.ceil(t) === 0) return words.stats.sameDay
  return words.stats.within(sayLength(t, scale, words))
}

/** The limits of a wait, in one unit where they share it; without an upper limit, "at least". */
export function sayWaitLimits({ lower, upper }: Limits, scale: Unit, words: Words): string | null {
  const { stats, time } = words
  if (lower === null) return null
  // What may lie between two days is said as wide as it is.
  const from = scale === 'day' ? Math.floor(lower) : Math.round(lower)
  if (upper === null) return stats.atLeast(scale === 'day' && from === 0 ? time.sameDay : sayLength(from, scale, words))
  const to = scale === 'day' ? Math.ceil(upper) : Math.round(upper)
  if (from === to) return sayLength(from, scale, words)
  if (scale === 'day') return stats.dayRange(from, to)
  if (to < 60) return stats.minuteRange(from, to)
  if (scale === 'working_minute') return time.range(sayLength(from, scale, words), sayLength(to, scale, words))
  return time.range(saySpan(tidy(from), time), saySpan(tidy(to), time))
}

/** A share in whole percents. Only nothing is 0 % and only everything 100 %. */
export function sayShare(share: number, { stats }: Words): string {
  const percent = Math.round(share * 100)
  if (percent === 0 && share > 1e-9) return stats.underOne
  if (percent === 100 && share < 1 - 1e-9) return stats.overNinetyNine
  return stats.percent(percent)
}

export function sayShareLimits({ lower, upper }: Limits, { stats }: Words): string | null {
  if (lower === null || upper === null) return null
  const [from, to] = [Math.round(lower * 100), Math.round(upper * 100)]
  return from === to ? stats.percent(from) : stats.percentRange(from, to)
}
