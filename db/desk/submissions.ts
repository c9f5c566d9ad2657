import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../connection'
import { keptQuery } from '../engines/kept-query'
import { submissions } from '../schema'

export type Submission = typeof submissions.$inferSelect

/** What this person's key has done before, if anything. */
export async function submissionOf(tx: Transaction, personId: number, key: string): Promise<Submission | null> {
  const [row] = await underKey(tx, { personId, key })
  return row ?? null
}

/** Remembers what a key did, in the same transaction as the deed. */
export async function rememberSubmission(tx: Transaction, submission: Submission): Promise<void> {
  await remember(tx, submission)
}

const underKey = keptQuery(['personId', 'key'], (tx, { personId, key }) => tx.select().from(submissions)
  .where(and(eq(submissions.personId, personId), eq(submissions.key, key))))
const remember = keptQuery(['personId', 'key', 'act', 'bodyHash', 'location', 'at'], (tx, places) => tx.insert(submissions).values(places))
