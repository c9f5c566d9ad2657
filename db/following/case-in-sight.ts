import { eq } from 'drizzle-orm'
import type { CaseState } from '@/domain/codes'
import type { Filtered } from '@/domain/following/fits'
import type { Database } from '../connection'
import { cases, caseTraits, taggings, tags } from '../schema'

/** What of a case decides who is told of it. */
export type CaseInSight = Filtered & { id: number; authorId: number | null; state: CaseState; tagIds: number[] }

export async function caseInSight(database: Database, id: number): Promise<CaseInSight | null> {
  const { authorId, state, process, subject, category, outcome, month, source } = cases
  const [row] = await database.select({ id: cases.id, authorId, state, process, subject, category, outcome, month, source })
    .from(cases).where(eq(cases.id, id))
  if (!row) return null
  const traits = await database.select({ trait: caseTraits.trait, value: caseTraits.value }).from(caseTraits)
    .where(eq(caseTraits.caseId, id))
  const under = await database.select({ id: tags.id, slug: tags.slug }).from(taggings)
    .innerJoin(tags, eq(tags.id, taggings.tagId)).where(eq(taggings.caseId, id))
  return { ...row, traits, tags: under.map(({ slug }) => slug), tagIds: under.map(tag => tag.id) }
}
