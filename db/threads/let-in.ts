import { eq } from 'drizzle-orm'
import type { Transaction } from '../connection'
import { replies } from '../schema'
import { appear } from './appear'

/** Lets everybody see a reply that waited for a moderator, as if it had just been posted. */
export async function letInReply(tx: Transaction, id: number, now: number): Promise<void> {
  const { caseId, depth, replyToId, authorId } = replies
  const [it] = await tx.update(replies).set({ hidden: false, published: true }).where(eq(replies.id, id))
    .returning({ id: replies.id, caseId, depth, replyToId, authorId })
  if (it) await appear(tx, it, now)
}
