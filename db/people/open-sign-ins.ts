import { and, eq, gt, lte } from 'drizzle-orm'
import { createHash, randomBytes } from 'node:crypto'
import type { Database, Transaction } from '../connection'
import { openSignIns } from '../schema'

/** The second step is waited for so long (milliseconds). */
export const secondStepLifetime = 10 * 60_000

export type OpenSignIn = {
  personId: number
  wanted: string
  /** The new password that holds once the second step is done; null where none was forgotten. */
  passwordHash: string | null
}

/** Remembers that somebody's first step is done; answers the token that his browser keeps until the second. */
export async function openSignIn(
  tx: Transaction, { personId, wanted, passwordHash = null, now }: Omit<OpenSignIn, 'passwordHash'> & Partial<OpenSignIn> & { now: number },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.delete(openSignIns).where(lte(openSignIns.expiresAt, now))
  await tx.insert(openSignIns).values({ tokenHash: hashOf(token), personId, wanted, passwordHash, expiresAt: now + secondStepLifetime })
  return token
}

/** Whose sign-in waits for its second step under this token; null when there is none, or it took too long. */
export async function openSignInOf(database: Database, token: string, now: number): Promise<OpenSignIn | null> {
  const { personId, wanted, passwordHash } = openSignIns
  const [row] = await database.select({ personId, wanted, passwordHash }).from(openSignIns)
    .where(and(eq(openSignIns.tokenHash, hashOf(token)), gt(openSignIns.expiresAt, now)))
  return row ?? null
}

/** Closes it, done or given up; false when it was closed already. */
export async function closeSignIn(tx: Transaction, token: string): Promise<boolean> {
  const closed = await tx.delete(openSignIns).where(eq(openSignIns.tokenHash, hashOf(token))).returning({ personId: openSignIns.personId })
  return closed.length > 0
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
