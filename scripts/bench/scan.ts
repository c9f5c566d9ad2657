import Sqlite from 'better-sqlite3'
import { quantileOf } from './timing'

// What the cells save: the question of a figure without narrowings put to the rows themselves, for its counts alone. How
// many of the certifications people told of themselves were decided how, on which day.
const question = `
  SELECT days, spells.cause, count(*) AS n FROM spells JOIN cases ON cases.id = spells.case_id
  WHERE stage = 'decision' AND in_figures AND process = 'certification' AND source IN ('own', 'demonstration')
  GROUP BY days, spells.cause`
const runs = 5

/** Milliseconds that SQLite takes for it, the middle of some runs. */
export function scanWithSql(file: string): number {
  const database = new Sqlite(file, { readonly: true })
  const asked = database.prepare(question)
  const times = Array.from({ length: runs }, () => {
    const from = performance.now()
    asked.all()
    return performance.now() - from
  })
  database.close()
  return quantileOf(times, 0.5)
}

/**
 * Milliseconds that DuckDB takes for it over the same rows in memory; null where it is not installed, since it is worth
 * its 70 MB only here: `npm install --no-save @duckdb/node-api`.
 */
export async function scanWithDuckDb(file: string): Promise<number | null> {
  const name = '@duckdb/node-api'
  const duck = await import(name).catch(() => null)
  if (!duck) return null
  const connection = await (await duck.DuckDBInstance.create(':memory:')).connect()
  const database = new Sqlite(file, { readonly: true })
  try {
    await connection.run('CREATE TABLE cases (id INTEGER, in_figures BOOLEAN, process VARCHAR, source VARCHAR)')
    const cases = await connection.createAppender('cases')
    for (const [id, inFigures, process, source] of rowsOf(database, 'SELECT id, in_figures, process, source FROM cases')) {
      cases.appendInteger(id)
      cases.appendBoolean(inFigures === 1)
      cases.appendVarchar(process)
      cases.appendVarchar(source)
      cases.endRow()
    }
    cases.closeSync()
    await connection.run('CREATE TABLE spells (case_id INTEGER, stage VARCHAR, cause INTEGER, days INTEGER)')
    const spells = await connection.createAppender('spells')
    for (const [caseId, stage, cause, days] of rowsOf(database, 'SELECT case_id, stage, cause, days FROM spells')) {
      spells.appendInteger(caseId)
      spells.appendVarchar(stage)
      spells.appendInteger(cause)
      if (days === null) spells.appendNull()
      else spells.appendInteger(days)
      spells.endRow()
    }
    spells.closeSync()
    const times: number[] = []
    for (let run = 0; run < runs; run++) {
      const from = performance.now()
      await connection.runAndReadAll(question)
      times.push(performance.now() - from)
    }
    return quantileOf(times, 0.5)
  } finally {
    database.close()
    connection.closeSync()
  }
}

function rowsOf(database: Sqlite.Database, statement: string): IterableIterator<unknown[]> {
  return database.prepare(statement).raw().iterate() as IterableIterator<unknown[]>
}
