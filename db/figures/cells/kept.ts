import { eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../connection'
import { siteValues } from '../../schema'

/** The cells hold what this program counts, and months by themselves `from` this one on (`monthNumber`). */
export type KeptCells = { from: number }

// Another number makes every site count anew at its next start: raise it when an entry, a bin, a cell's name or what counts
// at all becomes another.
const version = 1
const name = 'cells'

/** Null where they are missing, as after a migration, or are another program's. */
export async function keptCells(database: Database): Promise<KeptCells | null> {
  const [row] = await database.select({ value: siteValues.value }).from(siteValues).where(eq(siteValues.name, name))
  const value = row?.value as (KeptCells & { version: number }) | undefined
  return value?.version === version ? { from: value.from } : null
}

export async function noteCells(tx: Transaction, { from }: KeptCells, now: number): Promise<void> {
  await tx.delete(siteValues).where(eq(siteValues.name, name))
  await tx.insert(siteValues).values({ name, value: { version, from }, updatedAt: now })
}
