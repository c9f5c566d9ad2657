import type Database from 'better-sqlite3'

/** Different statements that a connection keeps ready. The site puts some four hundred. */
const most = 500

/**
 * Lets a connection keep the statements it has once prepared, the last used ones: SQLite takes as long to read a statement
 * of ours as to carry it out. A statement whose tables have changed is prepared anew by SQLite itself.
 */
export function keepStatements(database: Database.Database): void {
  const kept = new Map<string, Database.Statement>()
  const prepare = database.prepare.bind(database)
  database.prepare = ((sql: string) => {
    const statement = kept.get(sql) ?? prepare(sql)
    // As a fresh one is; drizzle asks for arrays each time it wants them.
    if (statement.reader) statement.raw(false)
    kept.delete(sql)
    kept.set(sql, statement)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return statement
  }) as Database.Database['prepare']
}
