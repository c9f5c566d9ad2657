import {
  dayOf, minuteOf, minutesPerDay, monthOf, partOf, precisionOf, timeOf, type Interval, type Minute,
} from '@/domain/case/interval'
import type { Words } from '@/messages/words'

/** A span of whole minutes in words, two units at most: 26 分钟 · 3 小时 20 分钟 · 2 天 5 小时 · 12 天. */
export function saySpan(minutes: Minute, words: Words['time']): string {
  const rounded = Math.max(0, Math.round(minutes))
  if (rounded < 60) return words.minutes(rounded)
  // Minutes beside days, or hours beside weeks, would claim more than anybody knows.
  if (rounded < 1440) return twoUnits(Math.floor(rounded / 60), words.hours, rounded % 60, words.minutes, words)
  const hours = Math.round(rounded / 60)
  if (hours < 24 * 7) return twoUnits(Math.floor(hours / 24), words.days, hours % 24, words.hours, words)
  return words.days(Math.round(rounded / 1440))
}

/** A wait known to lie between two bounds. */
export function sayWait([least, most]: Interval, words: Words['time']): string {
  if (!Number.isFinite(most)) return least > 0 ? words.moreThan(saySpan(least, words)) : words.unknown
  if (least === most) return saySpan(least, words)
  // The same day, no more being known than that.
  if (least === 0 && most === minutesPerDay - 1) return words.sameDay
  if (most - least >= minutesPerDay - 1) return sayDays(least, most, words)
  if (least === 0) return words.within(saySpan(most, words))
  // "Half an hour or so": the bounds hug a middle that says it better.
  if ((most - least) / (most + least) <= 0.34) return words.about(saySpan((least + most) / 2, words))
  // 15–45 分钟, not 15 分钟–45 分钟.
  if (most < 60) return words.minutesBetween(least, most)
  return words.range(saySpan(least, words), saySpan(most, words))
}

/** The same, as how much later something was: 22 分钟后, 30 分钟内. */
export function sayLater(wait: Interval, words: Pick<Words, 'time' | 'cases'>): string {
  if (wait[1] === 0) return words.time.atOnce
  const span = sayWait(wait, words.time)
  // "Within 30 minutes" and "the same day" say it already.
  return wait[0] === 0 ? span : words.cases.later(span)
}

/** When something was, as precisely as it is known and never without its year. */
export function sayWhen(at: Interval, words: Words['time']): string {
  const [earliest, latest] = at
  const day = dayOf(earliest)
  const precision = precisionOf(at)
  if (precision === 'minute') return `${day} ${timeOf(earliest)}`
  if (precision === 'day') return day
  if (precision === 'month') return sayMonth(monthOf(earliest), words)
  if (precision === 'week') return words.weekOf(day)
  if (precision === 'part_of_day') {
    const part = partOf(at)
    return part ? `${day} ${words.partOfDay[part]}` : `${day} ${timeOf(earliest)}–${timeOf(latest)}`
  }
  return words.between(day, dayOf(latest))
}

/** 'YYYY-MM' in words. */
export function sayMonth(month: string, words: Words['time']): string {
  return words.month(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
}

/** Epoch milliseconds as a Shanghai date and clock. */
export function sayInstant(milliseconds: number): string {
  const minute = minuteOf(milliseconds)
  return `${dayOf(minute)} ${timeOf(minute)}`
}

export function sayDay(milliseconds: number): string {
  return dayOf(minuteOf(milliseconds))
}

/** The `datetime` attribute of an instant: Shanghai time with its offset. */
export function isoOf(milliseconds: number): string {
  const minute = minuteOf(milliseconds)
  return `${dayOf(minute)}T${timeOf(minute)}+08:00`
}

// A day or more is not known: hours beside it would claim more than anybody knows. The whole days that lie between the
// bounds are those by which the two dates differ, also where one of them is known to the minute.
function sayDays(least: Minute, most: Minute, words: Words['time']): string {
  if (least === 0) return words.within(words.days(Math.ceil(most / minutesPerDay)))
  const [from, to] = [Math.ceil(least / minutesPerDay), Math.floor(most / minutesPerDay)]
  return from === to ? words.about(words.days(from)) : words.daysBetween(from, to)
}

type Say = (n: number) => string

function twoUnits(big: number, sayBig: Say, small: number, saySmall: Say, words: Words['time']): string {
  return small === 0 ? sayBig(big) : words.join(sayBig(big), saySmall(small))
}
