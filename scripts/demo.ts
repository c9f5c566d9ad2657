// `npm run demo`: the same site on a database of its own, filled by the simulator.
import { read, write, type Transaction } from '../db/connection'
import { plantTags } from '../db/moderation/tags'
import { createPerson, pseudonymOf } from '../db/people/people'
import { storeRuleChanges } from '../db/rules/changes'
import { cases } from '../db/schema'
import { dayOf, minuteOf } from '../domain/case/interval'
import type { Member, Role } from '../domain/people/viewer'
import { simulate } from '../domain/simulation/simulate'
import { worldUntil } from '../domain/simulation/world'
import { deedsOf, type Deed, type Stage } from './demo-deeds'
import { advertiserName, madeUpNames, moderatorNames } from './demo-names'
import { madeUpRule } from './demo-words'
import { startingRules } from './starting-data'

export type Demonstration = { now?: number, seed?: string, cases?: number }

// Together they take a second or so; other writers of a running site would wait no longer.
const deedsInOneWrite = 300

/**
 * Fills an empty database with simulated cases, their people, replies, votes and tags, in the order in which it would
 * all have happened until `now` (epoch milliseconds). Nobody can sign in as these people. Answers whether it filled.
 */
export async function fillDemonstration(
  { now = Date.now(), seed = 'guoshen', cases: count = 2000 }: Demonstration = {},
): Promise<boolean> {
  const [anyCase] = await (await read()).select({ id: cases.id }).from(cases).limit(1)
  if (anyCase) return false
  const simulated = simulate({ seed, now, cases: count })
  const world = worldUntil(minuteOf(now))
  const opened = world.from * 60_000
  await write(async tx => {
    await plantTags(tx)
    await storeRuleChanges(tx, [...startingRules(), madeUpRule(dayOf(world.ruleChange))], opened)
  })
  const stage: Stage = {
    people: await settle(madeUpNames(Math.max(...simulated.map(({ account }) => account)) + 1, seed), 'member', opened),
    moderators: await settle(moderatorNames, 'moderator', opened),
    advertiser: (await settle([advertiserName], 'member', opened))[0]!,
    caseIds: new Map(),
    replyIds: new Map(),
  }
  const deeds = deedsOf(simulated, stage, { seed, now })
  for (let from = 0; from < deeds.length; from += deedsInOneWrite) {
    await write(tx => doAll(tx, deeds.slice(from, from + deedsInOneWrite)))
  }
  return true
}

async function doAll(tx: Transaction, deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds) await deed.happen(tx, deed.at)
}

/** Makes people without a password; a name that looks like another's gets a number. */
async function settle(names: readonly string[], role: Role, now: number): Promise<Stage['people']> {
  return write(async tx => {
    const people: Stage['people'] = []
    for (const wanted of names) {
      const person = { passwordHash: null, role, now }
      let [name, id] = [wanted, await createPerson(tx, { ...person, name: wanted })]
      for (let n = 2; id === null; n++) {
        name = `${wanted}-${n}`
        id = await createPerson(tx, { ...person, name })
      }
      const member: Member = { kind: 'member', id, name, role, suspended: false, sessionId: 0 }
      people.push({ member, pseudonym: await pseudonymOf(tx, id) })
    }
    return people
  })
}
