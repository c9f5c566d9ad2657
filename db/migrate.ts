import { readMigrationFiles } from 'drizzle-orm/migrator'
import { fileURLToPath } from 'node:url'
import { engineOf, type Engine } from './dialect'
import type { Migration, MigrationReport } from './migrate/plan'

export { DatabaseRefused } from './migrate/plan'
export type { MigrationReport } from './migrate/plan'

export type MigrationOptions = {
  /** Called with one sentence for the person who watches. */
  say?: (sentence: string) => void
  /** Names the backup: the version of the program that migrates. */
  version?: string
  /** Holds `meta/_journal.json` and the SQL files; ours for the engine when not given. */
  folder?: string
}

/**
 * Brings the database up to this program's schema: all pending migrations in one transaction, or none.
 * Each table must hold as many rows after as before, and each trigger must still be there; what a migration drops
 * on purpose it names in a line `-- drops: name`. SQLite is copied to `backups/` beside the file first.
 * Refuses (DatabaseRefused) what is no database of ours, is damaged, or was written by a newer version.
 */
export async function migrateDatabase(url: string, options: MigrationOptions = {}): Promise<MigrationReport> {
  const engine = engineOf(url)
  const migrations = options.folder ? readMigrations(options.folder) : migrationsOf(engine)
  const say = options.say ?? (() => undefined)
  if (engine === 'postgres') return (await import('./migrate/postgres')).migratePostgres(url, migrations, say)
  return (await import('./migrate/sqlite')).migrateSqlite(url, migrations, say, options.version ?? 'migration')
}

/** This program's own migrations for an engine. */
export function migrationsOf(engine: Engine): Migration[] {
  return readMigrations(fileURLToPath(new URL(`./migrations/${engine}`, import.meta.url)))
}

function readMigrations(folder: string): Migration[] {
  return readMigrationFiles({ migrationsFolder: folder }).map(({ hash, folderMillis, sql }) => ({
    hash,
    madeAt: folderMillis,
    statements: sql.map(statement => statement.trim()).filter(statement => statement !== ''),
  }))
}
