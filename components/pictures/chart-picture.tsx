import type { Words } from '@/messages/words'
import { chartSizes } from '../charts/size'
import { signsIn, textIn, type ChartProps } from './found-charts'
import { Lines } from './lines'
import { legendHeight, PictureLegend } from './picture-legend'
import { Seal } from './seal'
import { wrap, wrapEvenly } from './wrap'

type Props = {
  /** What is said above: the finding of the figure, else the chart's own title. */
  headline: string
  /** Whose cases: 首次微信认证 · 个人 · 本人经历. */
  whose: string
  /** How much it can bear: interval, n, still waiting. */
  weight: string
  /** None where too little is known to draw. */
  chart: ChartProps | null
  /** What the numbers in the drawing stand for, a line each. */
  notes?: readonly string[]
  /** Method and day. */
  dated: string
  /** Where it can be read, without the scheme. */
  home: string
  words: Words
}

const size = chartSizes[0]!
const edge = 32
const width = size.width + 2 * edge

/** A chart as a picture that travels alone: whose cases, the finding, its weight, the drawing, how to read it, its source. */
export function ChartPicture({ headline, whose, weight, chart, notes = [], dated, home, words: { pictures } }: Props) {
  const title = wrapEvenly(headline, 23, size.width)
  const under = chart && chart.title !== headline ? wrap(chart.title, 15.5, size.width) : []
  const weighed = wrap(weight, 14, size.width)
  const caption = chart ? wrap(textIn(chart.caption), 13, size.width) : []
  const titleAt = edge + 64
  const weightAt = titleAt + (title.length - 1) * 35 + 30
  const underAt = weightAt + weighed.length * 22 + 18
  const chartAt = underAt + (under.length > 0 ? (under.length - 1) * 24 + 20 : -14)
  const signs = chart ? signsIn(chart.legend) : []
  const legendAt = chartAt + (chart ? chart.height(size) + 26 : 0)
  const captionAt = legendAt + legendHeight(signs, size.width)
  const noted = notes.flatMap(note => wrap(note, 13, size.width))
  const notesAt = captionAt + caption.length * 20 + 6
  const foot = notesAt + noted.length * 20 - 2
  const height = Math.ceil(foot + 30 + edge / 2)
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img">
      <title>{headline.replaceAll('**', '')}</title>
      <desc>{chart?.label ?? weight}</desc>
      <rect width={width} height={height} className="fill-paper" />
      <Seal name={pictures.seal} size={28} x={edge} y={edge - 8} />
      <text x={edge + 40} y={edge + 11} fontSize={14} className="fill-soft">{whose}</text>
      <Lines lines={title} x={edge} y={titleAt} size={23} step={35} weight={500} />
      <Lines lines={weighed} x={edge} y={weightAt} size={14} step={22} ink="fill-soft" />
      <Lines lines={under} x={edge} y={underAt} size={15.5} step={24} weight={600} />
      {chart && <g transform={`translate(${edge} ${chartAt})`} fontSize={15}>{chart.draw(size)}</g>}
      <PictureLegend signs={signs} width={size.width} x={edge} y={legendAt} />
      <Lines lines={caption} x={edge} y={captionAt} size={13} step={20} ink="fill-soft" />
      <Lines lines={noted} x={edge} y={notesAt} size={13} step={20} />
      <path d={`M${edge} ${foot}h${size.width}`} className="stroke-hair" />
      <text x={edge} y={foot + 24} fontSize={13} className="fill-soft">{dated}</text>
      <text x={width - edge} y={foot + 24} fontSize={13} textAnchor="end" className="fill-soft">{home}</text>
    </svg>
  )
}
