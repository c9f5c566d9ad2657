import { and, eq, gt, lte } from 'drizzle-orm'
import { createHash, randomBytes } from 'node:crypto'
import type { Database, Transaction } from '../connection'
import { mailLinks } from '../schema'

/** ASVS 6.5.5. */
export const mailLinkLifetime = 10 * 60_000

export type MailLink = Pick<typeof mailLinks.$inferSelect, 'use' | 'personId' | 'browser' | 'address' | 'wanted'>

/** Remembers a link and answers the token that its letter holds. What has expired goes. */
export async function makeMailLink(tx: Transaction, link: MailLink & { now: number }): Promise<string> {
  const { now, ...kept } = link
  const token = randomBytes(32).toString('base64url')
  await tx.delete(mailLinks).where(lte(mailLinks.expiresAt, now))
  await tx.insert(mailLinks).values({ tokenHash: hashOf(token), ...kept, expiresAt: now + mailLinkLifetime })
  return token
}

/** What the link of this token may do; null when it was used, has expired, or never was. */
export async function mailLinkOf(database: Database, token: string, now: number): Promise<MailLink | null> {
  const { use, personId, browser, address, wanted } = mailLinks
  const [row] = await database.select({ use, personId, browser, address, wanted }).from(mailLinks)
    .where(and(eq(mailLinks.tokenHash, hashOf(token)), gt(mailLinks.expiresAt, now)))
  return row ?? null
}

/** Uses a link up; false when somebody was quicker. */
export async function takeMailLink(tx: Transaction, token: string): Promise<boolean> {
  const taken = await tx.delete(mailLinks).where(eq(mailLinks.tokenHash, hashOf(token))).returning({ use: mailLinks.use })
  return taken.length > 0
}

/** Whatever links somebody still has are worth nothing: his address, or his password, is another. */
export async function dropMailLinks(tx: Transaction, personId: number): Promise<void> {
  await tx.delete(mailLinks).where(eq(mailLinks.personId, personId))
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
