import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

// Both engines are typed as SQLite (see db/dialect.ts); what only one of them can do is left out of the type.
type Builder = BetterSQLite3Database<Record<string, never>>

export type Reader = Pick<Builder, 'select' | 'selectDistinct' | '$count' | '$with' | 'with'>
export type Transaction = Reader & Pick<Builder, 'insert' | 'update' | 'delete'>

export type Connection = {
  /** What may be a replica where the answer may be a blink behind (db/answering.ts). */
  reader: Reader
  /** What always sees all that was committed. */
  current: Reader
  write: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>
  close: () => Promise<void>
}
