import { expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { hashPassword, verifyPassword } from '@/db/people/password-hash'
import { createPerson } from '@/db/people/people'
import { endOtherSessions, endSession, memberOfToken, noteSeen, sessionsOf, startSession } from '@/db/people/sessions'
import { sessions } from '@/db/schema'
import { useDatabase } from '../support/database'

useDatabase('per test')

const now = Date.UTC(2026, 6, 1)
const hour = 3_600_000
const day = 24 * hour

test('a token says who it is; one wrong letter, or the stored hash itself, says nobody', async () => {
  const lin = await person('Lin')
  const token = await start(lin)
  expect(token).toMatch(/^[\w-]{43}$/)
  expect((await whoHas(token))?.member).toMatchObject({ kind: 'member', id: lin, name: 'Lin', role: 'member', suspended: false })
  expect(await whoHas(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull()
  const [row] = await (await read()).select().from(sessions)
  expect(row?.tokenHash).not.toContain(token)
  expect(await whoHas(row!.tokenHash)).toBeNull()
})

test('a session unused for 14 days is over; one seen on day 13 lives to day 27', async () => {
  const lin = await person('Lin')
  const idle = await start(lin)
  const used = await start(lin)
  const { member } = (await whoHas(used, now + 13 * day))!
  await write(tx => noteSeen(tx, member.sessionId, now + 13 * day))
  expect(await whoHas(idle, now + 14 * day)).toBeNull()
  expect(await whoHas(used, now + 27 * day - 1)).not.toBeNull()
  expect(await whoHas(used, now + 27 * day)).toBeNull()
})

test('a session seen every day is over after 90 days', async () => {
  const token = await start(await person('Lin'))
  for (let at = now + day; at < now + 90 * day; at += day) {
    const found = await whoHas(token, at)
    await write(tx => noteSeen(tx, found!.member.sessionId, at))
  }
  expect(await whoHas(token, now + 90 * day - 1)).not.toBeNull()
  expect(await whoHas(token, now + 90 * day)).toBeNull()
})

test('being seen is worth writing down after an hour and not before', async () => {
  const token = await start(await person('Lin'))
  expect((await whoHas(token, now + hour - 1))?.unseen).toBe(false)
  expect((await whoHas(token, now + hour))?.unseen).toBe(true)
})

test('the 21st session ends the one that was seen longest ago, and nobody else’s', async () => {
  const lin = await person('Lin')
  const mei = await start(await person('梅子'), now - day)
  const tokens: string[] = []
  for (let n = 0; n < 21; n++) tokens.push(await start(lin, now + n))
  expect(await whoHas(tokens[0]!)).toBeNull()
  expect(await Promise.all(tokens.slice(1).map(token => whoHas(token)))).not.toContain(null)
  expect(await sessionsOf(await read(), lin, now + 21)).toHaveLength(20)
  expect(await whoHas(mei)).not.toBeNull()
})

test('an ended session is nobody’s, others live on, and Mei cannot end Lin’s', async () => {
  const lin = await person('Lin')
  const mei = await person('梅子')
  const [phone, desk, meis] = [await start(lin), await start(lin), await start(mei)]
  const sessionId = (await whoHas(phone))!.member.sessionId
  expect(await write(tx => endSession(tx, mei, sessionId))).toBe(false)
  expect(await whoHas(phone)).not.toBeNull()
  expect(await write(tx => endSession(tx, lin, sessionId))).toBe(true)
  expect(await write(tx => endSession(tx, lin, sessionId))).toBe(false)
  expect(await whoHas(phone)).toBeNull()
  expect(await whoHas(desk)).not.toBeNull()
  expect(await whoHas(meis)).not.toBeNull()
})

test('ending the others leaves 1 of 3', async () => {
  const lin = await person('Lin')
  const tokens = [await start(lin), await start(lin), await start(lin)]
  const kept = (await whoHas(tokens[1]!))!.member.sessionId
  expect(await write(tx => endOtherSessions(tx, lin, kept))).toBe(2)
  expect((await Promise.all(tokens.map(token => whoHas(token)))).map(found => found !== null)).toEqual([false, true, false])
})

test('50 passwords hashed at once: each opens its own lock and no other', async () => {
  const passwords = Array.from({ length: 50 }, (_, n) => `the ${n}th long password`)
  const hashes = await Promise.all(passwords.map(hashPassword))
  expect(new Set(hashes).size).toBe(50)
  for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(hashes[7]!, passwords[7]!)).toBe(true)
  expect(await verifyPassword(hashes[7]!, passwords[8]!)).toBe(false)
})

test('the 73rd character counts, full width does not, and nobody’s password is never right', async () => {
  const long = 'x'.repeat(72)
  const hash = await hashPassword(`${long}A`)
  expect(await verifyPassword(hash, `${long}A`)).toBe(true)
  expect(await verifyPassword(hash, `${long}B`)).toBe(false)
  expect(await verifyPassword(hash, `${long}Ａ`)).toBe(true)
  expect(await verifyPassword(null, 'the password of a person who does not exist')).toBe(false)
})

async function person(name: string): Promise<number> {
  return (await write(tx => createPerson(tx, { name, passwordHash: null, now })))!
}

function start(personId: number, at = now): Promise<string> {
  return write(tx => startSession(tx, { personId, device: 'firefox/linux', now: at }))
}

async function whoHas(token: string, at = now) {
  return memberOfToken(await read(), token, at)
}
