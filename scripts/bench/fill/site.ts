import { asc } from 'drizzle-orm'
import { nameKey, nameSkeleton } from '../../../domain/people/name'
import { randomFrom } from '../../../domain/simulation/random'
import { read, write } from '../../../db/connection'
import { plantTags, type Tag } from '../../../db/moderation/tags'
import { storeRuleChanges } from '../../../db/rules/changes'
import { people, tags } from '../../../db/schema'
import { madeUpNames } from '../../demo-names'
import { startingRules } from '../../starting-data'
import type { Bulk } from './bulk'
import { someReplies, type Said } from './reply-words'

/** What all portions of a filling share: who is there, which numbers are taken, which words are said. */
export type Site = {
  now: number
  seed: string
  bulk: Bulk
  /** So many people, numbered from 1; the first of them are in charge. */
  people: number
  cases: number
  replies: number
  tags: Tag[]
  said: Said[]
}

export const moderators = 12
const differentReplies = 40_000

/** Tags, rule changes, one administrator and the moderators, on a migrated database that has nothing. */
export async function furnish(opened: number): Promise<Tag[]> {
  await write(async tx => {
    await plantTags(tx)
    await storeRuleChanges(tx, startingRules(), opened)
    for (let id = 1; id <= moderators; id++) {
      await tx.insert(people).values(newPerson(id, `管事${id}`, opened, id === 1 ? 'admin' : 'moderator'))
    }
  })
  return (await read()).select().from(tags).orderBy(asc(tags.id))
}

export function siteOn(bulk: Bulk, tags: Tag[], { seed, now, replies }: { seed: string; now: number; replies: number }): Site {
  const said = someReplies(Math.min(differentReplies, Math.max(200, replies)), randomFrom(seed, 'replies'))
  return { now, seed, bulk, people: moderators, cases: 0, replies: 0, tags, said }
}

/** Adds people who come at these moments; answers the id before the first of them. */
export function settle(site: Site, came: readonly number[]): number {
  const before = site.people
  const names = madeUpNames(Math.min(came.length, 1000), `${site.seed}/${before}`)
  came.forEach((at, n) => {
    const id = before + n + 1
    // A name may end in a number of its own: with an id behind it, it could be somebody else's.
    site.bulk.add(people, newPerson(id, `${names[n % names.length]!.replace(/\d+$/, '')}${id}`, at))
  })
  site.people += came.length
  return before
}

/** What open data calls this account. A real one says nothing of the id; here it must only be nobody else's. */
export function pseudonymOf(id: number): string {
  return `p-${(id * 7_919 % 10_000_019).toString(36).padStart(5, '0')}${id.toString(36).padStart(7, '0')}`
}

/** Somebody who never signs in. */
export function newPerson(
  id: number, name: string, createdAt: number, role: 'member' | 'moderator' | 'admin' = 'member',
): typeof people.$inferInsert {
  const [key, skeleton] = [nameKey(name), nameSkeleton(name)]
  return { id, name, nameKey: key, nameSkeleton: skeleton, passwordHash: null, role, pseudonym: pseudonymOf(id), createdAt }
}
