import { eq } from 'drizzle-orm'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeDatabase, read, write } from '@/db/connection'
import { migrateDatabase } from '@/db/migrate'
import { moveForum, refuseClosed, reopenForum, type Moved } from '@/db/move/move'
import { forumTables } from '@/db/move/tables'
import { people, replies, siteValues } from '@/db/schema'
import { fillDemonstration } from '@/scripts/demo'
import { ask } from '../support/ask'
import { emptyDatabase, inProcess, useDatabase } from '../support/database'

useDatabase()

// From this project's engine to SQLite and back.
const folder = mkdtempSync(join(tmpdir(), 'guoshen-move-'))
const there = `file:${join(folder, 'there.db')}`
const quiet = { say: () => undefined }
let from: string
let moved: Moved

beforeAll(async () => {
  vi.stubEnv('DEMONSTRATION', 'on')
  await fillDemonstration({ now: Date.parse('2026-11-24T12:00:00+08:00'), seed: 'move', cases: 60 })
  // Beyond the first plane order by bytes and order by UTF-16 differ; text keys with both ends of it.
  const values = ['𠮷野家', '过审', '￥', 'a', 'Z', '{"b":1,"a":[2,{"d":null,"c":"\\"过\\""}]}'].map(name => ({ name, value: { name, b: [1.5, null, { z: 1, a: '审' }] }, updatedAt: 1 }))
  await write(async tx => {
    await tx.insert(siteValues).values(values)
    // Ids that were given and taken back are not given again there either.
    const [gone] = await tx.insert(people).values({ name: 'x', nameKey: 'x', nameSkeleton: 'x', pseudonym: 'x', createdAt: 1 }).returning()
    await tx.delete(people).where(eq(people.id, gone!.id))
  })
  from = process.env.DATABASE_URL!
  await closeDatabase()
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('every table of the forum moves, parents before children', () => {
  const names = forumTables().map(({ name }) => name)
  expect(names.length).toBeGreaterThan(25)
  expect(names.indexOf('people')).toBeLessThan(names.indexOf('cases'))
  expect(names.indexOf('replies')).toBeLessThan(names.indexOf('search_entries'))
})

test('60 cases with all that hangs on them arrive with the same counts and hashes, and go back to the same', async () => {
  moved = await moveForum(from, there, { ...quiet, rehearsal: true })
  expect(moved.tables.cases!.rows).toBe(60)
  expect(moved.tables.people!.rows).toBeGreaterThan(40)
  for (const name of ['replies', 'search_entries', 'cell_counts', 'spells', 'votes', 'log_entries']) expect(moved.tables[name]!.rows).toBeGreaterThan(0)
  expect((await moveForum(there, await emptyDatabase(), { ...quiet, rehearsal: true })).tables).toEqual(moved.tables)
})

test('each row counted is there, and each id that was ever given stays given', async () => {
  const counts = Object.keys(moved.tables).map(name => `(select count(*) from ${name}) as ${name}`)
  expect(await ask(there, `select ${counts}`)).toEqual([Object.fromEntries(Object.entries(moved.tables).map(([name, { rows }]) => [name, rows]))])
  const [before] = await ask(from, 'select max(id) as most from people')
  const next = 'insert into people (name, name_key, name_skeleton, role, pseudonym, created_at) values (\'y\', \'y\', \'y\', \'member\', \'y\', 1) returning id'
  expect(await ask(there, next)).toEqual([{ id: Number(before!.most) + 2 }])
})

test('a second forum cannot move to where one is already, and a place with a forum is left as it is', async () => {
  await expect(moveForum(from, there, quiet)).rejects.toThrow(/not empty: people has rows/)
})

test('a place that does not keep what it is given is found out, the move is undone, and nothing stays there', async () => {
  const spoilt = `file:${join(folder, 'spoilt.db')}`
  await migrateDatabase(spoilt)
  for (const deed of ['insert', 'update']) {
    await ask(spoilt, `create trigger spoil_${deed} after ${deed} on votes begin
      update votes set at = 0 where person_id = new.person_id and subject = new.subject and subject_id = new.subject_id; end`)
  }
  await expect(moveForum(from, spoilt, quiet)).rejects.toThrow('The move was undone: votes would not hold')
  expect(await ask(spoilt, 'select (select count(*) from people) + (select count(*) from votes) as n')).toEqual([{ n: 0 }])
  await refuseClosed(from)
})

// A PostgreSQL in this process is one connection's alone.
test.skipIf(inProcess)('what is written while the copy is made comes along: words changed, a value gone, one more person', async () => {
  const target = await emptyDatabase()
  const live = await moveForum(from, target, {
    rehearsal: true,
    say: async sentence => {
      if (sentence.startsWith('search_entries')) await writeMeanwhile()
    },
  })
  // With the word of that write in `changes`.
  expect(live.caughtUp).toBe(4)
  expect(live.tables.people!.rows).toBe(moved.tables.people!.rows + 1)
  expect(await ask(target, `select (select count(*) from site_values where name = 'a') as gone, (select words from replies where id = 1) as words`))
    .toEqual([{ gone: 0, words: '在搬家的时候改的。' }])
})

async function writeMeanwhile(): Promise<void> {
  await write(async tx => {
    await tx.delete(siteValues).where(eq(siteValues.name, 'a'))
    await tx.update(replies).set({ words: '在搬家的时候改的。' }).where(eq(replies.id, 1))
    await tx.insert(people).values({ name: '迟', nameKey: '迟', nameSkeleton: '迟', pseudonym: '迟', createdAt: 1 })
  })
}

test('the database a forum has left is read and not written, is not started on, and opens again when asked', async () => {
  const value = { name: 'late', value: 1, updatedAt: 1 }
  const insert = () => write(tx => tx.insert(siteValues).values(value))
  await closeDatabase()
  await moveForum(from, `file:${join(folder, 'left.db')}`, quiet)
  await expect(refuseClosed(from)).rejects.toThrow(/has moved to another database/)
  await expect(moveForum(from, `file:${join(folder, 'again.db')}`, quiet)).rejects.toThrow(/--reopen/)
  await expect(insert()).rejects.toThrow()
  expect(await (await read()).$count(people)).toBeGreaterThan(40)
  await closeDatabase()
  await reopenForum(from)
  await refuseClosed(from)
  await insert()
})
