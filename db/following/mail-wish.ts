import { and, asc, eq, isNotNull, lte, max } from 'drizzle-orm'
import { digestEvery, type MailHow } from '@/domain/following/mail-wish'
import type { Permitted } from '@/domain/permission'
import { read, write, type Database, type Transaction } from '../connection'
import { entrust } from '../outbox/entrust'
import { mailWishes, notifications } from '../schema'

export type MailWish = typeof mailWishes.$inferSelect

export async function mailWishOf(database: Database, personId: number): Promise<MailWish | null> {
  const [row] = await database.select().from(mailWishes).where(eq(mailWishes.personId, personId))
  return row ?? null
}

/** How a person wants to be written to from now on; what he was told before is not sent again. */
export async function setMailWish(
  tx: Transaction, { by }: Permitted<'follow'>, { how, lang, now }: { how: MailHow; lang: string; now: number },
): Promise<void> {
  const [last] = await tx.select({ id: max(notifications.id) }).from(notifications).where(eq(notifications.personId, by.id))
  const digest = how === 'weekly' ? { digestAt: now + digestEvery, digestUntil: last?.id ?? 0 } : { digestAt: null }
  const row = { how, lang, at: now, ...digest }
  await tx.insert(mailWishes).values({ personId: by.id, ...row }).onConflictDoUpdate({ target: mailWishes.personId, set: row })
}

/** Ends a person's letters, for whoever holds the link of one. */
export async function stopMail(tx: Transaction, personId: number, now: number): Promise<void> {
  await tx.update(mailWishes).set({ how: 'none', digestAt: null, at: now }).where(eq(mailWishes.personId, personId))
}

/** So far a digest has told; the next one goes on after it. */
export async function digestSent(tx: Transaction, personId: number, until: number): Promise<void> {
  await tx.update(mailWishes).set({ digestUntil: until }).where(eq(mailWishes.personId, personId))
}

const digestsAtATime = 100

/** Entrusts the digests that are due, and says when the next ones are. Answers how many. */
export async function entrustDigests(now: number): Promise<number> {
  const due = and(isNotNull(mailWishes.digestAt), lte(mailWishes.digestAt, now))
  const [any] = await (await read()).select({ id: mailWishes.personId }).from(mailWishes).where(due).limit(1)
  if (!any) return 0
  return write(async tx => {
    const wishes = await tx.select().from(mailWishes).where(due).orderBy(asc(mailWishes.digestAt)).limit(digestsAtATime)
    for (const { personId, digestAt } of wishes) {
      await entrust(tx, { kind: 'digest', key: `digest:${personId}:${digestAt}`, payload: { personId }, now, uselessAt: now + digestEvery })
      // Whoever was away for a month gets one, and the next in a week.
      await tx.update(mailWishes).set({ digestAt: Math.max(digestAt! + digestEvery, now + 1) }).where(eq(mailWishes.personId, personId))
    }
    return wishes.length
  })
}
