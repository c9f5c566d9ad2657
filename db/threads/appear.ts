import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../connection'
import { happened } from '../outbox/entrust'
import { notify } from '../people/notify'
import { cases, replies } from '../schema'
import { sumWith } from './counts'

export type Appearing = { id: number; caseId: number; depth: number; replyToId: number | null; authorId: number | null }

/**
 * All that follows when a reply is seen from now on: the sums of its case, its place among answers, notices, news. Answers
 * who was told of it: whoever it answers, and the author of the case.
 */
export async function appear(tx: Transaction, reply: Appearing, now: number): Promise<[number | null, number | null]> {
  const { id, caseId, authorId, replyToId } = reply
  const answered = await enterSight(tx, replyToId)
  const [it] = await tx.update(cases).set({ ...sumWith(reply, 1), activeAt: now }).where(eq(cases.id, caseId))
    .returning({ authorId: cases.authorId })
  const author = it?.authorId ?? null
  const news = { caseId, replyId: id, actorId: authorId, now }
  if (answered !== null) await notify(tx, { ...news, personId: answered, kind: 'reply_answered' })
  // Whoever is answered in person is not told a second time that his case was.
  if (author !== null && author !== answered) await notify(tx, { ...news, personId: author, kind: 'case_answered' })
  if (authorId !== null) await happened(tx, { what: 'reply_added', caseId, replyId: id, actorId: authorId }, now)
  return [answered, author]
}

/**
 * Counts one answer more where it answers, and says whose words those are. A reply that was deleted meanwhile comes back as
 * the tombstone of its place, and so do those above it that stood only for it.
 */
async function enterSight(tx: Transaction, answeredId: number | null): Promise<number | null> {
  let author: number | null = null
  for (let id = answeredId; id !== null;) {
    const [above] = await tx.update(replies).set({ answerCount: sql`${replies.answerCount} + 1` }).where(eq(replies.id, id))
      .returning({
        authorId: replies.authorId, answerCount: replies.answerCount, deletedAt: replies.deletedAt, replyToId: replies.replyToId,
      })
    if (id === answeredId && above?.deletedAt === null) author = above.authorId
    const returns = above && above.deletedAt !== null && above.answerCount === 1
    id = returns ? above.replyToId : null
  }
  return author
}
