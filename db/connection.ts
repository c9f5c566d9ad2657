import { AsyncLocalStorage } from 'node:async_hooks'
import { noteWrite } from './answering'
import { leaveWord } from './changes/leave-word'
import { noting, type Change } from './changes/noting'
import type { Topic } from './changes/topics'
import { engine } from './dialect'
import type { Connection, Reader, Transaction } from './engines/connection'

export type { Reader, Transaction } from './engines/connection'
/** What a query that works inside and outside of `write` takes. */
export type Database = Reader | Transaction

/** Where data lives when DATABASE_URL says nothing: beside the program. */
export const defaultDatabaseUrl = 'file:data/guoshen.db'

/** For everything that only looks. Sees what is committed; on SQLite it cannot write at all. */
export async function read(): Promise<Reader> {
  if (writing.getStore()) throw new Error('Inside write() ask the transaction, not read(): it would miss this write.')
  return (await connection()).reader
}

/** The same for what must hold at once, such as who is signed in: never from a replica. */
export async function readCurrent(): Promise<Reader> {
  if (writing.getStore()) throw new Error('Inside write() ask the transaction, not readCurrent(): it would miss this write.')
  return (await connection()).current
}

/**
 * The only transaction. All of the work is stored or none of it, and as if nobody else were writing.
 * On PostgreSQL the work may run again after a conflict, so inside it touch the database and nothing else.
 */
export async function write<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  if (writing.getStore()) throw new Error('write() inside write(): pass the transaction along instead.')
  const { write } = await connection()
  // Also where it fails: what was cut off while it was stored may be there.
  noteWrite()
  const { result, change } = await write(tx => writing.run(true, async () => {
    const topics = new Set<Topic>()
    const result = await work(noting(tx, topics))
    return { result, change: await leaveWord(tx, topics, Date.now()) }
  }))
  if (change) shared.guoshenTell?.(change)
  return result
}

/** From now on `tell` hears of each write of this process that changed what pages show, before its writer does. */
export function onChange(tell: (change: Change) => void): void {
  shared.guoshenTell = tell
}

/** Ends all connections after the writes that already wait. The next read or write opens them again. */
export async function closeDatabase(): Promise<void> {
  const open = shared.guoshenConnection
  shared.guoshenConnection = undefined
  await (await open)?.close()
}

/** True when a write broke a uniqueness rule: somebody else took the name, or the same thing came twice. */
export function isUniqueViolation(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause as Error) {
    const code = (at as { code?: string }).code
    if (code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return true
  }
  return false
}

// Next bundles this module several times in one process; the connection and the mark of a running write are shared.
const shared = globalThis as typeof globalThis & {
  guoshenConnection?: Promise<Connection>
  guoshenWriting?: AsyncLocalStorage<true>
  guoshenTell?: (change: Change) => void
}
const writing = (shared.guoshenWriting ??= new AsyncLocalStorage<true>())

function connection(): Promise<Connection> {
  return (shared.guoshenConnection ??= connect())
}

async function connect(): Promise<Connection> {
  const url = process.env.DATABASE_URL ?? defaultDatabaseUrl
  if (engine === 'sqlite') return (await import('./engines/sqlite')).connectSqlite(url)
  return (await import('./engines/postgres')).connectPostgres(url)
}
