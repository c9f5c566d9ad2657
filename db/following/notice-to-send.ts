import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Database } from '../connection'
import { mailAddressOf } from '../people/mail-addresses'
import { withNames, type Notification } from '../people/notifications'
import { notifications } from '../schema'
import { mailWishOf, type MailWish } from './mail-wish'

type Sendable = { to: string; wish: MailWish; notices: Notification[] }

/** A notice to be sent by itself: null where it is read, gone, or no longer wished for. */
export async function noticeToSend(database: Database, notificationId: number): Promise<Sendable | null> {
  const rows = await database.select().from(notifications).where(and(eq(notifications.id, notificationId), isNull(notifications.readAt)))
  return rows[0] ? sendable(database, rows[0].personId, 'each', rows) : null
}

/** More than anybody reads of a week in a letter; all of it stands on the site. */
const mostInDigest = 50

/** What a person has not read of what he was told since the last digest, the first first; null where there is nothing to send. */
export async function digestToSend(database: Database, personId: number): Promise<Sendable | null> {
  const wish = await mailWishOf(database, personId)
  const rows = await database.select().from(notifications).where(and(
    eq(notifications.personId, personId), gt(notifications.id, wish?.digestUntil ?? 0), isNull(notifications.readAt),
  )).orderBy(asc(notifications.id)).limit(mostInDigest)
  return rows.length > 0 ? sendable(database, personId, 'weekly', rows) : null
}

async function sendable(
  database: Database, personId: number, how: MailWish['how'], rows: (typeof notifications.$inferSelect)[],
): Promise<Sendable | null> {
  const [wish, to] = [await mailWishOf(database, personId), await mailAddressOf(database, personId)]
  return to !== null && wish?.how === how ? { to, wish, notices: await withNames(database, rows) } : null
}
