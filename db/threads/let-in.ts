import { eq } from 'drizzle-orm'
import { calledInHtml } from '@/domain/text/mentions'
import type { Transaction } from '../connection'
import { callPeople } from '../people/mentions'
import { replies } from '../schema'
import { appear } from './appear'

/** Lets everybody see a reply that waited for a moderator, as if it had just been posted. */
export async function letInReply(tx: Transaction, id: number, now: number): Promise<void> {
  const { caseId, depth, replyToId, authorId, html } = replies
  const [it] = await tx.update(replies).set({ hidden: false, published: true }).where(eq(replies.id, id))
    .returning({ id: replies.id, caseId, depth, replyToId, authorId, html })
  if (!it) return
  const told = await appear(tx, it, now)
  if (it.authorId === null) return
  const text = { subject: 'reply' as const, subjectId: id, called: calledInHtml(it.html), told }
  await callPeople(tx, { ...text, byId: it.authorId, caseId: it.caseId, replyId: id, now })
}
