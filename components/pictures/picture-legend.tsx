import { textWidth } from '../charts/text-width'
import type { Sign } from './found-charts'

const letters = 13
const row = 24

type Placed = { sign: Sign; x: number; line: number }

/** A legend in a picture; as many lines as `legendHeight` says. */
export function PictureLegend({ signs, width, x, y }: { signs: readonly Sign[]; width: number; x: number; y: number }) {
  return place(signs, width).map(({ sign: { viewBox, drawing, text }, ...at }) => (
    <g key={text} transform={`translate(${x + at.x} ${y + at.line * row})`}>
      <svg viewBox={viewBox} x={0} y={-12} width={swatchOf(viewBox)} height={14}>{drawing}</svg>
      <text x={swatchOf(viewBox) + 8} y={0} fontSize={letters} className="fill-ink">{text}</text>
    </g>
  ))
}

export function legendHeight(signs: readonly Sign[], width: number): number {
  const last = place(signs, width).at(-1)
  return last ? (last.line + 1) * row + 4 : 0
}

function place(signs: readonly Sign[], width: number): Placed[] {
  let [x, line] = [0, 0]
  return signs.map(sign => {
    const room = swatchOf(sign.viewBox) + 8 + (textWidth(sign.text) * letters) / 15
    if (x > 0 && x + room > width) [x, line] = [0, line + 1]
    const placed = { sign, x, line }
    x += room + 22
    return placed
  })
}

/** As wide as its drawing, at 14 units of height. */
function swatchOf(viewBox: string): number {
  const [, , width = 14, height = 14] = viewBox.split(' ').map(Number)
  return height < 14 ? width : (14 * width) / height
}
