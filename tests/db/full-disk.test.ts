import { count, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { isDatabaseAway } from '@/db/away'
import { read, write, type Transaction } from '@/db/connection'
import { changes, replies, searchEntries } from '@/db/schema'
import { threadPage } from '@/db/threads/thread-page'
import { guest, type Member } from '@/domain/people/viewer'
import { ask } from '../support/ask'
import { onSqlite, useDatabase } from '../support/database'
import { caseBy, caseSums, say, somebody } from '../support/threads'

useDatabase()

let lin: Member
let id: number
beforeEach(async () => {
  lin = await somebody('林')
  id = await caseBy(lin)
})

// The file may grow by so many pages and no further, as on a disk with so much room.
describe.skipIf(!onSqlite)('With room for a few pages more', () => {
  test('at 20 different points, a reply is stored wholly or refused wholly, is read meanwhile, and is stored once there is room', async () => {
    let refusedEach = 0
    for (let pages = 0; pages < 20; pages++) {
      await leaveRoomFor(pages)
      const stored: string[] = []
      let refused = ''
      for (let n = 0; refused === ''; n++) {
        const words = `第 ${pages} 页，第 ${n} 条：${'很多字'.repeat(600)}`
        await say(lin, id, words).then(() => { stored.push(words) }, (error: unknown) => {
          expect(isDatabaseAway(error)).toBe(true)
          refused = words
        })
      }
      refusedEach++
      expect(await standing(refused)).toBe(0)
      for (const words of stored) expect(await standing(words)).toBe(1)
      await expectSound()
      expect((await threadPage(await read(), { caseId: id, sort: 'newest', after: null, viewer: guest })).replies.length).toBeGreaterThanOrEqual(0)
      await leaveRoomFor(null)
      await say(lin, id, refused)
      expect(await standing(refused)).toBe(1)
    }
    expect(refusedEach).toBe(20)
    expect(await ask(process.env.DATABASE_URL!, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
  })

  test('of 40 who write at once each is stored or refused, none in part, and those who were refused are stored afterwards', async () => {
    await leaveRoomFor(25)
    const words = Array.from({ length: 40 }, (_, n) => `同时 ${n}：${'很多字'.repeat(600)}`)
    const told = await Promise.allSettled(words.map(it => say(lin, id, it)))
    const refused = words.filter((_, n) => told[n]!.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    for (const [n, it] of words.entries()) expect([n, await standing(it)]).toEqual([n, told[n]!.status === 'fulfilled' ? 1 : 0])
    await expectSound()
    await leaveRoomFor(null)
    await Promise.all(refused.map(it => say(lin, id, it)))
    for (const it of words) expect(await standing(it)).toBe(1)
    await expectSound()
  })
})

/** Counters are a recount, each reply is found by search, and each write has left its word. */
async function expectSound(): Promise<void> {
  const database = await read()
  const [rows] = await database.select({ n: count() }).from(replies).where(eq(replies.caseId, id))
  const [heads] = await database.select({ n: count() }).from(replies).where(sql`${eq(replies.caseId, id)} and ${isNull(replies.parentId)}`)
  const [found] = await database.select({ n: count() }).from(searchEntries).where(sql`${eq(searchEntries.caseId, id)} and ${searchEntries.replyId} is not null`)
  const sums = await caseSums(id)
  expect([sums.discussions, sums.discussions + sums.replies, found!.n]).toEqual([heads!.n, rows!.n, rows!.n])
  const [words] = await database.select({ n: count() }).from(changes)
  expect(words!.n).toBeGreaterThan(0)
}

async function standing(words: string): Promise<number> {
  const [row] = await (await read()).select({ n: count() }).from(replies).where(eq(replies.words, words))
  return row!.n
}

/** Null for as much as it likes. SQLite keeps the limit with the connection, which is the writer's. */
async function leaveRoomFor(pages: number | null): Promise<void> {
  await write(async tx => {
    const inSqlite = tx as Transaction as unknown as { run: (query: SQL) => void; get: (query: SQL) => unknown[] | { page_count: number } }
    const said = inSqlite.get(sql`pragma page_count`)
    const now = Array.isArray(said) ? Number(said[0]) : said.page_count
    inSqlite.run(sql.raw(`pragma max_page_count = ${pages === null ? 1_000_000_000 : now + pages}`))
  })
}
