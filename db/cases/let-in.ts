import { eq } from 'drizzle-orm'
import type { Transaction } from '../connection'
import { happened } from '../outbox/entrust'
import { cases } from '../schema'
import { refreshCase } from './refresh'

/** Lets everybody see a case that waited for a moderator: lists, figures and followers, as if it had just been told. */
export async function letInCase(tx: Transaction, caseId: number, now: number): Promise<void> {
  const [it] = await tx.update(cases).set({ state: 'live', published: true, activeAt: now }).where(eq(cases.id, caseId))
    .returning({ authorId: cases.authorId })
  await refreshCase(tx, caseId)
  await happened(tx, { what: 'case_reported', caseId, actorId: it?.authorId ?? null }, now)
}
