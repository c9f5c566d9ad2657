import {
  dayNumber, dayOf, intervalOfMonth, intervalOfWeek, minutesPerDay, monthOf, type Interval, type Minute,
} from '../case/interval'

export const periodKinds = ['week', 'month'] as const
/** Weeks run from Monday to Sunday, months from their first day; both in Shanghai. */
export type PeriodKind = (typeof periodKinds)[number]

/** Two years: what was usual before that is no news today, and a page reads no more than that. */
const weeksLookedAt = 104

/** The first minute a trend looks at: the Monday 103 weeks before this week's. */
export function trendFrom(now: Minute): Minute {
  return intervalAround('week', now)[0] - (weeksLookedAt - 1) * 7 * minutesPerDay
}

/** The week or month around a moment. */
export function intervalAround(kind: PeriodKind, minute: Minute): Interval {
  const day = dayOf(minute)
  return (kind === 'week' ? intervalOfWeek(day) : intervalOfMonth(monthOf(minute)))!
}

/** The whole periods from `from` on until the one around `until`, the oldest first; one begun before `from` is none of them. */
export function periodsBetween(kind: PeriodKind, from: Minute, until: Minute): Interval[] {
  const periods: Interval[] = []
  for (let period = intervalAround(kind, from); period[0] <= until; period = intervalAround(kind, period[1] + 1)) {
    if (period[0] >= from) periods.push(period)
  }
  return periods
}

/** Whole days from the last day of an interval until today. */
export function ageOf([, last]: Interval, now: Minute): number {
  return dayNumber(now) - dayNumber(last)
}
