import { createHash } from 'node:crypto'
import { and, gt, inArray, lte } from 'drizzle-orm'
import { nameKey, nameSkeleton } from '@/domain/people/name'
import type { Database, Transaction } from '../connection'
import { departedNames } from '../schema'

// As long as people still remember who said it: until then a new account of that name would be taken for the old one.
const keptFor = 365 * 86_400_000

/** Keeps a name, and what looks like it, from everybody for a year; only hashes of it stay. Forgets what has had its time. */
export async function keepDepartedName(tx: Transaction, name: string, now: number): Promise<void> {
  await tx.delete(departedNames).where(lte(departedNames.until, now))
  const until = now + keptFor
  for (const reading of readingsOf(name)) {
    await tx.insert(departedNames).values({ reading, until }).onConflictDoUpdate({ target: departedNames.reading, set: { until } })
  }
}

/** Whether somebody of this name, or one that looks the same, left not long ago. */
export async function isDeparted(database: Database, name: string, now: number): Promise<boolean> {
  const [row] = await database.select({ until: departedNames.until }).from(departedNames)
    .where(and(inArray(departedNames.reading, readingsOf(name)), gt(departedNames.until, now))).limit(1)
  return row !== undefined
}

function readingsOf(name: string): string[] {
  return [`key:${nameKey(name)}`, `shape:${nameSkeleton(name)}`].map(it => createHash('sha256').update(it).digest('base64url'))
}
