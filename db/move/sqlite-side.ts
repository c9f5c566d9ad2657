import type Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { closedSentence } from '../away'
import { openSqlite, sqliteFile } from '../engines/sqlite'
import type { Row, Value } from './row'
import { firstBatch, nextBatchSize, type Side } from './side'
import type { Column, MovedTable } from './tables'

export async function openSqliteSide(url: string, how: 'look' | 'hold'): Promise<Side> {
  const file = sqliteFile(url)
  if (!existsSync(file)) throw new Error('there is no such file')
  const database = openSqlite(file, { readonly: how === 'look' })
  await begin(database, how)
  return {
    batches: table => batches(database, table),
    between: async (table, after, last) => between(database, table, after, last),
    insert: async (table, rows) => insert(database, table, rows),
    update: async (table, rows) => update(database, table, rows),
    remove: async ({ name, columns, key }, rows) => {
      const statement = database.prepare(`DELETE FROM "${name}" WHERE ${sameKey({ columns, key })}`)
      for (const row of rows) statement.run(key.map(at => row[at]))
    },
    lastId: async ({ name }) => Number(database.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(name) ?? 0),
    setLastId: async ({ name }, id) => {
      const { changes } = database.prepare('UPDATE sqlite_sequence SET seq = ? WHERE name = ?').run(id, name)
      if (changes === 0) database.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(name, id)
    },
    migrations: async () => (database.prepare('SELECT created_at FROM __drizzle_migrations').pluck().all()).map(Number),
    closeForWrites: async tables => {
      for (const [name, deed] of deedsOn(tables)) database.exec(`
        CREATE TRIGGER closed_${name}_${deed} BEFORE ${deed} ON "${name}" BEGIN SELECT RAISE(ABORT, '${closedSentence}'); END;
      `)
    },
    reopenForWrites: async tables => {
      for (const [name, deed] of deedsOn(tables)) database.exec(`DROP TRIGGER IF EXISTS closed_${name}_${deed}`)
    },
    isClosed: async () => database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'closed_site_values_insert'`).get() !== undefined,
    commit: async () => { database.exec('COMMIT') },
    weigh: async () => { database.exec('ANALYZE') },
    end: async () => { database.close() },
  }
}

function deedsOn(tables: MovedTable[]) {
  return tables.flatMap(({ name }) => (['insert', 'update', 'delete'] as const).map(deed => [name, deed] as const))
}

// A site that writes all the time leaves gaps of milliseconds only.
const patience = 60_000

async function begin(database: Database.Database, how: 'look' | 'hold'): Promise<void> {
  if (how === 'look') {
    // A transaction sees what was there when it first looks.
    database.exec('BEGIN')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return
  }
  for (const giveUpAt = Date.now() + patience; ;) {
    try {
      database.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!String((error as { code?: string }).code).startsWith('SQLITE_BUSY') || Date.now() > giveUpAt) throw error
      await sleep(2)
    }
  }
}

async function* batches(database: Database.Database, { name, columns, key }: MovedTable): AsyncGenerator<Row[]> {
  const its = key.map(at => `"${columns[at]!.name}"`).join()
  const select = `SELECT ${namesOf(columns)} FROM "${name}"`
  const first = database.prepare(`${select} ORDER BY ${its} LIMIT ?`).raw()
  const next = database.prepare(`${select} WHERE (${its}) > (${key.map(() => '?').join()}) ORDER BY ${its} LIMIT ?`).raw()
  let size = firstBatch
  for (let last: unknown[] | null = null; ;) {
    const found = (last ? next.all(...key.map(at => last![at]), size) : first.all(size)) as unknown[][]
    if (found.length === 0) return
    last = found.at(-1)!
    const rows = found.map(row => row.map((value, at) => fromSqlite(columns[at]!, value)))
    yield rows
    if (found.length < size) return
    size = nextBatchSize(rows)
  }
}

function between(database: Database.Database, { name, columns, key }: MovedTable, after: Row | null, last: Row | null): Row[] {
  const its = key.map(at => `"${columns[at]!.name}"`).join()
  const bound = (sign: string) => `(${its}) ${sign} (${key.map(() => '?').join()})`
  const bounds = [after && bound('>'), last && bound('<=')].filter(Boolean).join(' AND ') || 'true'
  const statement = database.prepare(`SELECT ${namesOf(columns)} FROM "${name}" WHERE ${bounds} ORDER BY ${its}`).raw()
  const found = statement.all([after, last].flatMap(row => (row ? key.map(at => row[at]) : []))) as unknown[][]
  return found.map(row => row.map((value, at) => fromSqlite(columns[at]!, value)))
}

function insert(database: Database.Database, { name, columns }: MovedTable, rows: Row[]): void {
  const statement = database.prepare(`INSERT INTO "${name}" (${namesOf(columns)}) VALUES (${columns.map(() => '?').join()})`)
  for (const row of rows) statement.run(row.map((value, at) => toSqlite(columns[at]!, value)))
}

function update(database: Database.Database, { name, columns, key }: MovedTable, rows: Row[]): void {
  const settings = columns.map(column => `"${column.name}" = ?`).join()
  const statement = database.prepare(`UPDATE "${name}" SET ${settings} WHERE ${sameKey({ columns, key })}`)
  for (const row of rows) statement.run([...row.map((value, at) => toSqlite(columns[at]!, value)), ...key.map(at => row[at])])
}

function namesOf(columns: Column[]): string {
  return columns.map(({ name }) => `"${name}"`).join()
}

function sameKey({ columns, key }: Pick<MovedTable, 'columns' | 'key'>): string {
  return key.map(at => `"${columns[at]!.name}" = ?`).join(' AND ')
}

function fromSqlite({ kind }: Column, value: unknown): Value {
  if (value === null) return null
  if (kind === 'flag') return value === 1
  return kind === 'bytes' ? (value as Buffer).toString('hex') : value as Value
}

function toSqlite({ kind }: Column, value: Value): unknown {
  if (value === null) return null
  if (kind === 'flag') return value ? 1 : 0
  return kind === 'bytes' ? Buffer.from(value as string, 'hex') : value
}
