import type { Outcome, Process } from '@/domain/codes'
import type { Words } from '@/messages/words'
import { nameOfOutcome } from './event-words'
import { inkOf, roleOfOutcome } from './roles'

type Props = { outcome: Outcome; process: Process; rounds: number; words: Words }

/** The verdict, stamped: with the round it took where that was not the first. */
export function Stamp({ outcome, process, rounds, words }: Props) {
  const role = roleOfOutcome(outcome)
  const label = nameOfOutcome(outcome, process, words)
  return (
    <span className={`stamp ${role === 'waiting' ? 'stamp-waiting' : ''} ${inkOf[role]}`}>
      {role === 'approved' && rounds > 1 ? words.cases.inRound(rounds, label) : label}
    </span>
  )
}
