import { and, eq, ne, sql } from 'drizzle-orm'
import type { Transaction } from '../connection'
import { taggings, tags } from '../schema'

/**
 * Keeps how many live cases stand under each tag, after the tags or the state of a case have changed. Counting them when
 * they are asked for would read every tagging there is.
 */
export async function countUses(tx: Transaction, caseId: number, live: boolean): Promise<void> {
  const changed = await tx.update(taggings).set({ counted: live })
    .where(and(eq(taggings.caseId, caseId), ne(taggings.counted, live))).returning({ tagId: taggings.tagId })
  for (const { tagId } of changed) await addUse(tx, tagId, live ? 1 : -1)
}

export async function addUse(tx: Transaction, tagId: number, by: 1 | -1): Promise<void> {
  await tx.update(tags).set({ uses: sql`${tags.uses} + ${by}` }).where(eq(tags.id, tagId))
}
