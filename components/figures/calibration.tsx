import type { CalibrationFigure, CalibrationLine, Kept } from '@/domain/figures/calibration'
import type { Stage } from '@/domain/codes'
import type { Words } from '@/messages/words'
import { Chart } from '../charts/chart'
import { HaloText } from '../charts/halo-text'
import type { ChartSize } from '../charts/size'
import { Emphasised } from './emphasised'
import { sayShare, sayShareLimits } from './say'

type Props = { figure: CalibrationFigure; words: Words }
type Line = { name: string; line: CalibrationLine }

/** Whether forecasts came out as often as they promised: a sentence, its weight, a drawing by stage and the table. */
export function Calibration({ figure, words }: Props) {
  const { estimate: { calibration }, stats } = words
  const lines: Line[] = [
    { name: calibration.all, line: figure }, ...figure.stages.map(line => ({ name: stageWords(line.stage, words), line })),
  ]
  const { inside } = figure
  return (
    <>
      <p className="finding mt-2"><Emphasised text={calibrationSentence(figure, words)} /></p>
      <p className="weight mt-2">{calibrationWeight(figure, words)}</p>
      <p className="weight mt-1">{calibration.how}</p>
      {inside && (
        <Chart
          title={calibration.chartTitle(sayShare(inside.share, words))}
          label={calibration.chartLabel}
          height={size => drawn(lines).length * rowHeight[size.name] + axisHeight}
          draw={size => <Drawing lines={drawn(lines)} words={words} size={size} />}
          caption={calibration.chartLabel}
          table={<CalibrationTable lines={lines} words={words} />}
          tableName={stats.table}
          picture={{ chart: 'method-calibration', search: '', words }}
        />
      )}
    </>
  )
}

export function calibrationSentence({ n, suppressed, inside }: CalibrationFigure, words: Words): string {
  const { estimate: { calibration } } = words
  if (suppressed) return calibration.few(n)
  if (!inside) return calibration.unknown
  const said = [sayShare(inside.share, words), sayShareLimits(inside, words) ?? ''] as const
  if (inside.upper < inside.promised) return calibration.narrow(...said)
  return inside.lower > inside.promised ? calibration.wide(...said) : calibration.holds(...said)
}

/** Of how many forecasts. */
export function calibrationWeight({ n, ended, waiting, left_out }: CalibrationFigure, { stats, estimate: { calibration } }: Words): string {
  const counted = ended !== null && waiting !== null && calibration.weight(n, ended, waiting)
  return [counted, left_out > 0 && calibration.leftOut(left_out)].filter(Boolean).join(stats.sentenceJoin)
    + stats.sentenceEnd
}

// The table says the stages in the words of the first review that has them.
const stageWords = (stage: Stage, { codes }: Words) => codes.stage[stage]

const drawn = (lines: readonly Line[]) => lines.filter(({ line }) => line.inside)

const rowHeight = { desk: 46, phone: 66 }
const axisHeight = 46
const promised = 0.8

function Drawing({ lines, words, size }: { lines: readonly Line[]; words: Words; size: ChartSize }) {
  const { stats, estimate: { calibration } } = words
  const desk = size.name === 'desk'
  const from = desk ? 220 : 8
  const to = size.width - (desk ? 60 : 8)
  const x = (share: number) => from + share * (to - from)
  const floor = lines.length * rowHeight[size.name]
  const middle = desk ? 24 : 44
  return (
    <>
      <path d={`M${x(promised)} 4V${floor}`} className="stroke-ink" strokeDasharray="3 3" />
      {[0, 0.25, 0.5, 0.75, 1].map(share => (
        <g key={share}>
          <path d={`M${x(share)} 4V${floor}`} className="stroke-hair" />
          <text x={x(share)} y={floor + 18} className="fill-soft" textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}>
            {stats.percent(share * 100)}
          </text>
        </g>
      ))}
      <text x={x(promised)} y={floor + 40} className="fill-ink" textAnchor="middle">{calibration.promised}</text>
      {lines.map(({ name, line: { inside, n } }, i) => (
        <g key={name} transform={`translate(0,${i * rowHeight[size.name]})`}>
          <HaloText x={0} y={desk ? 29 : 20}>{name}</HaloText>
          <Whisker kept={inside!} x={x} y={middle} />
          <HaloText soft x={size.width} y={desk ? 29 : 20} textAnchor="end">{n}</HaloText>
        </g>
      ))}
      <path d={`M${from} ${floor}H${to}`} className="stroke-edge" />
    </>
  )
}

function Whisker({ kept: { share, lower, upper }, x, y }: { kept: Kept; x: (share: number) => number; y: number }) {
  return (
    <g transform={`translate(0,${y})`}>
      <path d={`M${x(lower)} 0H${x(upper)}M${x(lower)} -5v10M${x(upper)} -5v10`} className="stroke-accent" strokeWidth={1.75} />
      <circle cx={x(share)} cy={0} r={5} className="fill-accent" />
    </g>
  )
}

function CalibrationTable({ lines, words }: { lines: readonly Line[]; words: Words }) {
  const { columns } = words.estimate.calibration
  return (
    <table>
      <thead>
        <tr>{Object.values(columns).map(head => <th key={head} scope="col">{head}</th>)}</tr>
      </thead>
      <tbody>
        {lines.map(({ name, line }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{line.n}</td>
            <td>{line.ended ?? words.stats.unknown}</td>
            {[line.inside, line.early, line.late, line.by_half, line.by_three_quarters].map((kept, k) => <td key={k}>{cell(kept, words)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function cell(kept: Kept | null, words: Words): string {
  return kept ? `${sayShare(kept.share, words)} (${sayShareLimits(kept, words)})` : words.stats.unknown
}
