import type { Ending } from '@/domain/codes'
import type { OutcomeShare } from '@/domain/statistics/outcomes'
import { EndingPatterns, endingLooks, patternOf } from './ending-looks'
import { HaloText } from './halo-text'
import type { ChartSize } from './size'

type Ended = Exclude<Ending, 'waiting'>

/** One stack lying down. `note` stands in its place where it may not be drawn. */
export type StackRow = { key: string; name: string; count: string; stack: readonly OutcomeShare[] | null; note: string }

type Props = { rows: readonly StackRow[]; looks: readonly Ended[]; size: ChartSize; prefix: string; percent: (n: number) => string }

const rowHeight = 58
const foot = 32

export const rowsHeight = (rows: number) => rows * rowHeight + foot

/** Stacks one under the other, each 100 % wide: the good end at the left, those who still wait at the right. */
export function StackRows({ rows, looks, size, prefix: name, percent }: Props) {
  const prefix = `${size.name}-${name}`
  const floor = rows.length * rowHeight
  const x = (share: number) => share * size.width
  return (
    <>
      <EndingPatterns prefix={prefix} endings={looks} />
      {rows.map(({ key, name, count, stack, note }, i) => (
        <g key={key} transform={`translate(0,${i * rowHeight})`}>
          <HaloText x={0} y={18}>{name}</HaloText>
          <HaloText soft x={size.width} y={18} textAnchor="end">{count}</HaloText>
          {stack ? <Row stack={stack} looks={looks} prefix={prefix} x={x} /> : <text x={0} y={42} className="fill-soft">{note}</text>}
        </g>
      ))}
      {[0, 0.5, 1].map(share => (
        <text
          key={share} x={x(share)} y={floor + 20} className="fill-soft"
          textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
        >
          {percent(share * 100)}
        </text>
      ))}
    </>
  )
}

type RowProps = { stack: readonly OutcomeShare[]; looks: readonly Ended[]; prefix: string; x: (share: number) => number }

function Row({ stack, looks, prefix, x }: RowProps) {
  let sum = 0
  const parts = stack.map(({ share }, k) => ({ look: looks[k]!, from: sum, to: (sum += share) })).filter(({ from, to }) => to > from)
  return (
    <g transform="translate(0,26)">
      <rect x={0.5} width={x(1) - 1} height={20} className="fill-paper stroke-waiting" />
      {parts.map(({ look, from, to }) => (
        <g key={look}>
          <rect x={x(from)} width={x(to) - x(from)} height={20} fill={patternOf(prefix, look)} />
          <path d={`M${x(to)} 0v20`} className={endingLooks[look].stroke} strokeWidth={1.5} />
        </g>
      ))}
      <rect x={0.5} width={x(1) - 1} height={20} className="fill-none stroke-left" />
    </g>
  )
}
