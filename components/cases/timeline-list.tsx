import type { Process } from '@/domain/codes'
import type { Words } from '@/messages/words'
import { sayLater, sayWhen } from '../say/time'
import { sayEvent } from './event-words'
import { inkOf, roleOfEvent } from './roles'
import { gapFor, type Bead, type Row } from './timeline-layout'

type Props = { rows: Row[]; process: Process; words: Words }

/** The timeline downwards: what a phone shows and a screen reader reads. */
export function TimelineList({ rows, process, words }: Props) {
  const rounds = rows.filter(row => !row.continued).length
  return (
    <ol className="ml-1.5 mt-4 border-l-2 border-line pl-5">
      {rows.flatMap((row, at) => row.beads.map((bead, index) => (
        <li key={`${at}-${index}`} className={roomFor(bead)}>
          {index === 0 && rounds > 1 && !row.continued && (
            <span className="block text-mini font-semibold text-soft">{words.cases.round(row.order, row.round)}</span>
          )}
          {bead.wait && <span className="block text-mini text-soft">{sayLater(bead.wait, words)}</span>}
          <div className="relative">
            <Dot bead={bead} />
            <span className={inkOf[roleOfEvent(bead.event.type)]}>{sayEvent(bead.event, process, words)}</span>
            {bead.event.at && <span className="ml-2 inline-block text-mini text-soft">{sayWhen(bead.event.at, words.time)}</span>}
            {bead.event.note && <q className="block text-small text-soft"><bdi>{bead.event.note}</bdi></q>}
          </div>
        </li>
      )))}
    </ol>
  )
}

// The same shape for the same meaning as in the drawing: full, hollow, crossed.
function Dot({ bead }: { bead: Bead }) {
  const role = roleOfEvent(bead.event.type)
  return (
    <svg viewBox="-8 -8 16 16" aria-hidden="true" className={`absolute -left-[1.81rem] top-1.5 size-4 ${inkOf[role]}`}>
      <Mark role={role} />
    </svg>
  )
}

export function Mark({ role }: { role: ReturnType<typeof roleOfEvent> }) {
  if (role === 'refused') {
    return (
      <g>
        <circle r="7" className="fill-sheet" />
        <path d="M-5 -5L5 5M5 -5L-5 5" stroke="currentColor" strokeWidth="2.5" />
      </g>
    )
  }
  if (role === 'waiting') return <circle r="5" className="fill-sheet" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2" />
  return <circle r={role === 'approved' ? 6.5 : 5} fill="currentColor" />
}

// Vertical room grows with the logarithm of the wait, in steps, as the drawing's does.
function roomFor(bead: Bead): string {
  if (!bead.wait) return 'pt-2'
  const gap = gapFor(bead.wait)
  if (gap < 105) return 'pt-2'
  if (gap < 135) return 'pt-5'
  return gap < 170 ? 'pt-8' : 'pt-12'
}
