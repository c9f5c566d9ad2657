import type { ReactNode } from 'react'
import type { Words } from '@/messages/words'
import { Chart } from './chart'
import { HaloText } from './halo-text'
import type { ChartSize } from './size'

/** A figure under one assumption: where it would lie (`high` null: open to the right), `said` in words; not drawn without `low`. */
export type RangeBar = { name: string; low: number | null; high: number | null; said: string }

type Props = {
  title: string
  bars: readonly RangeBar[]
  /** The figure itself, a line through all bars. */
  at: number
  axis: (size: ChartSize) => { at: (value: number) => number; line: (y: number) => ReactNode }
  caption: ReactNode
  words: Words
}

/** On a phone the words stand beneath the bar. */
const rowHeights = { desk: 52, phone: 76 }
const axisHeight = 34

/** Ranges one under the other, to be held against the figure they are ranges of. */
export function RangeBars({ title, bars, at, axis, caption, words: { method, stats } }: Props) {
  return (
    <Chart
      title={title}
      label={`${title}${stats.sentenceEnd} ${bars.map(({ name, said }) => stats.outcomePart(name, said)).join(stats.sentenceJoin)}`}
      height={({ name }) => bars.length * rowHeights[name] + axisHeight}
      draw={size => <Drawing bars={bars} at={at} axis={axis(size)} size={size} />}
      caption={caption}
      table={<RangeTable bars={bars} columns={method.columns} />}
      tableName={stats.table}
    />
  )
}

type DrawingProps = Pick<Props, 'bars' | 'at'> & { axis: ReturnType<Props['axis']>; size: ChartSize }

function Drawing({ bars, at, axis, size }: DrawingProps) {
  const rowHeight = rowHeights[size.name]
  const floor = bars.length * rowHeight
  return (
    <>
      <path d={`M${axis.at(at)} 24V${floor}`} className="stroke-line" strokeDasharray="3 3" />
      {bars.map((bar, i) => (
        <g key={bar.name} transform={`translate(0,${i * rowHeight})`}>
          <HaloText x={0} y={18}>{bar.name}</HaloText>
          {size.name === 'desk'
            ? <HaloText x={size.width} y={18} textAnchor="end">{bar.said}</HaloText>
            : <HaloText soft x={0} y={58}>{bar.said}</HaloText>}
          {bar.low !== null && <Bar from={axis.at(bar.low)} to={bar.high === null ? size.width : axis.at(bar.high)} isOpen={bar.high === null} />}
          {bar.low !== null && <circle cx={axis.at(at)} cy={35} r={4.5} className="fill-ink" />}
        </g>
      ))}
      {axis.line(floor)}
    </>
  )
}

function Bar({ from, to, isOpen }: { from: number; to: number; isOpen: boolean }) {
  const ends = `M${from} 30v10${isOpen ? `M${to - 7} 30l7 5l-7 5` : `M${to} 30v10`}`
  return (
    <g>
      <rect x={from} y={31} width={Math.max(1, to - from)} height={8} className="fill-approved-wash" />
      <path d={`M${from} 35H${to}${ends}`} className="fill-none stroke-accent" strokeWidth={1.75} />
    </g>
  )
}

function RangeTable({ bars, columns }: { bars: readonly RangeBar[]; columns: { case: string; range: string } }) {
  return (
    <table>
      <thead><tr><th scope="col">{columns.case}</th><th scope="col">{columns.range}</th></tr></thead>
      <tbody>{bars.map(({ name, said }) => <tr key={name}><th scope="row">{name}</th><td>{said}</td></tr>)}</tbody>
    </table>
  )
}
