import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { formatLine } from '@/domain/case/exchange'
import type { Database } from '../connection'
import { cases, taggings, tags, tagSuggestions } from '../schema'
import { casesOf, type StoredCase } from './rows'

const pageSize = 200

/**
 * Every live case as a line of the exchange format, oldest first, page by page, so that a million take no more memory
 * than two hundred. Nobody's name is in it: a person is a pseudonym that only says which cases have one author.
 * `import` makes the same cases of it, and `export` then the same lines.
 */
export async function* exportLines(database: Database): AsyncGenerator<string> {
  for await (const page of livePages(database)) {
    const tags = await tagSlugsOf(database, page.map(({ row }) => row.id))
    for (const { row, case: it } of page) yield formatLine(it, tags.get(row.id) ?? [], accountIn(row.account))
  }
}

/** The account as open data has it: the pseudonym, or null for a case that stands for itself. */
export function accountIn(account: string): string | null {
  return account.startsWith('case:') ? null : account
}

async function* livePages(database: Database): AsyncGenerator<StoredCase[]> {
  for (let last = 0; ;) {
    const rows = await database.select().from(cases).where(and(eq(cases.state, 'live'), gt(cases.id, last)))
      .orderBy(asc(cases.id)).limit(pageSize)
    if (rows.length === 0) return
    yield await casesOf(database, rows)
    last = rows.at(-1)!.id
  }
}

/**
 * A moderator's tags and what an import proposed, together: wherever the line is imported, both are proposals that
 * another moderator decides about.
 */
async function tagSlugsOf(database: Database, ids: number[]): Promise<Map<number, string[]>> {
  const given = await database.select({ caseId: taggings.caseId, slug: tags.slug }).from(taggings)
    .innerJoin(tags, eq(tags.id, taggings.tagId)).where(inArray(taggings.caseId, ids))
  const proposed = await database.select().from(tagSuggestions).where(inArray(tagSuggestions.caseId, ids))
  const slugs = new Map<number, string[]>()
  for (const { caseId, slug } of [...given, ...proposed]) slugs.set(caseId, [...slugs.get(caseId) ?? [], slug])
  return new Map([...slugs].map(([id, all]) => [id, [...new Set(all)].sort()]))
}
