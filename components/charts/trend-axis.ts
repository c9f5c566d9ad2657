import { dayNumberOf } from '@/domain/case/interval'
import type { TrendPoint } from '@/domain/figures/trend'
import type { Words } from '@/messages/words'
import { tenth } from './once-per-pixel'
import { textWidth } from './text-width'

/** Where days stand, in a drawing's units. */
export type TrendAxis = {
  at: (day: string) => number
  middle: (point: TrendPoint) => number
  /** Where a period is over. */
  after: (point: TrendPoint) => number
  ticks: { x: number; label: string }[]
  /** The lines of some days, and marks above them moved so far apart that none covers another. */
  apart: (days: readonly string[]) => { line: number; mark: number }[]
}

/** The names of the shares stand at the left. */
const left = 44
const markWidth = 24

/** An even axis from the first period to the end of the last. */
export function trendAxis(points: readonly TrendPoint[], width: number, words: Words): TrendAxis {
  const [first, last] = [numberOf(points[0]!.first), numberOf(points.at(-1)!.last) + 1]
  const place = (number: number) => tenth(left + (number - first) / (last - first) * (width - left))
  const at = (day: string) => place(Math.max(first, numberOf(day)))
  return {
    at,
    middle: point => place((numberOf(point.first) + numberOf(point.last) + 1) / 2),
    after: point => place(numberOf(point.last) + 1),
    ticks: ticksOf(first, last, place, width, words),
    apart: days => marksApart(days.map(at), width),
  }
}

/** Months whose names have room beside one another, each at its first day; the year with the first and with each January. */
function ticksOf(first: number, last: number, place: (number: number) => number, width: number, words: Words): TrendAxis['ticks'] {
  const months: { number: number; year: number; month: number }[] = []
  const start = new Date(first * dayLength)
  for (let [year, month] = [start.getUTCFullYear(), start.getUTCMonth()]; ; month++) {
    const date = new Date(Date.UTC(year, month, 1))
    const number = date.getTime() / dayLength
    if (number >= last) break
    if (number >= first) months.push({ number, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 })
  }
  for (const step of [1, 2, 3, 6, 12]) {
    const some = months.filter(({ month }) => (month - 1) % step === 0)
    const ticks = some.map(({ number, year, month }, i) => {
      const isNewYear = i === 0 || year !== some[i - 1]!.year
      return { x: place(number), label: isNewYear ? words.trend.yearMonth(year, month) : words.trend.month(month) }
    }).filter(({ x, label }) => x + textWidth(label) <= width)
    if (ticks.every(({ x, label }, i) => i === ticks.length - 1 || x + textWidth(label) + 10 <= ticks[i + 1]!.x)) return ticks
  }
  return []
}

/** Pushed to the right until each has its room, then back from the right edge. */
function marksApart(lines: readonly number[], width: number): { line: number; mark: number }[] {
  const marks = [...lines]
  for (let i = 0; i < marks.length; i++) marks[i] = Math.max(marks[i]!, i === 0 ? markWidth / 2 : marks[i - 1]! + markWidth)
  for (let i = marks.length - 1; i >= 0; i--) {
    marks[i] = Math.min(marks[i]!, i === marks.length - 1 ? width - markWidth / 2 : marks[i + 1]! - markWidth)
  }
  return lines.map((line, i) => ({ line, mark: marks[i]! }))
}

const dayLength = 86_400_000
const numberOf = (day: string) => dayNumberOf(day)!
