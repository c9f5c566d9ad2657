import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { useUp, type LimitName } from '@/app/limits'
import { accountOf, noteWrongPassword, signInWait } from '@/app/sign-in-delay'
import { bar, barredFor, countUse, takeBackUse, usesOf, type Limit } from '@/db/limits/counter'
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

test('whoever is barred waits so long, though he has used nothing; looking counts nothing', async () => {
  const limit = { ...limitOf(0), seconds: 600 }
  expect(await barredFor(limit, 'lin')).toBe(0)
  await bar(limit, 'lin', 60)
  expect(await barredFor(limit, 'lin')).toBeGreaterThan(50_000)
  expect(await barredFor(limit, 'lin')).toBeLessThanOrEqual(60_000)
  expect(await barredFor(limit, 'mei')).toBe(0)
  const counted = limitOf(5)
  await countUse(counted, 'lin')
  expect([await usesOf(counted, 'lin'), await usesOf(counted, 'lin'), await usesOf(counted, 'mei')]).toEqual([1, 1, 0])
})

const minute = 60
const hour = 3600
const day = 86_400
const promised: [name: LimitName, times: number, seconds: number][] = [
  ['password', 5, minute], ['sign_up', 3, hour], ['report', 1, 15], ['report_newcomer', 1, 120], ['reply', 1, 5], ['reply_newcomer', 1, 30],
  ['vote', 60, day], ['flag', 10, day], ['edit', 30, day], ['search', 30, minute], ['search_guest', 15, minute], ['export', 1, day],
  ['sign_up_asked', 3, day], ['sign_up_answer', 10, hour],
]
test.each(promised)('%s: %d within %d seconds, one more waits, and nobody else does', async (name, times, seconds) => {
  const who = randomUUID()
  for (let n = 0; n < times; n++) expect(await useUp(name, who)).toBeNull()
  const wait = await useUp(name, who)
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(seconds)
  expect(await useUp(name, randomUUID())).toBeNull()
})

test('of 1,000 wrong passwords from 1,000 addresses on one account, each address waits a minute at most and its owner not at all', async () => {
  const name = accountOf(null, `Lin ${randomUUID().slice(0, 8)}`)
  for (let n = 0; n < 1_000; n++) await noteWrongPassword(name, `203.0.${n >> 8}.${n & 255}`)
  expect(await signInWait(name, '198.51.100.7')).toBeNull()
  expect(await signInWait(name, '203.0.0.0')).toBeNull()
  const late = await signInWait(name, '203.0.3.231')
  expect(late).toBeGreaterThan(30)
  expect(late).toBeLessThanOrEqual(60)
  expect(await signInWait(accountOf({ id: 12 }), '203.0.3.231')).toBeNull()
  // Written in another way it is the same name.
  expect(accountOf(null, ' ＬＩＮ')).toBe(accountOf(null, 'lin'))
})

test('wrong passwords from one address hold no neighbour up, also where the address is written inside of one of the new kind', async () => {
  const name = accountOf(null, `Mei ${randomUUID().slice(0, 8)}`)
  for (let n = 0; n < 20; n++) for (const from of ['::ffff:203.0.113.7', '192.0.2.7', '2001:db8:1:2::7']) await noteWrongPassword(name, from)
  const waits = (from: string) => signInWait(name, from).then(wait => wait !== null)
  expect(await Promise.all(['::ffff:203.0.113.7', '192.0.2.7', '2001:db8:1:3::8'].map(waits))).toEqual([true, true, true])
  expect(await Promise.all(['::ffff:203.0.113.8', '192.0.2.8', '2001:db8:2:2::7'].map(waits))).toEqual([false, false, false])
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
