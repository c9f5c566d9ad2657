// `npm run two-step -- NAME off`: helps somebody back in who has lost the authenticator and the recovery codes.
import { write } from '../db/connection'
import { migrateDatabase } from '../db/migrate'
import { findPersonByName } from '../db/people/people'
import { isTwoStepOn, turnOffTwoStep } from '../db/people/two-step'
import { Refusal } from '../server/refusal'
import { runCommand } from './command'

void runCommand(async ([name, wanted], settings) => {
  if (!name || wanted !== 'off') throw new Refusal(2, 'Say whose: npm run two-step -- NAME off')
  await migrateDatabase(settings.DATABASE_URL, { say: console.log })
  const said = await write(async tx => {
    const person = await findPersonByName(tx, name)
    if (!person) throw new Refusal(1, `Nobody is called ${name}.`)
    if (!await isTwoStepOn(tx, person.id)) return `${person.name} signs in with one step already.`
    await turnOffTwoStep(tx, person.id, Date.now())
    return `${person.name} signs in with one step now.`
  })
  console.log(said)
})
