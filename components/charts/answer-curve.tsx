import { area, curveStepAfter, line } from 'd3-shape'
import { workingDay } from '@/domain/calendar/working-time'
import type { DurationsFigure, WaitPoint } from '@/domain/figures/durations'
import type { Words } from '@/messages/words'
import { nameOfStage } from '../cases/event-words'
import { sayLength, saySpells, sayShare, sayWithin } from '../figures/say'
import { Chart } from './chart'
import type { PicturePlace } from './picture-links'
import { CurveTable } from './curve-table'
import { HaloText } from './halo-text'
import { oncePerPixel, tenth } from './once-per-pixel'
import { ShareLines } from './share-lines'
import type { ChartSize } from './size'
import { timeAxis, TimeAxisLine, waitingAt } from './time-axis'

type Props = { figure: DurationsFigure; words: Words; picture?: PicturePlace }

const top = 26
const bottom = 30

/** The share with an answer by each time, with its band, a tick for those who still wait, and half of them marked. */
export function AnswerCurve({ figure, words, picture }: Props) {
  const { stats } = words
  const title = curveTitle(figure, words)
  return (
    <Chart
      title={title}
      label={stats.curveLabel(title, saySpells(figure, words), figure.waiting ?? 0)}
      height={heightOf}
      draw={size => <Drawing figure={figure} words={words} size={size} />}
      caption={stats.curveCaption}
      table={<CurveTable figure={figure} words={words} />}
      tableName={stats.table}
      picture={picture}
    />
  )
}

// Times people think in: minutes, then days.
const telling = {
  minute: [10, 30, 60, 180, 360, 720, 1440, 4320, 10080, 20160, 43200], day: [1, 3, 7, 14, 30, 60, 90, 180],
  working_minute: [10, 30, 60, 180, ...[1, 2, 3, 5, 10, 20, 40].map(days => days * workingDay)],
}

/** How many had an answer by the first telling time after twice the median, where the curve goes that far. */
function curveTitle({ stage, scale, quantiles, curve, filter }: DurationsFigure, words: Words): string {
  const { stats } = words
  const name = nameOfStage(stage, filter.process, words)
  const median = quantiles['0.5'].value
  const last = curve.at(-1)
  const t = telling[scale].find(t => median !== null && t >= 2 * median)
  if (t === undefined || !last || t > last.t) return stats.curveTitle(name)
  const point = curve.findLast(point => point.t <= t)
  if (!point) return stats.curveTitle(name)
  return stats.curveTitleAt(name, sayWithin(t, scale, words), sayShare(1 - point.survival, words))
}

const heightOf = ({ name }: ChartSize) => (name === 'desk' ? 320 : 270)

function Drawing({ figure, words, size }: Props & { size: ChartSize }) {
  const { stats } = words
  const { scale, quantiles, waiting } = figure
  const floor = heightOf(size) - bottom
  const y = (share: number) => floor - share * (floor - top)
  const { curve: whole } = figure
  const first = whole.find(({ survival }) => survival < 1)?.t ?? 1
  const end = whole.at(-1)?.t ?? 1
  const axis = timeAxis(scale, [scale === 'day' ? 0 : Math.max(1, first / 2), end], size.width, words)
  const curve = oncePerPixel(whole, point => axis.at(point.t))
  const steps = [{ x: 0, y: y(0) }, ...curve.map(point => ({ x: axis.at(point.t), y: y(1 - point.survival) }))]
  const banded = curve.flatMap(point => bandAt(point, axis.at, y))
  const median = quantiles['0.5'].value
  return (
    <>
      <ShareLines y={y} width={size.width} percent={stats.percent} />
      <path
        d={area<Band>(b => tenth(b.x), b => tenth(b.low), b => tenth(b.high)).curve(curveStepAfter)(banded) ?? ''}
        className="fill-approved-wash"
      />
      <path
        d={line<{ x: number; y: number }>(p => tenth(p.x), p => tenth(p.y)).curve(curveStepAfter)(steps) ?? ''}
        className="fill-none stroke-approved" strokeWidth={2}
      />
      <path
        d={oncePerPixel(whole.filter(point => point.censored > 0), point => axis.at(point.t))
          .map(point => `M${tenth(waitingAt(axis, scale, point.t))} ${tenth(y(1 - point.survival) - 6)}v12`).join('')}
        className="stroke-waiting" strokeWidth={1.5}
      />
      {median !== null && (
        <g>
          <path d={`M${axis.at(median)} ${y(0.5)}V${floor}`} className="stroke-ink" strokeDasharray="3 3" />
          <circle cx={axis.at(median)} cy={y(0.5)} r={4.5} className="fill-ink" />
          <HaloText
            x={axis.at(median) + (isRight(axis.at(median), size) ? -9 : 9)} y={y(0.5) + 20}
            textAnchor={isRight(axis.at(median), size) ? 'end' : 'start'}
          >
            {stats.halfLine} {sayLength(median, scale, words)}
          </HaloText>
        </g>
      )}
      {/* Above the line of 100 %, where neither curve nor median comes. */}
      <HaloText soft x={size.width} y={top - 10} textAnchor="end">
        {stats.stageCount(saySpells(figure, words), waiting ?? 0)}
      </HaloText>
      <TimeAxisLine axis={axis} y={floor} />
    </>
  )
}

type Band = { x: number; low: number; high: number }

// The band of the share with an answer is that of the share without, upside down.
function bandAt({ t, lower, upper }: WaitPoint, x: (t: number) => number, y: (share: number) => number): Band[] {
  return lower === null || upper === null ? [] : [{ x: x(t), low: y(1 - upper), high: y(1 - lower) }]
}

const isRight = (x: number, { width }: ChartSize) => x > width * 0.6
