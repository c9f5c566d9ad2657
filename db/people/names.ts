import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { daysBetweenNames } from '@/domain/people/renaming'
import { cleanName, nameKey, nameSkeleton } from '@/domain/people/name'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../connection'
import { writeLog } from '../moderation/log'
import { nameChanges, people } from '../schema'
import { isDeparted } from './departed-names'
import { notify } from './notify'
import { findPersonByName, isNameTaken, personById, type Person } from './people'

// A name that was given up stays its owner's as long as the account stands: whatever was said to it or linked under it means
// him, and nobody can put it on. Only he can take it up again. The log, which nothing is ever taken from, tells that somebody
// changed his name and not which it was, since he may close the account one day.

export type Renamed = { done: true } | { problem: 'name_taken' | 'name_same' } | { problem: 'name_lately'; days: number }

/** Gives somebody another name, which must have passed domain/people/name.ts: no more often than once in 30 days, and nobody else's. */
export async function changeName(
  tx: Transaction, { by }: Permitted<'change_name'>, { name: typed, now }: { name: string; now: number },
): Promise<Renamed> {
  const name = cleanName(typed)
  const person = await personById(tx, by.id)
  if (!person || person.name === name) return { problem: 'name_same' }
  const days = await daysToWait(tx, by.id, now)
  if (days > 0) return { problem: 'name_lately', days }
  if (await isNameTaken(tx, name, by.id) || await isDeparted(tx, name, now)) return { problem: 'name_taken' }
  const { name: before, nameKey: key, nameSkeleton: skeleton } = person
  await tx.insert(nameChanges).values({ personId: by.id, name: before, nameKey: key, nameSkeleton: skeleton, at: now })
  await tx.update(people).set({ name, nameKey: nameKey(name), nameSkeleton: nameSkeleton(name) }).where(eq(people.id, by.id))
  await writeLog(tx, { at: now, actorId: by.id, act: 'change_name', personId: by.id, reason: '' })
  await notify(tx, { personId: by.id, kind: 'name_changed', now })
  return { done: true }
}

/** Days until somebody may change his name; 0: he may. */
export async function daysToWait(database: Database, personId: number, now: number): Promise<number> {
  const [last] = await formerNames(database, personId)
  return last ? Math.max(0, Math.ceil((last.at - now) / 86_400_000) + daysBetweenNames) : 0
}

/** The names somebody had before, the latest first, each with when he gave it up. */
export async function formerNames(database: Database, personId: number): Promise<{ name: string; at: number }[]> {
  const { name, at } = nameChanges
  return database.select({ name, at }).from(nameChanges).where(eq(nameChanges.personId, personId)).orderBy(desc(nameChanges.id))
}

/** Whose name this is or was, whatever its case or width. */
export async function findPersonByAnyName(database: Database, name: string): Promise<Person | null> {
  const person = await findPersonByName(database, name)
  if (person) return person
  const [row] = await database.select({ person: people }).from(nameChanges).innerJoin(people, eq(people.id, nameChanges.personId))
    .where(and(eq(nameChanges.nameKey, nameKey(name)), isNull(people.leftAt))).limit(1)
  return row?.person ?? null
}

/** Who had a name of these keys before, by the key. */
export async function formerlyCalled(database: Database, keys: readonly string[]): Promise<[key: string, id: number][]> {
  const rows = await database.selectDistinct({ id: nameChanges.personId, key: nameChanges.nameKey }).from(nameChanges)
    .where(inArray(nameChanges.nameKey, [...keys]))
  return rows.map(({ id, key }) => [key, id])
}
