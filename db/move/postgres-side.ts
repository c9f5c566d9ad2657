import { closedSentence } from '../away'
import type { Row, Value } from './row'
import { firstBatch, nextBatchSize, type Side } from './side'
import type { Column, MovedTable } from './tables'

export async function openPostgresSide(url: string, how: 'look' | 'hold'): Promise<Side> {
  const session = await (url.startsWith('pglite:') ? openPglite(url.slice('pglite:'.length)) : openServer(url))
  const { run } = session
  await run(`BEGIN ISOLATION LEVEL REPEATABLE READ${how === 'look' ? ' READ ONLY' : ''}`)
  // Every write of the site first takes a weaker lock on this table (db/engines/postgres.ts). Taking a lock does not
  // yet fix what the transaction sees: after waiting it sees what the others have done.
  if (how === 'hold') await run('LOCK TABLE site_values IN EXCLUSIVE MODE')
  const change = (statement: (table: MovedTable) => string) => async (table: MovedTable, rows: Row[]) => {
    if (rows.length > 0) await run(statement(table), [packed(table, rows)])
  }
  return {
    batches: table => batches(run, table),
    between: (table, after, last) => between(run, table, after, last),
    insert: change(insertion),
    update: change(correction),
    remove: change(removal),
    lastId: async table => {
      const [found] = await run(`SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END AS id FROM ${await sequenceOf(run, table)}`)
      return Number(found!.id)
    },
    setLastId: async (table, id) => {
      // A sequence begins at 1; one that has given nothing is told that 1 comes next.
      await run('SELECT setval($1::regclass, $2::bigint, $3::boolean)', [await sequenceOf(run, table), Math.max(1, id), id > 0])
    },
    migrations: async () => (await run('SELECT created_at AS at FROM drizzle.__drizzle_migrations')).map(row => Number(row.at)),
    closeForWrites: async tables => {
      await run(`CREATE FUNCTION forum_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${closedSentence}'; END $$`)
      for (const { name } of tables) {
        await run(`CREATE TRIGGER closed_${name} BEFORE INSERT OR UPDATE OR DELETE ON "${name}" FOR EACH STATEMENT EXECUTE FUNCTION forum_is_closed()`)
      }
    },
    reopenForWrites: async () => { await run('DROP FUNCTION IF EXISTS forum_is_closed() CASCADE') },
    isClosed: async () => (await run(`SELECT 1 FROM pg_proc WHERE proname = 'forum_is_closed'`)).length > 0,
    commit: async () => { await run('COMMIT') },
    weigh: async () => { await run('ANALYZE') },
    end: session.end,
  }
}

type Run = (statement: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
type Session = { run: Run; end: () => Promise<void> }

async function openServer(url: string): Promise<Session> {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // What breaks fails the query under way, and that is told.
  client.on('error', () => undefined)
  await client.connect()
  return { run: async (statement, values) => (await client.query(statement, values)).rows, end: () => client.end() }
}

async function openPglite(folder: string): Promise<Session> {
  const { PGlite } = await import('@electric-sql/pglite')
  const client = await PGlite.create(folder || undefined)
  return {
    run: async (statement, values) => (await client.query<Record<string, unknown>>(statement, values)).rows,
    end: async () => { if (!client.closed) await client.close() },
  }
}

// A cursor, since an order by bytes has no index where the database's own order is another: it is sorted once.
async function* batches(run: Run, table: MovedTable): AsyncGenerator<Row[]> {
  const cursor = `moving_${table.name}`
  await run(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${selection(table)} ORDER BY ${keyOf(table)}`)
  for (let size = firstBatch; ;) {
    const found = await run(`FETCH ${size} FROM ${cursor}`)
    const rows = found.map(row => rowFrom(table, row))
    if (rows.length > 0) yield rows
    if (rows.length < size) break
    size = nextBatchSize(rows)
  }
  await run(`CLOSE ${cursor}`)
}

async function between(run: Run, table: MovedTable, after: Row | null, last: Row | null): Promise<Row[]> {
  const values = [after, last].flatMap(row => (row ? table.key.map(at => row[at]) : []))
  const bound = (sign: string, from: number) => (
    `(${keyOf(table)}) ${sign} (${table.key.map((at, n) => `$${from + n}::${travelsAs[table.columns[at]!.kind]}`).join()})`
  )
  const bounds = [after && bound('>', 1), last && bound('<=', after ? table.key.length + 1 : 1)].filter(Boolean).join(' AND ') || 'true'
  const found = await run(`${selection(table)} WHERE ${bounds} ORDER BY ${keyOf(table)}`, values)
  return found.map(row => rowFrom(table, row))
}

function selection({ name, columns }: MovedTable): string {
  return `SELECT ${columns.map(({ name, kind }) => (kind === 'json' ? `"${name}"::text AS "${name}"` : `"${name}"`)).join()} FROM "${name}"`
}

// By bytes, as SQLite orders, whatever the order of the database.
function keyOf({ columns, key }: MovedTable): string {
  return key.map(at => columns[at]!).map(({ name, kind }) => (kind === 'text' ? `"${name}" COLLATE "C"` : `"${name}"`)).join()
}

function rowFrom({ columns }: MovedTable, row: Record<string, unknown>): Row {
  return columns.map(column => fromPostgres(column, row[column.name]))
}

async function sequenceOf(run: Run, { name }: MovedTable): Promise<string> {
  const [found] = await run(`SELECT pg_get_serial_sequence($1, 'id') AS name`, [name])
  return String(found!.name)
}

// Rows travel as one JSON value, which costs one parameter however many they are.
function packed({ columns }: MovedTable, rows: Row[]): string {
  return JSON.stringify(rows.map(row => Object.fromEntries(row.map((value, at) => [columns[at]!.name, value]))))
}

function unpacked({ columns }: MovedTable): string {
  return `json_to_recordset($1::json) AS moved(${columns.map(({ name, kind }) => `"${name}" ${travelsAs[kind]}`).join()})`
}

const travelsAs = { number: 'bigint', text: 'text', flag: 'boolean', json: 'text', bytes: 'text' }

function insertion(table: MovedTable): string {
  const names = table.columns.map(({ name }) => `"${name}"`).join()
  return `INSERT INTO "${table.name}" (${names}) SELECT ${table.columns.map(moved).join()} FROM ${unpacked(table)}`
}

function correction(table: MovedTable): string {
  const settings = table.columns.filter((_, at) => !table.key.includes(at)).map(column => `"${column.name}" = ${moved(column)}`)
  return `UPDATE "${table.name}" SET ${settings.join()} FROM ${unpacked(table)} WHERE ${sameKey(table)}`
}

function removal(table: MovedTable): string {
  return `DELETE FROM "${table.name}" USING ${unpacked(table)} WHERE ${sameKey(table)}`
}

function sameKey({ name: table, columns, key }: MovedTable): string {
  return key.map(at => `"${table}"."${columns[at]!.name}" = ${moved(columns[at]!)}`).join(' AND ')
}

function moved({ name, kind }: Column): string {
  if (kind === 'bytes') return `decode(moved."${name}", 'hex')`
  return kind === 'json' ? `moved."${name}"::jsonb` : `moved."${name}"`
}

function fromPostgres({ kind }: Column, value: unknown): Value {
  if (value === null) return null
  if (kind === 'number') return Number(value)
  return kind === 'bytes' ? Buffer.from(value as Uint8Array).toString('hex') : value as Value
}
