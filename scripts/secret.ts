import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { engineOf } from '../db/dialect'
import { sqliteFile } from '../db/engines/sqlite'

/** The secret kept beside the data, readable by its owner only; made when there is none. */
export function keptSecret(databaseUrl: string): string {
  const file = join(dataFolder(databaseUrl), 'auth-secret')
  return readSecret(file) ?? makeSecret(file)
}

// With PostgreSQL the data are elsewhere, and the secret stays where SQLite would have put them.
function dataFolder(databaseUrl: string): string {
  return engineOf(databaseUrl) === 'sqlite' ? dirname(sqliteFile(databaseUrl)) : 'data'
}

function makeSecret(file: string): string {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    // Linking fails where the name exists, so that of two first starts both take the same secret.
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readSecret(file)!
}

function readSecret(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
