import { printsOf } from '@/domain/text/prints'
import type { Transaction } from '../../connection'
import { entrust } from '../../outbox/entrust'
import type { VoteSubject } from '../../schema/threads'
import { dropPrints } from './prints'

/**
 * Has looked for what says the same, soon and outside of this write. Of a reply (`words`) that is too short to be told from
 * others there is nothing to look for.
 */
export async function askForSame(
  tx: Transaction, { words, ...thing }: { subject: VoteSubject; subjectId: number; words?: string }, now: number,
): Promise<void> {
  if (words !== undefined && printsOf(words).length === 0) return dropPrints(tx, thing)
  await entrust(tx, { kind: 'look_for_same', key: `same:${thing.subject}:${thing.subjectId}:${now}`, payload: thing, now })
}
