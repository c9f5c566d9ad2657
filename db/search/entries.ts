import { and, eq, isNull } from 'drizzle-orm'
import { termsToIndex } from '@/domain/text/terms'
import type { Transaction } from '../connection'
import { keptQuery } from '../engines/kept-query'
import { dropPrints } from '../moderation/alike/prints'
import { searchEntries } from '../schema'

type Entry = { caseId: number; replyId: number | null }

/** Puts all that a case says (title, words, notes) into the search, or renews it. */
export async function indexCase(tx: Transaction, caseId: number, text: string): Promise<void> {
  await keepEntry(tx, { caseId, replyId: null }, text)
}

/** Puts a reply into the search that has just been given its id, and so cannot be in it. */
export async function indexNewReply(
  tx: Transaction, { caseId, replyId, words }: { caseId: number; replyId: number; words: string },
): Promise<void> {
  await add(tx, { caseId, replyId, terms: termsToIndex(words).join(' ') })
}

const add = keptQuery(['caseId', 'replyId', 'terms'], (tx, places) => tx.insert(searchEntries).values(places))

/** Puts a reply into the search, or renews it. */
export async function indexReply(
  tx: Transaction, reply: { caseId: number; replyId: number; words: string },
): Promise<void> {
  await keepEntry(tx, reply, reply.words)
}

/** Takes a case's words (replyId null) or a reply out, its prints too. What is only hidden may stay in: the search looks. */
export async function dropEntry(tx: Transaction, entry: Entry): Promise<void> {
  await dropPrints(tx, entry.replyId === null ? { subject: 'case', subjectId: entry.caseId } : { subject: 'reply', subjectId: entry.replyId })
  await tx.delete(searchEntries).where(sameEntry(entry))
}

// An entry keeps its id when it is renewed, and with it its place among the results.
async function keepEntry(tx: Transaction, entry: Entry, text: string): Promise<void> {
  const terms = termsToIndex(text).join(' ')
  const renewed = await tx.update(searchEntries).set({ terms }).where(sameEntry(entry))
    .returning({ id: searchEntries.id })
  if (renewed.length > 0) return
  await tx.insert(searchEntries).values({ caseId: entry.caseId, replyId: entry.replyId, terms })
}

function sameEntry({ caseId, replyId }: Entry) {
  const same = replyId === null ? isNull(searchEntries.replyId) : eq(searchEntries.replyId, replyId)
  return and(eq(searchEntries.caseId, caseId), same)
}
