import type { EstimateFigure, EstimateStep } from '@/domain/figures/estimate'
import { writeEstimate } from '@/domain/figures/estimate-address'
import type { Words } from '@/messages/words'
import { Chart } from '../charts/chart'
import { EndingPatterns, endingLooks, patternOf } from '../charts/ending-looks'
import type { ChartSize } from '../charts/size'
import type { PicturePlace } from '../charts/picture-links'
import { textWidth } from '../charts/text-width'
import { sayLength, sayShare } from '../figures/say'
import { sayOutcome, sayWaiting } from '../figures/say-outcome'
import { lookOf } from './way-looks'

type Props = { figure: EstimateFigure; words: Words; picture?: PicturePlace }

const rowHeight = { desk: 44, phone: 62 }
const barHeight = 26
/** Room above for how many they are. */
const head = 26

/** Where those who waited as long stood after a while: a bar a time, and the chances from here in its last. */
export function CourseChart({ figure, words, picture }: Props) {
  const { estimate } = words
  const { course, n } = figure
  const last = course.at(-1)
  if (!last) return null
  const title = estimate.courseTitle(sayReach(last, figure, words), partsOf(last, figure, words))
  return (
    <Chart
      title={title}
      label={estimate.courseLabel(title, n)}
      height={size => head + course.length * rowHeight[size.name]}
      draw={size => <Drawing figure={figure} words={words} size={size} />}
      legend={<Legend figure={figure} words={words} />}
      caption={estimate.courseCaption}
      table={<CourseTable figure={figure} words={words} />}
      tableName={words.stats.table}
      picture={picture}
    />
  )
}

/** Its picture: the same question, in the unit of the answer. */
export function coursePicture({ filter, stage, waited, scale }: EstimateFigure, words: Words): PicturePlace {
  return { chart: 'estimate-course', search: writeEstimate(filter, stage, { waited: String(waited), unit: scale, since: '' }), words }
}

function Drawing({ figure, words, size }: Props & { size: ChartSize }) {
  const { course, endings, n, waiting } = figure
  const desk = size.name === 'desk'
  const names = course.map(step => sayRow(step, figure, words))
  const waits = course.map(step => sayWaiting(step.waiting, words))
  // On a phone the words stand above the bar, which has the whole width.
  const from = desk ? 16 + Math.max(...names.map(textWidth)) : 0
  const to = desk ? size.width - 12 - Math.max(...waits.map(textWidth)) : size.width
  const x = (share: number) => from + share * (to - from)
  const prefix = `${size.name}-course`
  const looks = [...new Set(endings.map(way => lookOf[way]))]
  return (
    <>
      <EndingPatterns prefix={prefix} endings={looks} />
      <text x={size.width} y={16} textAnchor="end" className="fill-soft">{words.stats.stageCount(words.stats.cases(n), waiting ?? 0)}</text>
      {course.map((step, i) => {
        const top = desk ? 8 : 28
        const [good] = step.endings
        return (
          <g key={step.after} transform={`translate(0,${head + i * rowHeight[size.name]})`}>
            <text x={0} y={desk ? 25 : 20} className="fill-ink">{names[i]}</text>
            <rect x={from} y={top} width={to - from} height={barHeight} className="fill-paper stroke-waiting" strokeDasharray="3 3" />
            {segmentsOf(step).map(({ start, share }, k) => share > 0 && (
              <rect
                key={endings[k]} x={x(start)} y={top} width={x(share) - from} height={barHeight}
                fill={patternOf(prefix, lookOf[endings[k]!])} className={endingLooks[lookOf[endings[k]!]].stroke}
              />
            ))}
            {good && <Whisker from={good.lower} to={good.upper} y={top + 8} x={x} className={endingLooks[lookOf[endings[0]!]].stroke} />}
            <Whisker from={ends(step.waiting.upper)} to={ends(step.waiting.lower)} y={top + barHeight - 8} x={x} className="stroke-waiting" />
            <text x={size.width} y={desk ? 26 : 20} textAnchor="end" className="fill-waiting">{waits[i]}</text>
          </g>
        )
      })}
    </>
  )
}

type WhiskerProps = { from: number | null; to: number | null; y: number; x: (share: number) => number; className: string }

/** A 95 % interval across a bar, kept apart from what is beneath. Those of the first and the last part begin at an end of the bar, so they can be read off it. */
function Whisker({ from, to, y, x, className }: WhiskerProps) {
  if (from === null || to === null) return null
  const path = `M${x(from)} ${y}H${x(to)}M${x(from)} ${y - 4}v8M${x(to)} ${y - 4}v8`
  return (
    <>
      <path d={path} className="stroke-paper" strokeWidth={5} strokeLinecap="square" />
      <path d={path} className={className} strokeWidth={1.75} />
    </>
  )
}

/** Where on the bar those who wait begin, if so many wait. */
const ends = (waiting: number | null) => (waiting === null ? null : 1 - waiting)

function segmentsOf({ endings }: EstimateStep): { start: number; share: number }[] {
  let sum = 0
  return endings.map(({ share }) => {
    const start = sum
    sum += share
    return { start, share }
  })
}

function Legend({ figure: { course, endings }, words }: Props) {
  const { estimate } = words
  const last = course.at(-1)!
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 text-small">
      {endings.map((way, k) => last.endings[k]!.share > 0 && (
        <li key={way} className="flex items-center gap-2">
          <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
            <EndingPatterns prefix="course-legend" endings={[lookOf[way]]} />
            <rect x={0.5} y={0.5} width={15} height={15} fill={patternOf('course-legend', lookOf[way])} className={endingLooks[lookOf[way]].stroke} />
          </svg>
          {estimate.ways[way]}
        </li>
      ))}
      <li className="flex items-center gap-2 text-waiting">
        <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
          <rect x={0.5} y={0.5} width={15} height={15} className="fill-paper stroke-waiting" strokeDasharray="3 3" />
        </svg>
        {words.stats.endWaiting}
      </li>
    </ul>
  )
}

function CourseTable({ figure, words }: Props) {
  const { estimate, stats } = words
  return (
    <table>
      <thead>
        <tr>
          {[estimate.courseTime, ...figure.endings.map(way => estimate.ways[way]), stats.endWaiting, stats.columns.atRisk]
            .map(head => <th key={head} scope="col">{head}</th>)}
        </tr>
      </thead>
      <tbody>
        {figure.course.map(step => (
          <tr key={step.after}>
            <th scope="row">{sayRow(step, figure, words)}</th>
            {[...step.endings, step.waiting].map((share, k) => <td key={k}>{sayOutcome(share, words)}</td>)}
            <td>{step.at_risk}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function partsOf({ endings: shares, waiting }: EstimateStep, { endings }: EstimateFigure, words: Words): string {
  const { estimate, stats } = words
  const ended = endings.flatMap((way, k) => (shares[k]!.share >= 0.01 ? [stats.outcomePart(estimate.ways[way], sayShare(shares[k]!.share, words))] : []))
  return [...ended, sayWaiting(waiting, words)].join(stats.listJoin)
}

function sayRow({ after }: EstimateStep, { scale }: EstimateFigure, words: Words): string {
  const isToday = scale === 'day' && after === 0
  return isToday ? words.estimate.courseRowToday : words.estimate.courseRow(sayLength(after, scale, words))
}

function sayReach({ after }: EstimateStep, { scale }: EstimateFigure, words: Words): string {
  const isToday = scale === 'day' && after === 0
  return isToday ? words.estimate.courseToday : words.estimate.courseWithin(sayLength(after, scale, words))
}
