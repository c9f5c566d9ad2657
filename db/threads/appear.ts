import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../connection'
import { keptQuery } from '../engines/kept-query'
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
  const [it] = await (reply.depth === 0 ? addDiscussion : addAnswer)(tx, { caseId, now })
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
    const [above] = await countAnswer(tx, { id })
    if (id === answeredId && above?.deletedAt === null) author = above.authorId
    const returns = above && above.deletedAt !== null && above.answerCount === 1
    id = returns ? above.replyToId : null
  }
  return author
}

const [addDiscussion, addAnswer] = [countingAt(0), countingAt(1)]
const countAnswer = keptQuery(['id'], (tx, { id }) => (
  tx.update(replies).set({ answerCount: sql`${replies.answerCount} + 1` }).where(eq(replies.id, id)).returning({
    authorId: replies.authorId, answerCount: replies.answerCount, deletedAt: replies.deletedAt, replyToId: replies.replyToId,
  })
))

function countingAt(depth: number) {
  return keptQuery(['caseId', 'now'], (tx, { caseId, now }) => (
    tx.update(cases).set({ ...sumWith({ depth }, 1), activeAt: sql`${now}` }).where(eq(cases.id, caseId)).returning({ authorId: cases.authorId })
  ))
}
