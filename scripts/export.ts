// `npm run export -- FILE`, or `npm run --silent export > FILE`: all live cases in the exchange format.
import { createWriteStream, renameSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { exportLines } from '../db/cases/export'
import { read } from '../db/connection'
import { migrateDatabase } from '../db/migrate'
import { runCommand } from './command'
import { operatorWords } from './operator-words'

void runCommand(async ([file], settings) => {
  // Standard output is for the cases alone.
  await migrateDatabase(settings.DATABASE_URL, { say: console.error })
  if (!file) {
    await writeCases(process.stdout)
    return
  }
  // Under its own name it is whole or not there.
  const draft = `${file}.part`
  const stream = createWriteStream(draft)
  const count = await writeCases(stream)
  stream.end()
  await finished(stream)
  renameSync(draft, file)
  console.log(operatorWords().data.importing.exported(count, file))
})

async function writeCases(out: Writable): Promise<number> {
  let count = 0
  for await (const line of exportLines(await read())) {
    if (!out.write(`${line}\n`)) await once(out, 'drain')
    count++
  }
  return count
}
