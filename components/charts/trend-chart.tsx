import type { TrendFigure, TrendPoint } from '@/domain/figures/trend'
import type { Words } from '@/messages/words'
import { sayShare } from '../figures/say'
import { sayDate, sayWhom } from '../figures/trend-words'
import { Chart } from './chart'
import { HaloText } from './halo-text'
import { tenth } from './once-per-pixel'
import type { PicturePlace } from './picture-links'
import { ShareLines } from './share-lines'
import type { ChartSize } from './size'
import { TrendTable } from './trend-table'
import { trendAxis, type TrendAxis } from './trend-axis'

type Props = { figure: TrendFigure; words: Words; picture?: PicturePlace }

const top = 44
const bottom = 30
const heightOf = ({ name }: ChartSize) => (name === 'desk' ? 340 : 300)

/** A dot for each week or month with its interval, numbered lines where rules changed, hatching where reports still come in. */
export function TrendChart({ figure, words, picture }: Props) {
  const { trend, stats } = words
  const { points, period, change, rules } = figure
  const shown = points.filter(({ share }) => share !== null)
  const whom = sayWhom(figure, words)
  const days = [sayDate(points[0]!.first, words), sayDate(points.at(-1)!.last, words)] as const
  return (
    <Chart
      title={titleOf(figure, words)}
      label={trend.chartLabel(whom, shown.length, ...days)}
      height={heightOf}
      draw={size => <Drawing figure={figure} words={words} size={size} />}
      caption={[
        trend.caption[period], change.state === 'found' && trend.captionChange, rules.length > 0 && trend.captionRules,
        points.some(({ filling, n }) => filling && n !== 0) && trend.captionFilling, trend.captionHidden,
      ].filter(Boolean).join(trend.captionJoin)}
      table={<TrendTable figure={figure} words={words} />}
      tableName={stats.table}
      picture={picture}
    />
  )
}

/** What changed in it, if anything is sure. */
function titleOf(figure: TrendFigure, words: Words): string {
  const { trend } = words
  const { change, period } = figure
  const whom = sayWhom(figure, words)
  if (change.state === 'found') return trend.chartFound(whom, sayShare(change.before, words), sayShare(change.after, words), period)
  return trend.chartPlain(whom, change.state !== 'too_few', period)
}

function Drawing({ figure, words, size }: Props & { size: ChartSize }) {
  const { points } = figure
  const floor = heightOf(size) - bottom
  const y = (share: number) => tenth(floor - share * (floor - top))
  const axis = trendAxis(points, size.width, words)
  return (
    <>
      <Filling figure={figure} axis={axis} floor={floor} words={words} size={size} />
      <ShareLines y={y} width={size.width} percent={words.stats.percent} />
      <RuleLines figure={figure} axis={axis} floor={floor} />
      {points.map(point => <Dot key={point.first} point={point} x={axis.middle(point)} y={y} size={size} />)}
      <Steps figure={figure} axis={axis} y={y} />
      <path d={`M0 ${floor}H${size.width}`} className="stroke-edge" />
      {axis.ticks.map(({ x, label }) => (
        <g key={x}>
          <path d={`M${x} ${floor}v5`} className="stroke-edge" />
          <text x={x} y={floor + 22} className="fill-soft">{label}</text>
        </g>
      ))}
    </>
  )
}

type DotProps = { point: TrendPoint; x: number; y: (share: number) => number; size: ChartSize }

function Dot({ point: { share, lower, upper }, x, y, size: { name } }: DotProps) {
  if (share === null || lower === null || upper === null) return null
  return (
    <g>
      <path d={`M${x} ${y(lower)}V${y(upper)}`} className="stroke-edge" strokeWidth={1} opacity={0.6} />
      <circle cx={x} cy={y(share)} r={name === 'desk' ? 3.25 : 2.25} className="fill-ink" />
    </g>
  )
}

/** The share before the change and after it, over the weeks that each holds for. */
function Steps({ figure: { change, points }, axis, y }: Pick<Props, 'figure'> & { axis: TrendAxis; y: (share: number) => number }) {
  if (change.state !== 'found') return null
  const last = points.findLast(({ share }) => share !== null)!
  const [from, at, to] = [axis.at(points[0]!.first), axis.at(change.first), axis.after(last)]
  return (
    <path
      d={`M${from} ${y(change.before)}H${at}M${at} ${y(change.after)}H${to}`}
      className="fill-none stroke-refused" strokeWidth={2.5}
    />
  )
}

type LinesProps = Pick<Props, 'figure'> & { axis: TrendAxis; floor: number }

/** Where a rule changed, numbered as in the list below; broken where only the month is known, or only talk. */
function RuleLines({ figure: { rules }, axis, floor }: LinesProps) {
  const places = axis.apart(rules.map(({ date }) => date.length === 7 ? `${date}-01` : date))
  return rules.map((rule, i) => {
    const { line, mark } = places[i]!
    const isSure = rule.precision === 'day' && rule.confidence !== 'rumoured'
    return (
      <g key={rule.id}>
        <path d={`M${mark} 22L${line} 32V${floor}`} className="fill-none stroke-accent" strokeDasharray={isSure ? undefined : '3 3'} />
        <circle cx={mark} cy={11} r={10.5} className="fill-paper stroke-accent" />
        <text x={mark} y={16} textAnchor="middle" className="fill-accent">{i + 1}</text>
      </g>
    )
  })
}

function Filling({ figure: { points }, axis, floor, words, size }: LinesProps & { words: Words; size: ChartSize }) {
  const first = points.find(({ filling }) => filling)
  if (!first) return null
  const id = `filling-${size.name}`
  const [from, to] = [axis.at(first.first), axis.after(points.at(-1)!)]
  return (
    <g>
      <pattern id={id} width={8} height={8} patternUnits="userSpaceOnUse">
        <path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" className="stroke-edge" opacity={0.7} />
      </pattern>
      <rect x={from} y={top} width={Math.max(2, to - from)} height={floor - top} fill={`url(#${id})`} />
      <HaloText soft x={to} y={top - 6} textAnchor="end">{words.trend.filling}</HaloText>
    </g>
  )
}
