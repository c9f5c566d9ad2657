import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { cases, favourites, replies, votes } from '@/db/schema'
import { isFavourite, setFavourite } from '@/db/threads/favourites'
import { setVote, votedAmong } from '@/db/threads/votes'
import { inProcess, useDatabase } from '../support/database'
import { caseBy, replyRow, say, somebody } from '../support/threads'

useDatabase()

let lin: Member, chen: Member
beforeAll(async () => {
  [lin, chen] = [await somebody('林'), await somebody('陈')]
})

function vote(by: Member, subject: 'case' | 'reply', id: number, wanted: 'on' | 'off') {
  const permission = permit('vote', by, null)
  if ('refused' in permission) throw new Error(permission.refused)
  return write(tx => setVote(tx, permission.permitted, { subject, id, wanted, now: 1 }))
}

function favourite(by: Member, caseId: number, wanted: 'on' | 'off') {
  const permission = permit('favourite', by, null)
  if ('refused' in permission) throw new Error(permission.refused)
  return write(tx => setFavourite(tx, permission.permitted, { caseId, wanted, now: 1 }))
}

const caseRow = async (id: number) => (await (await read()).select().from(cases).where(eq(cases.id, id)))[0]!

describe('Agreeing', () => {
  test('twice is 1, and taking it back twice is 0', async () => {
    const reply = await say(chen, await caseBy(lin), '一')
    await vote(lin, 'reply', reply, 'on')
    await vote(lin, 'reply', reply, 'on')
    expect((await replyRow(reply)).agreeCount).toBe(1)
    await vote(lin, 'reply', reply, 'off')
    await vote(lin, 'reply', reply, 'off')
    expect((await replyRow(reply)).agreeCount).toBe(0)
  })

  test('with a case and with a reply of the same number are 2 different things', async () => {
    const it = await caseBy(lin)
    await vote(lin, 'case', it, 'on')
    expect((await caseRow(it)).agreeCount).toBe(1)
    expect(await votedAmong(await read(), lin.id, 'case', [it])).toEqual(new Set([it]))
    expect(await votedAmong(await read(), lin.id, 'reply', [it])).toEqual(new Set())
  })

  test('of 2 people counts 2, and each sees his own', async () => {
    const [one, two] = [await say(chen, await caseBy(lin), '一'), await say(chen, await caseBy(lin), '二')]
    await Promise.all([vote(lin, 'reply', one, 'on'), vote(chen, 'reply', one, 'on'), vote(chen, 'reply', two, 'on')])
    expect((await replyRow(one)).agreeCount).toBe(2)
    expect(await votedAmong(await read(), lin.id, 'reply', [one, two])).toEqual(new Set([one]))
  })

  test('with what is deleted, hidden or not there says so and counts nothing', async () => {
    const reply = await say(chen, await caseBy(lin), '一')
    await write(tx => tx.update(replies).set({ hidden: true }).where(eq(replies.id, reply)))
    expect(await vote(lin, 'reply', reply, 'on')).toBe(false)
    expect(await vote(lin, 'reply', 2_000_000_000, 'on')).toBe(false)
    const it = await caseBy(lin)
    await write(tx => tx.update(cases).set({ state: 'withdrawn' }).where(eq(cases.id, it)))
    expect(await vote(lin, 'case', it, 'on')).toBe(false)
    expect((await caseRow(it)).agreeCount).toBe(0)
  })

  // Every write on SQLite waits for the disk: 2,000 of them are the promise, and take their while.
  const many = inProcess ? 100 : 500
  test(`of ${many} people who turn it on, off, on and off or on again at once ends as each last wanted`, async () => {
    const reply = await say(chen, await caseBy(lin), '一')
    const crowd: Member[] = []
    for (let n = 0; n < many; n++) crowd.push(await somebody(`路人 ${n}`))
    await Promise.all(crowd.map(async (person, n) => {
      const last = n % 5 === 0 ? 'on' : 'off'
      for (const wanted of ['on', 'off', 'on', last] as const) await vote(person, 'reply', reply, wanted)
    }))
    const rows = await (await read()).select({ id: votes.personId }).from(votes)
      .where(and(eq(votes.subject, 'reply'), eq(votes.subjectId, reply)))
    const wanting = crowd.filter((_, n) => n % 5 === 0).map(person => person.id)
    expect(rows.map(row => row.id).sort((a, b) => a - b)).toEqual(wanting)
    expect((await replyRow(reply)).agreeCount).toBe(many / 5)
  }, 240_000)
})

describe('A favourite', () => {
  test('kept twice is 1 and let go twice is 0', async () => {
    const it = await caseBy(lin)
    await favourite(chen, it, 'on')
    await favourite(chen, it, 'on')
    expect([(await caseRow(it)).favouriteCount, await isFavourite(await read(), chen.id, it)]).toEqual([1, true])
    await favourite(chen, it, 'off')
    await favourite(chen, it, 'off')
    expect([(await caseRow(it)).favouriteCount, await isFavourite(await read(), chen.id, it)]).toEqual([0, false])
  })

  test('of 20 people at once are 20 rows and the number 20', async () => {
    const it = await caseBy(lin)
    const crowd = await Promise.all(Array.from({ length: 20 }, (_, n) => somebody(`读者 ${n}`)))
    await Promise.all(crowd.map(person => favourite(person, it, 'on')))
    expect(await (await read()).$count(favourites, eq(favourites.caseId, it))).toBe(20)
    expect((await caseRow(it)).favouriteCount).toBe(20)
  })

  test('that was withdrawn can be let go but not kept', async () => {
    const it = await caseBy(lin)
    await favourite(chen, it, 'on')
    await write(tx => tx.update(cases).set({ state: 'withdrawn' }).where(eq(cases.id, it)))
    expect(await favourite(lin, it, 'on')).toBe(false)
    expect(await favourite(chen, it, 'off')).toBe(true)
    expect((await caseRow(it)).favouriteCount).toBe(0)
  })
})
