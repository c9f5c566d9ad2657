import { desc } from 'drizzle-orm'
import type { Database } from '../../connection'
import { cases } from '../../schema'

/** So many cases may be read one by one while somebody waits for it; takes a third of a second. */
export const mostAtOnce = () => Number(process.env.FIGURES_AT_ONCE || 20_000)

/** Whether there are more cases than may be read while somebody waits. A database that one thread alone may ask has nobody to count it. */
export async function areManyCases(database: Database): Promise<boolean> {
  if (process.env.DATABASE_URL?.startsWith('pglite:')) return false
  return await countUpTo(database) > mostAtOnce()
}

/** How many cases there are at most, by their numbers. */
export async function countUpTo(database: Database): Promise<number> {
  const [last] = await database.select({ id: cases.id }).from(cases).orderBy(desc(cases.id)).limit(1)
  return last?.id ?? 0
}
