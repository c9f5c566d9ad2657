import { desc, eq } from 'drizzle-orm'
import type { Case } from '@/domain/case/case'
import { changesBetween } from '@/domain/case/changes'
import { caseNews } from '@/domain/following/case-news'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../connection'
import { askForSame } from '../moderation/alike/ask'
import { holdAgain } from '../moderation/hold-again'
import type { HeldBack } from '../moderation/queue/queue-up'
import { happened } from '../outbox/entrust'
import { callPeople, renderCalling } from '../people/mentions'
import { caseEvents, caseRevisions, cases, people } from '../schema'
import { settleAbout } from '../moderation/queue/settle'
import { dropEntry, indexCase } from '../search/entries'
import { refreshCase } from './refresh'
import { eventRow, type StoredCase } from './rows'
import { searchTextOf } from './store'

type Revision = {
  stored: StoredCase
  revised: Case
  now: number
  /** Why it is held until a moderator has looked: who is called in it, or follows it, hears of it then. */
  heldBack?: HeldBack | null
}

/**
 * Replaces a case by its revised self and writes down what changed, field by field. The caller has compared
 * versions; nothing is written when nothing changed, and then it answers false. `now` in epoch milliseconds.
 */
export async function reviseCase(
  tx: Transaction, permitted: Permitted<'edit_case'> | Permitted<'confirm_case'>, { stored, revised, now, heldBack = null }: Revision,
): Promise<boolean> {
  const { row } = stored
  const changes = changesBetween(stored.case, revised)
  if (changes.length === 0) return false
  const version = row.version + 1
  const { html, version: renderVersion, called } = await renderCalling(tx, revised.words ?? '')
  await tx.update(cases).set({
    facts: revised.facts,
    title: revised.title ?? null,
    words: revised.words ?? '',
    html,
    renderVersion,
    motive: revised.motive ?? null,
    evidenceTier: revised.evidence_tier,
    lastConfirmedMinute: revised.last_confirmed,
    version,
    editedAt: now,
    activeAt: now,
  }).where(eq(cases.id, row.id))
  await tx.delete(caseEvents).where(eq(caseEvents.caseId, row.id))
  await tx.insert(caseEvents).values(revised.events.map((event, position) => eventRow(row.id, position, event, now)))
  await tx.insert(caseRevisions).values({
    caseId: row.id, version, byId: permitted.by.id, act: permitted.act, changes, at: now,
  })
  if (!heldBack) await callPeople(tx, { subject: 'case', subjectId: row.id, called, byId: permitted.by.id, caseId: row.id, now })
  await indexCase(tx, row.id, searchTextOf(revised))
  await askForSame(tx, { subject: 'case', subjectId: row.id }, now)
  await refreshCase(tx, row.id)
  const told = caseNews(stored.case, revised)
  if (heldBack) await holdAgain(tx, { subject: 'case', subjectId: row.id, heldBack, now, ...(told && { news: { version, told } }) })
  else if (told) await happened(tx, { what: 'case_revised', caseId: row.id, version, told, actorId: permitted.by.id }, now)
  return true
}

/** Takes one's own case back: it leaves lists, search and figures; its address says that it was withdrawn. */
export async function withdrawCase(
  tx: Transaction, permitted: Permitted<'withdraw_case'>, { stored, now }: { stored: StoredCase; now: number },
): Promise<void> {
  const { row } = stored
  const version = row.version + 1
  await tx.update(cases).set({ state: 'withdrawn', version, editedAt: now }).where(eq(cases.id, row.id))
  await tx.insert(caseRevisions).values({
    caseId: row.id,
    version,
    byId: permitted.by.id,
    act: permitted.act,
    changes: [{ field: 'state', before: row.state, after: 'withdrawn' }],
    at: now,
  })
  await dropEntry(tx, { caseId: row.id, replyId: null })
  await settleAbout(tx, { subject: 'case', subjectId: row.id }, { byId: null, decision: 'gone', reason: '', now })
  await refreshCase(tx, row.id)
}

export type CaseRevision = typeof caseRevisions.$inferSelect & { by: string | null }

/** All revisions of a case, newest first. An edit needs its author's hand, so there are few. */
export async function revisionsOf(database: Database, caseId: number): Promise<CaseRevision[]> {
  const rows = await database.select({ revision: caseRevisions, by: people.name }).from(caseRevisions)
    .leftJoin(people, eq(people.id, caseRevisions.byId))
    .where(eq(caseRevisions.caseId, caseId)).orderBy(desc(caseRevisions.version))
  return rows.map(({ revision, by }) => ({ ...revision, by }))
}
