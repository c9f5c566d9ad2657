import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, describe, expect, test } from 'vitest'
import { DatabaseRefused, migrateDatabase } from '@/db/migrate'
import { openSqlite, sqliteFile } from '@/db/engines/sqlite'
import { emptyDatabase, onSqlite, removeDatabases } from '../support/database'
import { ask } from '../support/ask'

const folders: string[] = []
afterAll(removeDatabases)
afterAll(() => folders.forEach(folder => rmSync(folder, { recursive: true })))

const parents = 'CREATE TABLE parents (id integer PRIMARY KEY, name text)'
const children = `CREATE TABLE children (
  id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES parents(id) ON DELETE CASCADE
)`
const family = [
  parents,
  children,
  `INSERT INTO parents (id, name) VALUES (1, 'a'), (2, 'b'), (3, 'c')`,
  'INSERT INTO children (id, parent_id) VALUES (1, 1), (2, 1), (3, 2), (4, 2), (5, 2), (6, 3), (7, 3)',
]
// What drizzle-kit writes when a column changes: on SQLite the table is made anew, on PostgreSQL altered in place.
const rebuild = onSqlite
  ? [
      'PRAGMA foreign_keys=OFF',
      'CREATE TABLE __new_parents (id integer PRIMARY KEY, name text NOT NULL)',
      'INSERT INTO __new_parents (id, name) SELECT id, name FROM parents',
      'DROP TABLE parents',
      'ALTER TABLE __new_parents RENAME TO parents',
      'PRAGMA foreign_keys=ON',
    ]
  : ['ALTER TABLE parents ALTER COLUMN name SET NOT NULL']

describe('A migration', () => {
  test('that rebuilds a table of 3 parents leaves their 7 children where they are', async () => {
    const url = await emptyDatabase()
    await migrateDatabase(url, { folder: migrations(family) })

    expect((await migrateDatabase(url, { folder: migrations(family, rebuild) })).applied).toBe(1)

    expect(await ask(url, 'SELECT count(*) AS n FROM parents')).toEqual([{ n: 3 }])
    expect(await ask(url, 'SELECT count(*) AS n FROM children')).toEqual([{ n: 7 }])
  })

  test('whose third statement fails leaves nothing of its first two', async () => {
    const url = await emptyDatabase()
    await migrateDatabase(url, { folder: migrations(family) })
    const failing = ['DELETE FROM children', 'CREATE TABLE extras (id integer)', 'INSERT INTO no_such_table VALUES (1)']

    await expect(migrateDatabase(url, { folder: migrations(family, failing) })).rejects.toThrow('no_such_table')

    expect(await ask(url, 'SELECT count(*) AS n FROM children')).toEqual([{ n: 7 }])
    await expect(ask(url, 'SELECT * FROM extras')).rejects.toThrow('extras')
  })

  test('that would lose 2 of 7 rows is undone and says which table', async () => {
    const url = await emptyDatabase()
    await migrateDatabase(url, { folder: migrations(family) })

    await expect(migrateDatabase(url, { folder: migrations(family, ['DELETE FROM children WHERE parent_id = 1']) }))
      .rejects.toThrow('table children had 7 rows and has 5')

    expect(await ask(url, 'SELECT count(*) AS n FROM children')).toEqual([{ n: 7 }])
  })

  test('may drop a table only when it says so', async () => {
    const url = await emptyDatabase()
    await migrateDatabase(url, { folder: migrations(family) })

    await expect(migrateDatabase(url, { folder: migrations(family, ['DROP TABLE children']) }))
      .rejects.toThrow('table children is gone')
    expect(await ask(url, 'SELECT count(*) AS n FROM children')).toEqual([{ n: 7 }])

    const said = migrations(family, ['-- drops: children\nDROP TABLE children'])
    expect((await migrateDatabase(url, { folder: said })).applied).toBe(1)
    await expect(ask(url, 'SELECT * FROM children')).rejects.toThrow('children')
  })

  test('is refused by a program that knows fewer migrations than the database', async () => {
    const url = await emptyDatabase()
    await migrateDatabase(url, { folder: migrations(family, rebuild) })

    await expect(migrateDatabase(url, { folder: migrations(family) })).rejects.toThrow(DatabaseRefused)
  })

  test('leaves the tables of another program alone', async () => {
    const url = await emptyDatabase()
    await ask(url, 'CREATE TABLE somebody_elses (id integer)')

    await expect(migrateDatabase(url, { folder: migrations(family) })).rejects.toThrow('another program')
    await expect(ask(url, 'SELECT * FROM children')).rejects.toThrow('children')
  })
})

describe('Our own migrations', () => {
  test('refuse to change or delete a line of the moderation log', async () => {
    const url = await emptyDatabase()
    await migrateDatabase(url)
    await ask(url, `INSERT INTO log_entries (at, act, reason, details) VALUES (1, 'hide_case', 'joke', '{}')`)

    await expect(ask(url, `UPDATE log_entries SET reason = 'other'`)).rejects.toThrow('append-only')
    await expect(ask(url, 'DELETE FROM log_entries')).rejects.toThrow('append-only')
    expect(await ask(url, 'SELECT reason FROM log_entries')).toEqual([{ reason: 'joke' }])
  })
})

if (onSqlite) describe('On SQLite', () => {
  test('the database is copied before its second migration, and the copy has the 7 children', async () => {
    const url = await emptyDatabase()
    const first = await migrateDatabase(url, { folder: migrations(family) })
    const second = await migrateDatabase(url, { folder: migrations(family, rebuild), version: '9.9.9' })

    expect(first.backup).toBeNull()
    expect(second.backup).toContain('before-9.9.9-')
    expect(await ask(`file:${second.backup}`, 'SELECT count(*) AS n FROM children')).toEqual([{ n: 7 }])
    expect(await ask(`file:${second.backup}`, 'PRAGMA quick_check')).toEqual([{ quick_check: 'ok' }])
  })

  test('of 12 backups the newest 10 are kept', async () => {
    const url = await emptyDatabase()
    const steps: string[][] = [family]
    for (let step = 0; step <= 12; step++) {
      await migrateDatabase(url, { folder: migrations(...steps) })
      steps.push([`CREATE TABLE step_${step} (id integer)`])
    }
    const backups = readdirSync(join(dirname(sqliteFile(url)), 'backups'))
    expect(backups).toHaveLength(10)
    expect(backups.every(name => name.endsWith('.db'))).toBe(true)
  })

  test('4 processes that start at once on an empty place migrate it once', async () => {
    const url = await emptyDatabase()
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrateElsewhere(url)))

    expect(applied.filter(count => count > 0)).toHaveLength(1)
    expect(await ask(url, 'SELECT count(*) AS n FROM __drizzle_migrations')).toEqual([{ n: Math.max(...applied) }])
  })

  test('garbage is refused and keeps its 8,192 bytes', async () => {
    const file = sqliteFile(await emptyDatabase())
    const garbage = Buffer.alloc(8192, 'garbage')
    writeFileSync(file, garbage)

    await expect(migrateDatabase(`file:${file}`)).rejects.toThrow(DatabaseRefused)
    expect(readFileSync(file).equals(garbage)).toBe(true)
  })

  test('a trigger that a rebuild would lose is missed', async () => {
    const url = await emptyDatabase()
    const guarded = [...family, `CREATE TRIGGER guard BEFORE DELETE ON parents BEGIN SELECT RAISE(ABORT, 'no'); END`]
    await migrateDatabase(url, { folder: migrations(guarded) })

    await expect(migrateDatabase(url, { folder: migrations(guarded, rebuild) })).rejects.toThrow('trigger guard is gone')
    expect(await openedNames(url)).toContain('guard')
  })
})

/** A migrations folder as drizzle-kit makes it, one migration for each list of statements. */
function migrations(...steps: string[][]): string {
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-migrations-'))
  folders.push(folder)
  mkdirSync(join(folder, 'meta'))
  const entries = steps.map((statements, at) => {
    writeFileSync(join(folder, `step_${at}.sql`), statements.join(';\n--> statement-breakpoint\n'))
    return { idx: at, version: '6', when: 1_000 + at, tag: `step_${at}`, breakpoints: true }
  })
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ version: '7', entries }))
  return folder
}

/** Migrates in a process of its own and returns how many migrations that one applied. */
async function migrateElsewhere(url: string): Promise<number> {
  const program = `
    const { migrateDatabase } = await import('./db/migrate.ts')
    console.log((await migrateDatabase(process.env.DATABASE_URL)).applied)
  `
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', data => { output += data })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The migrating process ended with ${code}`)
  return Number(output)
}

async function openedNames(url: string): Promise<string[]> {
  const database = openSqlite(sqliteFile(url))
  try {
    return database.prepare('SELECT name FROM sqlite_schema').pluck().all() as string[]
  } finally {
    database.close()
  }
}
