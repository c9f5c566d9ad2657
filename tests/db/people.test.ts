import { expect, test } from 'vitest'
import { permit, type Permitted } from '@/domain/permission'
import type { Member } from '@/domain/people/viewer'
import { isUniqueViolation, read, write } from '@/db/connection'
import { claimFirstAdmin, offerFirstAdmin } from '@/db/people/first-admin'
import { addIdentity, personOfIdentity } from '@/db/people/identities'
import { createPerson, findPersonByName, isNameTaken, listPeople, personById } from '@/db/people/people'
import { setRole, setRoleByName } from '@/db/people/roles'
import { activeSuspension, activeSuspensions, isSuspended, liftSuspension, suspend } from '@/db/people/suspensions'
import { logEntries, notifications, people } from '@/db/schema'
import { useDatabase } from '../support/database'

useDatabase('per test')

const now = Date.UTC(2026, 6, 1)
const minute = 60_000

test('Lin signs up once; her name in capitals, in full width and in look-alikes is taken after that', async () => {
  expect(await person('Lin')).toBeGreaterThan(0)
  for (const name of ['Lin', 'LIN', 'Ｌｉｎ', 'Iin', 'l1n']) expect(await person(name), name).toBeNull()
  expect(await person('Lina')).not.toBeNull()
  expect(await (await read()).$count(people)).toBe(2)
})

test('a person is found by the name whatever its case, and never by its look', async () => {
  const id = await person('Lin Mei')
  const database = await read()
  expect((await findPersonByName(database, ' ｌｉｎ　mei'))?.id).toBe(id)
  expect(await findPersonByName(database, 'Iin Mei')).toBeNull()
  expect(await isNameTaken(database, 'Iin Mei')).toBe(true)
  expect(await findPersonByName(database, 'nobody at all')).toBeNull()
})

test('of 20 people who want one name at once, 1 gets it', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, () => person('梅子')))
  expect(ids.filter(id => id !== null)).toHaveLength(1)
})

test('two people have two pseudonyms, and neither says the name', async () => {
  await person('Lin')
  await person('梅子')
  const rows = await (await read()).select({ pseudonym: people.pseudonym }).from(people)
  expect(new Set(rows.map(row => row.pseudonym)).size).toBe(2)
  for (const { pseudonym } of rows) expect(pseudonym).toMatch(/^p-[\w-]{12}$/)
})

test('people are listed in the order they came, and moderators alone when they are asked for', async () => {
  for (const name of ['Lin', '梅子', 'Tao']) await person(name)
  await write(tx => setRoleByName(tx, '梅子', 'moderator', now))
  const database = await read()
  expect((await listPeople(database, { limit: 2 })).map(it => it.name)).toEqual(['Lin', '梅子'])
  expect((await listPeople(database, { after: 2, limit: 2 })).map(it => it.name)).toEqual(['Tao'])
  expect((await listPeople(database, { limit: 9, role: 'moderator' })).map(it => it.name)).toEqual(['梅子'])
})

test('a role given from the command line writes one line in the log, and the same again writes none', async () => {
  const id = await person('梅子')
  expect(await write(tx => setRoleByName(tx, '梅子', 'moderator', now))).toEqual({ name: '梅子', before: 'member' })
  expect(await write(tx => setRoleByName(tx, '梅子', 'moderator', now))).toEqual({ name: '梅子', before: 'moderator' })
  expect(await write(tx => setRoleByName(tx, 'Nobody', 'moderator', now))).toBeNull()
  expect(await log()).toEqual([expect.objectContaining({
    act: 'set_role', actorId: null, personId: id, details: { from: 'member', to: 'moderator' },
  })])
  expect(await notices(id!)).toEqual(['role_changed'])
})

test('an administrator gives a role; nobody gives one to himself', async () => {
  const admin = await member('Root Beer', 'admin')
  const lin = (await person('Lin'))!
  const permitted = receipt('set_role', admin, { id: lin })
  expect(await write(tx => setRole(tx, permitted, { personId: lin, role: 'moderator', reason: '熟悉备案', now }))).toBe(true)
  expect((await personById(await read(), lin))?.role).toBe('moderator')
  expect((await log()).at(-1)).toMatchObject({ act: 'set_role', actorId: admin.id, personId: lin, reason: '熟悉备案' })
  expect(permit('set_role', admin, { id: admin.id })).toEqual({ refused: 'not_allowed' })
})

test('a suspension holds at once, is in the log, is told, and ends when lifted', async () => {
  const mei = await member('梅子', 'moderator')
  const lin = (await person('Lin'))!
  const permitted = receipt('suspend', mei, { id: lin, role: 'member' })
  const suspendLin = (at: number) => write(tx => suspend(tx, permitted, { personId: lin, reason: '刷屏', endsAt: null, now: at }))
  expect(await suspendLin(now)).toBe(true)
  expect(await suspendLin(now + 1)).toBe(false)
  expect(await activeSuspension(await read(), lin, now)).toMatchObject({ byId: mei.id, reason: '刷屏' })
  expect(await activeSuspensions(await read(), now)).toHaveLength(1)
  const lift = () => write(tx => liftSuspension(tx, permitted, { personId: lin, reason: '已说明', now: now + minute }))
  expect(await lift()).toBe(true)
  expect(await lift()).toBe(false)
  expect(await isSuspended(await read(), lin, now + minute)).toBe(false)
  expect((await log()).map(line => [line.act, line.reason])).toEqual([['suspend', '刷屏'], ['lift_suspension', '已说明']])
  expect(await notices(lin)).toEqual(['suspended', 'suspension_lifted'])
})

test('a suspension of 7 days holds on day 6 and no longer on day 7', async () => {
  const mei = await member('梅子', 'moderator')
  const lin = (await person('Lin'))!
  const day = 24 * 60 * minute
  await write(tx => suspend(tx, receipt('suspend', mei, { id: lin, role: 'member' }),
    { personId: lin, reason: '争吵', endsAt: now + 7 * day, now }))
  expect(await isSuspended(await read(), lin, now + 6 * day)).toBe(true)
  expect(await isSuspended(await read(), lin, now + 7 * day)).toBe(false)
})

test('of 20 uses of the first administrator’s token at once, 1 works; afterwards there is none to offer', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => person(`candidate ${'abcdefghjkmnpqrstuvwx'[n]}`)))
  const token = (await write(tx => offerFirstAdmin(tx, now)))!
  const claims = await Promise.all(ids.map(personId => write(tx => claimFirstAdmin(tx, { token, personId: personId!, now }))))
  expect(claims.filter(Boolean)).toHaveLength(1)
  expect(await listPeople(await read(), { limit: 50, role: 'admin' })).toHaveLength(1)
  expect(await write(tx => offerFirstAdmin(tx, now))).toBeNull()
  expect((await log()).map(line => line.act)).toEqual(['first_admin'])
})

test('the token works in minute 29, not in minute 30, not wrong, and not after a newer one', async () => {
  const personId = (await person('Lin'))!
  const old = (await write(tx => offerFirstAdmin(tx, now)))!
  const claim = (token: string, at: number) => write(tx => claimFirstAdmin(tx, { token, personId, now: at }))
  expect(await claim(old, now + 30 * minute)).toBe(false)
  expect(await claim(`${old}x`, now)).toBe(false)
  const fresh = (await write(tx => offerFirstAdmin(tx, now)))!
  expect(await claim(old, now)).toBe(false)
  expect(await claim(fresh, now + 29 * minute)).toBe(true)
})

test('an account elsewhere is issuer and subject together, and belongs to one person', async () => {
  const lin = (await person('Lin'))!
  const mei = (await person('梅子'))!
  const github = { issuer: 'https://github.com', subject: '42' }
  await write(tx => addIdentity(tx, { ...github, personId: lin, now }))
  await write(tx => addIdentity(tx, { ...github, issuer: 'https://gitee.com', personId: mei, now }))
  expect(await personOfIdentity(await read(), github)).toBe(lin)
  expect(await personOfIdentity(await read(), { ...github, issuer: 'https://gitee.com' })).toBe(mei)
  expect(await personOfIdentity(await read(), { ...github, subject: '43' })).toBeNull()
  const twice = await write(tx => addIdentity(tx, { ...github, personId: mei, now })).catch((error: unknown) => error)
  expect(isUniqueViolation(twice)).toBe(true)
})

async function person(name: string): Promise<number | null> {
  try {
    return await write(tx => createPerson(tx, { name, passwordHash: null, now }))
  } catch (error) {
    // PostgreSQL lets two look before either writes; then the uniqueness rule decides.
    if (isUniqueViolation(error)) return null
    throw error
  }
}

async function member(name: string, role: Member['role']): Promise<Member> {
  const id = await write(tx => createPerson(tx, { name, passwordHash: null, role, now }))
  return { kind: 'member', id: id!, name, role, suspended: false, sessionId: 0 }
}

function receipt<A extends 'set_role' | 'suspend'>(act: A, by: Member, subject: { id: number; role: Member['role'] } | { id: number }) {
  const permission = permit(act, by, subject as never)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted as Permitted<A>
}

async function log() {
  return (await read()).select().from(logEntries).orderBy(logEntries.id)
}

async function notices(personId: number): Promise<string[]> {
  const rows = await (await read()).select().from(notifications).orderBy(notifications.id)
  return rows.filter(row => row.personId === personId).map(row => row.kind)
}
