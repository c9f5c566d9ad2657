import Sqlite from 'better-sqlite3'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { derivedColumns, spellRows } from '@/db/cases/refresh'
import { casesOf, traitsOf } from '@/db/cases/rows'
import { searchTextOf } from '@/db/cases/store'
import { closeDatabase, read } from '@/db/connection'
import { sqliteFile } from '@/db/engines/sqlite'
import { checkCells } from '@/db/figures/cells/recount'
import { cases, caseTraits, favourites, people, replies, searchEntries, spells, taggings, tags, votes } from '@/db/schema'
import { searchWords } from '@/db/search/search'
import { nameProblem } from '@/domain/people/name'
import { termsToIndex } from '@/domain/text/terms'
import { placeUnder } from '@/domain/thread/path'
import { fillDatabase } from '@/scripts/bench/fill/database'
import { emptyDatabase, onSqlite, removeDatabases } from '../support/database'

const now = Date.parse('2026-11-24T00:00:00+08:00')
const before = process.env.DATABASE_URL
// Two thirds of them are echoes of the first hundred.
const filling = { cases: 300, replies: 1500, seed: 'test', now, simulated: 100 }

describe.runIf(onSqlite)('A database of 300 cases and 1,500 replies, filled past all transactions', () => {
  beforeAll(async () => {
    process.env.DATABASE_URL = await emptyDatabase()
    await fillDatabase({ file: sqliteFile(process.env.DATABASE_URL), ...filling })
  }, 120_000)
  afterAll(async () => {
    await closeDatabase()
    process.env.DATABASE_URL = before
    removeDatabases()
  })

  test('has 300 cases, 1,500 replies and one person for 1.3 cases', async () => {
    const database = await read()
    const [cases_, replies_] = [await database.select().from(cases), await database.$count(replies)]
    expect([cases_.length, replies_]).toEqual([300, 1500])
    expect(new Set(cases_.map(({ account }) => account)).size / 300).toBeCloseTo(1 / 1.3, 0)
    expect(cases_.every(({ createdAt, activeAt }) => createdAt <= activeAt && activeAt <= now)).toBe(true)
  })

  test('nobody is called what a million others might be: behind each name stands the number of its person, and no other', async () => {
    const crowd = (await (await read()).select().from(people)).filter(({ role }) => role === 'member')
    expect(crowd.length).toBeGreaterThan(200)
    expect(crowd.filter(({ id, name }) => /\d+$/.exec(name)?.[0] !== String(id))).toEqual([])
  })

  test('each case repeats of itself what its events and facts say: columns, traits, 3 spells or so, words to seek', async () => {
    const database = await read()
    for (const { row, case: it } of await casesOf(database, await database.select().from(cases))) {
      expect(row).toMatchObject(derivedColumns(it))
      const traits = await database.select({ trait: caseTraits.trait, value: caseTraits.value }).from(caseTraits).where(eq(caseTraits.caseId, row.id))
      const byName = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
      expect(traits.sort(byName)).toEqual(traitsOf(it).sort(byName))
      const stored = await database.select().from(spells).where(eq(spells.caseId, row.id)).orderBy(asc(spells.id))
      const due = spellRows(row.id, it)
      expect(stored).toHaveLength(due.length)
      stored.forEach((spell, at) => expect(spell).toMatchObject(withoutUndefined(due[at]!)))
      const entries = await database.select().from(searchEntries).where(and(eq(searchEntries.caseId, row.id), isNull(searchEntries.replyId)))
      const text = termsToIndex(searchTextOf(it)).join(' ')
      expect(entries.map(({ terms }) => terms)).toEqual(row.state === 'withdrawn' ? [] : [text])
    }
  })

  test('each of 1,500 replies stands where its answer would put it, and has as many answers as stand below it', async () => {
    const all = await (await read()).select().from(replies)
    const byId = new Map(all.map(it => [it.id, it]))
    expect(Math.max(...all.map(({ depth }) => depth))).toBeGreaterThan(4)
    for (const { id, caseId, replyToId, parentId, rootId, depth, path, answerCount, createdAt } of all) {
      const above = replyToId === null ? null : byId.get(replyToId)!
      const { path: due, ...place } = placeUnder(above, id)
      expect({ parentId, rootId, replyToId, depth, path: path.toString('hex') }).toEqual({ ...place, path: Buffer.from(due).toString('hex') })
      expect([above?.caseId ?? caseId, (above?.createdAt ?? 0) <= createdAt]).toEqual([caseId, true])
      const answers = all.filter(it => it.replyToId === id && (it.deletedAt === null || it.answerCount > 0))
      expect([id, answerCount]).toEqual([id, answers.length])
    }
  })

  test('counts on cases and replies are the rows there are', async () => {
    const database = await read()
    const [said, agreed, kept] = [await database.select().from(replies), await database.select().from(votes), await database.select().from(favourites)]
    for (const it of await database.select().from(cases)) {
      const own = said.filter(reply => reply.caseId === it.id && !reply.hidden && reply.deletedAt === null)
      const heads = own.filter(({ depth }) => depth === 0).length
      const votesOn = agreed.filter(({ subject, subjectId }) => subject === 'case' && subjectId === it.id).length
      expect([it.discussionCount, it.replyCount, it.agreeCount, it.favouriteCount])
        .toEqual([heads, own.length - heads, votesOn, kept.filter(({ caseId }) => caseId === it.id).length])
    }
    for (const it of said) expect(it.agreeCount).toBe(agreed.filter(({ subject, subjectId }) => subject === 'reply' && subjectId === it.id).length)
  })

  test('tags have as many uses as live cases stand under them', async () => {
    const database = await read()
    const under = await database.select({ tagId: taggings.tagId }).from(taggings).innerJoin(cases, eq(cases.id, taggings.caseId)).where(eq(cases.state, 'live'))
    expect(under.length).toBeGreaterThan(5)
    for (const it of await database.select().from(tags)) expect(it.uses).toBe(under.filter(({ tagId }) => tagId === it.id).length)
  })

  test('a recount of the figures finds 0 counts off', async () => {
    expect(await checkCells(await read())).toEqual([])
  })

  test('search finds what replies say', async () => {
    const database = await read()
    const { found } = await searchWords(database, '软著', { after: null })
    expect(found.length).toBeGreaterThan(5)
    expect(found.every(({ words }) => words.includes('软著'))).toBe(true)
  })

  test('it has every index and trigger of a migrated database, whole and without a broken reference', async () => {
    const [filled, migrated] = [process.env.DATABASE_URL!, inject('template')].map(url => new Sqlite(sqliteFile(url), { readonly: true }))
    const described = (file: Sqlite.Database) => file.prepare(`
      SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' AND name NOT LIKE 'search_index_%' ORDER BY name
    `).all()
    expect(described(filled!)).toEqual(described(migrated!))
    expect(filled!.pragma('foreign_key_check')).toEqual([])
    expect(filled!.pragma('integrity_check', { simple: true })).toBe('ok')
    for (const file of [filled, migrated]) file!.close()
  })

  test('filled again it is the same: everybody’s names, and each row of 6 tables', async () => {
    const first = digest()
    await closeDatabase()
    process.env.DATABASE_URL = await emptyDatabase()
    await fillDatabase({ file: sqliteFile(process.env.DATABASE_URL), ...filling })
    expect(digest()).toEqual(first)
  }, 120_000)
})

function digest(): string[] {
  const file = new Sqlite(sqliteFile(process.env.DATABASE_URL!), { readonly: true })
  const names = file.prepare('SELECT name FROM people').pluck().all() as string[]
  expect(names.filter(name => nameProblem(name) !== null)).toEqual([])
  const tables = ['people', 'cases', 'replies', 'votes', 'notifications', 'cell_counts']
  const digests = tables.map(table => createHash('sha256').update(JSON.stringify(file.prepare(`SELECT * FROM ${table}`).all())).digest('hex'))
  file.close()
  return digests
}

const withoutUndefined = (row: object) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? null]))
