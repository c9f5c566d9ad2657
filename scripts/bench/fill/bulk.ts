import Sqlite from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/** A SQLite file that is filled as fast as it goes: without its indexes, its search and any promise to survive a power cut. */
export type Bulk = {
  database: Sqlite.Database
  /** Adds one row; what is left out takes its default, an id the next number. */
  add: <Table extends SQLiteTable>(table: Table, row: Table['$inferInsert']) => void
  /** Runs the work in one transaction. */
  together: (work: () => void) => void
  /** Makes search and indexes of what is there, as the migrations describe them, and closes the file. */
  finish: (say: (sentence: string) => void) => void
}

type Described = { type: 'index' | 'trigger'; name: string; sql: string; of: string }

// Asked for while it is filled, by the copies of a block (echo.ts).
const kept = ['case_events_position']

export function openBulk(file: string): Bulk {
  const database = new Sqlite(file)
  for (const pragma of ['journal_mode = DELETE', 'journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF', 'cache_size = -400000', 'temp_store = MEMORY']) {
    database.pragma(pragma)
  }
  const described = database.prepare(`
    SELECT type, name, sql, tbl_name AS of FROM sqlite_master WHERE sql IS NOT NULL
    AND (type = 'index' OR type = 'trigger' AND tbl_name = 'search_entries') ORDER BY tbl_name, name
  `).all() as Described[]
  const put = described.filter(({ name }) => !kept.includes(name))
  for (const { type, name } of put) database.exec(`DROP ${type} ${name}`)
  const adders = new Map<SQLiteTable, (row: Record<string, unknown>) => void>()
  return {
    database,
    add: (table, row) => {
      const add = adders.get(table) ?? adderFor(database, table)
      adders.set(table, add)
      add(row)
    },
    together: work => database.transaction(work)(),
    finish: say => {
      database.exec('UPDATE tags SET uses = (SELECT count(*) FROM taggings WHERE tag_id = tags.id AND counted)')
      say('search')
      database.exec(`INSERT INTO search_index(search_index) VALUES ('rebuild')`)
      put.forEach(({ sql, of }, at) => {
        if (put[at - 1]?.of !== of) say(`indexes of ${of}`)
        database.exec(sql)
      })
      say('weights')
      database.pragma('analysis_limit = 400')
      database.exec('ANALYZE')
      database.close()
    },
  }
}

function adderFor(database: Sqlite.Database, table: SQLiteTable): (row: Record<string, unknown>) => void {
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key, fallback: column.default ?? null, map: ['string', 'number', 'buffer'].includes(column.dataType) ? null : (value: unknown) => column.mapToDriverValue(value),
  }))
  const names = columns.map(({ key }) => toSnakeCase(key))
  const insert = database.prepare(
    `INSERT INTO ${getTableName(table)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  )
  const values: unknown[] = []
  return row => {
    columns.forEach(({ key, fallback, map }, at) => {
      const value = row[key] === undefined ? fallback : row[key]
      values[at] = map === null || value === null ? value : map(value)
    })
    insert.run(values)
  }
}
