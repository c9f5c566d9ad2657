import { area, curveStepAfter, line } from 'd3-shape'
import type { ComparisonFigure } from '@/domain/figures/comparison'
import type { WaitPoint } from '@/domain/figures/durations'
import type { Words } from '@/messages/words'
import { comparisonSentence, groupName, sayMedian } from '../figures/comparison-words'
import { Chart } from './chart'
import type { PicturePlace } from './picture-links'
import { ComparisonTable } from './comparison-table'
import { HaloText } from './halo-text'
import { oncePerPixel, tenth } from './once-per-pixel'
import { ShareLines } from './share-lines'
import type { ChartSize } from './size'
import { textWidth } from './text-width'
import { timeAxis, TimeAxisLine, waitingAt, type TimeAxis } from './time-axis'

type Props = { figure: ComparisonFigure; words: Words; picture?: PicturePlace }

const top = 26
const bottom = 30

/** The share with an answer in two groups: a solid and a dashed line with their bands, and what differs. */
export function TwoCurves({ figure, words, picture }: Props) {
  const { compare, stats } = words
  const title = comparisonSentence(figure, words).replaceAll('**', '')
  const groups = figure.groups.map((group, i) => compare.group(i === 0 ? 'first' : 'second', groupName(figure, group.code, words), [
    stats.counted(stats.rounds(group.n), group.waiting ?? 0), sayMedian(group, figure.scale, words),
  ].filter(Boolean).join(stats.listJoin)))
  return (
    <Chart
      title={title}
      label={compare.chartLabel(title, groups.join(stats.sentenceJoin))}
      height={heightOf}
      draw={size => <Drawing figure={figure} words={words} size={size} />}
      legend={(
        <ul className="mt-2 text-small">
          {groups.map((group, i) => (
            <li key={i} className="flex items-baseline gap-2">
              <svg viewBox="0 0 28 8" className="h-2 w-7 shrink-0" aria-hidden="true">
                <path d="M0 4H28" strokeWidth={2.5} {...looks[i]!.line} />
              </svg>
              {group}
            </li>
          ))}
        </ul>
      )}
      caption={compare.caption + (figure.rule ? compare.captionRule(figure.rule.weeks) : '')}
      table={<ComparisonTable figure={figure} words={words} />}
      tableName={stats.table}
      picture={picture}
    />
  )
}

const looks = [
  { line: { className: 'fill-none stroke-approved' }, band: 'fill-approved-wash' },
  { line: { className: 'fill-none stroke-ink', strokeDasharray: '7 4' }, band: 'fill-left-wash' },
] as const

const heightOf = ({ name }: ChartSize) => (name === 'desk' ? 320 : 270)

function Drawing({ figure, words, size }: Props & { size: ChartSize }) {
  const { groups, scale } = figure
  const floor = heightOf(size) - bottom
  const y = (share: number) => floor - share * (floor - top)
  const first = Math.min(...groups.map(({ curve }) => curve.find(({ survival }) => survival < 1)?.t ?? Infinity))
  const end = Math.max(...groups.map(({ last }) => last ?? 1), 1)
  const axis = timeAxis(scale, [scale === 'day' ? 0 : Math.max(1, Math.min(first, end) / 2), end], size.width, words)
  return (
    <>
      <ShareLines y={y} width={size.width} percent={words.stats.percent} />
      {groups.map(({ code, curve }, i) => <path key={code} d={bandOf(curve, axis, y)} className={looks[i]!.band} fillOpacity={0.7} />)}
      {groups.map(({ code, curve }, i) => (
        <g key={code}>
          <path d={lineOf(curve, axis, y)} strokeWidth={2} {...looks[i]!.line} />
          <path
            d={oncePerPixel(curve.filter(({ censored }) => censored > 0), ({ t }) => axis.at(t))
              .map(({ t, survival }) => `M${tenth(waitingAt(axis, scale, t))} ${tenth(y(1 - survival) - 5)}v10`).join('')}
            className="stroke-waiting" strokeWidth={1.5}
          />
        </g>
      ))}
      <Names {...{ figure, words, size, axis, y }} />
      <TimeAxisLine axis={axis} y={floor} />
    </>
  )
}

type NamesProps = Props & { size: ChartSize; axis: TimeAxis; y: (share: number) => number }

/** Each line by its name, where the two lie furthest apart: above the upper one, below the lower. */
function Names({ figure, words, size, axis, y }: NamesProps) {
  const shares = (t: number) => figure.groups.map(({ curve }) => 1 - (curve.findLast(point => point.t <= t)?.survival ?? 1))
  const until = Math.min(...figure.groups.map(({ last }) => last ?? 0))
  const meeting = figure.groups.flatMap(({ curve }) => curve.map(({ t }) => t)).filter(t => t <= until)
  const apart = (t: number) => Math.abs(shares(t)[0]! - shares(t)[1]!)
  const widest = meeting.reduce((best, t) => (apart(t) > apart(best) ? t : best), meeting[0] ?? 0)
  const x = axis.at(widest)
  const there = shares(widest)
  return figure.groups.map(({ code }, i) => {
    const isUpper = there[i]! > there[1 - i]! || (there[i] === there[1 - i] && i === 0)
    const name = groupName(figure, code, words)
    const at = isUpper ? Math.max(textWidth(name), x - 8) : Math.min(size.width - textWidth(name), x + 8)
    return (
      <HaloText key={code} x={at} y={y(there[i]!) + (isUpper ? -10 : 20)} textAnchor={isUpper ? 'end' : 'start'}>{name}</HaloText>
    )
  })
}

function lineOf(curve: readonly WaitPoint[], axis: TimeAxis, y: (share: number) => number): string {
  const points = oncePerPixel(curve, ({ t }) => axis.at(t)).map(({ t, survival }) => ({ x: axis.at(t), y: y(1 - survival) }))
  return line<{ x: number; y: number }>(p => tenth(p.x), p => tenth(p.y)).curve(curveStepAfter)([{ x: 0, y: y(0) }, ...points]) ?? ''
}

function bandOf(curve: readonly WaitPoint[], axis: TimeAxis, y: (share: number) => number): string {
  const points = oncePerPixel(curve, ({ t }) => axis.at(t)).flatMap(({ t, lower, upper }) =>
    (lower === null || upper === null ? [] : [{ x: axis.at(t), low: y(1 - upper), high: y(1 - lower) }]))
  return area<{ x: number; low: number; high: number }>(p => tenth(p.x), p => tenth(p.low), p => tenth(p.high))
    .curve(curveStepAfter)(points) ?? ''
}
