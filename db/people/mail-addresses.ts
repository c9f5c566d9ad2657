import { eq } from 'drizzle-orm'
import { mailAddressKey } from '@/domain/people/mail-address'
import type { Database, Transaction } from '../connection'
import { mailAddresses } from '../schema'

/** Where a person gets letters; null when he gave no address or has not confirmed it. For letters to him, and for his own eyes. */
export async function mailAddressOf(database: Database, personId: number): Promise<string | null> {
  const [row] = await database.select({ address: mailAddresses.address }).from(mailAddresses).where(eq(mailAddresses.personId, personId))
  return row?.address ?? null
}

/** Whose confirmed address this is, and how he wrote it. */
export async function personOfMailAddress(database: Database, address: string): Promise<{ personId: number; address: string } | null> {
  const { personId, address: written } = mailAddresses
  const [row] = await database.select({ personId, address: written }).from(mailAddresses)
    .where(eq(mailAddresses.addressKey, mailAddressKey(address)))
  return row ?? null
}

/**
 * Keeps a confirmed address in place of the one before. Null when it is somebody else's by now; else the one before, which
 * is told about it.
 */
export async function keepMailAddress(
  tx: Transaction, { personId, address, now }: { personId: number; address: string; now: number },
): Promise<{ before: string | null } | null> {
  const holder = await personOfMailAddress(tx, address)
  if (holder && holder.personId !== personId) return null
  const before = await mailAddressOf(tx, personId)
  const row = { address, addressKey: mailAddressKey(address), confirmedAt: now }
  await tx.insert(mailAddresses).values({ personId, ...row }).onConflictDoUpdate({ target: mailAddresses.personId, set: row })
  return { before }
}

/** Forgets the address; answers which it was. */
export async function dropMailAddress(tx: Transaction, personId: number): Promise<string | null> {
  const [row] = await tx.delete(mailAddresses).where(eq(mailAddresses.personId, personId)).returning({ address: mailAddresses.address })
  return row?.address ?? null
}
