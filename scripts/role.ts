// `npm run role -- NAME moderator`: gives somebody a role, with its line in the public log.
import { write } from '../db/connection'
import { migrateDatabase } from '../db/migrate'
import { setRoleByName } from '../db/people/roles'
import { roles } from '../domain/people/viewer'
import { runCommand } from './command'
import { Refusal } from '../server/refusal'

void runCommand(async ([name, wanted], settings) => {
  const role = roles.find(role => role === wanted)
  if (!name || !role) throw new Refusal(2, `Say whom and what: npm run role -- NAME ${roles.join('|')}`)
  await migrateDatabase(settings.DATABASE_URL, { say: console.log })
  const changed = await write(tx => setRoleByName(tx, name, role))
  if (!changed) throw new Refusal(1, `Nobody is called ${name}.`)
  console.log(`${changed.name} was ${changed.before} and is ${role} now.`)
})
