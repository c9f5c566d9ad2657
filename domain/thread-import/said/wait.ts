import type { Interval } from '../../case/interval'
import { minutesPer, readWait } from '../../case/wait'
import type { WaitUnit } from '../../codes'
import { readSpokenNumber } from './number'

/** A wait as people say it, where it stands in its text, in minutes from least to most. */
export type SpokenWait = { from: number; to: number; minutes: Interval }

const number = '(\\d{1,4}(?:\\.\\d)?|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])'
const unit = '(分钟|分|个?小时|个?钟头?|个?工作日|天|日|个?星期|个?礼拜|周|个?月)'
const [day, hour] = [1440, 60]

type Reading = { pattern: RegExp; read: (parts: string[]) => Interval | null }

// The first that fits at a place counts, so what says more stands above what says less.
const readings: Reading[] = [
  { pattern: new RegExp(`${number} ?个?半${unit}(?:以内|之内|内)`), read: ([n, u]) => [0, Math.round((readSpokenNumber(n!) + 0.5) * minutesOf(u!))] },
  { pattern: new RegExp(`${number} ?个?半${unit}`), read: ([n, u]) => (unitOf(u!) ? wait(`${readSpokenNumber(n!)}.5`, unitOf(u!)!) : null) },
  { pattern: /(?:不到|不足|没到|用不了)半个?(?:小时|钟头)|半个?(?:小时|钟头)(?:以内|之内|内|不到)/, read: () => [0, 30] },
  { pattern: new RegExp(`(?:不到|不足|没到|用不了)${number}个?${unit}`), read: ([n, u]) => within(n!, u!) },
  { pattern: new RegExp(`${number}个?${unit}(?:以内|之内|内|不到)`), read: ([n, u]) => within(n!, u!) },
  { pattern: new RegExp(`(?:快|将近|差不多快)${number}个?${unit}`), read: ([n, u]) => nearly(n!, u!) },
  { pattern: /半个?(?:小时|钟头)/, read: () => wait('0.5', 'hour') },
  { pattern: new RegExp(`没(?:几|两)个?${unit}`), read: ([u]) => scaled(0, 9, u!) },
  { pattern: /半个月/, read: () => [12 * day, 18 * day] },
  { pattern: /半天/, read: () => [0, 12 * hour] },
  { pattern: /(?:当天|同一天)/, read: () => [0, day - 1] },
  { pattern: /第([二三四五六七八九十])个工作日/, read: ([n]) => [0, (readSpokenNumber(n!) + 2) * day] },
  { pattern: /([一三])刻钟/, read: ([n]) => wait(String(15 * readSpokenNumber(n!)), 'minute') },
  { pattern: /第([二三四五六七八九十])天|隔天|次日/, read: ([n]) => nth(n ?? '二') },
  { pattern: new RegExp(`${number} ?[-~到至—] ?${number} ?个?${unit}`), read: ([a, b, u]) => between(a!, b!, u!) },
  // 两三天, 三五天: two numbers side by side.
  { pattern: new RegExp(`(?<![十\\d])([一二两三四五六七八])([二三四五六七八九])个?${unit}`), read: ([a, b, u]) => between(a!, b!, u!) },
  { pattern: new RegExp(`十几个?${unit}`), read: ([u]) => scaled(11, 19, u!) },
  { pattern: new RegExp(`([二三四五六七八九])十(?:多|几)个?${unit}`), read: ([t, u]) => moreThan(readSpokenNumber(`${t}十`), 9, u!) },
  { pattern: new RegExp(`几个?${unit}`), read: ([u]) => scaled(2, 9, u!) },
  { pattern: new RegExp(`${number} ?个?多${unit}`), read: ([n, u]) => oneMore(n!, u!) },
  { pattern: new RegExp(`${number} ?${unit}多`), read: ([n, u]) => oneMore(n!, u!) },
  { pattern: new RegExp(`${number} ?${unit}`), read: ([n, u]) => about(n!, u!) },
  // "Passed in a second" is a manner of speaking: within the hour.
  { pattern: /秒(?=过|批|通过)/, read: () => [0, hour] },
]

/** Every wait in a text, from left to right; none inside another. */
export function readSpokenWaits(text: string): SpokenWait[] {
  const waits: SpokenWait[] = []
  for (const { pattern, read } of readings) {
    for (const found of text.matchAll(new RegExp(pattern, 'g'))) {
      const [from, to] = [found.index, found.index + found[0].length]
      if (waits.some(other => from < other.to && other.from < to) || isDate(text, from, found[0]) || text[to] === '前') continue
      const minutes = read(found.slice(1).filter(part => part !== undefined))
      if (minutes) waits.push({ from, to, minutes })
    }
  }
  return waits.sort((one, other) => one.from - other.from)
}

// 11月9日 is a date, and 9日 its end.
const isDate = (text: string, from: number, said: string) =>
  /日$/.test(said) && !/(?:工作|次)日$/.test(said) || /^\d{1,2}月$/.test(said) || /\d{1,2}月$/.test(text.slice(0, from)) && /[日号]/.test(said)

function unitOf(said: string): WaitUnit | null {
  if (/^分/.test(said)) return 'minute'
  if (/小时|钟/.test(said)) return 'hour'
  return /天|^日/.test(said) ? 'day' : null
}

/** Days of a unit longer than a day. */
function daysOf(said: string): number | null {
  if (/工作日/.test(said)) return 1
  if (/星期|礼拜|周/.test(said)) return 7
  return /月/.test(said) ? 30 : null
}

function minutesOf(said: string): number {
  const short = unitOf(said)
  return short ? minutesPer[short] : (daysOf(said) ?? 1) * day
}

function wait(least: string, short: WaitUnit): Interval | null {
  const read = readWait({ least, most: '', unit: short })
  return 'field' in read ? null : read
}

/** One number, rounded as memory rounds it: weeks by two days, months by five; working days with the weekends they may hold. */
function about(said: string, unitSaid: string): Interval | null {
  const n = readSpokenNumber(said)
  if (!(n > 0)) return null
  const short = unitOf(unitSaid)
  if (short) return wait(String(n), short)
  if (/工作日/.test(unitSaid)) return [n * day, (n + 2 * Math.ceil(n / 5)) * day]
  const [length, width] = daysOf(unitSaid) === 7 ? [7, 2] : [30, 5]
  return [(n * length - width) * day, (n * length + width) * day]
}

function within(said: string, unitSaid: string): Interval | null {
  const n = readSpokenNumber(said)
  return n > 0 ? [0, n * minutesOf(unitSaid)] : null
}

function nearly(said: string, unitSaid: string): Interval | null {
  const n = readSpokenNumber(said)
  if (!(n > 0)) return null
  const most = n * minutesOf(unitSaid)
  return [Math.round(most * 5 / 6), most]
}

function oneMore(said: string, unitSaid: string): Interval | null {
  const n = readSpokenNumber(said)
  if (!(n > 0)) return null
  return n >= 10 && n % 10 === 0 ? moreThan(n, 9, unitSaid) : scaled(n, n + 1, unitSaid)
}

const moreThan = (n: number, by: number, unitSaid: string) => scaled(n, n + by, unitSaid)

function between(least: string, most: string, unitSaid: string): Interval | null {
  const [low, high] = [readSpokenNumber(least), readSpokenNumber(most)]
  return low > 0 && high > low ? scaled(low, high, unitSaid) : null
}

const scaled = (least: number, most: number, unitSaid: string): Interval =>
  [least * minutesOf(unitSaid), most * minutesOf(unitSaid)]

/** "On the third day" counts calendar days from the first. */
function nth(said: string): Interval | null {
  const n = readSpokenNumber(said)
  return n >= 2 ? [(n - 2) * day, n * day] : null
}
