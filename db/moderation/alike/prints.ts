import { and, desc, eq, ne } from 'drizzle-orm'
import { printsOf } from '@/domain/text/prints'
import type { Database, Transaction } from '../../connection'
import { textPrints } from '../../schema'
import type { VoteSubject } from '../../schema/threads'

type Thing = { subject: VoteSubject; subjectId: number }

/** Keeps the prints of a text in place of those its thing had, and answers them. */
export async function keepPrints(tx: Transaction, thing: Thing, text: string): Promise<number[]> {
  const prints = [...new Set(printsOf(text))]
  await dropPrints(tx, thing)
  if (prints.length > 0) await tx.insert(textPrints).values(prints.map(print => ({ print, ...thing })))
  return prints
}

/** Forgets the prints of what has gone, or is too short now. */
export async function dropPrints(tx: Transaction, { subject, subjectId }: Thing): Promise<void> {
  await tx.delete(textPrints).where(and(eq(textPrints.subject, subject), eq(textPrints.subjectId, subjectId)))
}

// Where a phrase goes round, thousands share a print. The latest are enough to see that it does.
const mostOfAPrint = 20

/**
 * The things of this kind that share a print with this one, those that share most first, at most `limit`. Costs a few places of
 * an index for each print, however many things there are.
 */
export async function sharingPrints(database: Database, { subject, subjectId }: Thing, prints: number[], limit = 20): Promise<number[]> {
  const shared = new Map<number, number>()
  for (const print of prints) {
    const rows = await database.select({ id: textPrints.subjectId }).from(textPrints)
      .where(and(eq(textPrints.print, print), eq(textPrints.subject, subject), ne(textPrints.subjectId, subjectId)))
      .orderBy(desc(textPrints.subjectId)).limit(mostOfAPrint)
    for (const { id } of rows) shared.set(id, (shared.get(id) ?? 0) + 1)
  }
  return [...shared].sort(([a, n], [b, m]) => m - n || b - a).slice(0, limit).map(([id]) => id)
}
