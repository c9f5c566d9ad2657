import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, write } from '@/db/connection'
import { migrateDatabase } from '@/db/migrate'
import { restoreSqlite } from '@/db/restore'
import { people } from '@/db/schema'
import { onSqlite, useDatabase } from '../support/database'
import { caseBy, somebody } from '../support/threads'

// Killed at moments that are chosen by what is done, not by the clock: before a step, and in the middle of a copy. Whatever
// stands there afterwards is what was there before or what was to come, and the same once more ends well.

useDatabase()
const places: string[] = []
afterAll(() => places.forEach(place => rmSync(place, { recursive: true, force: true })))

describe.skipIf(!onSqlite)('Killed at any step', () => {
  test('a restore leaves the 5 people or brings the 3, and once more brings the 3', { timeout: 120_000 }, async () => {
    await fill(2)
    const three = await copyOfDatabase()
    await fill(2)
    const five = await copyOfDatabase()
    await atEachStep(6, 'restore', [three], folder => cpSync(five, join(folder, 'guoshen.db')), async folder => {
      const file = join(folder, 'guoshen.db')
      expect([3, 5]).toContain(await startedWith(file))
      await restoreSqlite(three, file)
      expect(await startedWith(file)).toBe(3)
      expect(namesIn(folder).filter(name => /restoring/.test(name))).toEqual([])
      expectGoodBackups(folder, [3, 5])
    })
  })

  test('a restore over a broken file never leaves an empty place, which a start would fill', { timeout: 120_000 }, async () => {
    const good = await copyOfDatabase()
    const [before] = await rowsIn(good)
    const garbage = Buffer.alloc(30_000, 'garbage ')
    await atEachStep(4, 'restore', [good], folder => writeFileSync(join(folder, 'guoshen.db'), garbage), async folder => {
      const file = join(folder, 'guoshen.db')
      const isOld = readFileSync(file).equals(garbage)
      if (!isOld) expect(await startedWith(file)).toBe(before)
      await restoreSqlite(good, file)
      expect(await startedWith(file)).toBe(before)
      const kept = namesIn(join(folder, 'backups')).filter(name => name.startsWith('before-restore') && !name.endsWith('.part'))
      expect(kept.some(name => readFileSync(join(folder, 'backups', name)).equals(garbage))).toBe(true)
    })
  })

  test('a migration is done wholly or not at all, what it copied before is whole, and once more does it', { timeout: 120_000 }, async () => {
    const migrations = newPlace()
    mkdirSync(join(migrations, 'meta'))
    const steps = [family, rebuild].map((statements, at) => {
      writeFileSync(join(migrations, `step_${at}.sql`), statements.join(';\n--> statement-breakpoint\n'))
      return { idx: at, version: '6', when: 1_000 + at, tag: `step_${at}`, breakpoints: true }
    })
    const known = (count: number) => writeFileSync(join(migrations, 'meta/_journal.json'), JSON.stringify({ version: '7', entries: steps.slice(0, count) }))
    const before = join(newPlace(), 'guoshen.db')
    known(1)
    await migrateDatabase(`file:${before}`, { folder: migrations })
    known(2)
    const program = `import('./db/migrate.ts').then(it => it.migrateDatabase(process.env.DATABASE_URL, { folder: ${JSON.stringify(migrations)} }))`
    await atEachStep(8, program, [], folder => cpSync(before, join(folder, 'guoshen.db')), async folder => {
      const file = join(folder, 'guoshen.db')
      const [applied, columns, children] = shapeOf(file)
      expect([[1, ['id'], 7], [2, ['id', 'name'], 7]]).toContainEqual([applied, columns, children])
      for (const name of backupsIn(folder)) expect(shapeOf(join(folder, 'backups', name))).toEqual([1, ['id'], 7])
      await migrateDatabase(`file:${file}`, { folder: migrations })
      expect(shapeOf(file)).toEqual([2, ['id', 'name'], 7])
    })
  })

  test('an export is whole under its name or has none, and what had that name before is still there', { timeout: 120_000 }, async () => {
    const lin = await somebody('林')
    for (let n = 0; n < 250; n++) await caseBy(lin, `第 ${n} 件`)
    const database = await copyOfDatabase()
    await atEachStep(3, 'export', ['cases.ndjson'], folder => {
      cpSync(database, join(folder, 'guoshen.db'))
      writeFileSync(join(folder, 'cases.ndjson'), 'as it was\n')
    }, async folder => {
      const lines = readFileSync(join(folder, 'cases.ndjson'), 'utf8').split('\n').filter(Boolean)
      if (lines[0] !== 'as it was') expect(lines.map(line => (JSON.parse(line) as { words: string }).words).length).toBe(250)
    })
  })
})

type Aftermath = (folder: string) => Promise<void>

/** Runs a program of ours again and again in a new folder, killed at another of its steps each time, and looks at what is left. */
async function atEachStep(kills: number, program: string, args: string[], prepare: (folder: string) => void, look: Aftermath): Promise<void> {
  const begun = async (at: number) => {
    const folder = newPlace()
    prepare(folder)
    return { folder, ...await runIn(folder, program, args, at) }
  }
  const whole = await begun(0)
  const steps = Number(/steps: (\d+)/.exec(whole.said)?.[1])
  expect([whole.code, steps > 5, whole.said]).toEqual([0, true, whole.said])
  await look(whole.folder)
  // Spread over all of them, the last steps among them: that is where things change places.
  const moments = new Set(Array.from({ length: kills }, (_, n) => Math.round(1 + (n * (steps - 1)) / (kills - 1))))
  for (let late = 0; late < 6; late++) moments.add(steps - late)
  const queue = [...moments].filter(at => at > 0)
  await Promise.all([1, 2, 3].map(async () => {
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      const { folder, signal, said } = await begun(at)
      expect([at, signal, said]).toEqual([at, 'SIGKILL', said])
      await look(folder)
    }
  }))
}

async function runIn(folder: string, program: string, args: string[], at: number) {
  const script = program.includes('(') ? ['--eval', program] : [`scripts/${program}.ts`, ...args.map(arg => (arg.startsWith('/') ? arg : join(folder, arg)))]
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', './tests/support/die-at.mjs', ...script], {
    env: { ...process.env, DATABASE_URL: `file:${join(folder, 'guoshen.db')}`, DIE_IN: folder, DIE_AT: String(at) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => { said += data })
  const [code, signal] = await once(child, 'close') as [number | null, string | null]
  return { code, signal, said }
}

const family = [
  'CREATE TABLE parents (id integer PRIMARY KEY)', 'INSERT INTO parents VALUES (1), (2)',
  'CREATE TABLE children (id integer PRIMARY KEY, parent_id integer REFERENCES parents(id) ON DELETE CASCADE)',
  'INSERT INTO children (parent_id) VALUES (1), (1), (2), (2), (2), (2), (2)',
]
const rebuild = [
  'CREATE TABLE new_parents (id integer PRIMARY KEY, name text)', 'INSERT INTO new_parents (id) SELECT id FROM parents',
  'DROP TABLE parents', 'ALTER TABLE new_parents RENAME TO parents',
]

function shapeOf(file: string): [applied: number, columns: string[], children: number] {
  const database = new Database(file)
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    const count = (table: string) => (database.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n
    return [count('__drizzle_migrations'), (database.pragma('table_info(parents)') as { name: string }[]).map(({ name }) => name), count('children')]
  } finally {
    database.close()
  }
}

/** How many people a site would have that is started on this file. */
async function startedWith(file: string): Promise<number> {
  await migrateDatabase(`file:${file}`)
  return (await rowsIn(file))[0]!
}

async function rowsIn(file: string): Promise<number[]> {
  const database = new Database(file)
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    return [(database.prepare('select count(*) as n from people').get() as { n: number }).n]
  } finally {
    database.close()
  }
}

function expectGoodBackups(folder: string, counts: number[]): void {
  for (const name of backupsIn(folder)) {
    const database = new Database(join(folder, 'backups', name), { readonly: true })
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(counts).toContain((database.prepare('select count(*) as n from people').get() as { n: number }).n)
    database.close()
  }
}

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])
const backupsIn = (folder: string) => namesIn(join(folder, 'backups')).filter(name => name.endsWith('.db'))

let added = 0
async function fill(count: number): Promise<void> {
  if (added === 0) count++
  for (let n = 0; n < count; n++) {
    const name = `P${++added}`
    await write(tx => tx.insert(people).values({ name, nameKey: name, nameSkeleton: name, pseudonym: name, createdAt: 1 }))
  }
}

/** The file as it is, closed and whole. */
async function copyOfDatabase(): Promise<string> {
  await closeDatabase()
  const copy = join(newPlace(), 'copy.db')
  cpSync(process.env.DATABASE_URL!.slice('file:'.length), copy)
  return copy
}

function newPlace(): string {
  const place = mkdtempSync(join(tmpdir(), 'guoshen-kills-'))
  places.push(place)
  return place
}
