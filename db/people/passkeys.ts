import { and, asc, eq, lte, ne } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { Database, Transaction } from '../connection'
import { passkeys, usedChallenges } from '../schema'
import { notify } from './notify'

export type Passkey = typeof passkeys.$inferSelect
export type NewPasskey = Pick<Passkey, 'personId' | 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'name'>

/** As many as one person may have. */
export const mostPasskeys = 10

/** A challenge is good for so long (milliseconds). */
export const challengeLifetime = 5 * 60_000

export async function passkeysOf(database: Database, personId: number): Promise<Passkey[]> {
  return database.select().from(passkeys).where(eq(passkeys.personId, personId)).orderBy(asc(passkeys.id))
}

export async function passkeyBy(database: Database, credentialId: string): Promise<Passkey | null> {
  const [row] = await database.select().from(passkeys).where(eq(passkeys.credentialId, credentialId))
  return row ?? null
}

/** Keeps a new one and tells its owner; false when it is here already, or he has too many. */
export async function keepPasskey(tx: Transaction, passkey: NewPasskey, now: number): Promise<boolean> {
  if (await tx.$count(passkeys, eq(passkeys.personId, passkey.personId)) >= mostPasskeys) return false
  const kept = await tx.insert(passkeys).values({ ...passkey, createdAt: now }).onConflictDoNothing().returning({ id: passkeys.id })
  if (kept.length > 0) await notify(tx, { personId: passkey.personId, kind: 'passkey_added', now })
  return kept.length > 0
}

/** Notes that it was used; false when it has gone, or was used by somebody else since it was read (WebAuthn §6.1.1). */
export async function notePasskeyUse(tx: Transaction, { id, counter }: Passkey, counted: number, now: number): Promise<boolean> {
  const noted = await tx.update(passkeys).set({ counter: counted, lastUsedAt: now })
    .where(and(eq(passkeys.id, id), eq(passkeys.counter, counter))).returning({ id: passkeys.id })
  return noted.length > 0
}

/** All of this person's are worth nothing, but for one; answers how many were. */
export async function dropPasskeys(tx: Transaction, personId: number, butFor?: number): Promise<number> {
  const dropped = await tx.delete(passkeys)
    .where(and(eq(passkeys.personId, personId), butFor === undefined ? undefined : ne(passkeys.id, butFor))).returning({ id: passkeys.id })
  return dropped.length
}

/** Takes one of this person's away and tells him; false when it is not his. */
export async function dropPasskey(tx: Transaction, personId: number, id: number, now: number): Promise<boolean> {
  const dropped = await tx.delete(passkeys).where(and(eq(passkeys.id, id), eq(passkeys.personId, personId))).returning({ id: passkeys.id })
  if (dropped.length > 0) await notify(tx, { personId, kind: 'passkey_removed', now })
  return dropped.length > 0
}

/** Uses a challenge up, which nobody takes once `lifetime` (milliseconds) is over; false when it was answered before. */
export async function takeChallenge(tx: Transaction, challenge: string, now: number, lifetime = challengeLifetime): Promise<boolean> {
  await tx.delete(usedChallenges).where(lte(usedChallenges.expiresAt, now))
  const hash = createHash('sha256').update(challenge).digest('base64url')
  const taken = await tx.insert(usedChallenges).values({ hash, expiresAt: now + lifetime }).onConflictDoNothing()
    .returning({ hash: usedChallenges.hash })
  return taken.length > 0
}
