import Sqlite from 'better-sqlite3'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sqliteFile } from '@/db/engines/sqlite'
import type { Plan } from './plans'

/** For a site that writes down its statements (sql-recorder.mjs) into `file`. */
export function recording(file: string): Record<string, string> {
  return { SQL_RECORD: file, NODE_OPTIONS: `--import ${join(import.meta.dirname, 'sql-recorder.mjs')}` }
}

/**
 * How SQLite would answer each statement that was written down, on the database as it is now. Of a table that has only some
 * hundred rows here it is made to forget that: it then takes it to be large, as it will be one day. Nobody may be using it.
 */
export function recordedPlans(file: string, databaseUrl: string): Plan[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  forgetSmallTables(sqliteFile(databaseUrl))
  const database = new Sqlite(sqliteFile(databaseUrl), { readonly: true })
  try {
    return lines.map(line => {
      const { sql, values } = JSON.parse(line, asBuffer) as { sql: string; values: unknown[] }
      const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]
      return { sql, steps: steps.map(({ detail }) => detail) }
    })
  } finally {
    database.close()
  }
}

const small = 500

function forgetSmallTables(file: string): void {
  const database = new Sqlite(file)
  for (const weights of ['sqlite_stat4', 'sqlite_stat1']) {
    database.prepare(`DELETE FROM ${weights} WHERE tbl IN (SELECT tbl FROM sqlite_stat1 WHERE CAST(stat AS INTEGER) < ?)`).run(small)
  }
  database.close()
}

function asBuffer(_: string, value: unknown): unknown {
  const { type, data } = (value ?? {}) as { type?: string; data?: number[] }
  return type === 'Buffer' && data ? Buffer.from(data) : value
}
