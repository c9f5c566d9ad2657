import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import { createHash, randomBytes } from 'node:crypto'
import type { Database, Transaction } from '../connection'
import { checkInLinks } from '../schema'

/** As long as somebody may leave a letter unread. */
export const checkInLinkLifetime = 30 * 86_400_000

type Link = { caseId: number; personId: number }

/** Remembers a link by which one question about one case can be answered once, and answers the token of its letter. What has expired goes. */
export async function makeCheckInLink(tx: Transaction, { now, ...link }: Link & { now: number }): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.delete(checkInLinks).where(lte(checkInLinks.expiresAt, now))
  await tx.insert(checkInLinks).values({ ...link, tokenHash: hashOf(token), expiresAt: now + checkInLinkLifetime })
  return token
}

/** Which case the link of this token asks about, and whom; null when it was used, has expired, or never was. */
export async function checkInLinkOf(database: Database, token: string, now: number): Promise<Link | null> {
  const { caseId, personId } = checkInLinks
  const [row] = await database.select({ caseId, personId }).from(checkInLinks).where(usable(token, now))
  return row ?? null
}

/** Uses a link up and answers what it was; null when somebody was quicker. */
export async function takeCheckInLink(tx: Transaction, token: string, now: number): Promise<Link | null> {
  const { caseId, personId } = checkInLinks
  const [row] = await tx.update(checkInLinks).set({ usedAt: now }).where(usable(token, now)).returning({ caseId, personId })
  return row ?? null
}

/** Whatever links somebody still has are worth nothing: they lie in letters to an address that is no longer his. */
export async function dropCheckInLinks(tx: Transaction, personId: number): Promise<void> {
  await tx.delete(checkInLinks).where(eq(checkInLinks.personId, personId))
}

function usable(token: string, now: number) {
  return and(eq(checkInLinks.tokenHash, hashOf(token)), gt(checkInLinks.expiresAt, now), isNull(checkInLinks.usedAt))
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
