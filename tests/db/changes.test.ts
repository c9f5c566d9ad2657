import { eq, getTableName, is, Table } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { changesKept, leaveWord } from '@/db/changes/leave-word'
import type { Change } from '@/db/changes/noting'
import { changesSince, openBookmark } from '@/db/changes/since'
import { shownToNobody, topicsOfTable } from '@/db/changes/topics'
import { onChange, read, write } from '@/db/connection'
import * as schema from '@/db/schema'
import { deleteReply } from '@/db/threads/delete-reply'
import { editReply } from '@/db/threads/edit-reply'
import { setFavourite } from '@/db/threads/favourites'
import { setVote } from '@/db/threads/votes'
import { useDatabase } from '../support/database'
import { caseBy, replyRow, say, sayIn, somebody } from '../support/threads'

useDatabase()

const { changes, cases, drafts, people } = schema
const heard: Change[] = []
let lin: Member
let caseId: number

beforeAll(async () => {
  lin = await somebody('林')
  caseId = await caseBy(lin)
  onChange(change => { heard.push(change) })
})

test('every table says which topics a write to it is about, or that nobody is shown it', () => {
  const tables = Object.values(schema).filter(it => is(it, Table)).map(table => getTableName(table as Table))
  expect([...Object.keys(topicsOfTable), ...shownToNobody].sort()).toEqual(tables.sort())
})

describe('A write leaves word', () => {
  test('of a reply, its edit, its end, a vote and a favourite as talk of one case', async () => {
    const talk = [`case:${caseId}`, 'talk']
    const first = heard.length
    const id = await say(lin, caseId, '第一条')
    const before = await replyRow(id)
    await write(tx => editReply(tx, receipt('edit_reply', before), before, { words: '改过', version: 1, now: 2 }))
    await write(tx => setVote(tx, receipt('vote', null), { subject: 'reply', id, wanted: 'on', now: 3 }))
    await write(tx => setVote(tx, receipt('vote', null), { subject: 'case', id: caseId, wanted: 'on', now: 3 }))
    await write(tx => setFavourite(tx, receipt('favourite', null), { caseId, wanted: 'on', now: 4 }))
    const row = await replyRow(id)
    await write(tx => deleteReply(tx, receipt('delete_reply', row), row, 5))
    expect(heard.slice(first).map(({ topics }) => topics.sort())).toEqual(Array(6).fill(talk))
  })

  test('of all cases when it does not say which one it means', async () => {
    await write(tx => tx.update(cases).set({ title: '改了题目' }).where(eq(cases.id, caseId)))
    expect(heard.at(-1)!.topics.sort()).toEqual(['cases', 'talk'])
  })

  test('of what it did to others besides, when only a part of it is talk of one case', async () => {
    await write(async tx => {
      await sayIn(tx, lin, caseId, '第二条')
      await tx.update(cases).set({ title: '另一个' }).where(eq(cases.id, caseId))
    })
    expect(heard.at(-1)!.topics.sort()).toEqual([`case:${caseId}`, 'cases', 'talk'])
  })

  test('before whoever wrote goes on, and of nothing that was undone or that nobody is shown', async () => {
    const first = heard.length
    await write(tx => tx.insert(drafts).values({ key: 'k', owner: 'p:1', act: 'reply', back: '/', body: {}, problems: [], createdAt: 1, updatedAt: 1 }))
    await expect(write(async tx => {
      await tx.update(people).set({ name: '没有发生' }).where(eq(people.id, lin.id))
      throw new Error('undone')
    })).rejects.toThrow('undone')
    expect(heard.length).toBe(first)
    await write(tx => tx.update(people).set({ role: 'member' }).where(eq(people.id, lin.id)))
    expect(heard.length).toBe(first + 1)
  })
})

describe('Somebody with a bookmark', () => {
  test('is told each write once, in order, from where he opened it', async () => {
    const bookmark = await openBookmark(await read(), 0)
    expect(await changesSince(await read(), bookmark, 0)).toEqual([])
    await say(lin, caseId, '一')
    await say(lin, caseId, '二')
    expect(await changesSince(await read(), bookmark, 0)).toEqual(heard.slice(-2))
    expect(await changesSince(await read(), bookmark, 0)).toEqual([])
  })

  test('hears of a write that was given its number first and ended last, and waits a minute for one that never comes', async () => {
    const bookmark = await openBookmark(await read(), 0)
    // Far above the ids that PostgreSQL gives by itself, which it does not count on from these.
    const next = bookmark.last + 100_000
    const put = (id: number) => write(tx => tx.insert(changes).values({ id, topics: ['rules'], at: 0 }))
    await put(next + 2)
    expect((await changesSince(await read(), bookmark, 0)).map(it => it.id)).toEqual([next + 2])
    expect([...bookmark.missing.keys()].slice(-2)).toEqual([next, next + 1])
    await put(next)
    expect((await changesSince(await read(), bookmark, 30_000)).map(it => it.id)).toEqual([next])
    await changesSince(await read(), bookmark, 60_001)
    expect(bookmark.missing.size).toBe(0)
  })
})

test('word of a change is kept for an hour and then goes with the thousandth write', async () => {
  const now = Date.now()
  await write(tx => tx.insert(changes).values([
    { id: 900_001, topics: ['rules'], at: now - changesKept - 60_000 }, { id: 900_002, topics: ['rules'], at: now - 60_000 },
  ]))
  await write(async tx => {
    for (let n = 0; n < 1_000; n++) await leaveWord(tx, new Set(['rules']), now)
  })
  const left = await (await read()).select({ id: changes.id }).from(changes)
  expect(left.some(({ id }) => id === 900_001)).toBe(false)
  expect(left.some(({ id }) => id === 900_002)).toBe(true)
})

function receipt<Act extends 'edit_reply' | 'delete_reply' | 'vote' | 'favourite'>(act: Act, subject: never | unknown) {
  const permission = permit(act, lin, subject as never)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted as never
}
