import { eq } from 'drizzle-orm'
import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from '../connection'
import { people, siteValues } from '../schema'
import { personById } from './people'
import { changeRole } from './roles'

// ASVS 6.3.2: no account comes with the program. Who can read what the start prints may make himself the first
// administrator, once, for half an hour.
const name = 'first_admin'
const lifetime = 30 * 60_000

/** A fresh token for the first administrator (the one before it is void), or null when there is one already. */
export async function offerFirstAdmin(tx: Transaction, now = Date.now()): Promise<string | null> {
  if (await hasAdmin(tx)) return null
  const token = randomBytes(24).toString('base64url')
  const value = { hash: hashOf(token), expiresAt: now + lifetime }
  await tx.delete(siteValues).where(eq(siteValues.name, name))
  await tx.insert(siteValues).values({ name, value, updatedAt: now })
  return token
}

/** Makes this person the first administrator if the token is right, unused and in time. */
export async function claimFirstAdmin(
  tx: Transaction, { token, personId, now }: { token: string; personId: number; now: number },
): Promise<boolean> {
  const [row] = await tx.select().from(siteValues).where(eq(siteValues.name, name))
  const offer = row?.value as { hash: string; expiresAt: number } | undefined
  if (!offer || offer.hash !== hashOf(token.trim()) || offer.expiresAt <= now) return false
  const person = await personById(tx, personId)
  if (!person || await hasAdmin(tx)) return false
  await tx.delete(siteValues).where(eq(siteValues.name, name))
  await changeRole(tx, { person, role: 'admin', act: 'first_admin', actorId: null, reason: '', now })
  return true
}

async function hasAdmin(tx: Transaction): Promise<boolean> {
  const [row] = await tx.select({ id: people.id }).from(people).where(eq(people.role, 'admin')).limit(1)
  return row !== undefined
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
