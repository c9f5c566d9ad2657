import type { Transaction } from '@/db/connection'
import { sendLetter } from '@/db/outbox/entrust'
import { mailAddressKey } from '@/domain/people/mail-address'

/** Tells somebody by letter what has become of his account, in the same transaction. */
export async function tellByLetter(
  tx: Transaction, to: string, letter: { subject: string; text: string }, { personId, now }: { personId: number; now: number },
): Promise<void> {
  await sendLetter(tx, { to, ...letter }, { key: `account:${personId}:${now}:${mailAddressKey(to)}`, now })
}
