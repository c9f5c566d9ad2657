// `npm run backup [-- FILE]`: a checked copy of the database, also while the site runs.
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backUpSqlite } from '../db/backup'
import { engineOf } from '../db/dialect'
import { openSqlite, sqliteFile } from '../db/engines/sqlite'
import { runCommand } from './command'
import { Refusal } from '../server/refusal'

void runCommand(async ([wanted], { DATABASE_URL }) => {
  if (engineOf(DATABASE_URL) === 'postgres') {
    throw new Refusal(2, 'PostgreSQL is backed up with its own tool: pg_dump --format=custom --file=guoshen.dump "$DATABASE_URL"')
  }
  const file = sqliteFile(DATABASE_URL)
  if (!existsSync(file)) throw new Refusal(12, `There is no database ${file}.`)
  const stamp = new Date().toISOString().replaceAll(/[-:.]/g, '')
  const target = wanted ?? join(dirname(file), 'backups', `backup-${stamp}.db`)
  if (existsSync(target)) throw new Refusal(2, `${target} exists already; name another file.`)
  const database = openSqlite(file, { readonly: true })
  try {
    await backUpSqlite(database, target)
  } finally {
    database.close()
  }
  console.log(`${target} holds the database (${statSync(target).size.toLocaleString('en')} bytes, checked).`)
})
