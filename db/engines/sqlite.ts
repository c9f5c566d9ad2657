import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Connection, Transaction } from './connection'
import { keepStatements } from './statements'
import { queueWriters } from './writers'

/** The file that a SQLite DATABASE_URL names: `file:data/guoshen.db` or a bare path. */
export function sqliteFile(url: string): string {
  return url.replace(/^(sqlite|file):(\/\/)?/, '')
}

/** Opens the file with our pragmas stated; creates it when missing unless `readonly`. */
export function openSqlite(file: string, options: { readonly?: boolean } = {}): Database.Database {
  const database = new Database(file, { ...options, timeout: lockWait })
  if (!options.readonly) database.pragma('journal_mode = WAL')
  // Only FULL survives a power cut; one fsync a commit is the price of an acknowledged report.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // 16 MB a connection, of which a process has four or more; the operating system keeps the file's pages as well.
  database.pragma('cache_size = -16000')
  // Pages that many writes change are carried from the log into the file once for all of them, at 32 MB of log.
  if (!options.readonly) database.pragma('wal_autocheckpoint = 8000')
  // Whoever reads for long keeps the log from beginning anew, and it grows; afterwards it is cut down to this again.
  if (!options.readonly) database.pragma(`journal_size_limit = ${largestLog}`)
  return database
}

export function connectSqlite(url: string): Connection {
  const file = sqliteFile(url)
  const writer = openSqlite(file)
  weighTables(writer)
  const reader = openSqlite(file, { readonly: true })
  for (const connection of [writer, reader]) keepStatements(connection)
  const tx = drizzle(writer, { casing: 'snake_case' }) as unknown as Transaction
  const writers = queueWriters(writer)

  const looking = drizzle(reader, { casing: 'snake_case' })

  return {
    reader: looking,
    current: looking,
    write: work => writers.write(() => work(tx)),
    close: async () => {
      await writers.idle()
      reader.close()
      writer.close()
    },
  }
}

/** Bytes that the write-ahead log has at most while nobody reads for long. */
export const largestLog = 64 * 1024 * 1024

// A lock wait inside SQLite blocks the event loop, so it is kept short and the rest is waited for outside.
const lockWait = 20

// Lets SQLite look at some hundred rows of each index whose table has grown. Without it, it takes every filter to find
// few rows, and would sort all certifications to show the latest twenty.
function weighTables(writer: Database.Database): void {
  try {
    writer.pragma('analysis_limit = 400')
    writer.pragma('optimize = 0x10002')
  } catch {
    // Another process is writing: the tables were weighed before, or will be at the next start.
  }
}
