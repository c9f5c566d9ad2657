import { asc, eq } from 'drizzle-orm'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exportLines } from '@/db/cases/export'
import { importLines } from '@/db/cases/import'
import { listCases } from '@/db/cases/list'
import { read, write } from '@/db/connection'
import { listRuleChanges } from '@/db/rules/changes'
import { cases, ruleChanges, tagSuggestions, tags } from '@/db/schema'
import { fillEmptyDatabase } from '@/scripts/starting-data'
import { useDatabase } from '../support/database'

useDatabase('per test')

const now = Date.UTC(2026, 0, 5, 4)
// A line of the file with other fields.
const like = (line: number, more: object) => JSON.stringify({ ...JSON.parse(shipped[line]!) as object, ...more })
const shipped = readFileSync('db/starting/cases.ndjson', 'utf8').trim().split('\n')

describe('The starting data', () => {
  test('are 9 cases as they were shipped, 6 rule changes and the tags, and a second filling adds 0', async () => {
    expect(await fillEmptyDatabase(now)).toBe(true)
    expect(await fillEmptyDatabase(now)).toBe(false)

    const rows = await (await read()).select().from(cases).orderBy(asc(cases.id))
    expect(rows.map(row => row.ref)).toEqual(Array.from({ length: 9 }, (_, at) => `thread-${at + 1}`))
    expect(new Set(rows.map(row => row.account)).size).toBe(9)
    expect(rows.every(row => row.source === 'thread' && row.authorId === null)).toBe(true)
    expect(rows.map(row => row.outcome)).toEqual(
      ['approved', 'waiting', 'filed', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'])
    expect(await (await read()).$count(ruleChanges)).toBe(6)
    expect(await (await read()).$count(tags)).toBeGreaterThan(0)
  })

  test('carry the 2 tags proposed for the sixth case, as proposals of 0 moderators', async () => {
    await fillEmptyDatabase(now)
    const proposed = await (await read()).select({ ref: cases.ref, slug: tagSuggestions.slug }).from(tagSuggestions)
      .innerJoin(cases, eq(cases.id, tagSuggestions.caseId)).orderBy(asc(tagSuggestions.slug))
    expect(proposed).toEqual([{ ref: 'thread-6', slug: 'joke' }, { ref: 'thread-6', slug: 'unverified' }])
  })

  test('leave a database alone that holds 1 case already', async () => {
    await importLines([shipped[0]!], { now })
    expect(await fillEmptyDatabase(now)).toBe(false)
    expect(await (await read()).$count(cases)).toBe(1)
    expect(await (await read()).$count(ruleChanges)).toBe(0)
  })

  test('name 6 rule changes in both languages, the newest first', async () => {
    await fillEmptyDatabase(now)
    const rules = await listRuleChanges(await read())
    expect(rules.map(rule => rule.date)).toEqual(
      ['2024-12', '2023-12-25', '2023-11', '2023-11', '2023-09-25', '2023-09-01'])
    expect(rules.filter(rule => rule.statementEn)).toHaveLength(6)
  })
})

describe('An import', () => {
  test('of the same file twice adds 9 cases and then 0', async () => {
    expect(await importLines(shipped, { now })).toMatchObject({ added: 9, known: 0, bad: [] })
    expect(await importLines(shipped, { now: now + 60_000 })).toMatchObject({ added: 0, known: 9, bad: [] })
    expect(await (await read()).$count(cases)).toBe(9)
  })

  test('names a line without a ref by its content: 2 equal lines are 1 case, on another day too', async () => {
    const { ref: _, ...content } = JSON.parse(shipped[2]!) as Record<string, unknown>
    const turned = Object.fromEntries(Object.entries(content).reverse())
    const lines = [JSON.stringify(content), JSON.stringify(turned), JSON.stringify({ ...content, motive: 'ask' })]

    expect(await importLines(lines, { now })).toMatchObject({ added: 2, known: 1 })
    expect(await importLines(lines, { now: now + 86_400_000 })).toMatchObject({ added: 0, known: 3 })
  })

  test('with a bad second, fourth and fifth line stores the other 2 and says what is wrong with the 3', async () => {
    const future = like(2, { events: [{ type: 'filed', at: ['2031-01-01', '2031-01-01'] }] })
    const lines = [shipped[0]!, '{"ref": ', '', shipped[1]!, JSON.stringify({ ref: 'x' }), future]
    const report = await importLines(lines, { now })

    expect(report).toMatchObject({ added: 2, known: 0 })
    expect(report.bad.map(({ line }) => line)).toEqual([2, 5, 6])
    expect(report.bad[0]!.problems).toEqual([{ path: '', code: 'not_json' }])
    expect(report.bad[1]!.problems.map(({ path }) => path)).toContain('process')
    expect(report.bad[2]!.problems[0]).toMatchObject({ path: 'events.0.at' })
  })

  test('all or nothing stores 0 of 9 when the tenth line is bad, and 9 when none is', async () => {
    const spoilt = await importLines([...shipped, 'nonsense'], { allOrNothing: true, now })
    expect(spoilt).toMatchObject({ added: 0, known: 0 })
    expect(spoilt.bad.map(({ line }) => line)).toEqual([10])
    expect(await (await read()).$count(cases)).toBe(0)

    expect(await importLines(shipped, { allOrNothing: true, now })).toMatchObject({ added: 9 })
    expect(await (await read()).$count(cases)).toBe(9)
  })

  test('of 210 lines goes through 2 batches in order, and an export reads them in 2 pages, each once', async () => {
    const lines = Array.from({ length: 210 }, (_, at) => like(2, { ref: `many-${at}` }))
    expect(await importLines(lines, { now })).toMatchObject({ added: 210 })
    const exported = await collect(exportLines(await read()))
    expect(exported.map(line => (JSON.parse(line) as { ref: string }).ref)).toEqual(lines.map((_, at) => `many-${at}`))
  })

  test('masks the phone number in a line and says in which of 2 lines', async () => {
    const telling = like(2, { note_zh: '有问题打 13812345678 找我' })
    const report = await importLines([shipped[0]!, telling], { now })
    expect(report.masked).toEqual([{ line: 2, masked: [{ path: 'words', kinds: ['phone'] }] }])
    const page = await listCases(await read())
    expect(page.cases[0]!.row.words).not.toContain('138')
  })

  test('keeps the source and the account of a line: 2 cases of one author count as 1 account', async () => {
    const lines = ['a', 'b'].map(ref => like(2, { ref, source: 'own', account: 'p-Xy_1' }))
    await importLines(lines, { now })
    const rows = await (await read()).select({ account: cases.account, source: cases.source }).from(cases)
    expect(rows).toEqual([{ account: 'p-Xy_1', source: 'own' }, { account: 'p-Xy_1', source: 'own' }])
  })

  test('refuses a line whose account could be somebody’s address', async () => {
    const report = await importLines([like(2, { account: 'lin@example.org' })], { now })
    expect(report.bad).toEqual([{ line: 1, problems: [{ path: 'account', code: 'wrong_form' }] }])
  })
})

describe('An export', () => {
  test('of 11 cases, imported and exported again, is the same 11 lines', async () => {
    const more = [
      {
        ...JSON.parse(shipped[0]!) as object, ref: 'own-1', source: 'own', account: 'p-abc', title: '付款后等了半小时',
        note_zh: '第一行\n\n**第二行**，"引号"',
      },
      {
        ref: 'own-2', account: 'p-abc', process: 'certification', subject: 'company', program_age: 'new',
        kind: 'mini_game', category: 'game', name_pattern: ['coined', 'latin'], name_shape: '〇〇记账',
        proof_demanded: ['none'], source: 'own',
        events: [
          { type: 'paid', at: ['2025-03-01T09:30+08:00', '2025-03-01T09:30+08:00'] },
          {
            type: 'sent_back', since_previous_minutes: [600, 900], reasons: ['name_generic', 'photo_quality'],
            note: '说是通用词',
          },
          { type: 'submitted', at: ['2025-03-03', '2025-03-03'], entered_at: '2025-03-05T08:00+08:00' },
          { type: 'restricted', scopes: ['search'], source: 'observed' },
          { type: 'still_waiting', at: ['2025-03-06', '2025-03-06'] },
        ],
      },
    ].map(line => JSON.stringify(line))
    expect((await importLines([...shipped, ...more], { now })).bad).toEqual([])
    const first = await collect(exportLines(await read()))
    expect(first).toHaveLength(11)

    await write(async tx => { await tx.delete(cases) })
    expect(await importLines(first, { now: now + 5 * 86_400_000 })).toMatchObject({ added: 11, bad: [], masked: [] })
    expect(await collect(exportLines(await read()))).toEqual(first)
  })

  test('holds 7 of 9 cases when one is hidden and one withdrawn', async () => {
    await importLines(shipped, { now })
    await write(async tx => {
      await tx.update(cases).set({ state: 'hidden' }).where(eq(cases.ref, 'thread-2'))
      await tx.update(cases).set({ state: 'withdrawn' }).where(eq(cases.ref, 'thread-3'))
    })
    const refs = (await collect(exportLines(await read()))).map(line => (JSON.parse(line) as { ref: string }).ref)
    expect(refs).toEqual(['thread-1', 'thread-4', 'thread-5', 'thread-6', 'thread-7', 'thread-8', 'thread-9'])
  })
})

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}
