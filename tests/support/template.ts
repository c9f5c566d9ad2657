import { PGlite } from '@electric-sql/pglite'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '@/db/migrate'
import { createPostgresDatabase, dropPostgresDatabase } from './postgres'

declare module 'vitest' {
  interface ProvidedContext {
    /** DATABASE_URL of a migrated database that test files copy and never open. */
    template: string
  }
}

// Runs once before the test files of a database project.
export default async function makeTemplate(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-template-'))
  const url = await emptyTemplate(project.name, folder)
  await migrateDatabase(url)
  project.provide('template', url)
  return async () => {
    rmSync(folder, { recursive: true, force: true })
    if (url.startsWith('postgres')) await dropPostgresDatabase(url)
  }
}

async function emptyTemplate(engine: string, folder: string): Promise<string> {
  if (engine === 'sqlite') return `file:${join(folder, 'template.db')}`
  if (engine === 'postgres') return createPostgresDatabase()
  // Making a PostgreSQL takes seconds, copying an empty one a tenth of one: emptyDatabase() does that.
  await (await PGlite.create(join(folder, 'empty'))).close()
  cpSync(join(folder, 'empty'), join(folder, 'template'), { recursive: true })
  return `pglite:${join(folder, 'template')}`
}
