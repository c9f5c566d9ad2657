import { eq } from 'drizzle-orm'
import { calledInHtml } from '@/domain/text/mentions'
import type { Transaction } from '../connection'
import { happened } from '../outbox/entrust'
import { callPeople } from '../people/mentions'
import { cases } from '../schema'
import { tellOfMeToo } from './me-too'
import { refreshCase } from './refresh'

/** Lets everybody see a case that waited for a moderator: lists, figures and followers, as if it had just been told. */
export async function letInCase(tx: Transaction, caseId: number, now: number): Promise<void> {
  const [it] = await tx.update(cases).set({ state: 'live', published: true, activeAt: now }).where(eq(cases.id, caseId))
    .returning({ authorId: cases.authorId, html: cases.html })
  await refreshCase(tx, caseId)
  await tellOfMeToo(tx, caseId, now)
  if (it && it.authorId !== null) {
    await callPeople(tx, { subject: 'case', subjectId: caseId, called: calledInHtml(it.html), byId: it.authorId, caseId, now })
  }
  await happened(tx, { what: 'case_reported', caseId, actorId: it?.authorId ?? null }, now)
}
