import { getTableColumns, getTableName, is, type Table } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import { getTableConfig as postgresConfig, PgTable } from 'drizzle-orm/pg-core'
import { getTableConfig as sqliteConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '../schema'

/** How a value is written into a row's canonical text (row.ts), whatever the engine keeps it as. */
export type Kind = 'number' | 'text' | 'flag' | 'json' | 'bytes'
export type Column = { name: string; kind: Kind }
export type MovedTable = {
  name: string
  columns: Column[]
  /** Where the columns of the primary key stand among `columns`, in the key's order. */
  key: number[]
  /** Whether the engine gives ids here, and so remembers the last one it gave. */
  givesIds: boolean
}

/** Every table of the forum, parents before children. */
export function forumTables(): MovedTable[] {
  const tables = Object.values(schema) as unknown as Table[]
  const names = tables.map(getTableName)
  const parents = new Map(tables.map(table => [getTableName(table), parentsOf(table).filter(name => name !== getTableName(table))]))
  const ordered: string[] = []
  while (ordered.length < names.length) {
    const ready = names.filter(name => !ordered.includes(name) && parents.get(name)!.every(parent => ordered.includes(parent)))
    if (ready.length === 0) throw new Error('Tables refer to each other in a ring.')
    ordered.push(...ready)
  }
  return ordered.map(name => describe(tables[names.indexOf(name)]!))
}

const casing = new CasingCache('snake_case')

function describe(table: Table): MovedTable {
  const columns = Object.values(getTableColumns(table))
  const names = columns.map(column => casing.getColumnCasing(column))
  const { primaryKeys: [composite] } = configOf(table)
  const keyed = composite?.columns ?? columns.filter(column => column.primary)
  return {
    name: getTableName(table),
    columns: columns.map((column, at) => ({ name: names[at]!, kind: kinds[column.dataType as keyof typeof kinds] })),
    key: keyed.map(column => columns.findIndex(({ name }) => name === column.name)),
    givesIds: composite === undefined,
  }
}

// Both vocabularies of db/dialect; PostgreSQL's bytes are a type of our own.
const kinds = { number: 'number', string: 'text', boolean: 'flag', json: 'json', buffer: 'bytes', custom: 'bytes' } as const

function parentsOf(table: Table): string[] {
  return configOf(table).foreignKeys.map(({ reference }) => getTableName(reference().foreignTable))
}

// The two describe a table in the same words; what is asked here is the same in both.
function configOf(table: Table) {
  return is(table, PgTable) ? postgresConfig(table) as unknown as ReturnType<typeof sqliteConfig> : sqliteConfig(table as SQLiteTable)
}
