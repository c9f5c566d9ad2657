import type { NamesFigure } from '@/domain/figures/names'
import type { Share } from '@/domain/statistics/shares'
import type { Words } from '@/messages/words'
import { sayShare, sayShareLimits } from './say'
import { sayCounted } from './say-outcome'

/** Names by pattern in numbers: told either, told to rename, told to prove. */
export function NamesTable({ figure, words }: { figure: NamesFigure; words: Words }) {
  const { stats, codes } = words
  const { columns } = stats
  return (
    <table>
      <thead>
        <tr>
          {[stats.filter.pattern, columns.either, columns.rename, columns.proof].map(head => (
            <th key={head} scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figure.patterns.map(({ pattern, either, rename, proof }) => (
          <tr key={pattern}>
            <th scope="row">{codes.namePattern[pattern as keyof typeof codes.namePattern]}</th>
            {either.x === null
              ? <td colSpan={3} className="text-soft">{stats.fewReports}</td>
              : [either, rename, proof].map((share, i) => <td key={i}>{cell(share, words)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function cell(share: Share, words: Words): string {
  const count = words.stats.xOfN(share.x ?? 0, share.n)
  if (share.share === null) return count
  if (share.x === 0) return sayCounted(share, words)
  const limits = sayShareLimits(share, words)
  return `${count} · ${sayShare(share.share, words)}${limits ? ` (${limits})` : ''}`
}
