import { and, eq } from 'drizzle-orm'
import type { Database, Transaction } from '../connection'
import { identities } from '../schema'

/** An account elsewhere. Never an e-mail address: those change hands. ASVS 6.8.1. */
export type Identity = { issuer: string; subject: string }

/** Whose account elsewhere this is, if it has been used here before. */
export async function personOfIdentity(database: Database, { issuer, subject }: Identity): Promise<number | null> {
  const [row] = await database.select({ personId: identities.personId }).from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
  return row?.personId ?? null
}

/** Ties an account elsewhere to a person; somebody else's raises a unique violation. */
export async function addIdentity(
  tx: Transaction, { issuer, subject, personId, now }: Identity & { personId: number; now: number },
): Promise<void> {
  await tx.insert(identities).values({ issuer, subject, personId, createdAt: now })
}
