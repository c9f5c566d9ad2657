import { expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { bearerAgain, bearerOf, countTokens, isFirstUseToday, makeToken, noteTokenUse, revokeToken, revokeTokens, tokensOf } from '@/db/people/api-tokens'
import { leaveSite } from '@/db/people/leave'
import { createPerson } from '@/db/people/people'
import { setRoleByName } from '@/db/people/roles'
import { turnOffTwoStep } from '@/db/people/two-step'
import { apiTokens, notifications, suspensions } from '@/db/schema'
import { mostTokens } from '@/domain/people/api-token'
import { permit, type Permitted } from '@/domain/permission'
import type { Member } from '@/domain/people/viewer'
import { useDatabase } from '../support/database'
import { tokenFor } from '../support/tokens'

useDatabase('per test')

const now = Date.now()

test('a token speaks in its owner’s name, and what is kept of it is a hash', async () => {
  const id = await person('林程序')
  const token = await write(tx => tokenFor(tx, id, ['read', 'reply']))
  expect(await bearerOf(await read(), token, now)).toMatchObject({ name: '测试', scopes: ['read', 'reply'], member: { id, name: '林程序', role: 'member', suspended: false } })
  const rows = await (await read()).select().from(apiTokens)
  expect(JSON.stringify(rows)).not.toContain(token.slice('guoshen_'.length, -6))
  expect(await bearerOf(await read(), token.slice(0, -1), now)).toBeNull()
})

test('it ends at its end, when it is revoked by its owner and by nobody else, and when the account is closed', async () => {
  const [lin, bo] = [await person('林程序'), await person('柏程序')]
  const ending = await write(tx => tokenFor(tx, lin, ['read'], now + 1_000))
  expect(await bearerOf(await read(), ending, now + 999)).not.toBeNull()
  expect(await bearerOf(await read(), ending, now + 1_000)).toBeNull()
  const kept = await write(tx => tokenFor(tx, lin, ['read']))
  const { tokenId } = (await bearerOf(await read(), kept, now))!
  expect(await write(tx => revokeToken(tx, bo, tokenId))).toBe(false)
  expect(await write(tx => bearerAgain(tx, tokenId, now))).not.toBeNull()
  expect(await write(tx => revokeToken(tx, lin, tokenId))).toBe(true)
  expect(await bearerOf(await read(), kept, now)).toBeNull()
  const last = await write(tx => tokenFor(tx, lin, ['read']))
  await write(tx => leaveSite(tx, mayLeave(lin), { cases: 'keep', replies: 'keep', now }))
  expect(await bearerOf(await read(), last, now)).toBeNull()
  expect(await tokensOf(await read(), lin)).toEqual([])
})

test('it moderates while its owner does, and again when he does again; nobody else can have such a one', async () => {
  const id = await person('梅管事')
  await expect(write(tx => tokenFor(tx, id, ['moderate']))).rejects.toThrow('may not')
  await write(tx => setRoleByName(tx, '梅管事', 'moderator'))
  const token = await write(tx => tokenFor(tx, id, ['reply', 'moderate']))
  const now1 = await bearerOf(await read(), token, now)
  expect([now1?.scopes, now1?.member.role]).toEqual([['reply', 'moderate'], 'moderator'])
  await write(tx => setRoleByName(tx, '梅管事', 'member'))
  const now2 = await bearerOf(await read(), token, now)
  expect([now2?.scopes, now2?.member.role]).toEqual([['reply'], 'member'])
})

test('made while one step was enough it moderates nothing where two are asked for, and one of two steps no longer once they are off', async () => {
  const id = await person('梅管事')
  await write(tx => setRoleByName(tx, '梅管事', 'moderator'))
  const member: Member = { kind: 'member', id, name: '梅管事', role: 'moderator', suspended: false, sessionId: 0 }
  const { permitted } = permit('make_token', member, { scopes: ['moderate'] }) as { permitted: Permitted<'make_token'> }
  const made = (twoSteps: boolean) => write(tx => makeToken(tx, permitted, { name: '巡逻', scopes: ['moderate'], twoSteps, expiresAt: null, now }))
  const [one, two] = [(await made(false))!, (await made(true))!]
  const scopesOf = async (token: string) => (await bearerOf(await read(), token, now))!.scopes
  expect([await scopesOf(one), await scopesOf(two)]).toEqual([[], ['moderate']])
  await write(tx => turnOffTwoStep(tx, id, now))
  expect(await scopesOf(two)).toEqual([])
})

test('its owner is told that it was made, and all of his and nobody else’s are revoked together', async () => {
  const [lin, bo] = [await person('林程序'), await person('柏程序')]
  for (const id of [lin, lin, bo]) await write(tx => tokenFor(tx, id, ['read']))
  const told = await (await read()).select({ personId: notifications.personId, kind: notifications.kind, details: notifications.details }).from(notifications)
  expect(told).toEqual([lin, lin, bo].map(personId => ({ personId, kind: 'token_made', details: { name: '测试' } })))
  expect([await write(tx => revokeTokens(tx, lin)), await countTokens(await read(), lin, now), await countTokens(await read(), bo, now)]).toEqual([2, 0, 1])
})

test('while its owner is suspended it says so, at once', async () => {
  const [lin, bo] = [await person('林程序'), await person('柏程序')]
  const token = await write(tx => tokenFor(tx, lin, ['report']))
  await write(tx => tx.insert(suspensions).values({ personId: lin, byId: bo, reason: '停一停', at: now }))
  expect((await bearerOf(await read(), token, now))?.member.suspended).toBe(true)
})

test('of its use the day is kept, in Shanghai, and nothing more', async () => {
  const id = await person('林程序')
  const token = await write(tx => tokenFor(tx, id, ['read']))
  const { tokenId, ...first } = (await bearerOf(await read(), token, now))!
  expect(isFirstUseToday(first, now)).toBe(true)
  const [evening, midnight] = [Date.parse('2026-11-24T23:59:00+08:00'), Date.parse('2026-11-25T00:00:00+08:00')]
  await write(tx => noteTokenUse(tx, tokenId, evening))
  const [line] = await tokensOf(await read(), id)
  expect(line!.usedOn).toBe(Date.parse('2026-11-24T00:00:00+08:00'))
  expect([isFirstUseToday(line!, evening), isFirstUseToday(line!, midnight)]).toEqual([false, true])
})

test(`nobody has more than ${mostTokens} that work; one that has ended makes room`, async () => {
  const id = await person('林程序')
  for (let n = 1; n < mostTokens; n++) await write(tx => tokenFor(tx, id, ['read']))
  await write(tx => tokenFor(tx, id, ['read'], Date.now() - 1))
  await write(tx => tokenFor(tx, id, ['read']))
  await expect(write(tx => tokenFor(tx, id, ['read']))).rejects.toThrow('too many')
})

async function person(name: string): Promise<number> {
  return (await write(tx => createPerson(tx, { name, passwordHash: null, now })))!
}

function mayLeave(id: number): Permitted<'leave'> {
  const member: Member = { kind: 'member', id, name: '林程序', role: 'member', suspended: false, sessionId: 1 }
  const permission = permit('leave', member, null)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted
}
