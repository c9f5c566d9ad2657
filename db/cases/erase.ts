import { and, eq } from 'drizzle-orm'
import type { Facts } from '@/domain/case/facts'
import type { Transaction } from '../connection'
import { settleAbout } from '../moderation/queue/settle'
import { caseEvents, caseRevisions, cases, forecasts, mentions, meToos, tagSuggestions } from '../schema'
import { dropEntry } from '../search/entries'
import { refreshCase } from './refresh'
import type { CaseRow } from './rows'

/**
 * Empties a case of all that was told and of who told it; what is left is a withdrawn case, so that its address still
 * says that it was taken back. It leaves lists, search and figures, and its history and forecasts are gone.
 */
export async function eraseCase(tx: Transaction, row: CaseRow, now: number): Promise<void> {
  const { id, ref } = row
  await tx.delete(caseEvents).where(eq(caseEvents.caseId, id))
  await tx.delete(caseRevisions).where(eq(caseRevisions.caseId, id))
  await tx.delete(forecasts).where(eq(forecasts.caseId, id))
  await tx.delete(meToos).where(eq(meToos.caseId, id))
  await tx.delete(mentions).where(and(eq(mentions.subject, 'case'), eq(mentions.subjectId, id)))
  await tx.delete(tagSuggestions).where(eq(tagSuggestions.caseId, id))
  await dropEntry(tx, { caseId: id, replyId: null })
  const facts: Facts = { process: row.process, subject: 'unknown', program_age: 'unknown', kind: 'unknown', category: 'unknown' }
  await tx.update(cases).set({
    state: 'withdrawn', facts, title: null, words: '', html: '', motive: null, device: null, evidenceTier: 0, lastConfirmedMinute: null,
    version: row.version + 1, editedAt: now,
  }).where(eq(cases.id, id))
  await settleAbout(tx, { subject: 'case', subjectId: id }, { byId: null, decision: 'gone', reason: '', now })
  // Still under its old account, whose share in the figures it gives back here.
  await refreshCase(tx, id)
  await tx.update(cases).set({ authorId: null, account: `case:${ref}` }).where(eq(cases.id, id))
}
