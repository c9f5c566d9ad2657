import { postgres } from './dialect/postgres'
import { sqlite } from './dialect/sqlite'

export type Engine = 'sqlite' | 'postgres'

/** The engine that DATABASE_URL names: `postgres://…` and `pglite:…` speak PostgreSQL, everything else SQLite. */
export function engineOf(url: string | undefined): Engine {
  return /^(postgres(ql)?|pglite):/.test(url ?? '') ? 'postgres' : 'sqlite'
}

export const engine = engineOf(process.env.DATABASE_URL)

// The project's only cast: both vocabularies build the same columns, and drizzle's builder speaks for both,
// so the code is typed once, as SQLite.
export const dialect = engine === 'sqlite' ? sqlite : (postgres as unknown as typeof sqlite)
