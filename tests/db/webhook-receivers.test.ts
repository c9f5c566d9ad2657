import { and, eq, ne } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { oldest } from '@/domain/webhooks/patience'
import { deliveriesKept, mostFailures, mostWaiting } from '@/domain/webhooks/webhook'
import { read, write } from '@/db/connection'
import { takeErrands } from '@/db/outbox/errands'
import { deliveriesOf, forgetDeliveries } from '@/db/webhooks/deliveries'
import { setPaused } from '@/db/webhooks/webhooks'
import { notifications, outbox } from '@/db/schema'
import { openSender, type Sender } from '@/server/webhooks/send'
import { useDatabase } from '../support/database'
import { caseBy, sayIn, somebody } from '../support/threads'
import { may, useReceiver } from '../support/webhooks'

useDatabase('per test')
const at = useReceiver()
const minute = 60_000

let author: Member, reader: Member, moderator: Member
beforeEach(async () => {
  author = await somebody('林')
  reader = await somebody('梅')
  moderator = await somebody('许', 'moderator')
})

// But that the webhook was added.
const told = async ({ id }: Member) => (await read()).select().from(notifications)
  .where(and(eq(notifications.personId, id), ne(notifications.kind, 'webhook_added'))).orderBy(notifications.id)

describe('A receiver', () => {
  let webhookId: number
  beforeEach(async () => {
    await at.hook(reader)
    webhookId = (await at.hookOf(reader)).id
  })
  const send = () => at.test(reader)

  test('that is away for a while is sent the same under the same id, later, signed anew', async () => {
    at.answer = () => (at.receiver.received.length < 3 ? 503 : 200)
    await send()
    for (let n = 0; n < 20; n++) {
      await at.deliver()
      at.now += minute
    }
    expect(at.receiver.received).toHaveLength(3)
    expect(new Set(at.receiver.received.map(it => it.id)).size).toBe(1)
    expect(new Set(at.receiver.received.map(it => it.body)).size).toBe(1)
    expect(new Set(at.receiver.received.map(it => it.at)).size).toBe(3)
    expect(await at.deliveries()).toMatchObject([{ attempts: 3, status: 200, failure: null }])
    expect(await at.hookOf(reader)).toMatchObject({ failures: 0, restsUntil: null, pausedAt: null })
  })

  test('that stays away is given up within a day', async () => {
    at.answer = () => 500
    await send()
    for (let past = 0; past < oldest; past += 10 * minute) {
      await at.deliver()
      at.now += 10 * minute
    }
    const [row] = await at.deliveries()
    expect(row).toMatchObject({ status: 500, failure: 'answer', deliveredAt: null })
    expect(row!.givenUpAt).not.toBe(null)
    expect(row!.attempts).toBeGreaterThanOrEqual(7)
    expect(at.receiver.received).toHaveLength(row!.attempts)
  })

  test('that was away too often is paused and its owner told; what waited goes nowhere, and what comes is not kept', async () => {
    at.answer = () => 500
    for (let n = 0; n < mostFailures; n++) {
      await send()
      await at.deliver()
      at.now = Math.max(at.now, (await at.hookOf(reader)).restsUntil!)
    }
    expect(at.receiver.received).toHaveLength(mostFailures)
    expect(await at.hookOf(reader)).toMatchObject({ failures: mostFailures, pausedWhy: 'failing' })
    expect(await told(reader)).toMatchObject([{ kind: 'webhook_paused', details: { host: new URL(at.receiver.url).host, why: 'failing' } }])
    expect(await send()).toBe('paused')
    const caseId = await caseBy(author)
    await at.follows(reader, 'case', caseId)
    await write(tx => sayIn(tx, author, caseId, '一', null, at.now))
    at.now += oldest
    await at.deliver()
    expect(at.receiver.received).toHaveLength(mostFailures)
    const kept = await at.deliveries()
    expect(kept.every(({ givenUpAt }) => givenUpAt !== null)).toBe(true)
    expect(await (await read()).select().from(outbox).where(eq(outbox.kind, 'webhook'))).toSatisfy(all => (all as { endedAt: number | null }[]).every(it => it.endedAt !== null))
    // Mended, and resumed by its owner.
    at.answer = () => 204
    await write(tx => setPaused(tx, may(reader), { webhookId, paused: false, now: at.now }))
    await send()
    await at.deliver()
    expect(at.receiver.received).toHaveLength(mostFailures + 1)
    expect(await at.hookOf(reader)).toMatchObject({ failures: 0, pausedAt: null, pausedWhy: null })
  })

  test('that says it is gone is asked once', async () => {
    at.answer = () => 410
    await send()
    await send()
    await at.deliver()
    at.now += oldest
    await at.deliver()
    expect(at.receiver.received).toHaveLength(1)
    expect(await at.hookOf(reader)).toMatchObject({ pausedWhy: 'gone' })
    expect((await at.deliveries()).map(({ failure, status }) => [failure, status])).toEqual([['gone', 410], ['paused', null]])
    expect(await told(reader)).toMatchObject([{ kind: 'webhook_paused', details: { why: 'gone' } }])
  })

  test('that asks for a rest has it, also from what is new', async () => {
    at.answer = () => ({ status: 429, headers: { 'retry-after': '3600' } })
    await send()
    await at.deliver()
    await send()
    at.now += 59 * minute
    await at.deliver()
    expect(at.receiver.received).toHaveLength(1)
    at.now += 30 * minute
    at.answer = () => 204
    await at.deliver()
    expect(at.receiver.received).toHaveLength(3)
  })

  test('that fails is not asked again for each of 20 deliveries, but once; back again it gets them all', async () => {
    at.answer = () => 503
    for (let n = 0; n < 20; n++) await send()
    await at.deliver()
    expect(at.receiver.received).toHaveLength(1)
    at.answer = () => 204
    at.now = (await at.hookOf(reader)).restsUntil!
    await at.deliver()
    at.now += minute
    await at.deliver()
    expect(at.receiver.received).toHaveLength(21)
    expect((await at.deliveries()).every(({ deliveredAt }) => deliveredAt !== null)).toBe(true)
  })

  test('inside is not sent to where the setting does not allow it, though its address is there already', async () => {
    await send()
    await at.worker(openSender({ anywhere: false })).drain()
    expect(at.receiver.received).toEqual([])
    expect(await at.deliveries()).toMatchObject([{ failure: 'private', status: null, deliveredAt: null }])
  })

  test('paused by its owner gets nothing, and nothing of it afterwards', async () => {
    await send()
    await write(tx => setPaused(tx, may(reader), { webhookId, paused: true, now: at.now }))
    await at.deliver()
    expect(await send()).toBe('paused')
    await write(tx => setPaused(tx, may(reader), { webhookId, paused: false, now: at.now }))
    await at.deliver()
    expect(at.receiver.received).toEqual([])
  })

  test('of whose deliveries 1000 wait is not given more', async () => {
    await write(async tx => {
      for (let n = 0; n < mostWaiting; n++) {
        await tx.insert(outbox).values({ kind: 'webhook', dedupKey: `x${n}`, payload: { deliveryId: 0 }, turn: `webhook:${webhookId}`, createdAt: at.now, dueAt: at.now })
      }
    })
    await send()
    expect(await at.deliveries()).toEqual([])
  })

  test('is remembered for 30 days', async () => {
    await send()
    await at.deliver()
    at.now += deliveriesKept
    expect(await forgetDeliveries(at.now)).toBe(0)
    at.now += 1
    expect(await forgetDeliveries(at.now)).toBe(1)
    expect(await deliveriesOf(await read(), webhookId)).toEqual([])
  })
})

describe('One slow receiver', () => {
  test('has one place at the most, however much waits for it: others are served meanwhile', async () => {
    let let_go = () => {}
    const held = new Promise<void>(resolve => { let_go = resolve })
    const slowUrl = 'http://slow.example/'
    let atOnce = 0
    let most = 0
    const seen: string[] = []
    const counting: Sender = async (url, message) => {
      if (url !== slowUrl) {
        seen.push(message.id)
        if (seen.length === 12) let_go()
        return at.sender(url, message)
      }
      most = Math.max(most, ++atOnce)
      await held
      atOnce--
      return { status: 200, asked: 0 }
    }
    await at.hook(reader, slowUrl)
    for (let n = 0; n < 20; n++) await at.test(reader)
    for (const by of [author, moderator]) {
      await at.hook(by)
      for (let n = 0; n < 6; n++) await at.test(by)
    }
    const one = () => at.worker(counting)
    // It waits until all the others were served: were it in their way, this would not end.
    const [first, second] = [one(), one()]
    first.start()
    second.start()
    await held
    await Promise.all([first.stop(30_000), second.stop(30_000)])
    await one().drain()
    expect(most).toBe(1)
    expect(at.receiver.received).toHaveLength(12)
    expect((await at.deliveries()).filter(({ deliveredAt }) => deliveredAt !== null).length).toBeGreaterThanOrEqual(13)
  })
})

test('600 deliveries that wait for one are not in the way of one to another', async () => {
  for (const by of [reader, author]) await at.hook(by)
  const [{ id: crowded }, { id: other }] = [await at.hookOf(reader), await at.hookOf(author)]
  await write(async tx => {
    for (let n = 0; n < 600; n++) {
      const errand = { kind: 'webhook', dedupKey: `x${n}`, payload: { deliveryId: 0 }, createdAt: at.now, dueAt: at.now - 1 }
      await tx.insert(outbox).values({ ...errand, turn: `webhook:${crowded}` })
    }
  })
  await at.test(author)
  const take = async () => (await takeErrands(['webhook'], { now: at.now, most: 8, inTurn: true })).map(({ key }) => key)
  const ref = (await at.deliveries())[0]!.ref
  expect(await take()).toEqual(expect.arrayContaining(['x0', `webhook:${ref}`]))
  // Both are under way; of neither another is taken.
  await at.test(author, other)
  expect(await take()).toEqual([])
})

test('2 workers at once send each of 40 deliveries once', async () => {
  for (const by of [reader, author, moderator]) await at.hook(by)
  for (let n = 0; n < 40; n++) await at.test([reader, author, moderator][n % 3]!)
  await Promise.all([at.worker().drain(), at.worker().drain()])
  await at.deliver()
  expect(at.receiver.received).toHaveLength(40)
  expect(new Set(at.receiver.received.map(it => it.id)).size).toBe(40)
})
