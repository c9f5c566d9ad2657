import type { ReactNode } from 'react'
import type { Words } from '@/messages/words'
import { Lines } from './lines'
import { Seal } from './seal'
import { wrap, wrapEvenly, type Line } from './wrap'

/** The size every chat and network shows whole. */
export const cardSize = { width: 1200, height: 630 }
/** The room between the edges, and what a drawing at the foot may take of the height. */
export const cardRoom = { width: 1056, height: 190 }

export type CardWords = { eyebrow: string; headline: string; weight: string }

type Props = CardWords & {
  drawing?: ReactNode
  /** A word at the upper right: what a case came to. */
  mark?: ReactNode
  dated: string
  home: string
  words: Words
}

const edge = 72
// Small enough for the longest finding, large enough to be read in a list of chats.
const sizes = [54, 48, 42, 36]
const mostLines = 5

/** A link card: the seal, whose cases, the finding, how much it can bear, a drawing where there is room, its source. */
export function Card({ eyebrow, headline, weight, drawing, mark, dated, home, words: { pictures } }: Props) {
  const weighed = inTwoLines(weight)
  const room = 630 - 190 - weighed.length * 38 - 96 - (drawing ? cardRoom.height : 0)
  const size = sizes.find(it => wrapEvenly(headline, it, cardRoom.width).length * it * 1.4 <= room) ?? sizes.at(-1)!
  const lines = wrapEvenly(headline, size, cardRoom.width).slice(0, mostLines)
  const top = 176 + size * 0.9
  const foot = top + (lines.length - 1) * size * 1.4
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${cardSize.width} ${cardSize.height}`} width={cardSize.width}
      height={cardSize.height}
    >
      <rect {...cardSize} className="fill-paper" />
      <Seal name={pictures.seal} size={72} x={edge} y={56} />
      <Lines lines={wrap(eyebrow, 27, mark ? 620 : 950).slice(0, 1)} x={edge + 96} y={102} size={27} step={0} ink="fill-soft" />
      {mark && <g transform={`translate(${cardSize.width - edge} 102)`}>{mark}</g>}
      <Lines lines={lines} x={edge} y={top} size={size} step={size * 1.4} />
      <Lines lines={weighed} x={edge} y={foot + 54} size={25} step={38} ink="fill-soft" />
      {drawing && <g transform={`translate(${edge} ${630 - 65 - cardRoom.height})`}>{drawing}</g>}
      <path d={`M${edge} 562H${cardSize.width - edge}`} className="stroke-line" />
      <text x={edge} y={598} fontSize={23} className="fill-soft">{dated}</text>
      <text x={cardSize.width - edge} y={598} fontSize={23} textAnchor="end" className="fill-soft">{home}</text>
    </svg>
  )
}

/** What is said last is the least: it goes first where there is no room. */
function inTwoLines(weight: string): Line[] {
  const lines = wrap(weight, 25, cardRoom.width)
  const shorter = weight.replace(/[；;][^；;]*$/u, '')
  return lines.length <= 2 || shorter === weight ? lines.slice(0, 2) : inTwoLines(shorter)
}
