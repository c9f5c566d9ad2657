import { and, asc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { cleanName, nameKey, nameSkeleton } from '@/domain/people/name'
import type { Role } from '@/domain/people/viewer'
import type { Database, Transaction } from '../connection'
import { nameChanges, people } from '../schema'
import { isDeparted } from './departed-names'

export type Person = typeof people.$inferSelect

/**
 * Adds a person and answers the id, or null when the name, or one that looks like it, is somebody else's. The name
 * must have passed domain/people/name.ts.
 */
export async function createPerson(
  tx: Transaction, person: { name: string; passwordHash: string | null; role?: Role; now: number },
): Promise<number | null> {
  const name = cleanName(person.name)
  if (await isNameTaken(tx, name) || await isDeparted(tx, name, person.now)) return null
  const [row] = await tx.insert(people).values({
    name,
    nameKey: nameKey(name),
    nameSkeleton: nameSkeleton(name),
    passwordHash: person.passwordHash,
    role: person.role ?? 'member',
    pseudonym: `p-${randomBytes(9).toString('base64url')}`,
    createdAt: person.now,
  }).returning({ id: people.id })
  return row!.id
}

/** True when somebody has, or once had, this name or one that looks the same; `butFor`: whose own names are free to him. */
export async function isNameTaken(database: Database, name: string, butFor?: number): Promise<boolean> {
  const [key, skeleton] = [nameKey(name), nameSkeleton(name)]
  const others = (column: typeof people.id | typeof nameChanges.personId) => (butFor === undefined ? undefined : ne(column, butFor))
  const [row] = await database.select({ id: people.id }).from(people)
    .where(and(or(eq(people.nameKey, key), eq(people.nameSkeleton, skeleton)), others(people.id))).limit(1)
  if (row) return true
  const [former] = await database.select({ id: nameChanges.id }).from(nameChanges)
    .where(and(or(eq(nameChanges.nameKey, key), eq(nameChanges.nameSkeleton, skeleton)), others(nameChanges.personId))).limit(1)
  return former !== undefined
}

/** Finds by name whatever its case or width; never by look alone. */
export async function findPersonByName(database: Database, name: string): Promise<Person | null> {
  const [row] = await database.select().from(people).where(and(eq(people.nameKey, nameKey(name)), isNull(people.leftAt)))
  return row ?? null
}

export async function personById(database: Database, id: number): Promise<Person | null> {
  const [row] = await database.select().from(people).where(eq(people.id, id))
  return row ?? null
}

/** The names of these people by their id, in one question; whoever is not there has none. */
export async function namesOf(database: Database, ids: readonly (number | null)[]): Promise<Map<number | null, string>> {
  const wanted = [...new Set(ids.filter(id => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await database.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, wanted))
  return new Map(rows.map(row => [row.id, row.name]))
}

/** What open data calls this account; it says whose cases are one author's, and not who that is. */
export async function pseudonymOf(database: Database, id: number): Promise<string> {
  const [row] = await database.select({ pseudonym: people.pseudonym }).from(people).where(eq(people.id, id))
  if (!row) throw new Error(`There is no person ${id}.`)
  return row.pseudonym
}

export type PersonLine = Pick<Person, 'id' | 'name' | 'role' | 'createdAt'>

/** People in the order they came, after an id; optionally only those with one role. */
export async function listPeople(
  database: Database, { after = 0, limit, role }: { after?: number; limit: number; role?: Role },
): Promise<PersonLine[]> {
  return database.select({ id: people.id, name: people.name, role: people.role, createdAt: people.createdAt })
    .from(people)
    .where(and(gt(people.id, after), role && eq(people.role, role)))
    .orderBy(asc(people.id)).limit(limit)
}

export async function setPasswordHash(tx: Transaction, personId: number, passwordHash: string): Promise<void> {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId))
}
