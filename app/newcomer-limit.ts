import type { Member } from '@/domain/people/viewer'
import type { Transaction } from '@/db/connection'
import { trustOfPerson } from '@/db/people/trust'
import type { LimitName } from './limits'
import { settings } from './settings'

const slower: Partial<Record<LimitName, LimitName>> = { report: 'report_newcomer', reply: 'reply_newcomer' }

/** Under which limit this person does it: newcomers (trust level 0) report and reply more slowly. */
export async function limitFor(tx: Transaction, limit: LimitName, { id }: Member, now: number): Promise<LimitName> {
  const theirs = slower[limit]
  if (!theirs || !settings().RATE_LIMITS) return limit
  return await trustOfPerson(tx, id, now) === 0 ? theirs : limit
}
