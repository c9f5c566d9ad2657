import { asRefusal, compareInventories, DatabaseRefused, pendingAfter } from './plan'
import type { Inventory, Migration, MigrationReport } from './plan'

/** See migrateDatabase. Several processes may call it at once: one migrates, the others find nothing to do. */
export async function migratePostgres(
  url: string,
  migrations: Migration[],
  say: (sentence: string) => void,
): Promise<MigrationReport> {
  const session = await connectOrRefuse(url)
  try {
    await session.run('BEGIN')
    await session.run(`SELECT pg_advisory_xact_lock(${migrationLock})`)
    const applied = await appliedIn(session)
    const pending = pendingAfter(applied, migrations)
    if (pending.length > 0) {
      if (applied !== null) say('PostgreSQL is migrated in one transaction; backups of it are made with pg_dump, not by us.')
      await applyPending(session, pending)
    }
    await session.run('COMMIT')
    return { applied: pending.length, backup: null }
  } catch (error) {
    await session.run('ROLLBACK').catch(() => undefined)
    throw asRefusal(error)
  } finally {
    await session.close()
  }
}

// Any number will do, as long as it stays the same.
const migrationLock = 5_201_314

type Row = Record<string, unknown>
type Session = {
  rows: (query: string) => Promise<Row[]>
  /** Also takes several statements at once. */
  run: (statements: string) => Promise<unknown>
  close: () => Promise<void>
}

async function connectOrRefuse(url: string): Promise<Session> {
  try {
    return await (url.startsWith('pglite:') ? openPglite(url.slice('pglite:'.length)) : openServer(url))
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    throw new DatabaseRefused(`PostgreSQL cannot be used (${message || code}); look at DATABASE_URL.`)
  }
}

async function openServer(url: string): Promise<Session> {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  return {
    rows: async query => (await client.query<Row>(query)).rows,
    run: statements => client.query(statements),
    close: () => client.end(),
  }
}

async function openPglite(folder: string): Promise<Session> {
  const { PGlite } = await import('@electric-sql/pglite')
  const client = await PGlite.create(folder || undefined)
  return {
    rows: async query => (await client.query<Row>(query)).rows,
    run: statements => client.exec(statements),
    close: () => client.close(),
  }
}

async function appliedIn(session: Session): Promise<number[] | null> {
  const [found] = await session.rows(`SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS yes`)
  if (found?.yes) {
    const rows = await session.rows('SELECT created_at AS at FROM drizzle.__drizzle_migrations')
    return rows.map(row => Number(row.at))
  }
  if ((await tablesIn(session)).length === 0) return null
  throw new DatabaseRefused('The PostgreSQL database belongs to another program; name another one in DATABASE_URL.')
}

async function applyPending(session: Session, pending: Migration[]): Promise<void> {
  const tables = await tablesIn(session)
  // Whoever still writes waits, so that the rows counted are the rows kept; reading goes on.
  if (tables.length > 0) await session.run(`LOCK TABLE ${tables.map(quote).join(', ')} IN SHARE ROW EXCLUSIVE MODE`)
  const before = await takeInventory(session)
  for (const migration of pending) await apply(session, migration)
  compareInventories(before, await takeInventory(session), pending)
}

async function apply(session: Session, migration: Migration): Promise<void> {
  for (const statement of migration.statements) await session.run(statement)
  await session.run(`
    CREATE SCHEMA IF NOT EXISTS drizzle;
    CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint);
    INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('${migration.hash}', ${migration.madeAt});
  `)
}

async function takeInventory(session: Session): Promise<Inventory> {
  const rows = new Map<string, number>()
  for (const table of await tablesIn(session)) {
    const [counted] = await session.rows(`SELECT count(*) AS rows FROM ${quote(table)}`)
    rows.set(table, Number(counted?.rows))
  }
  const triggers = await session.rows(`
    SELECT tgname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace
  `)
  return { rows, triggers: new Set(triggers.map(row => String(row.name))) }
}

async function tablesIn(session: Session): Promise<string[]> {
  const rows = await session.rows('SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()')
  return rows.map(row => String(row.name))
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
