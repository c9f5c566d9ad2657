import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import { refreshCase } from '../cases/refresh'
import type { Transaction } from '../connection'
import { happened } from '../outbox/entrust'
import { notify } from '../people/notify'
import { cases, logEntries, people, taggings, tags, tagSuggestions } from '../schema'
import type { Done } from './done'
import { writeLog } from './log'
import { addUse } from './tag-uses'

export type Tagging = {
  caseId: number
  tagId: number
  /** Public; see domain/moderation/because.ts. */
  because: string
  /** Epoch milliseconds. */
  now: number
}

/** Puts a case under a tag: the row, the log's line, a notice to the author and the case's place in the figures. */
export async function tagCase(tx: Transaction, permitted: Permitted<'tag'>, tagging: Tagging): Promise<Done> {
  const { caseId, tagId, because, now } = tagging
  const theirs = await caseToTag(tx, caseId)
  if (!theirs) return { missing: 'case' }
  const [tag] = await tx.select().from(tags).where(and(eq(tags.id, tagId), isNull(tags.retiredAt)))
  if (!tag) return { missing: 'tag' }
  const added = await tx.insert(taggings)
    .values({ caseId, tagId, byId: permitted.by.id, reason: because, at: now })
    .onConflictDoNothing().returning({ caseId: taggings.caseId })
  await tx.delete(tagSuggestions).where(and(eq(tagSuggestions.caseId, caseId), eq(tagSuggestions.slug, tag.slug)))
  if (added.length === 0) return { already: await taggedBy(tx, caseId, tagId) }
  await tell(tx, permitted, 'tag', tagging, theirs.authorId, tag)
  await happened(tx, { what: 'case_tagged', caseId, tagId, actorId: permitted.by.id }, now)
  return { done: true }
}

/** Takes a case from under a tag. */
export async function untagCase(tx: Transaction, permitted: Permitted<'tag'>, tagging: Tagging): Promise<Done> {
  const { caseId, tagId } = tagging
  const theirs = await caseToTag(tx, caseId)
  if (!theirs) return { missing: 'case' }
  const [tag] = await tx.select().from(tags).where(eq(tags.id, tagId))
  if (!tag) return { missing: 'tag' }
  const removed = await tx.delete(taggings)
    .where(and(eq(taggings.caseId, caseId), eq(taggings.tagId, tagId))).returning({ counted: taggings.counted })
  if (removed.length === 0) return { already: await lastToDo(tx, 'untag', caseId, tagId) }
  if (removed[0]!.counted) await addUse(tx, tagId, -1)
  await tell(tx, permitted, 'untag', tagging, theirs.authorId, tag)
  return { done: true }
}

/** Turns down what an import proposed. Nothing changes for readers, so the author is not told; the log says it. */
export async function dismissSuggestion(
  tx: Transaction, permitted: Permitted<'tag'>, it: { caseId: number; slug: string; because: string; now: number },
): Promise<Done> {
  const { caseId, slug, because, now } = it
  const removed = await tx.delete(tagSuggestions)
    .where(and(eq(tagSuggestions.caseId, caseId), eq(tagSuggestions.slug, slug)))
    .returning({ slug: tagSuggestions.slug })
  if (removed.length === 0) return { missing: 'suggestion' }
  const [tag] = await tx.select().from(tags).where(eq(tags.slug, slug))
  await writeLog(tx, {
    at: now, actorId: permitted.by.id, act: 'dismiss_suggestion', reason: because, caseId, tagId: tag?.id ?? null,
    details: tag ? tagAsItIs(tag) : { slug, name_zh: slug, name_en: slug },
  })
  return { done: true }
}

/** A tag's names as the log keeps them: what was meant on that day, whatever the tag is called later. */
export function tagAsItIs(tag: typeof tags.$inferSelect): Record<string, string> {
  const { slug, nameZh, nameEn, leavesFigures } = tag
  return { slug, name_zh: nameZh, name_en: nameEn, figures: leavesFigures ? 'leaves' : 'stays' }
}

async function tell(
  tx: Transaction, permitted: Permitted<'tag'>, act: 'tag' | 'untag', tagging: Tagging, authorId: number | null,
  tag: typeof tags.$inferSelect,
): Promise<void> {
  const { caseId, tagId, because, now } = tagging
  const actorId = permitted.by.id
  const details = tagAsItIs(tag)
  await writeLog(tx, { at: now, actorId, act, reason: because, caseId, tagId, details })
  const kind = act === 'tag' ? 'tagged' : 'untagged'
  await notify(tx, { personId: authorId, kind, caseId, actorId, details: { ...details, reason: because }, now })
  await refreshCase(tx, caseId)
}

// A case that its author withdrew or that was merged into another is no longer anybody's to tag.
async function caseToTag(tx: Transaction, caseId: number) {
  const [row] = await tx.select({ authorId: cases.authorId, state: cases.state }).from(cases)
    .where(eq(cases.id, caseId))
  return row && (row.state === 'live' || row.state === 'hidden') ? row : null
}

async function taggedBy(tx: Transaction, caseId: number, tagId: number): Promise<string | null> {
  const [row] = await tx.select({ name: people.name }).from(taggings).innerJoin(people, eq(people.id, taggings.byId))
    .where(and(eq(taggings.caseId, caseId), eq(taggings.tagId, tagId)))
  return row?.name ?? null
}

async function lastToDo(tx: Transaction, act: 'untag', caseId: number, tagId: number): Promise<string | null> {
  const [row] = await tx.select({ name: people.name }).from(logEntries)
    .innerJoin(people, eq(people.id, logEntries.actorId))
    .where(and(eq(logEntries.caseId, caseId), eq(logEntries.act, act), eq(logEntries.tagId, tagId)))
    .orderBy(desc(logEntries.id)).limit(1)
  return row?.name ?? null
}
