import { and, eq, isNull } from 'drizzle-orm'
import { calledInHtml } from '@/domain/text/mentions'
import type { ModeratedSubject } from '@/domain/moderation/subject'
import { letInCase } from '../cases/let-in'
import { refreshCase } from '../cases/refresh'
import type { Transaction } from '../connection'
import { callPeople } from '../people/mentions'
import { cases, replies } from '../schema'
import { countReply } from '../threads/counts'
import { letInReply } from '../threads/let-in'

/** A case or a reply as moderation finds it. */
export type Standing = {
  subject: ModeratedSubject
  subjectId: number
  caseId: number
  authorId: number | null
  hidden: boolean
  /** Has been seen by everybody. */
  published: boolean
  /** Epoch milliseconds; null when it stands as it was posted. */
  editedAt: number | null
  depth: number
}

// A withdrawn or merged case, and a deleted reply, are gone already: there is nothing to hide or to show.
/** How a thing stands; null when it has gone or was never there. */
export async function standingOf(
  tx: Transaction, { subject, subjectId }: { subject: ModeratedSubject; subjectId: number },
): Promise<Standing | null> {
  if (subject === 'case') {
    const { authorId, state, published, editedAt } = cases
    const [row] = await tx.select({ authorId, state, published, editedAt }).from(cases).where(eq(cases.id, subjectId))
    if (!row || (row.state !== 'live' && row.state !== 'hidden')) return null
    const { state: is, ...rest } = row
    return { ...rest, subject, subjectId, caseId: subjectId, hidden: is === 'hidden', depth: 0 }
  }
  const { caseId, authorId, hidden, depth, published, editedAt } = replies
  const [row] = await tx.select({ caseId, authorId, hidden, depth, published, editedAt }).from(replies)
    .where(and(eq(replies.id, subjectId), isNull(replies.deletedAt)))
  return row ? { ...row, subject, subjectId } : null
}

/** Takes it out of everybody's sight, and out of all counts and figures. */
export async function conceal(tx: Transaction, it: Standing): Promise<void> {
  // A hidden reply keeps its place and so stays among the answers of the one above; only the case's sums leave it out.
  if (it.subject === 'reply') {
    await tx.update(replies).set({ hidden: true }).where(eq(replies.id, it.subjectId))
    await countReply(tx, it, -1)
    return
  }
  await tx.update(cases).set({ state: 'hidden' }).where(eq(cases.id, it.caseId))
  await refreshCase(tx, it.caseId)
}

/** Shows it again; what nobody has seen yet appears as if it had just been posted. */
export async function show(tx: Transaction, it: Standing, now: number): Promise<void> {
  if (!it.published) {
    await (it.subject === 'reply' ? letInReply(tx, it.subjectId, now) : letInCase(tx, it.caseId, now))
    return
  }
  if (it.subject === 'reply') {
    const [shown] = await tx.update(replies).set({ hidden: false }).where(eq(replies.id, it.subjectId)).returning({ html: replies.html })
    await countReply(tx, it, 1)
    await callBelatedly(tx, it, shown?.html, now)
    return
  }
  const [shown] = await tx.update(cases).set({ state: 'live' }).where(eq(cases.id, it.caseId)).returning({ html: cases.html })
  await refreshCase(tx, it.caseId)
  await callBelatedly(tx, it, shown?.html, now)
}

// An edit that waited has called nobody yet; whoever was told before is not told again.
async function callBelatedly(tx: Transaction, { subject, subjectId, caseId, authorId }: Standing, html: string | undefined, now: number): Promise<void> {
  if (authorId === null || !html) return
  await callPeople(tx, { subject, subjectId, called: calledInHtml(html), byId: authorId, caseId, ...(subject === 'reply' && { replyId: subjectId }), now })
}
