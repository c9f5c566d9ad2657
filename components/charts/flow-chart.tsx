import type { RepairPath, RepairsFigure } from '@/domain/figures/repairs'
import type { Words } from '@/messages/words'
import { Chart } from './chart'
import type { PicturePlace } from './picture-links'
import { flowOf, type FlowRibbon } from './flow-layout'
import { HaloText } from './halo-text'
import type { ChartSize } from './size'

type Props = { figure: RepairsFigure; title: string; words: Words; picture?: PicturePlace }

// A phone has room for the ways most people went, one below the other; the table has all.
const mostOnPhone = 8
const rowHeight = 84
const flowSize = 330

/** How a verdict looks at the end of a way. */
const looks: Record<string, { wash: string; ink: string; bar: string }> = {
  passed: { wash: 'fill-approved-wash', ink: 'fill-approved', bar: 'stroke-approved' },
  without_name: { wash: 'fill-approved-wash', ink: 'fill-approved', bar: 'stroke-approved' },
  refused: { wash: 'fill-refused-wash', ink: 'fill-refused', bar: 'stroke-refused' },
  failed: { wash: 'fill-refused-wash', ink: 'fill-refused', bar: 'stroke-refused' },
  left: { wash: 'fill-left-wash', ink: 'fill-left', bar: 'stroke-left' },
  waiting: { wash: 'fill-waiting-wash', ink: 'fill-waiting', bar: 'stroke-waiting' },
}

/** From the reason of a refusal over what was done to the next verdict: ribbons on a desk, rows on a phone. */
export function FlowChart({ figure, title, words, picture }: Props) {
  const { paths: say, stats } = words
  const { paths } = figure
  const names = (path: RepairPath) => namesOfPath(path, words)
  return (
    <Chart
      title={title}
      label={say.repairsLabel(paths.slice(0, mostOnPhone).map(path => say.repairsPart(...names(path), path.n)).join(stats.sentenceJoin))}
      height={({ name }) => (name === 'desk' ? headHeight + flowOf(paths, flowSize).height + 6 : Math.min(paths.length, mostOnPhone) * rowHeight)}
      draw={size => (size.name === 'desk' ? <Ribbons {...{ paths, words, size }} /> : <Rows {...{ paths, words, size }} />)}
      caption={(
        <>
          {say.repairsCaption}
          {paths.length > mostOnPhone && <span className="sm:hidden">{say.repairsPhone(mostOnPhone)}</span>}
        </>
      )}
      table={<PathTable paths={paths} words={words} />}
      tableName={stats.table}
      picture={picture}
    />
  )
}

type DrawingProps = { paths: readonly RepairPath[]; words: Words; size: ChartSize }

const headHeight = 34
const node = 7

function Ribbons({ paths, words, size: { width } }: DrawingProps) {
  const { paths: say } = words
  const flow = flowOf(paths, flowSize)
  const at = [0, width / 2 - node, width - node]
  const heads = [say.columns.reason, say.columns.change, say.columns.next]
  return (
    <>
      {heads.map((head, i) => (
        <text key={head} x={i === 2 ? width : at[i]} y={16} textAnchor={i === 2 ? 'end' : 'start'} className="fill-soft">{head}</text>
      ))}
      <g transform={`translate(0,${headHeight})`}>
        {flow.ribbons.map((ribbon, i) => (
          <path key={i} d={ribbonPath(ribbon, at[ribbon.column]! + node, at[ribbon.column + 1]!)} className={looks[ribbon.path.next]!.wash} opacity={0.85} />
        ))}
        {flow.nodes.map(({ code, column, n, y, height }) => {
          const names = [{ ...words.codes.reason, various: say.variousReasons }, say.change, say.verdict][column] as Record<string, string>
          const middle = y + Math.max(height, 1) / 2 + 5
          return (
            <g key={`${column}.${code}`}>
              <rect x={at[column]} y={y} width={node} height={height} className={column === 2 ? looks[code]!.ink : 'fill-edge'} />
              <HaloText
                x={column === 2 ? at[2]! - 8 : at[column]! + node + 8} y={Math.max(middle, y + 15)}
                textAnchor={column === 2 ? 'end' : 'start'}
              >
                {`${names[code]} ${n}`}
              </HaloText>
            </g>
          )
        })}
      </g>
    </>
  )
}

function ribbonPath({ from, to, height }: FlowRibbon, left: number, right: number): string {
  const middle = (left + right) / 2
  return `M${left} ${from}C${middle} ${from} ${middle} ${to} ${right} ${to}v${height}C${middle} ${to + height} ${middle} ${from + height} ${left} ${from + height}Z`
}

function Rows({ paths, words, size: { width } }: DrawingProps) {
  const most = Math.max(...paths.map(({ n }) => n))
  return paths.slice(0, mostOnPhone).map((path, i) => {
    const [reason, change, next] = namesOfPath(path, words)
    const long = path.n / most * (width * 0.45)
    return (
      <g key={i} transform={`translate(0,${i * rowHeight})`}>
        <text x={0} y={18} className="fill-ink">{reason}</text>
        <text x={0} y={40} className="fill-soft">{`→ ${change}`}</text>
        <rect x={0.5} y={50} width={Math.max(2, long)} height={16} className={`${looks[path.next]!.wash} ${looks[path.next]!.bar}`} />
        <text x={long + 10} y={63} className={looks[path.next]!.ink}>{`${next} ${path.n}`}</text>
      </g>
    )
  })
}

function PathTable({ paths, words: { paths: say, codes } }: { paths: readonly RepairPath[]; words: Words }) {
  const { columns } = say
  return (
    <table>
      <thead>
        <tr>{[columns.reason, columns.change, columns.next, columns.n].map(head => <th key={head} scope="col">{head}</th>)}</tr>
      </thead>
      <tbody>
        {paths.map(path => {
          const [reason, change, next] = namesOfPath(path, { paths: say, codes })
          return (
            <tr key={`${path.reason}.${path.change}.${path.next}`}>
              <th scope="row">{reason}</th><td>{change}</td><td>{next}</td><td>{path.n}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** A way in words: why, what was done, what came of it. */
export function namesOfPath({ reason, change, next }: RepairPath, { codes, paths }: Pick<Words, 'codes' | 'paths'>): [string, string, string] {
  return [
    reason === 'various' ? paths.variousReasons : codes.reason[reason as keyof typeof codes.reason], paths.change[change as keyof typeof paths.change],
    paths.verdict[next as keyof typeof paths.verdict],
  ]
}
