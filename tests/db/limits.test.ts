import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { countUse, takeBackUse, type Limit } from '@/db/limits/counter'
import { layCable, type Cable } from '../support/cable'

const redis = process.env.TEST_REDIS_URL

// Each test counts under a name of its own, since a shared Redis remembers the run before.
const limitOf = (points: number): Limit => ({ name: `test-${randomUUID()}`, points, seconds: 60 })

test('of 3 uses where 2 are allowed the third waits for the rest of the minute, and one taken back makes room', async () => {
  const limit = limitOf(2)
  expect([await countUse(limit, 'lin'), await countUse(limit, 'lin')]).toEqual([0, 0])
  expect(await countUse(limit, 'lin')).toBeGreaterThan(50_000)
  expect(await countUse(limit, 'mei')).toBe(0)
  await takeBackUse(limit, 'lin')
  await takeBackUse(limit, 'lin')
  expect(await countUse(limit, 'lin')).toBe(0)
})

describe.skipIf(!redis)('Counting in Redis (TEST_REDIS_URL names one)', () => {
  let cable: Cable
  let directly: Redis
  beforeAll(async () => {
    directly = new Redis(redis!)
    const { hostname, port } = new URL(redis!)
    cable = await layCable(hostname, Number(port || 6379))
    process.env.REDIS_URL = `redis://127.0.0.1:${cable.port}`
  })
  afterAll(() => {
    delete process.env.REDIS_URL
    cable.remove()
    directly.disconnect()
  })

  test('goes on here while Redis is away and there again when it is back, and nobody is turned away for it', async () => {
    const limit = limitOf(1)
    expect(await countUse(limit, 'lin')).toBe(0)
    expect(await countUse(limit, 'lin')).toBeGreaterThan(0)
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    cable.pull()
    // What was counted there is not known here: one more may pass, and no more.
    await vi.waitUntil(async () => await countUse(limit, 'mei') > 0, { timeout: 10_000 })
    expect(await countUse(limit, 'lin')).toBe(0)
    expect(await countUse(limit, 'lin')).toBeGreaterThan(0)
    cable.plug()
    await vi.waitUntil(async () => {
      await countUse(limit, 'tao')
      return await directly.exists(`guoshen:${limit.name}/60:tao`) === 1
    }, { timeout: 10_000 })
    expect(await countUse(limit, 'lin')).toBeGreaterThan(0)
  })
})
