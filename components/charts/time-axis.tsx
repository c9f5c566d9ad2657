import { scaleLinear, scaleLog } from 'd3-scale'
import { workingDay } from '@/domain/calendar/working-time'
import type { Unit } from '@/domain/figures/durations'
import type { Words } from '@/messages/words'
import { sayLength } from '../figures/say'
import { textWidth } from './text-width'

export type TimeAxis = { at: (t: number) => number; ticks: { x: number; label: string }[]; width: number }

const day = 1440
const minuteTicks = [
  1, 2, 5, 10, 20, 30, 60, 120, 180, 240, 360, 480, 720, day, 2 * day, 3 * day, 7 * day, 14 * day, 30 * day, 60 * day,
  90 * day, 180 * day, 365 * day,
]
// Where a short axis would hold hardly one of these.
const betweenMinutes = [3, 15, 45, 90, 150, 300, 600, 4 * day, 5 * day, 10 * day, 21 * day, 45 * day]
const workingTicks = [
  1, 2, 5, 10, 20, 30, 60, 120, 180, 240, 360, ...[1, 2, 3, 5, 10, 20, 40, 60, 120, 240].map(days => days * workingDay),
]
const betweenWorking = [3, 15, 45, 90, 150, 300, 4 * workingDay, 7 * workingDay, 15 * workingDay, 30 * workingDay]
const dayTicks = [0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 730]

/** Where each time stands: minutes of either clock on a log axis from 1 on, days on a root axis from the start on. */
export function timeAxis(
  scale: Unit, [from, to]: readonly [number, number], width: number, words: Words,
): TimeAxis {
  const at = scale === 'day' ? rootAxis(to, width) : logAxis(from, to, width)
  const candidates = scale === 'day' ? dayTicks.filter(t => t <= to) : minutesWithin(scale, from, to)
  return { at, ticks: withRoom(candidates.map(t => ({ x: at(t), label: sayLength(t, scale, words) })), width), width }
}

/** Where a stroke for those last heard of at t stands: on a day's axis behind the ends of that day, which come first. */
export function waitingAt({ at }: TimeAxis, scale: Unit, t: number): number {
  return at(scale === 'day' ? t + 0.4 : t)
}

/** The line at the foot of a chart with its times; labels at the ends stay inside. */
export function TimeAxisLine({ axis, y }: { axis: TimeAxis; y: number }) {
  return (
    <g>
      <path d={`M0 ${y}H${axis.width}`} className="stroke-edge" />
      {axis.ticks.map(({ x, label }) => (
        <g key={label}>
          <path d={`M${x} ${y}v5`} className="stroke-edge" />
          <text x={x} y={y + 22} textAnchor={anchorAt(x, axis.width)} className="fill-soft">{label}</text>
        </g>
      ))}
    </g>
  )
}

function minutesWithin(scale: Exclude<Unit, 'day'>, from: number, to: number): number[] {
  const [ticks, between] = scale === 'minute' ? [minuteTicks, betweenMinutes] : [workingTicks, betweenWorking]
  const within = (ticks: readonly number[]) => ticks.filter(t => t >= from && t <= to)
  const plain = within(ticks)
  return plain.length > 2 ? plain : within([...ticks, ...between].sort((a, b) => a - b))
}

// The first whole minute that fits; below one minute nobody measures.
function logAxis(from: number, to: number, width: number) {
  const log = scaleLog([Math.max(1, from), Math.max(2, to)], [0, width]).clamp(true)
  return (t: number) => log(Math.max(1, t))
}

// A day is known when it is over, so "the same day" has half a day's room before it.
function rootAxis(to: number, width: number) {
  const linear = scaleLinear([0, Math.sqrt(to + 0.5)], [0, width])
  return (t: number) => linear(Math.sqrt(Math.max(0, t + 0.5)))
}

/** As many as have room beside one another: the last first, which says how far the axis goes, then from the left. */
function withRoom(ticks: TimeAxis['ticks'], width: number): TimeAxis['ticks'] {
  const last = ticks.at(-1)
  const end = last ? extentOf(last.x, textWidth(last.label), width)[0] - 14 : 0
  let free = -Infinity
  return ticks.filter(tick => {
    if (tick === last) return true
    const [left, right] = extentOf(tick.x, textWidth(tick.label), width)
    if (left < free || right > end) return false
    free = right + 14
    return true
  })
}

function extentOf(x: number, wide: number, width: number): [number, number] {
  const anchor = anchorAt(x, width)
  if (anchor === 'start') return [x, x + wide]
  return anchor === 'end' ? [x - wide, x] : [x - wide / 2, x + wide / 2]
}

function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < 24) return 'start'
  return x > width - 24 ? 'end' : 'middle'
}
