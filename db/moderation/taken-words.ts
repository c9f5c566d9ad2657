import { and, eq, inArray, ne } from 'drizzle-orm'
import { foldTerm } from '@/domain/moderation/term'
import type { Transaction } from '../connection'
import { tags, tagSynonyms } from '../schema'

/** `taken`: this folded word already means the tag that is called `by` in each language. */
export type Taken = { taken: string; by: { zh: string; en: string } }

/** The first of these folded words that leads to another tag than `tagId`: one word means one tag, or none is found. */
export async function takenWord(tx: Transaction, words: string[], tagId: number | null): Promise<Taken | null> {
  if (words.length === 0) return null
  const others = await tx.select().from(tags).where(ne(tags.id, tagId ?? 0))
  for (const other of others) {
    const taken = [other.slug, other.nameZh, other.nameEn].map(foldTerm).find(word => words.includes(word))
    if (taken !== undefined) return { taken, by: { zh: other.nameZh, en: other.nameEn } }
  }
  const [synonym] = await tx.select({ taken: tagSynonyms.term, zh: tags.nameZh, en: tags.nameEn }).from(tagSynonyms)
    .innerJoin(tags, eq(tags.id, tagSynonyms.tagId))
    .where(and(inArray(tagSynonyms.term, words), ne(tags.id, tagId ?? 0)))
  return synonym ? { taken: synonym.taken, by: { zh: synonym.zh, en: synonym.en } } : null
}
