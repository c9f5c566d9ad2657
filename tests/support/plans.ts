import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Reader } from '@/db/connection'
import { sqliteFile } from '@/db/engines/sqlite'

/** A question put to the database, and the steps by which SQLite answers it. */
export type Plan = { sql: string; steps: string[] }

/**
 * Asks whatever `ask` asks, for real, of the SQLite database this test file has, and tells how each question is
 * answered. PostgreSQL has the same indexes; only SQLite tells its plan in words that stay.
 */
export async function plansOf(ask: (database: Reader) => Promise<unknown>): Promise<Plan[]> {
  const file = new Sqlite(sqliteFile(process.env.DATABASE_URL!), { readonly: true })
  try {
    const asked: { sql: string; params: unknown[] }[] = []
    const logQuery = (sql: string, params: unknown[]) => { asked.push({ sql, params }) }
    await ask(drizzle(file, { casing: 'snake_case', logger: { logQuery } }))
    return asked.map(({ sql, params }) => {
      const steps = file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]
      return { sql, steps: steps.map(({ detail }) => detail) }
    })
  } finally {
    file.close()
  }
}
