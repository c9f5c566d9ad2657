import { partsOfDay, waitUnits, whenKinds, type PartOfDay, type WaitUnit, type WhenKind } from '../codes'
import type { CaseEvent } from './event'
import {
  clockOf, dayNumberOf, dayOf, intervalOfDay, intervalOfDays, intervalOfMinute, intervalOfMonth, intervalOfPart,
  intervalOfWeek, monthOf, partOf, precisionOf, timeOf, type Interval,
} from './interval'
import { readWait, tellWait } from './wait'

/** One row's fields without their `events.N.` in front; what was not typed is ''. */
export type Row = (field: string) => string

export type RowProblem = { field: string; code: string }
export type ToldTime = { at?: Interval; since_previous_minutes?: Interval; problems: RowProblem[] }

/** When an event was, as the form says it. A date and a wait may both be told. */
export function readTime(row: Row): ToldTime {
  const kind = whenKindOf(row)
  if (kind === null) return { problems: [{ field: 'when_kind', code: 'not_in_list' }] }
  const problems: RowProblem[] = []
  const at = readDate(row, kind, problems)
  const since_previous_minutes = readSince(row, kind, problems)
  return { ...(at && { at }), ...(since_previous_minutes && { since_previous_minutes }), problems }
}

/** The fields that say an event's time, so that readTime gives it back exactly. */
export function tellTime(
  { at, since_previous_minutes }: Pick<CaseEvent, 'at' | 'since_previous_minutes'>,
): Record<string, string> {
  const wait = since_previous_minutes && tellWait(since_previous_minutes)
  return {
    when_kind: wait ? 'after' : 'unknown',
    ...(at && tellDate(at)),
    ...(wait && { wait_least: String(wait.least), wait_most: String(wait.most), wait_unit: wait.unit }),
  }
}

/** `2023-11-09` from the ways a day is typed: 2023-11-9, 2023/11/09, 2023.11.9, 2023年11月9日. Always with its year. */
export function readDay(typed: string): string | null {
  const parts = /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})日?$/.exec(typed.normalize('NFKC').trim())
  if (!parts) return null
  const day = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`
  return dayNumberOf(day) === null ? null : day
}

function whenKindOf(row: Row): WhenKind | null {
  const typed = row('when_kind')
  if (typed !== '') return (whenKinds as readonly string[]).includes(typed) ? (typed as WhenKind) : null
  // Nothing chosen: what was filled in says it.
  if (row('when_date') === '') return row('wait_least') + row('wait_most') === '' ? 'unknown' : 'after'
  if (row('when_until') !== '') return 'between'
  if (row('when_time') !== '' || row('when_date').includes('T')) return 'minute'
  if (row('when_part') !== '') return 'part'
  return readMonth(row('when_date')) && !readDay(row('when_date')) ? 'month' : 'day'
}

function readDate(row: Row, kind: WhenKind, problems: RowProblem[]): Interval | null {
  if (kind === 'unknown' || kind === 'after') {
    // A date beside "unknown" is a forgotten choice, and dropping it would lose what was typed.
    if (row('when_date') !== '' && kind === 'unknown') problems.push({ field: 'when_kind', code: 'choose_when_kind' })
    return null
  }
  const refuse = (field: string, typed: string, code: string) => {
    problems.push({ field, code: typed === '' ? 'required' : code })
    return null
  }
  const [date = '', timeInDate = ''] = row('when_date').split('T')
  if (kind === 'month') {
    const month = readMonth(date)
    return month ? intervalOfMonth(month) : refuse('when_date', date, 'not_a_month')
  }
  const day = readDay(date)
  if (day === null) return refuse('when_date', date, 'not_a_date')
  switch (kind) {
    case 'day': return intervalOfDay(day)
    case 'week': return intervalOfWeek(day)
    case 'part': {
      const part = row('when_part')
      const known = (partsOfDay as readonly string[]).includes(part)
      return known ? intervalOfPart(day, part as PartOfDay) : refuse('when_part', part, 'not_in_list')
    }
    case 'minute': {
      const time = row('when_time') || timeInDate
      return readClock(time) ? intervalOfMinute(day, readClock(time)!) : refuse('when_time', time, 'not_a_time')
    }
    case 'between': return readBetween(row, day, refuse)
  }
}

function readBetween(
  row: Row, day: string, refuse: (field: string, typed: string, code: string) => null,
): Interval | null {
  const until = readDay(row('when_until'))
  if (until === null) return refuse('when_until', row('when_until'), 'not_a_date')
  const days = intervalOfDays(day, until)!
  const [from, to] = [row('when_time'), row('when_until_time')]
  if (from !== '' && !readClock(from)) return refuse('when_time', from, 'not_a_time')
  if (to !== '' && !readClock(to)) return refuse('when_until_time', to, 'not_a_time')
  const earliest = from === '' ? days[0] : intervalOfMinute(day, readClock(from)!)![0]
  const latest = to === '' ? days[1] : intervalOfMinute(until, readClock(to)!)![0]
  return earliest > latest ? refuse('when_until', until, 'earliest_after_latest') : [earliest, latest]
}

function readSince(row: Row, kind: WhenKind, problems: RowProblem[]): Interval | null {
  const [least, most] = [row('wait_least'), row('wait_most')]
  if (kind !== 'after' && least === '' && most === '') return null
  const unit = row('wait_unit') || 'minute'
  if (!(waitUnits as readonly string[]).includes(unit)) {
    problems.push({ field: 'wait_unit', code: 'not_in_list' })
    return null
  }
  const wait = readWait({ least, most, unit: unit as WaitUnit })
  if (!('field' in wait)) return wait
  problems.push(wait)
  return null
}

/** `2023-11` from 2023-11, 2023/11, 2023年11月, or any day of it. */
function readMonth(typed: string): string | null {
  const day = readDay(typed)
  if (day) return day.slice(0, 7)
  const parts = /^(\d{4})[-/.年] ?(\d{1,2})月?$/.exec(typed.normalize('NFKC').trim())
  if (!parts) return null
  const month = `${parts[1]}-${parts[2]!.padStart(2, '0')}`
  return intervalOfMonth(month) ? month : null
}

/** `14:05` from 14:05, 9:05, 14：05 or 14:05:30. */
function readClock(typed: string): string | null {
  const time = typed.normalize('NFKC').trim().replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1')
  return clockOf(time) === null ? null : time
}

function tellDate(at: Interval): Record<string, string> {
  const [earliest, latest] = at
  const precision = precisionOf(at)
  if (precision === 'minute') return { when_kind: 'minute', when_date: dayOf(earliest), when_time: timeOf(earliest) }
  if (precision === 'month') return { when_kind: 'month', when_date: monthOf(earliest) }
  if (precision === 'day' || precision === 'week') return { when_kind: precision, when_date: dayOf(earliest) }
  const part = partOf(at)
  if (part) return { when_kind: 'part', when_date: dayOf(earliest), when_part: part }
  const whole = intervalOfDays(dayOf(earliest), dayOf(latest))!
  const days = { when_kind: 'between', when_date: dayOf(earliest), when_until: dayOf(latest) }
  if (whole[0] === earliest && whole[1] === latest) return days
  return { ...days, when_time: timeOf(earliest), when_until_time: timeOf(latest) }
}
