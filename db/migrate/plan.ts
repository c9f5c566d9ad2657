/** One migration file, cut at drizzle's breakpoints. `madeAt` (epoch milliseconds) is its identity in the journal. */
export type Migration = { hash: string; madeAt: number; statements: string[] }

export type MigrationReport = { applied: number; backup: string | null }

/** What must survive a migration: rows a table, and the names of triggers. */
export type Inventory = { rows: Map<string, number>; triggers: Set<string> }

/** The database cannot be used as it is, and has been left as it was. The message is one sentence for the operator. */
export class DatabaseRefused extends Error {}

/**
 * The migrations that the database has not seen; `applied` holds the `madeAt` of those it has, null when it is new.
 * Unlike drizzle we also apply one that was made before the last applied, as happens when branches are merged.
 */
export function pendingAfter(applied: number[] | null, migrations: Migration[]): Migration[] {
  const known = new Set(migrations.map(migration => migration.madeAt))
  if (applied?.some(madeAt => !known.has(madeAt))) {
    throw new DatabaseRefused('The database was written by a newer or another version of Guoshen; start that version.')
  }
  return migrations.filter(({ madeAt }) => !applied?.includes(madeAt))
}

/** Throws when something is missing that no `-- drops: name` line of these migrations gave up. */
export function compareInventories(before: Inventory, after: Inventory, migrations: Migration[]): void {
  const dropped = namesDropped(migrations)
  const losses: string[] = []
  for (const [table, rows] of before.rows) {
    const left = after.rows.get(table)
    if (left === rows || (left === undefined && dropped.has(table))) continue
    losses.push(left === undefined ? `table ${table} is gone` : `table ${table} had ${rows} rows and has ${left}`)
  }
  for (const trigger of before.triggers) {
    if (!after.triggers.has(trigger) && !dropped.has(trigger)) losses.push(`trigger ${trigger} is gone`)
  }
  if (losses.length === 0) return
  throw new DatabaseRefused(`The migration would lose data and was undone: ${losses.join('; ')}.`)
}

/** What went wrong inside the migration, said to the operator. */
export function asRefusal(error: unknown): DatabaseRefused {
  if (error instanceof DatabaseRefused) return error
  const { message } = error as Error
  return new DatabaseRefused(`The migration failed and was undone (${message}).`, { cause: error })
}

function namesDropped(migrations: Migration[]): Set<string> {
  const lines = migrations.flatMap(({ statements }) => statements.join('\n').split('\n'))
  return new Set(lines.flatMap(line => /^-- drops: (\S+)\s*$/.exec(line)?.[1] ?? []))
}
