import { and, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Case } from '@/domain/case/case'
import { alikeness, likenessOfWords, type Alikeness } from '@/domain/moderation/alike'
import { alikeFrom } from '@/domain/text/prints'
import { caseById, casesByIds, type StoredCase } from '../../cases/rows'
import type { Database } from '../../connection'
import { cases, replies } from '../../schema'
import { sharingPrints } from './prints'

/** Another that is likely the same, by its id. */
export type Same = { id: number; by: 'steps' | 'words'; likeness: number }

// Of one account, the latest are looked at.
const mostOwn = 20

/** The case that this one most likely tells again; null where none does. `prints` are its own. */
export async function sameAsCase(database: Database, { row, case: it }: StoredCase, prints: number[]): Promise<Same | null> {
  const own = await ownOf(database, row.account, row.id)
  const sharing = await sharingPrints(database, { subject: 'case', subjectId: row.id }, prints)
  const others = await casesByIds(database, [...new Set([...own, ...sharing])])
  return best(others.filter(({ row: other }) => other.state === 'live' || other.state === 'hidden').map(other => (
    { id: other.row.id, ...alikeness({ case: it, account: row.account }, { case: other.case, account: other.row.account }) }
  )))
}

/** The live case in which this account has told the same, before another is stored; null where there is none. */
export async function toldAlready(database: Database, account: string, it: Case): Promise<number | null> {
  const others = await casesByIds(database, await ownOf(database, account, 0))
  const same = best(others.filter(({ row }) => row.state === 'live').map(({ row, case: other }) => (
    { id: row.id, ...alikeness({ case: it, account }, { case: other, account }) }
  )))
  return same?.id ?? null
}

/** The reply that this one most likely repeats; null where none does. */
export async function sameAsReply(database: Database, reply: { id: number; words: string }, prints: number[]): Promise<Same | null> {
  const ids = await sharingPrints(database, { subject: 'reply', subjectId: reply.id }, prints)
  if (ids.length === 0) return null
  const others = await database.select({ id: replies.id, words: replies.words }).from(replies)
    .where(and(inArray(replies.id, ids), isNull(replies.deletedAt)))
  const alike = others.map(other => ({ id: other.id, by: 'words' as const, likeness: likenessOfWords(reply.words, other.words) }))
  return alike.filter(({ likeness }) => likeness >= alikeFrom).sort((a, b) => b.likeness - a.likeness || a.id - b.id)[0] ?? null
}

/** How these two cases are alike; null where one is not there. */
export async function alikenessOf(database: Database, id: number, otherId: number): Promise<Alikeness | null> {
  const [one, other] = [await caseById(database, id), await caseById(database, otherId)]
  if (!one || !other) return null
  return alikeness({ case: one.case, account: one.row.account }, { case: other.case, account: other.row.account })
}

async function ownOf(database: Database, account: string, except: number): Promise<number[]> {
  const rows = await database.select({ id: cases.id }).from(cases).where(and(eq(cases.account, account), ne(cases.id, except)))
    .orderBy(desc(cases.id)).limit(mostOwn)
  return rows.map(({ id }) => id)
}

// The same steps of one account say more than words that are alike.
function best(found: (Alikeness & { id: number })[]): Same | null {
  const same = found.flatMap(({ id, by, words }): Same[] => (by ? [{ id, by, likeness: words }] : []))
  return same.sort((a, b) => Number(b.by === 'steps') - Number(a.by === 'steps') || b.likeness - a.likeness || a.id - b.id)[0] ?? null
}
