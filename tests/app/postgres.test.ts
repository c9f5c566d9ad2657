import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPostgresDatabase, dropPostgresDatabase } from '../support/postgres'
import { startSite, type RunningSite } from '../support/server'
import { walkThrough, type Walk } from '../support/walk'

const server = process.env.TEST_POSTGRES_URL

describe.skipIf(!server)('The whole site on a PostgreSQL server (TEST_POSTGRES_URL names one)', () => {
  const sites: RunningSite[] = []
  let database = ''
  let [sqlite, postgres]: Walk[] = []

  beforeAll(async () => {
    database = await createPostgresDatabase()
    sites.push(await startSite({ STARTING_DATA: 'on' }), await startSite({ STARTING_DATA: 'on', DATABASE_URL: database }))
    ;[sqlite, postgres] = await Promise.all(sites.map(walkThrough))
  }, 600_000)
  afterAll(async () => {
    for (const site of sites) await site.stop()
    if (database) await dropPostgresDatabase(database)
  })

  test('shows, answers and says what the same site does on SQLite, at each of more than 130 stations of a walk', () => {
    expect(sqlite!.size).toBeGreaterThan(130)
    expect([...postgres!.keys()]).toEqual([...sqlite!.keys()])
    for (const [name, said] of sqlite!) expect([name, postgres!.get(name)]).toEqual([name, said])
  })

  test('answers none of them with 500, and says nothing of a failure', () => {
    expect([...postgres!, ...sqlite!].filter(([, said]) => said.startsWith('5'))).toEqual([])
    for (const site of sites) expect(site.said()).not.toMatch(/error/i)
  })
})
