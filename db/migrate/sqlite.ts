import type Database from 'better-sqlite3'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { backUpSqlite, findDamage, keepNewest } from '../backup'
import { openSqlite, sqliteFile } from '../engines/sqlite'
import { asRefusal, compareInventories, DatabaseRefused, pendingAfter } from './plan'
import type { Inventory, Migration, MigrationReport } from './plan'

/** See migrateDatabase. Several processes may call it at once: one migrates, the others find nothing to do. */
export async function migrateSqlite(
  url: string,
  migrations: Migration[],
  say: (sentence: string) => void,
  version: string,
): Promise<MigrationReport> {
  const file = sqliteFile(url)
  const database = await openOrRefuse(file, migrations)
  try {
    const applied = appliedIn(database)
    if (pendingAfter(applied, migrations).length === 0) return { applied: 0, backup: null }
    const backup = applied === null ? null : await backUpBefore(database, file, version)
    if (backup) say(`The database was copied to ${backup} before migrating.`)
    return { applied: applyPending(database, migrations), backup }
  } finally {
    database.close()
  }
}

// Long enough for another process to finish its migration of a large file.
const patience = 60_000
const keptBackups = 10

// Half a second of reading. A larger file is read wholly before it is migrated, and in every backup; not at each start.
const readAtEachStart = 100e6

async function openOrRefuse(file: string, migrations: Migration[]): Promise<Database.Database> {
  try {
    makeFolder(dirname(file))
    const database = await openPatiently(file)
    const wholly = statSync(file).size <= readAtEachStart || pendingAfter(appliedIn(database), migrations).length > 0
    const damage = wholly ? findDamage(database) : null
    if (damage === null) return database
    database.close()
    throw new DatabaseRefused(`The database ${file} is damaged (${damage}); restore a backup.`)
  } catch (error) {
    if (error instanceof DatabaseRefused) throw error
    throw new DatabaseRefused(`The database ${file} cannot be used (${(error as Error).message}); it was left as it is.`)
  }
}

// Step by step: Node's own recursive mkdir never returns where a parent can be seen and not be written (/proc).
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

async function openPatiently(file: string): Promise<Database.Database> {
  for (const giveUpAt = Date.now() + patience; ;) {
    try {
      return openSqlite(file)
    } catch (error) {
      // Turning on the write-ahead log needs the file alone for a moment; another process may have it.
      const busy = String((error as { code?: string }).code).startsWith('SQLITE_BUSY')
      if (!busy || Date.now() > giveUpAt) throw error
      await sleep(50)
    }
  }
}

function appliedIn(database: Database.Database): number[] | null {
  const tables = tablesIn(database)
  if (tables.length === 0) return null
  if (!tables.includes(journal)) {
    throw new DatabaseRefused(`The database ${database.name} belongs to another program; name another file.`)
  }
  const rows = database.prepare(`SELECT created_at AS madeAt FROM ${journal}`).all() as { madeAt: number }[]
  return rows.map(row => Number(row.madeAt))
}

async function backUpBefore(database: Database.Database, file: string, version: string): Promise<string> {
  const folder = join(dirname(file), 'backups')
  const stamp = new Date().toISOString().replaceAll(/[-:.]/g, '')
  // The process id keeps apart two that migrate in the same millisecond.
  const backup = await backUpSqlite(database, join(folder, `before-${version}-${stamp}-${process.pid}.db`))
  keepNewest(folder, /^before-.*\.db$/, keptBackups)
  return backup
}

function applyPending(database: Database.Database, migrations: Migration[]): number {
  // Rebuilding a table drops the old one, and with foreign keys on that deletes every child by cascade.
  // The pragma does nothing inside a transaction, so it stands outside.
  database.pragma('foreign_keys = OFF')
  database.pragma(`busy_timeout = ${patience}`)
  database.exec('BEGIN IMMEDIATE')
  try {
    const pending = pendingAfter(appliedIn(database), migrations)
    const before = takeInventory(database)
    for (const migration of pending) apply(database, migration)
    refuseOrphans(database)
    compareInventories(before, takeInventory(database), pending)
    database.exec('COMMIT')
    return pending.length
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw asRefusal(error)
  } finally {
    database.pragma('foreign_keys = ON')
  }
}

const journal = '__drizzle_migrations'

function apply(database: Database.Database, migration: Migration): void {
  for (const statement of migration.statements) database.exec(statement)
  database.exec(`CREATE TABLE IF NOT EXISTS ${journal} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`)
  database.prepare(`INSERT INTO ${journal} (hash, created_at) VALUES (?, ?)`).run(migration.hash, migration.madeAt)
}

function refuseOrphans(database: Database.Database): void {
  const orphans = database.pragma('foreign_key_check') as { table: string; parent: string }[]
  const first = orphans[0]
  if (!first) return
  throw new DatabaseRefused(
    `The migration was undone: ${orphans.length} rows would lack their parent, the first in ${first.table} (${first.parent}).`,
  )
}

function takeInventory(database: Database.Database): Inventory {
  const rows = new Map<string, number>()
  for (const table of tablesIn(database).filter(name => name !== journal)) {
    rows.set(table, database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number)
  }
  const triggers = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all() as string[]
  return { rows, triggers: new Set(triggers) }
}

// Without the tables behind full-text search (type 'shadow'), which are derived.
function tablesIn(database: Database.Database): string[] {
  return database.prepare(`
    SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
  `).pluck().all() as string[]
}
