import type { ComparisonFigure } from '@/domain/figures/comparison'
import type { GapShare } from '@/domain/figures/two-groups'
import type { Words } from '@/messages/words'
import { groupName, sayChance, sayGap, sayVerdict } from '../figures/comparison-words'
import { sayLength, sayShare, sayShareLimits } from '../figures/say'

/** Two groups in numbers at the natural times, and in words whether chance alone could do it. */
export function ComparisonTable({ figure, words }: { figure: ComparisonFigure; words: Words }) {
  const { compare } = words
  const heads = [
    compare.columns.by, ...figure.groups.map(({ code }) => groupName(figure, code, words)), compare.columns.gap,
    compare.columns.verdict,
  ]
  return (
    <>
      <table>
        <thead><tr>{heads.map(head => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {figure.times.map(time => (
            <tr key={time.t}>
              <th scope="row">{sayLength(time.t, figure.scale, words)}</th>
              <td>{cell(time.first, words)}</td>
              <td>{cell(time.second, words)}</td>
              <td>{time.gap ? sayGap(time.gap, words) : words.stats.unknown}</td>
              <td>{sayVerdict(time, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 whitespace-normal"><b>{compare.chanceTitle}</b> {sayChance(figure, words)}</p>
    </>
  )
}

function cell(share: GapShare | null, words: Words): string {
  return share ? `${sayShare(share.value, words)} (${sayShareLimits(share, words)})` : words.stats.unknown
}
