import type { Words } from '@/messages/words'
import { sayShare, sayShareLimits } from '../figures/say'
import { sayCounted } from '../figures/say-outcome'
import type { NamedShare } from './named-shares'

type Props = {
  shares: readonly NamedShare[]
  words: Words
  /** The shares pulled towards their average, by code; empty where there are none. */
  pooled: ReadonlyMap<string, number>
}

/** Shares in numbers: x, n, the share and its limits; what is held back says so. */
export function ShareTable({ shares, words, pooled }: Props) {
  const { stats, paths } = words
  const { columns } = stats
  const isShared = shares.some(({ share }) => share !== null)
  return (
    <table>
      <thead>
        <tr>
          <td /><th scope="col">{columns.x}</th>
          {isShared && <><th scope="col">{columns.share}</th><th scope="col">{columns.limits}</th></>}
          {pooled.size > 0 && <th scope="col">{paths.pooledColumn}</th>}
        </tr>
      </thead>
      <tbody>
        {shares.map(share => (
          <tr key={share.code}>
            <th scope="row">{share.name}</th>
            {share.x === null
              ? <td colSpan={pooled.size > 0 ? 4 : 3} className="text-soft">{stats.fewReports}</td>
              : (
                  <>
                    <td>{stats.xOfN(share.x, share.n)}</td>
                    {isShared && <td>{share.share === null ? stats.unknown : share.x === 0 ? sayCounted(share, words) : sayShare(share.share, words)}</td>}
                    {isShared && <td>{sayShareLimits(share, words) ?? stats.unknown}</td>}
                    {pooled.size > 0 && <td>{pooled.has(share.code) ? sayShare(pooled.get(share.code)!, words) : stats.unknown}</td>}
                  </>
                )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
