import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backUpSqlite, settle } from './backup'
import { openSqlite } from './engines/sqlite'
import { DatabaseRefused, migrateDatabase } from './migrate'

/**
 * Puts a backup in the place of the database file and returns where the one that was there is kept, null if there was
 * none. The backup is checked and brought up to this program's schema before anything is touched. Refuses
 * (DatabaseRefused) a bad backup, one of a newer version, and a database that is in use.
 */
export async function restoreSqlite(backup: string, file: string): Promise<string | null> {
  if (!existsSync(backup) || statSync(backup).size === 0) throw new DatabaseRefused(`There is no backup ${backup}.`)
  const candidate = `${file}.restoring`
  mkdirSync(dirname(file), { recursive: true })
  removeDatabase(candidate)
  copyFileSync(backup, candidate)
  try {
    await migrateDatabase(`file:${candidate}`, { version: 'restore' })
    const kept = existsSync(file) ? await setAside(file) : null
    settle(candidate)
    renameSync(candidate, file)
    settle(dirname(file))
    return kept
  } finally {
    removeDatabase(candidate)
  }
}

async function setAside(file: string): Promise<string> {
  const stamp = new Date().toISOString().replaceAll(/[-:.]/g, '')
  const target = join(dirname(file), 'backups', `before-restore-${stamp}.db`)
  try {
    await copyAlone(file, target)
  } catch (error) {
    if (isInUse(error)) throw new DatabaseRefused(`The database ${file} is in use; stop the site first.`)
    // A damaged database is the best reason to restore; its remains are kept as they are.
    mkdirSync(dirname(target), { recursive: true })
    keepRemains(file, target)
  }
  for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true })
  return target
}

// The file stays until the backup takes its name: a program that is started in between, after a power cut say, would find
// no database and begin a new one.
function keepRemains(file: string, target: string): void {
  for (const part of ['-wal', '']) {
    if (!existsSync(`${file}${part}`)) continue
    try {
      linkSync(`${file}${part}`, `${target}${part}`)
    } catch {
      copyFileSync(`${file}${part}`, `${target}${part}`)
    }
  }
}

async function copyAlone(file: string, target: string): Promise<void> {
  const database = openSqlite(file)
  try {
    // Leaving the write-ahead log needs the file for oneself: this fails while anybody else has it open.
    database.pragma('journal_mode = DELETE')
    await backUpSqlite(database, target)
  } finally {
    database.close()
  }
}

function isInUse(error: unknown): boolean {
  return String((error as { code?: string }).code).startsWith('SQLITE_BUSY')
}

function removeDatabase(file: string): void {
  for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true })
}
