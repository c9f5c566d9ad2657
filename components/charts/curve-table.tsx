import type { DurationsFigure, WaitPoint } from '@/domain/figures/durations'
import type { Words } from '@/messages/words'
import { sayLength, sayShare, sayShareLimits } from '../figures/say'

// Every step of a long curve is in the download; a table is for reading.
const mostRows = 40

/** The curve in numbers: who was still followed, and the share with an answer. */
export function CurveTable({ figure: { curve, scale }, words }: { figure: DurationsFigure; words: Words }) {
  const { stats } = words
  const { columns } = stats
  const steps = oncePerTime(curve, ({ t }) => sayLength(t, scale, words))
  const every = Math.ceil(steps.length / mostRows)
  const rows = steps.filter((_, i) => i % every === 0 || i === steps.length - 1)
  return (
    <table>
      <thead>
        <tr>
          {[columns.time, columns.atRisk, columns.answered, columns.limits].map(head => <th key={head} scope="col">{head}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ t, at_risk, survival, lower, upper }) => (
          <tr key={t}>
            <th scope="row">{sayLength(t, scale, words)}</th>
            <td>{at_risk}</td>
            <td>{sayShare(1 - survival, words)}</td>
            <td>{sayShareLimits(upsideDown({ lower, upper }), words) ?? stats.unknown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Of steps whose times read the same the last, where the curve has come by then. */
function oncePerTime(curve: readonly WaitPoint[], say: (point: WaitPoint) => string): WaitPoint[] {
  return curve.filter((point, i) => i === curve.length - 1 || say(curve[i + 1]!) !== say(point))
}

/** The limits of the share with an answer, from those of the share without. */
function upsideDown({ lower, upper }: { lower: number | null; upper: number | null }) {
  return { lower: upper === null ? null : 1 - upper, upper: lower === null ? null : 1 - lower }
}
