import type { Ending } from '@/domain/codes'
import type { OutcomeShare } from '@/domain/statistics/outcomes'
import { HatchPattern } from './ending-legend'
import { EndingPatterns, endingLooks, patternOf } from './ending-looks'
import { ShareLines } from './share-lines'
import type { ChartSize } from './size'

type Ended = Exclude<Ending, 'waiting'>

/** One stack of a row of them. `stack` is null where it may not be drawn; `above` says how many, or that it is too few. */
export type StackColumn = {
  key: string
  label: string
  /** A second line beneath, as a year. */
  below?: string
  above: string
  stack: readonly OutcomeShare[] | null
  waiting: OutcomeShare | null
  /** May still change: hatched, with a dashed frame. */
  isOpen?: boolean
}

type Props = {
  columns: readonly StackColumn[]; endings: readonly Ended[]; size: ChartSize; prefix: string; percent: (n: number) => string
}

const top = 34
const bottom = 52

export const columnsHeight = ({ name }: ChartSize) => (name === 'desk' ? 320 : 280)

/** Stacks side by side, each 100 % high: the good end at the foot, those who still wait on top. */
export function StackColumns({ columns, endings, size, prefix: name, percent }: Props) {
  const prefix = `${size.name}-${name}`
  const floor = columnsHeight(size) - bottom
  const y = (share: number) => floor - share * (floor - top)
  const slot = Math.min(120, (size.width - axis) / Math.max(1, columns.length))
  const width = Math.min(56, slot * 0.72)
  return (
    <>
      <EndingPatterns prefix={prefix} endings={endings} />
      <HatchPattern id={`${prefix}-hatch`} />
      <ShareLines y={y} width={size.width} percent={percent} />
      {columns.map((column, i) => (
        <g key={column.key} transform={`translate(${axis + i * slot + slot / 2},0)`}>
          <text y={top - 12} textAnchor="middle" className="fill-soft">{column.above}</text>
          {column.stack && column.waiting && <Stack {...{ column, endings, prefix, width, y }} />}
          <text y={floor + 20} textAnchor="middle" className="fill-ink">{column.label}</text>
          {column.below && <text y={floor + 42} textAnchor="middle" className="fill-soft">{column.below}</text>}
        </g>
      ))}
      <path d={`M0 ${floor}H${size.width}`} className="stroke-edge" />
    </>
  )
}

// Room for "100%" beside the first column.
const axis = 44

type StackProps = { column: StackColumn; endings: readonly Ended[]; prefix: string; width: number; y: (share: number) => number }

function Stack({ column: { stack, isOpen }, endings, prefix, width, y }: StackProps) {
  const left = -width / 2
  let sum = 0
  const parts = stack!.map(({ share }, k) => ({ ending: endings[k]!, from: sum, to: (sum += share) }))
  return (
    <>
      <rect x={left} y={y(1)} width={width} height={y(0) - y(1)} className="fill-paper stroke-waiting" />
      {parts.filter(({ from, to }) => to > from).map(({ ending, from, to }) => (
        <g key={ending}>
          <rect x={left} y={y(to)} width={width} height={y(from) - y(to)} fill={patternOf(prefix, ending)} />
          <path d={`M${left} ${y(to)}h${width}`} className={endingLooks[ending].stroke} strokeWidth={1.5} />
        </g>
      ))}
      {isOpen && <rect x={left} y={y(1)} width={width} height={y(0) - y(1)} fill={`url(#${prefix}-hatch)`} />}
      <rect
        x={left} y={y(1)} width={width} height={y(0) - y(1)} className={`fill-none ${isOpen ? 'stroke-edge' : 'stroke-left'}`}
        strokeDasharray={isOpen ? '4 3' : undefined}
      />
    </>
  )
}
