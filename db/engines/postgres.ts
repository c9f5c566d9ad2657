import { sql, type SQL } from 'drizzle-orm'
import { drizzle as drizzlePool } from 'drizzle-orm/node-postgres'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { answerMayBeBehind } from '../answering'
import type { Connection, Transaction } from './connection'
import { watchReplicas, type Replicas } from './replicas'

/** A pool for `postgres://…`, or a PostgreSQL inside this process for `pglite:` (memory) and `pglite:folder`. */
export async function connectPostgres(url: string): Promise<Connection> {
  return url.startsWith('pglite:') ? connectPglite(url.slice('pglite:'.length)) : connectPool(url)
}

async function connectPool(url: string): Promise<Connection> {
  const pool = await openPool(url)
  const urls = (process.env.DATABASE_REPLICA_URLS ?? '').split(/[\s,]+/).filter(it => it !== '')
  const connection = connectionOver(drizzlePool(pool, { casing: 'snake_case' }) as unknown as Transacting, () => pool.end())
  if (urls.length === 0) return connection
  // Watched from the first answer on that may be behind: not every thread of ours makes such.
  let replicas: Promise<Replicas> | undefined
  const watched = () => (replicas ??= Promise.all(urls.map(async it => ({ url: it, pool: await openPool(it) })))
    .then(pools => watchReplicas(pool, pools)))
  return {
    ...connection,
    reader: readerOver(pool, watched),
    close: async () => {
      await (await replicas)?.close()
      await connection.close()
    },
  }
}

async function openPool(url: string): Promise<Pool> {
  const { Pool } = await import('pg')
  // A server takes a hundred connections as it comes, and several of our processes may share it.
  const max = Number(process.env.DATABASE_POOL_SIZE || 8)
  const pool = new Pool({ connectionString: url, max, connectionTimeoutMillis: 10_000 })
  // A connection that the server ends must not end us, idle or at work: the pool opens another, and the work fails.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

// Each query goes to a replica where its answer may be a blink behind, and to the primary where a replica fails it:
// looking a second time does no harm.
function readerOver(primary: Pool, watched: () => Promise<Replicas>): Connection['reader'] {
  const query = async (...asked: [never, never]) => {
    if (!answerMayBeBehind()) return primary.query(...asked)
    const replicas = await watched()
    const replica = replicas.next()
    if (!replica) return primary.query(...asked)
    try {
      return await replica.query(...asked)
    } catch {
      replicas.leaveOut(replica)
      return primary.query(...asked)
    }
  }
  return drizzlePool({ query } as unknown as Pool, { casing: 'snake_case' }) as unknown as Connection['reader']
}

async function connectPglite(folder: string): Promise<Connection> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { drizzle } = await import('drizzle-orm/pglite')
  const client = await PGlite.create(folder || undefined)
  return connectionOver(drizzle(client, { casing: 'snake_case' }) as unknown as Transacting, () => client.close())
}

type Transacting = {
  transaction: (
    work: (tx: Transaction & { execute: (statement: SQL) => Promise<unknown> }) => Promise<unknown>,
    options: { isolationLevel: 'serializable' },
  ) => Promise<unknown>
}

function connectionOver(database: Transacting, close: () => Promise<void>): Connection {
  return {
    reader: database as unknown as Connection['reader'],
    current: database as unknown as Connection['reader'],
    write: async <Result>(work: (tx: Transaction) => Promise<Result>) => {
      for (let attempt = 1, taken = 0; ; attempt++) {
        const side = attempt > besideOthers ? alone : together
        try {
          return await database.transaction(async tx => {
            await tx.execute(side)
            return work(tx)
          }, { isolationLevel: 'serializable' }) as Result
        } catch (error) {
          if (attempt === attempts || !(hasCode(error, passing) || (hasCode(error, uniqueness) && taken++ < lookedAgain))) throw error
          await sleep(Math.random() * 10 * 2 ** Math.min(attempt, 6))
        }
      }
    },
    close,
  }
}

// Two hundred people may answer one case at once, and the unluckiest would try for ever. Whoever has lost this often
// waits until the others have ended and then writes alone. A lock on a table is the one kind that does not yet fix
// what the transaction sees: after waiting it sees what the others have done. Readers never wait.
const besideOthers = 6
const together = sql`lock table site_values in row share mode`
const alone = sql`lock table site_values in exclusive mode`
// Alone there is nobody to lose against but a migration or somebody at a console.
const attempts = 20

// Lost against another transaction, caught in a ring of locks, or no connection free: in each case nothing was done.
const passing = ['40001', '40P01', '53300']

// Two looked whether a row was there, and both wrote it. PostgreSQL may call that a conflict of their transactions or say
// that the row is there; the second to look finds it. One that was told of no other finds it there again, and fails.
const uniqueness = ['23505']
const lookedAgain = 2

function hasCode(error: unknown, codes: readonly string[]): boolean {
  for (let at = error; at instanceof Error; at = at.cause as Error) {
    if (codes.includes((at as { code?: string }).code ?? '')) return true
  }
  return false
}
