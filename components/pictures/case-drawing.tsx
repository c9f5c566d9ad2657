import type { CaseEvent } from '@/domain/case/event'
import type { Outcome, Process } from '@/domain/codes'
import type { Words } from '@/messages/words'
import { nameOfEvent, nameOfOutcome } from '../cases/event-words'
import { inkOf, roleOfEvent, roleOfOutcome } from '../cases/roles'
import { Mark } from '../cases/timeline-list'
import { textWidth } from '../charts/text-width'
import { cardRoom } from './card'
import { Lines } from './lines'
import { wrap } from './wrap'

// More have no room for their names.
const mostBeads = 6

/** The last steps of a case as beads on a line with their names: codes, no words of anybody's. */
export function CaseBeads({ events, process, words }: { events: readonly CaseEvent[]; process: Process; words: Words }) {
  const shown = events.slice(-mostBeads)
  const step = cardRoom.width / mostBeads
  return (
    <g transform={`translate(0 60)`}>
      <path d={`M10 0H${(shown.length - 1) * step + 10}`} className="stroke-line" strokeWidth={3} />
      {events.length > shown.length && <path d="M-50 0H10" className="stroke-line" strokeWidth={3} strokeDasharray="3 8" />}
      {shown.map(({ type }, i) => (
        <g key={i} transform={`translate(${i * step + 10} 0)`} className={inkOf[roleOfEvent(type)]}>
          <g transform="scale(1.7)"><Mark role={roleOfEvent(type)} /></g>
          <Lines lines={wrap(nameOfEvent(type, process, words), 23, step - 16).slice(0, 3)} x={-10} y={48} size={23} step={31} />
        </g>
      ))}
    </g>
  )
}

/** What a case came to, stamped; its right edge at 0. */
export function OutcomeMark({ outcome, process, words }: { outcome: Outcome; process: Process; words: Words }) {
  const label = nameOfOutcome(outcome, process, words)
  const width = (textWidth(label) * 30) / 15 + 36
  const role = roleOfOutcome(outcome)
  return (
    <g transform={`translate(${-width / 2} -10) rotate(-2)`} className={inkOf[role]}>
      <rect
        x={-width / 2} y={-28} width={width} height={56} rx={5} fill="none" stroke="currentColor" strokeWidth={2.5}
        strokeDasharray={role === 'waiting' ? '7 5' : undefined}
      />
      <text y={11} textAnchor="middle" fontSize={30} fill="currentColor">{label}</text>
    </g>
  )
}
