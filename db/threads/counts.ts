import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../connection'
import { cases } from '../schema'

/**
 * Counts a reply in (1) or out (-1) of its case's two sums: discussions are replies to the case itself, the others
 * answer those. Hidden and deleted replies are not counted, so hiding, restoring and deleting call this too.
 */
export async function countReply(tx: Transaction, reply: { caseId: number; depth: number }, by: 1 | -1): Promise<void> {
  await tx.update(cases).set(sumWith(reply, by)).where(eq(cases.id, reply.caseId))
}

/** The sum of a case in which a reply counts, with it (1) or without it (-1), for an update that sets more. */
export function sumWith({ depth }: { depth: number }, by: 1 | -1) {
  return depth === 0 ? { discussionCount: sql`${cases.discussionCount} + ${by}` } : { replyCount: sql`${cases.replyCount} + ${by}` }
}
