import { eq, inArray } from 'drizzle-orm'
import type { TagDraft } from '@/domain/moderation/drafts'
import { tagChanges, type TagProperties } from '@/domain/moderation/tag-changes'
import { foldTerm } from '@/domain/moderation/term'
import type { Permitted } from '@/domain/permission'
import { refreshCase } from '../cases/refresh'
import type { Transaction } from '../connection'
import { tagGroups, taggings, tags, tagSynonyms } from '../schema'
import { writeLog } from './log'
import { tagAsItIs } from './tagging'
import { takenWord, type Taken } from './taken-words'

export type Kept = { done: true; slug: string } | { missing: 'tag' | 'group' } | Taken

/**
 * Makes a tag or edits one. The log's line keeps what was before and after; where the tag begins or ceases to leave
 * the figures, every case under it is counted anew in the same write. An edit that changes nothing writes nothing.
 */
export async function keepTag(
  tx: Transaction, permitted: Permitted<'keep_tags'>, draft: TagDraft, now: number,
): Promise<Kept> {
  const slug = draft.tag || draft.slug
  const before = await tagWithGroup(tx, slug)
  if (draft.tag && !before) return { missing: 'tag' }
  if (!draft.tag && before) return { taken: slug, by: { zh: before.tag.nameZh, en: before.tag.nameEn } }
  const [group] = await tx.select().from(tagGroups).where(eq(tagGroups.slug, draft.group))
  if (!group) return { missing: 'group' }
  const words = [draft.name_zh, draft.name_en, slug].map(foldTerm)
  const taken = await takenWord(tx, words, before?.tag.id ?? null)
  if (taken) return taken
  const changes = before ? tagChanges(before.properties, draft) : { made: 'yes' }
  if (Object.keys(changes).length === 0) return { done: true, slug }
  const tag = await storeTag(tx, slug, {
    groupId: group.id,
    nameZh: draft.name_zh,
    nameEn: draft.name_en,
    descriptionZh: draft.description_zh,
    descriptionEn: draft.description_en,
    leavesFigures: draft.leaves_figures,
    retiredAt: draft.retired ? before?.tag.retiredAt ?? now : null,
  }, before?.tag.id)
  const details = { ...tagAsItIs(tag), ...changes }
  const { because: reason } = draft
  await writeLog(tx, { at: now, actorId: permitted.by.id, act: 'keep_tag', reason, tagId: tag.id, details })
  if (before && before.tag.leavesFigures !== tag.leavesFigures) await countAnew(tx, tag.id)
  return { done: true, slug }
}

/** Gives a tag this list of synonyms (folded) and no others. */
export async function keepSynonyms(
  tx: Transaction, permitted: Permitted<'keep_tags'>,
  list: { tag: string; synonyms: string[]; because: string; now: number },
): Promise<Kept> {
  const { tag: slug, synonyms, because: reason, now } = list
  const [tag] = await tx.select().from(tags).where(eq(tags.slug, slug))
  if (!tag) return { missing: 'tag' }
  const taken = await takenWord(tx, synonyms, tag.id)
  if (taken) return taken
  const rows = await tx.select({ term: tagSynonyms.term }).from(tagSynonyms).where(eq(tagSynonyms.tagId, tag.id))
  const before = rows.map(row => row.term)
  const added = synonyms.filter(term => !before.includes(term))
  const removed = before.filter(term => !synonyms.includes(term))
  if (added.length + removed.length === 0) return { done: true, slug }
  if (removed.length > 0) await tx.delete(tagSynonyms).where(inArray(tagSynonyms.term, removed))
  if (added.length > 0) await tx.insert(tagSynonyms).values(added.map(term => ({ term, tagId: tag.id })))
  const details = { ...tagAsItIs(tag), added: added.join('\n'), removed: removed.join('\n') }
  await writeLog(tx, { at: now, actorId: permitted.by.id, act: 'keep_synonyms', reason, tagId: tag.id, details })
  return { done: true, slug }
}

type Tag = typeof tags.$inferSelect

async function tagWithGroup(tx: Transaction, slug: string): Promise<{ tag: Tag; properties: TagProperties } | null> {
  const [row] = await tx.select({ tag: tags, group: tagGroups.slug }).from(tags)
    .innerJoin(tagGroups, eq(tagGroups.id, tags.groupId)).where(eq(tags.slug, slug))
  if (!row) return null
  const { tag, group } = row
  return {
    tag,
    properties: {
      group,
      name_zh: tag.nameZh,
      name_en: tag.nameEn,
      description_zh: tag.descriptionZh,
      description_en: tag.descriptionEn,
      leaves_figures: tag.leavesFigures,
      retired: tag.retiredAt !== null,
    },
  }
}

async function storeTag(
  tx: Transaction, slug: string, properties: Omit<Tag, 'id' | 'slug' | 'uses'>, id?: number,
): Promise<Tag> {
  const [stored] = id === undefined
    ? await tx.insert(tags).values({ slug, ...properties }).returning()
    : await tx.update(tags).set(properties).where(eq(tags.id, id)).returning()
  return stored!
}

async function countAnew(tx: Transaction, tagId: number): Promise<void> {
  const rows = await tx.select({ caseId: taggings.caseId }).from(taggings).where(eq(taggings.tagId, tagId))
  for (const { caseId } of rows) await refreshCase(tx, caseId)
}
