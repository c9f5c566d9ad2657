import { and, count, desc, eq, gte, sql } from 'drizzle-orm'
import { dayOf, type Batch } from '@/domain/moderation/batch'
import { smallestBatch } from '@/domain/moderation/jump'
import type { Database } from '../../connection'
import { cases, origins, people } from '../../schema'

/** So long ago a batch may have begun to be looked at of itself, in days. */
const daysBack = 60
/** Of each kind the largest are looked at. */
const mostOfAKind = 40

/**
 * Batches told lately that are large enough to move something, the closest first: one address, one network, one hour of
 * signing up, one day. Reads what was told in `daysBack` days.
 */
export async function recentBatches(database: Database, now: number): Promise<Batch[]> {
  const n = count()
  const told = (by: typeof origins.address | typeof origins.block) => database.select({ day: origins.day, hash: by, n }).from(origins)
    .where(and(eq(origins.subject, 'case'), gte(origins.day, dayOf(now) - daysBack)))
    .groupBy(origins.day, by).having(gte(n, smallestBatch)).orderBy(desc(n), desc(origins.day)).limit(mostOfAKind)
  const addresses = await told(origins.address)
  const blocks = await told(origins.block)
  const hour = sql<number>`cast(${people.createdAt} / 3600000 as integer)`
  const hours = await database.select({ hour, n }).from(people).innerJoin(cases, eq(cases.authorId, people.id))
    .where(gte(people.createdAt, now - daysBack * 86_400_000))
    .groupBy(hour).having(gte(n, smallestBatch)).orderBy(desc(n), desc(hour)).limit(mostOfAKind)
  const days = await database.select({ day: origins.day, n }).from(origins)
    .where(and(eq(origins.subject, 'case'), gte(origins.day, dayOf(now) - daysBack)))
    .groupBy(origins.day).having(gte(n, smallestBatch)).orderBy(desc(n), desc(origins.day)).limit(mostOfAKind)
  return [
    ...addresses.map(({ day, hash }): Batch => ({ kind: 'address', key: `${day}-${hash}` })),
    ...blocks.map(({ day, hash }): Batch => ({ kind: 'block', key: `${day}-${hash}` })),
    ...hours.map(({ hour }): Batch => ({ kind: 'sign_up_hour', key: String(hour) })),
    ...days.map(({ day }): Batch => ({ kind: 'day', key: String(day) })),
  ]
}
