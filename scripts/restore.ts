// `npm run restore -- FILE`: puts a backup in the database's place. The site must not run meanwhile.
import { engineOf } from '../db/dialect'
import { sqliteFile } from '../db/engines/sqlite'
import { restoreSqlite } from '../db/restore'
import { runCommand } from './command'
import { Refusal } from '../server/refusal'

void runCommand(async ([backup], { DATABASE_URL }) => {
  if (engineOf(DATABASE_URL) === 'postgres') {
    throw new Refusal(2, 'PostgreSQL is restored with its own tool: pg_restore --clean --dbname="$DATABASE_URL" guoshen.dump')
  }
  if (!backup) throw new Refusal(2, 'Say which backup: npm run restore -- FILE')
  const kept = await restoreSqlite(backup, sqliteFile(DATABASE_URL))
  if (kept) console.log(`What was there before is kept as ${kept}.`)
  console.log(`The database is now what ${backup} held.`)
})
