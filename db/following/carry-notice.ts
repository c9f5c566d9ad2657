import { eq } from 'drizzle-orm'
import type { Transaction } from '../connection'
import { entrust } from '../outbox/entrust'
import { mailWishes, notifications } from '../schema'

// So long is waited for more of the same to come, which is folded into the line, and for its person to read it on the site.
const mailAfter = 60_000

/** Entrusts what is to become of a notice beyond the site. One that is gone or read by now goes nowhere. */
export async function carryNotice(
  tx: Transaction, notificationId: number, { byMail, now }: { byMail: boolean; now: number },
): Promise<void> {
  const [notice] = await tx.select().from(notifications).where(eq(notifications.id, notificationId))
  if (!notice || notice.readAt !== null) return
  const [wish] = await tx.select().from(mailWishes).where(eq(mailWishes.personId, notice.personId))
  // Whether somebody still waits is asked in a letter of its own, with its one-time link.
  if (byMail && wish?.how === 'each' && notice.kind !== 'check_in') {
    await entrust(tx, {
      kind: 'notice_mail', key: `notice-mail:${notificationId}`, payload: { notificationId }, now, dueAt: now + mailAfter,
    })
  }
}
