import type { OutcomesFigure } from '@/domain/figures/outcomes'
import type { Words } from '@/messages/words'
import { sayOutcome } from '../figures/say-outcome'

/** What had become of the cases by the days people ask about. */
export function OutcomeTable({ figure: { endings, table }, words }: { figure: OutcomesFigure; words: Words }) {
  const { stats, codes } = words
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{stats.columns.day}</th>
          {endings.map(ending => <th key={ending} scope="col">{codes.ending[ending]}</th>)}
          <th scope="col">{stats.endWaiting}</th>
        </tr>
      </thead>
      <tbody>
        {table.map(row => (
          <tr key={row.day}>
            <th scope="row">{stats.tableDay(row.day)}</th>
            {row.endings && row.waiting
              ? [...row.endings, row.waiting].map((share, k) => (
                  <td key={k}>{sayOutcome(share, words)}</td>
                ))
              : <td colSpan={endings.length + 1} className="text-soft">{stats.notFollowed}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
