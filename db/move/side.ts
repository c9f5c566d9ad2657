import { engineOf } from '../dialect'
import { DatabaseRefused } from '../migrate/plan'
import type { Row } from './row'
import type { MovedTable } from './tables'

/**
 * One of the two databases of a move, within one transaction that begins when it is opened:
 * `look` sees the database as it was at that moment while others write on; `hold` makes every write of the
 * site wait until the end.
 */
export type Side = {
  /** All rows in the order of compareKeys, some at a time, so that memory stays bounded. */
  batches: (table: MovedTable) => AsyncIterable<Row[]>
  /** The rows after one key and up to another, in order; null for no bound. */
  between: (table: MovedTable, after: Row | null, last: Row | null) => Promise<Row[]>
  insert: (table: MovedTable, rows: Row[]) => Promise<void>
  /** Rows that are there already by their keys, made equal to these. */
  update: (table: MovedTable, rows: Row[]) => Promise<void>
  remove: (table: MovedTable, rows: Row[]) => Promise<void>
  /** The last id given, 0 for none: ids of what was deleted are never given again. */
  lastId: (table: MovedTable) => Promise<number>
  setLastId: (table: MovedTable, id: number) => Promise<void>
  /** The `madeAt` of the migrations it has seen. */
  migrations: () => Promise<number[]>
  /** From the commit on every write fails with `closedSentence`, whoever writes; reading goes on. */
  closeForWrites: (tables: MovedTable[]) => Promise<void>
  isClosed: () => Promise<boolean>
  reopenForWrites: (tables: MovedTable[]) => Promise<void>
  commit: () => Promise<void>
  /** Lets the engine look at what it now holds, so that it plans its queries well; after the commit. */
  weigh: () => Promise<void>
  /** Hangs up; what was not committed is as if it had never been. Does nothing a second time. */
  end: () => Promise<void>
}

/** Refuses (DatabaseRefused) a database that is not there or not to be had. */
export async function openSide(url: string, how: 'look' | 'hold'): Promise<Side> {
  try {
    if (engineOf(url) === 'postgres') return await (await import('./postgres-side')).openPostgresSide(url, how)
    return await (await import('./sqlite-side')).openSqliteSide(url, how)
  } catch (error) {
    throw new DatabaseRefused(`The database ${nameOf(url)} cannot be used (${(error as Error).message}).`, { cause: error })
  }
}

/** The address without its password. */
export function nameOf(url: string): string {
  return url.replace(/(:\/\/[^:@/]*):[^@/]*@/, '$1@')
}

/** How many rows to take next, so that a batch has about four million characters, at the weight of the last rows. */
export function nextBatchSize(rows: Row[]): number {
  const weight = rows.reduce((sum, row) => sum + row.reduce<number>((its, value) => its + String(value).length, 0), 0)
  return Math.min(1_000, Math.max(1, Math.floor(4_000_000 * rows.length / Math.max(1, weight))))
}

/** The first batch, when nothing is known of the weight of a row. */
export const firstBatch = 20
