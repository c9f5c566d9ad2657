import { stages } from '@/domain/codes'
import { settledAfterDays } from '@/domain/statistics/settled'
import type { Words } from '@/messages/words'

/** After how many days a month of each stage carries the headline. */
export function SettledTable({ words: { method, codes } }: { words: Words }) {
  return (
    <table className="mt-2">
      <tbody>
        {stages.map(stage => (
          <tr key={stage}>
            <th scope="row">{codes.stage[stage]}</th>
            <td className="whitespace-nowrap">{method.settledDays(settledAfterDays[stage])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
