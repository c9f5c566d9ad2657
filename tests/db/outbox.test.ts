import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { backOff, lease, mostAttempts } from '@/domain/outbox/back-off'
import { lanes } from '@/domain/outbox/errands'
import { read, write } from '@/db/connection'
import { entrust, sendLetter } from '@/db/outbox/entrust'
import { endErrand, forgetEnded, keepMark, LeaseLost, putOff, takeErrands, type Errand } from '@/db/outbox/errands'
import { outbox } from '@/db/schema'
import { GiveUp } from '@/server/outbox/give-up'
import { hands as ours } from '@/server/outbox/hands'
import type { Hands, Tools } from '@/server/outbox/tools'
import { Worker } from '@/server/outbox/worker'
import { useDatabase } from '../support/database'

useDatabase('per test')

const start = Date.parse('2026-11-24T12:00:00+08:00')
const day = 86_400_000
const letters = lanes.flatMap(({ kinds }) => kinds)
let now: number

beforeEach(() => { now = start })

const entrusted = (key: string, more: { dueAt?: number; uselessAt?: number } = {}) =>
  write(tx => entrust(tx, { kind: 'letter', key, payload: { to: 'lin@example.com', subject: key, text: key }, now, ...more }))
const take = (most = 10) => takeErrands(letters, { now, most })
const row = async (key: string) => (await (await read()).select().from(outbox).where(eq(outbox.dedupKey, key)))[0]!

describe('an errand', () => {
  test('is there if its cause is stored, and not if that is undone', async () => {
    await expect(write(async tx => {
      await entrust(tx, { kind: 'letter', key: 'undone', payload: { to: '', subject: '', text: '' }, now })
      throw new Error('undone')
    })).rejects.toThrow('undone')
    expect(await take()).toEqual([])
  })

  test('given twice under one key is one, and the first one’s words stand', async () => {
    expect([await entrusted('a'), await entrusted('a')]).toEqual([true, false])
    expect(await take()).toHaveLength(1)
  })

  test('is not taken before it is due', async () => {
    await entrusted('later', { dueAt: now + 1 })
    expect(await take()).toEqual([])
    now += 1
    expect(await take()).toHaveLength(1)
  })

  test('is taken by one of 2 workers that ask at once, and by none until its lease ends', async () => {
    for (let n = 0; n < 12; n++) await entrusted(`n${n}`)
    const taken = (await Promise.all([take(8), take(8), take(8)])).flat().map(({ key }) => key)
    while (taken.length < 12) taken.push(...(await take(8)).map(({ key }) => key))
    expect([...taken].sort()).toEqual([...new Set(taken)].sort())
    now += lease - 1
    expect(await take()).toEqual([])
  })

  test('whose taker was not heard of again is taken anew, and that is written down', async () => {
    await entrusted('lost')
    await take()
    now += lease
    const [again] = await take()
    expect(again).toMatchObject({ key: 'lost', attempt: 2 })
    expect(await row('lost')).toMatchObject({ attempts: 2, lost: 1 })
  })

  test('cannot be ended by whoever lost his lease: what he did with it is taken back', async () => {
    await entrusted('slow')
    const [slow] = await take()
    now += lease
    await take()
    const late = write(async tx => {
      await sendLetter(tx, { to: 'x@example.com', subject: '', text: '' }, { key: 'side', now })
      await endErrand(tx, slow!, now)
    })
    await expect(late).rejects.toThrow(LeaseLost)
    expect(await row('letter:side')).toBeUndefined()
  })

  test('that failed comes back after 30 s, then a minute, and is given up after 10 attempts', async () => {
    await entrusted('bad')
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const [errand] = await take()
      expect(errand).toMatchObject({ attempt })
      await putOff(errand!, 'ECONNREFUSED', now)
      const { dueAt, endedAt } = await row('bad')
      expect(endedAt === null).toBe(attempt < mostAttempts)
      if (endedAt === null) expect(dueAt - now).toBeGreaterThanOrEqual(Math.min(30_000 * 2 ** (attempt - 1), 21_600_000))
      now = Math.max(dueAt, now)
    }
    expect(await take()).toEqual([])
    expect(await row('bad')).toMatchObject({ failure: 'ECONNREFUSED', attempts: 10, lost: 0, payload: {} })
  })

  test('waits longer each time it fails: 30 s to 6 h, a quarter more by chance', () => {
    expect([1, 2, 3, 9, 10].map(attempt => backOff(attempt, 0))).toEqual([30_000, 60_000, 120_000, 7_680_000, 15_360_000])
    expect([backOff(1, 1), backOff(20, 0)]).toEqual([37_500, 21_600_000])
  })

  test('keeps its words no longer than it needs them, and its key for a week', async () => {
    await entrusted('done')
    const [errand] = await take()
    await write(tx => endErrand(tx, errand!, now))
    expect(await row('done')).toMatchObject({ payload: {}, failure: null })
    now += 7 * day
    expect(await forgetEnded(now)).toBe(0)
    expect(await entrusted('done')).toBe(false)
    now += 1
    expect(await forgetEnded(now)).toBe(1)
  })

  test('that is long keeps how far it came, and its lease begins anew', async () => {
    await write(tx => entrust(tx, { kind: 'happening', key: 'long', payload: { happening: { what: 'case_hidden', caseId: 1, actorId: 2 } }, now }))
    const [errand] = await take() as Errand<'happening'>[]
    now += lease - 1
    const mark = { stage: 0, target: '1', after: 200 }
    await write(tx => keepMark(tx, errand!, { ...errand!.payload, mark }, now))
    now += lease - 1
    expect(await take()).toEqual([])
    now += 1
    expect(await take()).toMatchObject([{ payload: { mark } }])
  })
})

describe('a worker', () => {
  const done: string[] = []
  const tools: Tools = { now: () => now, post: null, siteUrl: 'https://guoshen.example', secret: 's' }
  const hands: Hands = {
    ...ours,
    letter: async errand => {
      done.push(errand.key)
      if (errand.key === 'refused') throw new GiveUp('smtp 550')
      if (errand.key === 'away' && errand.attempt < 3) throw Object.assign(new Error('to lin@example.com'), { code: 'ECONNREFUSED' })
      await write(tx => endErrand(tx, errand, now))
    },
  }
  beforeEach(() => { done.length = 0 })

  test('does all that is due, whoever entrusted it, in whatever number', async () => {
    for (let n = 0; n < 30; n++) await entrusted(`n${n}`)
    await Promise.all([new Worker(hands, tools).drain(), new Worker(hands, tools).drain()])
    expect([...done].sort()).toEqual(Array.from({ length: 30 }, (_, n) => `n${n}`).sort())
  })

  test('gives up at once what will never be taken, and tries again what may be', async () => {
    await entrusted('refused')
    await entrusted('away')
    for (let n = 0; n < 3; n++) {
      await new Worker(hands, tools).drain()
      now += 10 * 60_000
    }
    expect(done.filter(key => key === 'refused')).toHaveLength(1)
    expect(done.filter(key => key === 'away')).toHaveLength(3)
    expect(await row('refused')).toMatchObject({ failure: 'smtp 550' })
    expect(await row('away')).toMatchObject({ failure: null, attempts: 3 })
  })

  test('does not do what has become useless, such as a link that has expired', async () => {
    await entrusted('old', { uselessAt: now + 1 })
    now += 2
    await new Worker(hands, tools).drain()
    expect(done).toEqual([])
    expect(await row('old')).toMatchObject({ failure: 'too late', payload: {} })
  })

  test('gives up what ended it ten times before it could say so', async () => {
    await entrusted('poison')
    for (let n = 0; n < 10; n++) {
      await take()
      now += lease
    }
    await new Worker(hands, tools).drain()
    expect(done).toEqual([])
    expect(await row('poison')).toMatchObject({ failure: 'ended with us', lost: 10 })
  })

  test('writes no letter where there is no mail server', async () => {
    await entrusted('letter')
    await new Worker(ours, tools).drain()
    expect(await row('letter')).toMatchObject({ failure: 'no mail server' })
  })
})
