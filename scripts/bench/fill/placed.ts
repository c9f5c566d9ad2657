import { placeUnder, type Place } from '../../../domain/thread/path'
import type { Random } from '../../../domain/simulation/random'
import type { Said } from './reply-words'
import type { PlannedReply } from './thread'

/** A reply with its id and its place, and what became of it. */
export type PlacedReply = Omit<PlannedReply, 'answers'> & Place & {
  id: number
  caseId: number
  /** The reply it answers. */
  above: PlacedReply | null
  said: Said
  device: 'mobile' | 'mini_program' | null
  /** Answers that stand, as `addReply` and `deleteReply` count them. */
  answerCount: number
  fate: 'stands' | 'edited' | 'hidden' | 'deleted'
}

const devices = { mobile: 55, mini_program: 15, desk: 30 } as const
const fates = { stands: 976, edited: 10, hidden: 4, deleted: 10 } as const

/** Gives a planned reply its id and with it its place, as `addReply` does. */
export function placeReply(
  { at, authorId }: PlannedReply, { id, caseId, above, said }: Pick<PlacedReply, 'id' | 'caseId' | 'above' | 'said'>, random: Random,
): PlacedReply {
  const device = random.weighted(devices)
  if (above) above.answerCount++
  return {
    at, authorId, id, caseId, above, said, ...placeUnder(above, id), device: device === 'desk' ? null : device, answerCount: 0,
    fate: random.weighted(fates),
  }
}

/** Lets deleted replies without answers leave the thread, and tombstones above that stood only for them. */
export function leaveThread(replies: Iterable<PlacedReply>): void {
  for (const reply of replies) {
    if (reply.fate !== 'deleted' || reply.answerCount > 0) continue
    for (let { above } = reply; above; above = above.above) {
      above.answerCount--
      if (above.fate !== 'deleted' || above.answerCount > 0) break
    }
  }
}

export function isCounted({ fate }: PlacedReply): boolean {
  return fate !== 'hidden' && fate !== 'deleted'
}
