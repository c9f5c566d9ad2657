import { area, curveStepAfter, line } from 'd3-shape'
import type { OutcomesFigure, OutcomeStep } from '@/domain/figures/outcomes'
import type { Words } from '@/messages/words'
import { sayShare } from '../figures/say'
import { endingParts, sayWaiting } from '../figures/say-outcome'
import { tellingRow } from '../figures/sentence'
import { Chart } from './chart'
import type { PicturePlace } from './picture-links'
import { EndingPatterns, endingLooks, patternOf } from './ending-looks'
import { OutcomeTable } from './outcome-table'
import { ShareLines } from './share-lines'
import type { ChartSize } from './size'
import { textWidth } from './text-width'
import { timeAxis, TimeAxisLine, waitingAt } from './time-axis'

type Props = { figure: OutcomesFigure; words: Words; picture?: PicturePlace }

const top = 26
const bottom = 30

/** All cases as one stack, day by day since their start: how many ended in what, and who still waits on top. */
export function OutcomeChart({ figure, words, picture }: Props) {
  const { stats } = words
  const row = tellingRow(figure)
  const title = row
    ? stats.outcomesTitleAt(row.day, endingParts(figure.endings, row.endings, row.waiting, words)) : stats.outcomesTitle
  return (
    <Chart
      title={title}
      label={stats.curveLabel(title, stats.cases(figure.n), figure.waiting ?? 0)}
      height={heightOf}
      draw={size => <Drawing figure={figure} words={words} size={size} />}
      legend={<Legend figure={figure} words={words} />}
      caption={stats.outcomesCaption}
      table={<OutcomeTable figure={figure} words={words} />}
      tableName={stats.table}
      picture={picture}
    />
  )
}

const heightOf = ({ name }: ChartSize) => (name === 'desk' ? 340 : 290)

/** The top of each layer of the stack after one step, from the good end upwards. */
type Step = { t: number; tops: number[] }

function Drawing({ figure, words, size }: Props & { size: ChartSize }) {
  const { stats } = words
  const { curve, endings, n, waiting } = figure
  const prefix = `${size.name}-endings`
  const names = namesAt(figure, words)
  const room = size.name === 'desk' ? 12 + Math.max(...names.map(({ text }) => textWidth(text))) : 0
  const width = size.width - room
  const floor = heightOf(size) - bottom
  const y = (share: number) => floor - share * (floor - top)
  // The last day lasts until it is over, or nothing of it would be seen.
  const end = Math.max(1, curve.at(-1)?.t ?? 1) + 0.5
  const axis = timeAxis('day', [0, end], width, words)
  const steps = curve.map(stepOf)
  const stack: Step[] = [{ t: -0.5, tops: endings.map(() => 0) }, ...steps, ...steps.slice(-1).map(it => ({ ...it, t: end }))]
  const x = (step: Step) => axis.at(step.t)
  return (
    <>
      <EndingPatterns prefix={prefix} endings={endings} />
      {endings.map((ending, k) => (
        <path
          key={ending} fill={patternOf(prefix, ending)}
          d={area<Step>(x, step => y(step.tops[k - 1] ?? 0), step => y(step.tops[k]!)).curve(curveStepAfter)(stack) ?? ''}
        />
      ))}
      <ShareLines y={y} width={width} percent={stats.percent} />
      {endings.map((_, i) => endings.length - 1 - i).map(k => [k, endings[k]!] as const).map(([k, ending]) => (
        <path
          key={ending} className={`fill-none ${endingLooks[ending].stroke}`} strokeWidth={k === 0 ? 2 : 1.5}
          d={line<Step>(x, step => y(step.tops[k]!)).curve(curveStepAfter)(stack) ?? ''}
        />
      ))}
      {curve.filter(({ censored }) => censored > 0).map(point => (
        <path
          key={point.t} d={`M${waitingAt(axis, 'day', point.t)} ${y(1 - point.waiting.share) - 7}v12`}
          className="stroke-waiting" strokeWidth={1.5}
        />
      ))}
      <text x={width} y={top - 10} textAnchor="end" className="fill-soft">{stats.stageCount(stats.cases(n), waiting ?? 0)}</text>
      {size.name === 'desk' && <Names names={names} x={width + 10} y={y} floor={floor} line={size.line} />}
      <TimeAxisLine axis={axis} y={floor} />
    </>
  )
}

function stepOf({ t, endings }: OutcomeStep): Step {
  let sum = 0
  return { t, tops: endings.map(({ share }) => (sum += share)) }
}

type Name = { key: string; ink: string; text: string; middle: number }

/** What each layer is called at the right end of the stack, from the bottom up; empty layers have no name. */
function namesAt({ curve, endings }: OutcomesFigure, { stats, codes, ...words }: Words): Name[] {
  const last = curve.at(-1)
  if (!last) return []
  const { tops } = stepOf(last)
  const say = (share: number) => sayShare(share, { stats, codes, ...words })
  const ended = endings.map((ending, k) => ({
    key: ending as string, ink: endingLooks[ending].ink, share: last.endings[k]!.share, name: codes.ending[ending],
    middle: ((tops[k - 1] ?? 0) + tops[k]!) / 2,
  }))
  const waiting = {
    key: 'waiting', ink: 'fill-waiting', share: last.waiting.share, name: stats.endWaiting, middle: (tops.at(-1)! + 1) / 2,
  }
  return [...ended, waiting].filter(({ share }) => share > 0)
    .map(({ share, name, ...at }) => ({ ...at, text: stats.outcomePart(name, say(share)) }))
}

type NamesProps = { names: readonly Name[]; x: number; y: (share: number) => number; floor: number; line: number }

/** Each name beside its layer; names that would lie on one another make room, within the height of the drawing. */
function Names({ names, x, y, floor, line }: NamesProps) {
  const places = [...names].reverse().map(({ middle }) => y(middle) + 5)
  for (let i = 0; i < places.length; i++) places[i] = Math.max(places[i]!, i === 0 ? 14 : places[i - 1]! + line)
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i]!, i === places.length - 1 ? floor : places[i + 1]! - line)
  }
  return [...names].reverse().map(({ key, ink, text }, i) => (
    <text key={key} x={x} y={places[i]} className={ink}>{text}</text>
  ))
}

function Legend({ figure: { curve, endings }, words }: Props) {
  const { stats, codes } = words
  const last = curve.at(-1)
  if (!last) return null
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 text-small sm:hidden">
      {endings.map((ending, k) => (
        <li key={ending} className="flex items-center gap-2">
          <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
            <EndingPatterns prefix="legend" endings={[ending]} />
            <rect
              x={0.5} y={0.5} width={15} height={15} fill={patternOf('legend', ending)}
              className={endingLooks[ending].stroke}
            />
          </svg>
          {stats.outcomePart(codes.ending[ending], sayShare(last.endings[k]!.share, words))}
        </li>
      ))}
      <li className="flex items-center gap-2 text-waiting">
        <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
          <rect x={0.5} y={0.5} width={15} height={15} className="fill-paper stroke-waiting" />
        </svg>
        {sayWaiting(last.waiting, words)}
      </li>
    </ul>
  )
}
