import { minutesPerDay } from '@/domain/case/interval'
import type { DurationsFigure } from '@/domain/figures/durations'
import type { Words } from '@/messages/words'
import { nameOfStage } from '../cases/event-words'
import { sayLength, saySpells } from '../figures/say'
import { Chart } from './chart'
import type { PicturePlace } from './picture-links'
import type { ChartSize } from './size'
import { StageTable } from './stage-table'
import { timeAxis, TimeAxisLine, type TimeAxis } from './time-axis'

type Props = { figures: readonly DurationsFigure[]; words: Words; picture?: PicturePlace }

/** Where a row holds its parts, from its top; on a phone the count stands on a line of its own. */
const rows = {
  desk: { count: 16, bar: 48, axis: 66, height: 112 },
  phone: { count: 38, bar: 70, axis: 88, height: 134 },
}
const silentHeight = 50

/** Each stage as a bar on an axis of its own, minutes or days; what is too thin in words. */
export function StageBars({ figures, words, picture }: Props) {
  const { stats } = words
  const parts = figures.flatMap(figure => {
    const median = medianWords(figure, words)
    return median ? [stats.stageBarPart(nameOf(figure, words), median, saySpells(figure, words))] : []
  })
  return (
    <Chart
      title={titleOf(figures, words)}
      label={stats.stageBarsLabel(parts.join(stats.sentenceJoin) || stats.tooFewToDraw)}
      height={size => figures.reduce((sum, figure) => sum + heightOf(figure, size), 0)}
      draw={size => <Rows figures={figures} words={words} size={size} />}
      caption={figures.some(({ suppressed }) => !suppressed) && stats.stageBarsCaption}
      table={<StageTable figures={figures} words={words} />}
      tableName={stats.table}
      picture={picture}
    />
  )
}

/** Half wait from so long, in the shortest stage, to so long. */
function titleOf(figures: readonly DurationsFigure[], words: Words): string {
  const { stats } = words
  const minutes = ({ quantiles, scale }: DurationsFigure) => (quantiles['0.5'].value ?? 0) * (scale === 'day' ? minutesPerDay : 1)
  const said = figures.filter(({ quantiles }) => quantiles['0.5'].value !== null).sort((a, b) => minutes(a) - minutes(b))
  const [shortest, longest] = [said[0], said.at(-1)]
  if (!shortest || !longest || said.length < 2) return stats.stageTitle
  const median = (figure: DurationsFigure) => sayLength(figure.quantiles['0.5'].value!, figure.scale, words)
  return stats.stageTitleOf(median(shortest), nameOf(shortest, words), median(longest), nameOf(longest, words))
}

/** The median, or "> t" where half was not reached; null where it may not be said. */
export function medianWords({ quantiles, scale }: DurationsFigure, words: Words): string | null {
  const { value, more_than } = quantiles['0.5']
  if (value !== null) return sayLength(value, scale, words)
  return more_than === null ? null : words.stats.notReached(sayLength(more_than, scale, words))
}

const heightOf = ({ suppressed }: DurationsFigure, { name }: ChartSize) => (suppressed ? silentHeight : rows[name].height)

function Rows({ figures, words, size }: Props & { size: ChartSize }) {
  return figures.map((figure, i) => {
    const above = figures.slice(0, i).reduce((sum, before) => sum + heightOf(before, size), 0)
    return (
      <g key={figure.stage} transform={`translate(0,${above})`}>
        {figure.suppressed ? <Silent {...{ figure, words, size }} /> : <Bar {...{ figure, words, size }} />}
      </g>
    )
  })
}

type RowProps = { figure: DurationsFigure; words: Words; size: ChartSize }

function Bar({ figure, words, size }: RowProps) {
  const row = rows[size.name]
  const axis = axisOf(figure, size, words)
  const beyond = isOpen(figure) && figure.quantiles['0.5'].value !== null
  return (
    <>
      <text x={0} y={16} className="fill-ink">{nameOf(figure, words)}</text>
      <text x={size.width} y={16} textAnchor="end" className="fill-ink font-semibold">{medianWords(figure, words)}</text>
      <text
        x={size.name === 'desk' ? size.width / 2 : 0} y={row.count} textAnchor={size.name === 'desk' ? 'middle' : 'start'}
        className="fill-soft"
      >
        {barCount(figure, words)}
      </text>
      <g transform={`translate(0,${row.bar})`}>
        <Box figure={figure} axis={axis} />
        {beyond && (
          <text x={size.width} y={-14} textAnchor="end" className="fill-soft">
            {words.stats.notReached(sayLength(figure.last ?? 0, figure.scale, words))}
          </text>
        )}
      </g>
      <TimeAxisLine axis={axis} y={row.axis} />
    </>
  )
}

/** From a little before the fastest tenth to the slowest, or to where the rest was not reached. */
function axisOf(figure: DurationsFigure, size: ChartSize, words: Words): TimeAxis {
  const { quantiles, last, scale } = figure
  const shown = Object.values(quantiles).flatMap(({ value }) => value ?? [])
  const end = Math.max(...shown, isOpen(figure) ? last ?? 0 : 0, 2)
  const from = Math.max(1, Math.min(...shown.filter(t => t > 0), end) / 1.5)
  return timeAxis(scale, [from, end * 1.05], size.width, words)
}

const barCount = (figure: DurationsFigure, words: Words) =>
  words.stats.stageCount(saySpells(figure, words), figure.waiting ?? 0)

const nameOf = ({ stage, filter }: DurationsFigure, words: Words) => nameOfStage(stage, filter.process, words)

/** Tenth to nine tenths dashed, the middle half a box, the median a stroke; an arrow where the rest was not reached. */
function Box({ figure, axis }: { figure: DurationsFigure; axis: TimeAxis }) {
  const { quantiles, last } = figure
  const x = (name: keyof typeof quantiles) => {
    const { value } = quantiles[name]
    return value === null ? null : axis.at(value)
  }
  const [tenth, quarter, median, most, slowest] = [x('0.1'), x('0.25'), x('0.5'), x('0.75'), x('0.9')]
  const open = isOpen(figure) ? axis.at(last ?? 0) : null
  const right = slowest ?? open ?? most ?? median ?? quarter
  const boxEnd = most ?? (open === null ? median : open)
  // Where too few cases tell of the slow half, it is left open at the median.
  const isCut = most === null && open === null
  return (
    <>
      {tenth !== null && right !== null && (
        <path d={`M${tenth} 0H${right}`} className="stroke-left" strokeDasharray="2 4" strokeWidth={1.5} />
      )}
      {quarter !== null && boxEnd !== null && isCut && (
        <path d={`M${boxEnd} -8H${quarter}V8H${boxEnd}`} className="fill-left-wash stroke-left" />
      )}
      {quarter !== null && boxEnd !== null && !isCut && (
        <rect
          x={quarter} y={-8} width={Math.max(2, boxEnd - quarter)} height={16} rx={2}
          className="fill-left-wash stroke-left"
        />
      )}
      {open !== null && <path d={`M${open - 2} -6l8 6l-8 6`} className="fill-none stroke-left" strokeWidth={2} />}
      {median !== null && <path d={`M${median} -12v24`} className="stroke-ink" strokeWidth={3} />}
      {slowest !== null && <path d={`M${slowest} -6v12`} className="stroke-left" strokeWidth={2} />}
    </>
  )
}

/** Something it could say was not reached by the last time anybody was heard of. */
function isOpen({ quantiles }: DurationsFigure): boolean {
  return Object.values(quantiles).some(({ more_than }) => more_than !== null)
}

function reasonOf(figure: DurationsFigure, words: Words): string {
  const { stats } = words
  if (figure.suppressed === 'complement') return stats.coveredStage
  if (figure.suppressed === 'counting') return stats.countingStage
  return figure.suppressed === 'few_accounts' ? stats.tooFewStage : `${barCount(figure, words)} · ${stats.tooFewToDraw}`
}

function Silent({ figure, words, size }: RowProps) {
  return (
    <>
      <text x={0} y={18} className="fill-ink">{nameOf(figure, words)}</text>
      <text x={0} y={38} className="fill-soft">
        {reasonOf(figure, words)}
      </text>
      {size.name === 'desk' && <path d={`M0 47H${size.width}`} className="stroke-hair" />}
    </>
  )
}
