import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { startingGroups } from '@/domain/moderation/starting-tags'
import type { TagGroupInBook, TagOnCase, TagSuggestion } from '@/domain/moderation/tag'
import { foldTerm } from '@/domain/moderation/term'
import type { Database, Transaction } from '../connection'
import { cases, people, tagGroups, taggings, tags, tagSynonyms, tagSuggestions } from '../schema'

export type Tag = typeof tags.$inferSelect

/** Plants the tags a site begins with. What is there already stays as it is, so twice does no more than once. */
export async function plantTags(tx: Transaction): Promise<void> {
  for (const [position, group] of startingGroups.entries()) {
    await tx.insert(tagGroups).values({ slug: group.slug, nameZh: group.zh, nameEn: group.en, position })
      .onConflictDoNothing()
    const [planted] = await tx.select({ id: tagGroups.id }).from(tagGroups).where(eq(tagGroups.slug, group.slug))
    if (!planted) continue
    for (const tag of group.tags) {
      const [added] = await tx.insert(tags).values({
        groupId: planted.id,
        slug: tag.slug,
        nameZh: tag.zh.name,
        nameEn: tag.en.name,
        descriptionZh: tag.zh.description,
        descriptionEn: tag.en.description,
        leavesFigures: tag.leavesFigures ?? false,
      }).onConflictDoNothing().returning({ id: tags.id })
      if (!added || !tag.synonyms) continue
      const terms = tag.synonyms.map(synonym => ({ term: foldTerm(synonym), tagId: added.id }))
      await tx.insert(tagSynonyms).values(terms).onConflictDoNothing()
    }
  }
}

/** The tags of many cases in one question, in the order of groups; a case without tags is not in the map. */
export async function tagsOf(database: Database, caseIds: number[]): Promise<Map<number, TagOnCase[]>> {
  const found = new Map<number, TagOnCase[]>()
  if (caseIds.length === 0) return found
  const rows = await database.select({
    caseId: taggings.caseId,
    id: tags.id,
    slug: tags.slug,
    nameZh: tags.nameZh,
    nameEn: tags.nameEn,
    descriptionZh: tags.descriptionZh,
    descriptionEn: tags.descriptionEn,
    leavesFigures: tags.leavesFigures,
    by: people.name,
    at: taggings.at,
    reason: taggings.reason,
  }).from(taggings)
    .innerJoin(tags, eq(tags.id, taggings.tagId))
    .innerJoin(tagGroups, eq(tagGroups.id, tags.groupId))
    .innerJoin(people, eq(people.id, taggings.byId))
    .where(inArray(taggings.caseId, caseIds))
    .orderBy(asc(tagGroups.position), asc(tags.id))
  for (const { caseId, ...tag } of rows) found.set(caseId, [...found.get(caseId) ?? [], tag])
  return found
}

/** Every group with its tags, in order, with their synonyms and use. Retired ones too; the caller may leave them out. */
export async function tagBook(database: Database): Promise<TagGroupInBook[]> {
  const groups = await database.select().from(tagGroups).orderBy(asc(tagGroups.position), asc(tagGroups.id))
  const all = await database.select().from(tags).orderBy(asc(tags.id))
  const terms = await database.select().from(tagSynonyms).orderBy(asc(tagSynonyms.term))
  return groups.map(group => ({
    ...group,
    tags: all.filter(tag => tag.groupId === group.id).map(tag => ({
      ...tag,
      synonyms: terms.filter(it => it.tagId === tag.id).map(it => it.term),
      cases: tag.uses,
    })),
  }))
}

/** The tags in use, as a list to choose from: slug and name in one language, in the order of groups. */
export async function namedTags(database: Database, lang: 'zh' | 'en'): Promise<{ slug: string; name: string }[]> {
  const rows = await database.select({ slug: tags.slug, nameZh: tags.nameZh, nameEn: tags.nameEn }).from(tags)
    .innerJoin(tagGroups, eq(tagGroups.id, tags.groupId))
    .where(isNull(tags.retiredAt)).orderBy(asc(tagGroups.position), asc(tags.id))
  return rows.map(({ slug, nameZh, nameEn }) => ({ slug, name: lang === 'zh' ? nameZh : nameEn }))
}

/** Tags by their ids, retired ones too. */
export async function tagsByIds(database: Database, ids: number[]): Promise<Tag[]> {
  return ids.length === 0 ? [] : database.select().from(tags).where(inArray(tags.id, ids))
}

/** The tag of an address or of a word that means the same: its slug, a synonym, or its name in either language. */
export async function tagNamed(database: Database, word: string): Promise<(Tag & { synonyms: string[] }) | null> {
  const term = foldTerm(word)
  const [bySlug] = await database.select().from(tags).where(eq(tags.slug, term))
  const found = bySlug ?? await tagMeaning(database, term)
  if (!found) return null
  const terms = await database.select({ term: tagSynonyms.term }).from(tagSynonyms)
    .where(eq(tagSynonyms.tagId, found.id)).orderBy(asc(tagSynonyms.term))
  return { ...found, synonyms: terms.map(it => it.term) }
}

/** What an import proposed for a case and nobody has decided yet. A word that is no tag of ours comes with null. */
export async function suggestionsOf(database: Database, caseId: number): Promise<TagSuggestion[]> {
  const rows = await database.select({ slug: tagSuggestions.slug, tag: tags }).from(tagSuggestions)
    .leftJoin(tags, and(eq(tags.slug, tagSuggestions.slug), isNull(tags.retiredAt)))
    .where(eq(tagSuggestions.caseId, caseId)).orderBy(asc(tagSuggestions.slug))
  return rows
}

async function tagMeaning(database: Database, term: string): Promise<Tag | undefined> {
  const [bySynonym] = await database.select({ tag: tags }).from(tagSynonyms)
    .innerJoin(tags, eq(tags.id, tagSynonyms.tagId)).where(eq(tagSynonyms.term, term))
  if (bySynonym) return bySynonym.tag
  const all = await database.select().from(tags).orderBy(asc(tags.id))
  return all.find(tag => foldTerm(tag.nameZh) === term || foldTerm(tag.nameEn) === term)
}
