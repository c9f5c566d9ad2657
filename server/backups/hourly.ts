import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backUpSqlite } from '../../db/backup'
import { openSqlite } from '../../db/engines/sqlite'
import { backupName, backupsToKeep, madeAt } from '../../domain/backups/rule'

const hour = 3_600_000
/** What has to stay free beside the copy, in bytes. */
const spare = 200 * 1024 * 1024

/**
 * Copies and checks the database if the newest hourly backup is an hour old, and deletes those that the rule lets go, also what a
 * killed process has left half done. Of several that come at once the first to lay its copy down is kept. Answers the copy's
 * path, null where none was due. @throws Error where there is not room for a copy; nothing has been written then
 */
export async function backUpHourly(file: string, now: number): Promise<string | null> {
  const folder = join(dirname(file), 'backups')
  mkdirSync(folder, { recursive: true })
  // One that is said to be of tomorrow was made while the clock was wrong, and holds up none of today's.
  const newest = Math.max(-Infinity, ...backupsIn(folder).map(({ at }) => at).filter(at => at <= now))
  if (now - newest < hour) return null
  const needed = statSync(file).size + (existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0)
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < needed + spare) throw new Error(`No room in ${folder} for a copy of ${needed.toLocaleString('en')} bytes`)
  const target = join(folder, backupName(now))
  if (existsSync(target)) return null
  const database = openSqlite(file, { readonly: true })
  try {
    await backUpSqlite(database, target)
  } finally {
    database.close()
  }
  letGo(folder, now)
  return target
}

function letGo(folder: string, now: number): void {
  const backups = backupsIn(folder)
  const kept = backupsToKeep(backups.map(({ at }) => at), now)
  for (const { path, at } of backups) if (!kept.includes(at)) rmSync(path)
  for (const name of readdirSync(folder).filter(name => /^hourly-.*\.part$/.test(name))) {
    const path = join(folder, name)
    if (now - statSync(path).mtimeMs > hour) rmSync(path)
  }
}

function backupsIn(folder: string): { path: string; at: number }[] {
  return readdirSync(folder).flatMap(name => {
    const at = madeAt(name)
    return at === null ? [] : [{ path: join(folder, name), at }]
  })
}
