// `npm run rebuild-figures`: counts what figures are read from anew, and says whether anything was off.
import { ensureCourses } from '../db/cases/courses'
import { write } from '../db/connection'
import { rebuildCells } from '../db/figures/cells/recount'
import { migrateDatabase } from '../db/migrate'
import { runCommand } from './command'

void runCommand(async (_, settings) => {
  await migrateDatabase(settings.DATABASE_URL, { say: console.log })
  await ensureCourses(console.log)
  const rebuilt = await write(tx => rebuildCells(tx))
  if (rebuilt === null) console.log('The figures had not been counted yet; now they are.')
  else if (rebuilt.off.length === 0) console.log('All figures were right; they have been counted anew all the same.')
  else console.log(`${rebuilt.off.length} groups of counts were off, the first of them ${rebuilt.off[0]}. All have been counted anew.`)
})
