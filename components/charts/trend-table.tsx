import type { TrendFigure, TrendPoint } from '@/domain/figures/trend'
import type { Words } from '@/messages/words'
import { sayLength, sayShare, sayShareLimits } from '../figures/say'
import { sayDate } from '../figures/trend-words'

/** The trend in numbers, a row for each week or month; what is held back says so. */
export function TrendTable({ figure, words }: { figure: TrendFigure; words: Words }) {
  const { columns } = words.trend
  const withMedian = figure.measure === 'answered'
  const heads = [columns.period, columns.n, columns.ended, columns.share, columns.limits, ...(withMedian ? [columns.median] : [])]
  return (
    <table>
      <thead><tr>{heads.map(head => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>
        {figure.points.filter(({ n }) => n !== 0).map(point => (
          <tr key={point.first}>
            <th scope="row">{sayPeriod(point, figure, words)}</th>
            <Numbers point={point} figure={figure} words={words} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Numbers({ point, figure, words }: { point: TrendPoint; figure: TrendFigure; words: Words }) {
  const { stats, trend } = words
  const { n, ended, share, median, filling } = point
  if (n === null) return <td colSpan={5} className="text-soft">{trend.hidden}</td>
  if (filling) return <><td>{n}</td><td colSpan={4} className="text-soft">{trend.filling}</td></>
  return (
    <>
      <td>{n}</td>
      <td>{ended ?? stats.unknown}</td>
      <td>{share === null ? stats.unknown : sayShare(share, words)}</td>
      <td>{sayShareLimits(point, words) ?? (point.suppressed ? stats.unknown : trend.lost)}</td>
      {figure.measure === 'answered' && <td>{median === null ? stats.unknown : sayLength(median, figure.within.scale, words)}</td>}
    </>
  )
}

function sayPeriod({ first }: TrendPoint, { period }: TrendFigure, words: Words): string {
  if (period === 'week') return sayDate(first, words)
  const [year = 0, month = 0] = first.split('-').map(Number)
  return words.rules.sayMonth(year, month)
}
