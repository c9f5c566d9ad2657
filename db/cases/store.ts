import { randomUUID } from 'node:crypto'
import type { Case } from '@/domain/case/case'
import { renderWords } from '@/domain/text/markdown'
import type { Transaction } from '../connection'
import { queueUp, type HeldBack } from '../moderation/queue/queue-up'
import { askForSame } from '../moderation/alike/ask'
import { happened } from '../outbox/entrust'
import { callPeople, renderCalling } from '../people/mentions'
import { caseEvents, cases, tagSuggestions } from '../schema'
import { indexCase } from '../search/entries'
import { refreshCase } from './refresh'
import { eventRow } from './rows'

export type NewCase = {
  case: Case
  /** Null where nobody here wrote it. */
  authorId: number | null
  /** Whose report it counts as; null: it counts as an account of its own. */
  account: string | null
  /** Epoch milliseconds. */
  now: number
  suggestedTags?: string[]
  /** Where it was written, by the user agent. */
  device?: string | null
  /** It waits for a moderator, for this reason, and nobody but its author sees it until then. */
  heldBack?: HeldBack | null
}

/** The one way into the world for a case, whoever brings it: form, import, API or simulator. Answers its id. */
export async function storeCase(tx: Transaction, told: NewCase): Promise<number> {
  const { case: it, authorId, now, suggestedTags = [], heldBack } = told
  // What nobody here wrote calls nobody.
  const { html, called } = await renderCalling(tx, authorId === null ? '' : it.words ?? '')
  const row = { ...newCaseRow(told), ...(called.length > 0 && { html }) }
  const [stored] = await tx.insert(cases).values(row).returning({ id: cases.id })
  const { id } = stored!
  await tx.insert(caseEvents).values(it.events.map((event, position) => eventRow(id, position, event, now)))
  if (suggestedTags.length > 0) await tx.insert(tagSuggestions).values(suggestedTags.map(slug => ({ caseId: id, slug })))
  await indexCase(tx, id, searchTextOf(it))
  await refreshCase(tx, id)
  await askForSame(tx, { subject: 'case', subjectId: id }, now)
  if (heldBack) {
    await queueUp(tx, { ...heldBack, subject: 'case', subjectId: id, caseId: id, personId: authorId, hold: 'back', now })
    return id
  }
  // What was collected elsewhere comes by the hundred and is nobody's news.
  if (authorId === null) return id
  await callPeople(tx, { subject: 'case', subjectId: id, called, byId: authorId, caseId: id, now })
  await happened(tx, { what: 'case_reported', caseId: id, actorId: authorId }, now)
  return id
}

/** A case as it first stands in its table; what follows from it is left to `refreshCase`. */
export function newCaseRow({ case: it, authorId, account, now, device = null, heldBack }: NewCase): typeof cases.$inferInsert {
  const ref = it.ref ?? randomUUID()
  const { html, version } = renderWords(it.words ?? '')
  return {
    ref,
    authorId,
    account: account ?? `case:${ref}`,
    ...(heldBack && { state: 'hidden', published: false }),
    source: it.source,
    motive: it.motive,
    evidenceTier: it.evidence_tier,
    retrospective: it.retrospective,
    facts: it.facts,
    process: it.facts.process,
    subject: it.facts.subject,
    category: it.facts.category,
    outcome: 'unknown',
    title: it.title,
    words: it.words ?? '',
    html,
    renderVersion: version,
    inFigures: false,
    device,
    lastConfirmedMinute: it.last_confirmed,
    createdAt: it.created_at,
    activeAt: now,
  }
}

/** All of a case that somebody may search for. */
export function searchTextOf(it: Case): string {
  return [it.title, it.words, it.facts.name_shape, ...it.events.map(event => event.note)].filter(Boolean).join('\n')
}
