import { dayNumberOf } from '../../case/interval'

/** A date as an old page shows it; without its year, or only as a distance from the day the page was saved. */
export type WrittenDate =
  | { kind: 'full'; day: number }
  | { kind: 'yearless'; month: number; date: number }
  | { kind: 'before_saving'; least: number; most: number }

/** What the page itself says about when a thing on it can have been written, as Shanghai day numbers; null: it does not. */
export type Bounds = { notBefore: number | null; saved: number | null }

/** First and last Shanghai day number, both included. */
export type Days = readonly [first: number, last: number]

/** The date at the head of a text and how many characters it takes; null where it begins otherwise. */
export function readWrittenDate(text: string): { date: WrittenDate; length: number } | null {
  for (const { pattern, read } of forms) {
    const found = pattern.exec(text)
    const date = found && read(found)
    if (date) return { date, length: found[0].length }
  }
  return null
}

/**
 * The days a written date may mean. A date without a year is all years between the bounds, as one interval from the first
 * to the last; where the page does not bound it on both sides it stays unknown: null.
 */
export function placeDate(date: WrittenDate, { notBefore, saved }: Bounds): Days | null {
  if (date.kind === 'full') return [date.day, date.day]
  if (saved === null) return null
  if (date.kind === 'before_saving') {
    const first = Math.max(saved - date.most, notBefore ?? -Infinity)
    return first <= saved - date.least ? [first, saved - date.least] : null
  }
  if (notBefore === null) return null
  const days = yearsBetween(notBefore, saved)
    .flatMap(year => dayNumberOf(`${year}-${two(date.month)}-${two(date.date)}`) ?? [])
    .filter(day => day >= notBefore && day <= saved)
  return days.length > 0 ? [days[0]!, days.at(-1)!] : null
}

type Form = { pattern: RegExp; read: (found: RegExpExecArray) => WrittenDate | null }

const clock = '(?:[ \\t]*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?'
const ago = (least: number, most: number): WrittenDate => ({ kind: 'before_saving', least, most })

// A distance is cut to whole units by whoever shows it: "3 天前" lies between three and four days back.
const units: Record<string, (n: number) => WrittenDate> = {
  秒: () => ago(0, 1),
  分钟: () => ago(0, 1),
  小时: n => ago(0, Math.ceil((n + 1) / 24)),
  天: n => ago(n, n + 1),
  周: n => ago(7 * n, 7 * n + 7),
  星期: n => ago(7 * n, 7 * n + 7),
  月: n => ago(28 * n, 31 * (n + 1)),
  个月: n => ago(28 * n, 31 * (n + 1)),
  年: n => ago(365 * n, 366 * (n + 1)),
}

const forms: Form[] = [
  {
    pattern: new RegExp(`^(\\d{4})[-/.年] ?(\\d{1,2})[-/.月] ?(\\d{1,2})日?${clock}(?!\\d)`),
    read: ([, year, month, date]) => {
      const day = dayNumberOf(`${year}-${two(Number(month))}-${two(Number(date))}`)
      return day === null ? null : { kind: 'full', day }
    },
  },
  {
    pattern: new RegExp(`^(\\d{1,2})(?:[-/]|月 ?)(\\d{1,2})日?${clock}(?![\\d-/])`),
    read: ([, month, date]) => {
      const exists = dayNumberOf(`2024-${two(Number(month))}-${two(Number(date))}`) !== null
      return exists ? { kind: 'yearless', month: Number(month), date: Number(date) } : null
    },
  },
  {
    pattern: /^(\d{1,4}) ?(秒|分钟|小时|天|周|星期|个月|月|年)前/,
    read: ([, number, unit]) => units[unit!]!(Number(number)),
  },
  { pattern: new RegExp(`^(刚刚|半小时前|今天|昨天|前天)${clock}(?![\\p{L}\\p{N}])`, 'u'), read: ([, word]) => words[word!]! },
]

const words: Record<string, WrittenDate> = {
  刚刚: ago(0, 1), 半小时前: ago(0, 1), 今天: ago(0, 0), 昨天: ago(1, 1), 前天: ago(2, 2),
}

function yearsBetween(first: number, last: number): number[] {
  const [from, to] = [first, last].map(day => new Date(day * 86_400_000).getUTCFullYear()) as [number, number]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}

const two = (number: number) => String(number).padStart(2, '0')
