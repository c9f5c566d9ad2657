import type { DurationsFigure } from '@/domain/figures/durations'
import { durationQuantiles, type DurationQuantile } from '@/domain/statistics/durations'
import { isSilent } from '@/domain/statistics/suppression'
import type { Words } from '@/messages/words'
import { nameOfStage } from '../cases/event-words'
import { sayLength, saySpells, sayWaitLimits } from '../figures/say'

/** The stages in numbers: a row each, the quantiles that may be said. */
export function StageTable({ figures, words }: { figures: readonly DurationsFigure[]; words: Words }) {
  const { stats: { columns } } = words
  const heads = [
    columns.stage, columns.n, columns.waiting, columns.fastest, columns.quarter, columns.median, columns.threeQuarters,
    columns.slowest,
  ]
  return (
    <table>
      <thead><tr>{heads.map(head => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>
        {figures.map(figure => (
          <tr key={figure.stage}>
            <th scope="row">{nameOfStage(figure.stage, figure.filter.process, words)}</th>
            {isSilent(figure.suppressed)
              ? <td colSpan={heads.length - 1} className="text-soft">{sayHeldBack(figure, words)}</td>
              : (
                  <>
                    <td>{figure.n === figure.case_count ? figure.n : saySpells(figure, words)}</td>
                    <td>{figure.waiting}</td>
                    {durationQuantiles.map(name => (
                      <td key={name}>{cell(figure, name, words)}</td>
                    ))}
                  </>
                )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function sayHeldBack({ suppressed }: DurationsFigure, { stats }: Words): string {
  if (suppressed === 'counting') return stats.countingStage
  return suppressed === 'complement' ? stats.coveredStage : stats.fewReports
}

function cell({ quantiles, scale }: DurationsFigure, name: DurationQuantile, words: Words): string {
  const { stats } = words
  const { value, lower, upper, more_than } = quantiles[name]
  if (value === null) return more_than === null ? stats.unknown : stats.notReached(sayLength(more_than, scale, words))
  const limits = name === '0.5' ? sayWaitLimits({ lower, upper }, scale, words) : null
  return limits ? `${sayLength(value, scale, words)} (${limits})` : sayLength(value, scale, words)
}
