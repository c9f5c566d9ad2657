import { scaleLog } from 'd3-scale'
import table from '@/domain/simulation/bias-table.json'
import type { Words } from '@/messages/words'
import { Chart } from '../charts/chart'
import { HaloText } from '../charts/halo-text'
import type { ChartSize } from '../charts/size'
import { BiasTable, ways, type Way } from './bias-table'

const rowHeight = 50
const axisHeight = 34
const axisDays = [3, 5, 8, 12]

/** Seven ways to compute one median whose truth is known, a dot for each habit of reporting. */
export function BiasChart({ words }: { words: Words }) {
  const { method, stats } = words
  const say = (days: number) => days.toFixed(2)
  const [from, to] = rangeOf('settled', 120)
  const least = Math.min(...ways.filter(way => way !== 'settled').map(way => rangeOf(way, 120)[0]))
  const title = method.biasFinding(say(table.true_median), say(from), say(to), least.toFixed(1))
  const parts = ways.map(way => method.biasPart(method.ways[way], ...rangeOf(way, 120).map(say) as [string, string]))
  return (
    <Chart
      title={title}
      label={method.biasLabel(title, parts.join(stats.sentenceJoin))}
      height={() => ways.length * rowHeight + axisHeight}
      draw={size => <Drawing size={size} words={words} />}
      caption={method.biasCaption}
      table={<BiasTable words={words} />}
      tableName={stats.table}
      picture={{ chart: 'method-bias', search: '', words }}
    />
  )
}

function Drawing({ size: { width }, words: { method } }: { size: ChartSize; words: Words }) {
  const floor = ways.length * rowHeight
  const x = scaleLog([2, 15], [0, width - 12])
  return (
    <>
      <path d={`M${x(table.true_median)} 4V${floor}`} className="stroke-ink" strokeDasharray="3 3" />
      {ways.map((way, i) => (
        <g key={way} transform={`translate(0,${i * rowHeight})`}>
          <HaloText x={0} y={18}>{method.ways[way]}</HaloText>
          <path d={`M0 36H${width}`} className="stroke-hair" />
          {table.rows.map(({ reporting, days, medians }) => {
            const median = medians[way]
            if (median === 'no_data') return null
            const at = typeof median === 'number' ? x(median) : width - 5
            const look = days < 100 ? 'fill-paper' : way === 'settled' ? 'fill-approved' : 'fill-refused'
            return (
              <circle
                key={`${reporting} ${days}`} cx={at} cy={36} r={5} strokeWidth={1.5}
                className={`${look} ${way === 'settled' ? 'stroke-approved' : 'stroke-refused'}`}
              />
            )
          })}
        </g>
      ))}
      <path d={`M0 ${floor}H${width}`} className="stroke-edge" />
      {axisDays.map(days => (
        <g key={days}>
          <path d={`M${x(days)} ${floor}v5`} className="stroke-edge" />
          <text x={x(days)} y={floor + 22} textAnchor="middle" className="fill-soft">
            {method.days(String(days))}
          </text>
        </g>
      ))}
    </>
  )
}

/** The smallest and largest median of a way over the habits of reporting, on a site of so many days. */
export function rangeOf(way: Way, days: number): [number, number] {
  const medians = table.rows.filter(row => row.days === days).map(({ medians }) => medians[way])
    .filter(median => typeof median === 'number')
  return [Math.min(...medians), Math.max(...medians)]
}
