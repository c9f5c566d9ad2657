import { isModerator } from '@/domain/permission'
import type { Member } from '@/domain/people/viewer'
import type { Transaction } from '../connection'
import { trustOfPerson } from '../people/trust'
import { preModeration } from './pre-moderation'
import type { HeldBack } from './queue/queue-up'

/** Why what this member posts now waits until a moderator has let it in; null when it does not. */
export async function waitsFor(tx: Transaction, author: Member, now: number): Promise<HeldBack | null> {
  const mode = await preModeration(tx)
  if (mode === 'off' || isModerator(author)) return null
  if (mode === 'newcomers' && await trustOfPerson(tx, author.id, now) > 0) return null
  return { kind: 'first_post' }
}
