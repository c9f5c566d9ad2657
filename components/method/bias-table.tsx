import table from '@/domain/simulation/bias-table.json'
import type { Words } from '@/messages/words'

/** The ways, the product's first. */
export const ways = [
  'settled', 'from_start', 'delayed_entry', 'finished_only', 'mixed_entry', 'grace', 'until_now',
] as const
export type Way = (typeof ways)[number]

/** The medians in numbers: a row for each habit of reporting, a column for each way. */
export function BiasTable({ words: { method } }: { words: Words }) {
  const say = (median: number | string) =>
    typeof median === 'number' ? median.toFixed(2) : median === 'not_reached' ? method.notReached : method.noData
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{method.biasHabit}</th>
          {ways.map(way => <th key={way} scope="col">{method.ways[way]}</th>)}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ reporting, days, medians }) => (
          <tr key={`${reporting} ${days}`}>
            <th scope="row">{method.biasRow(method.reporting[reporting] ?? reporting, days)}</th>
            {ways.map(way => <td key={way}>{say(medians[way])}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
