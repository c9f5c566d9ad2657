import type { Process } from '@/domain/codes'
import type { Words } from '@/messages/words'
import { sayLater, sayWhen } from '../say/time'
import { sayEvent } from './event-words'
import { inkOf, roleOfEvent } from './roles'
import { Mark } from './timeline-list'
import { widestRow, type Bead, type Row } from './timeline-layout'

type Props = { rows: Row[]; process: Process; words: Words }

/** Room before the line: for the name of the round where there are several, else for half a label. */
const nameRoom = 84
const labelRoom = 40
const right = 76
const rowHeight = 104

/** The timeline as a line for each round. Waits are written over the gaps, rough ones are blurred, broken ones unknown. */
export function TimelineDrawing({ rows, process, words }: Props) {
  const rounds = rows.filter(row => !row.continued).length
  const left = rounds > 1 ? nameRoom : labelRoom
  return (
    <div className="mt-4 hidden lg:block" aria-hidden="true">
      <svg viewBox={`0 0 ${left + widestRow + right} ${rows.length * rowHeight}`} className="block h-auto w-full overflow-visible">
        {rows.map((row, index) => (
          <g key={index} transform={`translate(0 ${index * rowHeight + 40})`}>
            {rounds > 1 && !row.continued && <text x="0" y="5" className="fill-soft text-[12px]">{words.cases.round(row.order, row.round)}</text>}
            <g transform={`translate(${left} 0)`}>
              {row.continued && <path d="M-46 0H0" className="stroke-line" strokeWidth="2" strokeDasharray="2 6" />}
              {rows[index + 1]?.continued && <path d={`M${row.width} 0h46`} className="stroke-line" strokeWidth="2" strokeDasharray="2 6" />}
              {row.beads.map((bead, at) => <Gap key={at} bead={bead} from={row.beads[at - 1]} words={words} />)}
              {row.open && <path d={`M${row.width + 10} 0h46`} className="stroke-waiting" strokeWidth="2" strokeDasharray="2 5" />}
              {row.beads.map((bead, at) => <BeadMark key={at} bead={bead} process={process} words={words} />)}
            </g>
          </g>
        ))}
      </svg>
    </div>
  )
}

function Gap({ bead, from, words }: { bead: Bead; from: Bead | undefined; words: Words }) {
  if (!from) return null
  const middle = (from.x + bead.x - bead.blur) / 2
  return (
    <>
      <path
        d={`M${from.x} 0H${bead.x}`} strokeWidth="2" className={bead.broken ? 'stroke-edge' : 'stroke-line'}
        strokeDasharray={bead.broken ? '2 6' : undefined}
      />
      {bead.blur > 0 && (
        <rect x={bead.x - bead.blur} y="-8" width={bead.blur + 8} height="16" rx="8" className="fill-left-wash stroke-line" />
      )}
      {bead.wait && (
        <text x={bead.blur > 0 ? (from.x + bead.x) / 2 : middle} y="-15" textAnchor="middle" className="fill-soft text-[12px]">
          {sayLater(bead.wait, words)}
        </text>
      )}
    </>
  )
}

function BeadMark({ bead, process, words }: { bead: Bead; process: Process; words: Words }) {
  const role = roleOfEvent(bead.event.type)
  const label = sayEvent(bead.event, process, words)
  return (
    <g transform={`translate(${bead.x} 0)`} className={inkOf[role]}>
      <title>{bead.event.at ? `${label} · ${sayWhen(bead.event.at, words.time)}` : label}</title>
      <Mark role={role} />
      {linesOf(label).map((line, index) => (
        <text key={line} y={26 + index * 15} textAnchor="middle" fill="currentColor" className="text-[13px]">{line}</text>
      ))}
    </g>
  )
}

const mostLines = 4

/** A label in up to four short lines; a Han character counts two Latin ones. */
function linesOf(label: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of label.match(/[^\s、：,:]+[\s、：,:]*/g) ?? [label]) {
    if (line && widthOf(line + part) > 15) {
      lines.push(line.trim())
      line = ''
    }
    line += part
    while (widthOf(line) > 18) {
      const cut = cutAt(line, 14)
      lines.push(line.slice(0, cut))
      line = line.slice(cut)
    }
  }
  if (line.trim()) lines.push(line.trim())
  if (lines.length <= mostLines) return lines
  return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]}…`]
}

function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0)
}

function cutAt(text: string, width: number): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    sum += text[at]! > '\u2e80' ? 2 : 1
    if (sum > width) return at
  }
  return text.length
}
