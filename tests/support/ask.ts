import { openSqlite, sqliteFile } from '@/db/engines/sqlite'
import { Client } from 'pg'

type Row = Record<string, unknown>

/** Puts one SQL statement to a database from outside, as an operator with a console would. Counts come as numbers. */
export async function ask(url: string, statement: string): Promise<Row[]> {
  if (url.startsWith('file:')) return askSqlite(url, statement)
  const rows = url.startsWith('pglite:') ? await askPglite(url, statement) : await askServer(url, statement)
  return rows.map(row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])))
}

function askSqlite(url: string, statement: string): Row[] {
  const database = openSqlite(sqliteFile(url))
  try {
    const prepared = database.prepare(statement)
    if (prepared.reader) return prepared.all() as Row[]
    prepared.run()
    return []
  } finally {
    database.close()
  }
}

async function askPglite(url: string, statement: string): Promise<Row[]> {
  const { PGlite } = await import('@electric-sql/pglite')
  const client = await PGlite.create(url.slice('pglite:'.length))
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.close()
  }
}

async function askServer(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

// PostgreSQL counts in bigint, which pg gives as a string.
function plain(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
}
