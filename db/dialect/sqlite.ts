import { sql, type SQLWrapper } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// The column vocabulary of db/schema.ts, spoken in SQLite. Its twin is postgres.ts.
export const sqlite = {
  table: sqliteTable,
  /** A number given by the engine, never reused. */
  id: () => integer().primaryKey({ autoIncrement: true }),
  text: () => text(),
  /** Whole numbers up to 2^53. */
  integer: () => integer(),
  /** Yes or no; a missing answer is null, never no. */
  flag: () => integer({ mode: 'boolean' }),
  /** Epoch milliseconds. */
  instant: () => integer(),
  json: <T>() => text({ mode: 'json' }).$type<T>(),
  /** Compared byte by byte. */
  bytes: () => blob({ mode: 'buffer' }),
  /** A path without its first `cut` bytes, under another beginning. */
  rebased: (path: SQLWrapper, cut: number, above: Buffer) => sql`unhex(${above.toString('hex')} || hex(substr(${path}, ${cut + 1})))`,
  index,
  uniqueIndex,
  primaryKey,
  now: sql`(unixepoch() * 1000)`,
  /** A query that gives these rows, sent as one value: a hundred rows cost no more to say than one. */
  unpack: (rows: readonly (readonly (string | number)[])[], types: readonly ('text' | 'integer')[]) => {
    const columns = types.map((_, at) => sql`value->>${at}`.inlineParams())
    // Without a condition SQLite would take ON CONFLICT for a join's.
    return sql`select ${sql.join(columns, sql`, `)} from json_each(${JSON.stringify(rows)}) where true`
  },
}
