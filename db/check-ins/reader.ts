import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../connection'
import { mailAddresses, mailWishes, people } from '../schema'

/** How to write to somebody who wants each of his notices by mail; null for everybody else. */
export async function letterReader(database: Database, personId: number): Promise<{ to: string; name: string; lang: string } | null> {
  const [row] = await database.select({ to: mailAddresses.address, name: people.name, lang: mailWishes.lang }).from(mailWishes)
    .innerJoin(mailAddresses, eq(mailAddresses.personId, mailWishes.personId))
    .innerJoin(people, eq(people.id, mailWishes.personId))
    .where(and(eq(mailWishes.personId, personId), eq(mailWishes.how, 'each'), isNull(people.leftAt)))
  return row ?? null
}
