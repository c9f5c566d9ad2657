import { sql, type SQLWrapper } from 'drizzle-orm'
import {
  bigint, boolean, customType, index, jsonb, pgTable, primaryKey, text, uniqueIndex,
} from 'drizzle-orm/pg-core'

const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  // PGlite answers with a plain Uint8Array, pg with a Buffer.
  fromDriver: value => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
})

// The column vocabulary of db/schema.ts, spoken in PostgreSQL. Its twin is sqlite.ts.
export const postgres = {
  table: pgTable,
  id: () => bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  text: () => text(),
  integer: () => bigint({ mode: 'number' }),
  flag: () => boolean(),
  instant: () => bigint({ mode: 'number' }),
  json: <T>() => jsonb().$type<T>(),
  bytes: () => bytea(),
  rebased: (path: SQLWrapper, cut: number, above: Buffer) => (
    sql`decode(${above.toString('hex')}::text, 'hex') || substring(${path} from ${cut + 1}::int)`
  ),
  index,
  uniqueIndex,
  primaryKey,
  now: sql`(extract(epoch from now()) * 1000)::bigint`,
  unpack: (rows: readonly (readonly (string | number)[])[], types: readonly ('text' | 'integer')[]) => {
    const columns = types.map((type, at) => (type === 'text' ? sql`value->>${at}` : sql`(value->>${at})::bigint`).inlineParams())
    return sql`select ${sql.join(columns, sql`, `)} from jsonb_array_elements(${JSON.stringify(rows)}::jsonb)`
  },
}
