import { and, desc, gt, lte, type SQL } from 'drizzle-orm'
import type { Database } from '../connection'
import { cases } from '../schema'

// Of rows as the database hands them over, a million cases take a gigabyte; of what a figure keeps of them, a tenth of that.
const casesAtOnce = 20_000

/** Words that many rows say alike, such as months: each is kept once. */
const words = new Map<string, string>()

/** The same word; where it was read before, as the one that is kept already. */
export function asKept<Word extends string | null>(word: Word): Word {
  if (word === null) return word
  const before = words.get(word)
  if (before !== undefined) return before as Word
  words.set(word, word)
  return word
}

/**
 * What a figure keeps of all rows, in the order of their cases, read in portions where there are many. Between two portions somebody may
 * write: each case is whole, and what was written has everything counted anew.
 * @param query the rows of the cases `within` these ids, of all cases where undefined
 */
export async function inPortions<Row, Item>(
  database: Database, query: (within?: SQL) => PromiseLike<Row[]>, itemOf: (row: Row) => Item, atOnce = casesAtOnce,
): Promise<Item[]> {
  const [last] = await database.select({ id: cases.id }).from(cases).orderBy(desc(cases.id)).limit(1)
  if (!last || last.id <= atOnce) return (await query()).map(itemOf)
  const items: Item[] = []
  for (let after = 0; after < last.id; after += atOnce) {
    // The last portion has no end: a case that came meanwhile may be there.
    const until = after + atOnce
    for (const row of await query(and(gt(cases.id, after), until < last.id ? lte(cases.id, until) : undefined))) items.push(itemOf(row))
  }
  return items
}
