import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { answerWith } from '@/db/answering'
import { closeDatabase, read, write } from '@/db/connection'
import { migrateDatabase } from '@/db/migrate'
import { siteValues } from '@/db/schema'
import { ask } from '../support/ask'
import { newCluster, noCluster, type Cluster } from '../support/cluster'
import { inProcess } from '../support/database'

// Needs a server of its own and no TEST_POSTGRES_URL, so it runs once: with the project that needs none either.
describe.skipIf(!inProcess || noCluster !== null)(`Read replicas (${noCluster ?? 'on a server of our own'})`, () => {
  let primary: Cluster
  let replica: Cluster

  beforeAll(async () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined)
    primary = await newCluster()
    await migrateDatabase(primary.url)
    replica = await primary.addStandby()
    process.env.DATABASE_URL = primary.url
    process.env.DATABASE_REPLICA_URLS = replica.url
  })
  afterAll(async () => {
    await closeDatabase()
    delete process.env.DATABASE_REPLICA_URLS
    await primary?.remove()
  })

  test('an answer that may be a blink behind comes from the replica, every other from the primary', async () => {
    await vi.waitUntil(async () => await whoAnswers({ mayBeBehind: true }) === 'replica', { timeout: 10_000 })
    expect(await whoAnswers({ mayBeBehind: false })).toBe('primary')
    expect(await whoAnswers(null)).toBe('primary')
  })

  test('whoever has written reads the primary from then on, within the same answer', async () => {
    await vi.waitUntil(async () => await whoAnswers({ mayBeBehind: true }) === 'replica', { timeout: 10_000 })
    const answering = { mayBeBehind: true, wrote: false }
    const seen = await answerWith(answering, async () => {
      await write(tx => tx.insert(siteValues).values({ name: 'mine', value: 1, updatedAt: 1 }))
      return valueOf('mine')
    })
    expect([seen, answering]).toEqual([1, { mayBeBehind: false, wrote: true }])
  })

  test('a replica that goes away fails nobody, is left out, and is read from again when it is back', async () => {
    await vi.waitUntil(async () => await whoAnswers({ mayBeBehind: true }) === 'replica', { timeout: 10_000 })
    await replica.stop('immediate')
    for (let n = 0; n < 20; n++) expect(await answerWith({ mayBeBehind: true, wrote: false }, () => valueOf('mine'))).toBe(1)
    expect(await whoAnswers({ mayBeBehind: true })).toBe('primary')
    await replica.start()
    await vi.waitUntil(async () => await whoAnswers({ mayBeBehind: true }) === 'replica', { timeout: 30_000 })
  })

  test('of 30 writes, none is missing to anybody who looks 300 ms later, though the replica lags 10 s', async () => {
    const late = await primary.addStandby('10s')
    await closeDatabase()
    process.env.DATABASE_REPLICA_URLS = late.url
    for (let n = 1; n <= 30; n++) {
      await write(tx => tx.insert(siteValues).values({ name: 'late', value: n, updatedAt: n })
        .onConflictDoUpdate({ target: siteValues.name, set: { value: n } }))
      // Anybody else, that is: whoever wrote it reads the primary.
      await new Promise(resolve => setTimeout(resolve, 300))
      expect(await answerWith({ mayBeBehind: true, wrote: false }, () => valueOf('late'))).toBe(n)
    }
    // It does lag, and would have shown less.
    const [there] = await ask(late.url, `select count(*) as n from site_values where name = 'late' and value = '30'`)
    expect(there).toEqual({ n: 0 })
  })

  async function valueOf(name: string): Promise<unknown> {
    const rows = await (await read()).select({ value: siteValues.value }).from(siteValues).where(eq(siteValues.name, name))
    return rows[0]?.value
  }

  /** Which of the two a query reaches: only a replica is in recovery. */
  async function whoAnswers(how: { mayBeBehind: boolean } | null): Promise<'primary' | 'replica'> {
    const look = async () => {
      const [row] = await (await read()).select({ replica: sql<boolean>`pg_is_in_recovery()` }).from(sql`(select 1) as it`)
      return row
    }
    const row = how ? await answerWith({ ...how, wrote: false }, look) : await look()
    return row?.replica ? 'replica' : 'primary'
  }
})
