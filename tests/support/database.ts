import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import { closeDatabase } from '@/db/connection'
import { engineOf } from '@/db/dialect'
import { createPostgresDatabase, dropPostgresDatabase } from './postgres'

/**
 * Gives this test file, or each of its tests, a freshly migrated database on the engine of its project.
 * `read` and `write` of db/connection then work on it.
 */
export function useDatabase(how: 'per file' | 'per test' = 'per file'): void {
  const [before, after] = how === 'per file' ? [beforeAll, afterAll] : [beforeEach, afterEach]
  before(async () => {
    process.env.DATABASE_URL = await copyOf(inject('template'))
  })
  after(closeDatabase)
  afterAll(removeDatabases)
}

/** The URL of an empty place for a database on the engine of this project. Call `removeDatabases` afterwards. */
export async function emptyDatabase(): Promise<string> {
  const scheme = schemeOf(process.env.DATABASE_URL)
  if (scheme === 'postgres') return remembered(await createPostgresDatabase())
  const place = join(newFolder(), 'guoshen.db')
  if (scheme === 'pglite') cpSync(join(dirname(pathOf(inject('template'))), 'empty'), place, { recursive: true })
  return `${scheme}:${place}`
}

/** Deletes every database that this test file was given. */
export async function removeDatabases(): Promise<void> {
  for (const url of made.splice(0)) await dropPostgresDatabase(url)
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** True where the tests run on SQLite: for what only one engine has, such as files and backups. */
export const onSqlite = engineOf(process.env.DATABASE_URL) === 'sqlite'

/** True on a PostgreSQL inside this process, some ten times slower than a server: what is merely long is shorter here. */
export const inProcess = schemeOf(process.env.DATABASE_URL) === 'pglite'

const made: string[] = []
const folders: string[] = []

async function copyOf(template: string): Promise<string> {
  if (schemeOf(template) === 'postgres') return remembered(await createPostgresDatabase(template))
  const copy = join(newFolder(), 'guoshen.db')
  cpSync(pathOf(template), copy, { recursive: true })
  return `${schemeOf(template)}:${copy}`
}

function schemeOf(url: string | undefined): string {
  return (url ?? '').split(':')[0]?.replace('postgresql', 'postgres') ?? ''
}

function pathOf(url: string): string {
  return url.slice(url.indexOf(':') + 1)
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-test-'))
  folders.push(folder)
  return folder
}

function remembered(url: string): string {
  made.push(url)
  return url
}
