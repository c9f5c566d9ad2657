// Loaded before a site starts (NODE_OPTIONS=--import …): writes down each different statement that it puts to SQLite, with a
// few of the values it is put with, one JSON line each into the file SQL_RECORD.
import Sqlite from 'better-sqlite3'
import { appendFileSync } from 'node:fs'

const file = process.env.SQL_RECORD
// What a filter asks for may change the plan; more than this many different values say nothing new.
const most = 5
const seen = new Map()

const { prepare } = Sqlite.prototype
let watched = false
Sqlite.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  if (!watched) watch(Object.getPrototypeOf(statement))
  watched = true
  return statement
}

function watch(statements) {
  for (const way of ['all', 'get', 'run', 'iterate']) {
    const put = statements[way]
    statements[way] = function (...values) {
      note(this.source, values.flat())
      return put.apply(this, values)
    }
  }
}

function note(sql, values) {
  const known = seen.get(sql) ?? new Set()
  seen.set(sql, known)
  if (known.size >= most) return
  const line = JSON.stringify({ sql, values })
  if (!known.has(line)) appendFileSync(file, `${line}\n`)
  known.add(line)
}
