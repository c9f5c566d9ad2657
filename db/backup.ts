import Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Copies a SQLite database while others read and write it, and returns the copy's path. The thread waits for nothing else meanwhile. The copy is one file, opened
 * and checked before it gets its name: a half-done copy ends in `.part` and never looks like a backup. On failure it is removed.
 */
export async function backUpSqlite(source: Database.Database, target: string): Promise<string> {
  const part = `${target}.${randomUUID().slice(0, 8)}.part`
  mkdirSync(dirname(target), { recursive: true })
  rmSync(part, { force: true })
  try {
    // All at once: a copy that pauses begins anew at every write of somebody else, and on a busy site never ends.
    await source.backup(part, { progress: ({ totalPages }) => totalPages })
    check(part)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  settle(part)
  renameSync(part, target)
  settle(dirname(target))
  return target
}

function check(part: string): void {
  const copy = new Database(part)
  try {
    copy.pragma('journal_mode = DELETE')
    const damage = findDamage(copy)
    if (damage !== null) throw new Error(`The copy ${part} is damaged: ${damage}`)
  } finally {
    copy.close()
  }
}

/** What SQLite finds wrong with the file, or null. Reads all of it: about a second for each 200 MB. */
export function findDamage(database: Database.Database): string | null {
  const finding = database.pragma('quick_check(1)', { simple: true }) as string
  return finding === 'ok' ? null : finding.replaceAll('\n', ' ')
}

/** Deletes all but the newest `count` files of a folder whose names fit. */
export function keepNewest(folder: string, names: RegExp, count: number): void {
  readdirSync(folder)
    .filter(name => names.test(name))
    .map(name => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .slice(count)
    .forEach(({ path }) => rmSync(path))
}

/** Waits until a file or a folder is on the disk: only that survives a power cut. */
export function settle(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
