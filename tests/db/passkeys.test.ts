import { beforeEach, expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import {
  challengeLifetime, dropPasskey, keepPasskey, mostPasskeys, notePasskeyUse, passkeyBy, passkeysOf, takeChallenge,
} from '@/db/people/passkeys'
import { createPerson } from '@/db/people/people'
import { usedChallenges } from '@/db/schema'
import { useDatabase } from '../support/database'

useDatabase('per test')

const now = Date.parse('2026-11-24T12:00:00+08:00')
let lin: number, mei: number

beforeEach(async () => {
  [lin, mei] = await write(async tx => [
    (await createPerson(tx, { name: '林小满', passwordHash: null, now }))!, (await createPerson(tx, { name: '梅子', passwordHash: null, now }))!,
  ])
})

test('a device’s key is one person’s, ten at most, and taken away by its owner alone', async () => {
  expect(await keep(lin, 'one')).toBe(true)
  expect([await keep(lin, 'one'), await keep(mei, 'one')]).toEqual([false, false])
  for (let at = 1; at < mostPasskeys; at++) expect(await keep(lin, `key-${at}`)).toBe(true)
  expect(await keep(lin, 'eleventh')).toBe(false)
  const { id } = (await passkeyBy(await read(), 'one'))!
  expect([await drop(mei, id), await drop(lin, id), await drop(lin, id)]).toEqual([false, true, false])
  expect(await passkeysOf(await read(), lin)).toHaveLength(mostPasskeys - 1)
})

test('a use that was counted by somebody else meanwhile is not counted again', async () => {
  await keep(lin, 'one')
  const key = (await passkeyBy(await read(), 'one'))!
  const noted = await Promise.all(Array.from({ length: 20 }, () => write(tx => notePasskeyUse(tx, key, 1, now))))
  expect(noted.filter(Boolean)).toHaveLength(1)
})

test('a challenge is answered once, by 20 at a time, and forgotten when it would have expired', async () => {
  const taken = await Promise.all(Array.from({ length: 20 }, () => write(tx => takeChallenge(tx, 'a challenge', now))))
  expect(taken.filter(Boolean)).toHaveLength(1)
  await write(tx => takeChallenge(tx, 'another', now + challengeLifetime))
  expect(await (await read()).$count(usedChallenges)).toBe(1)
})

function keep(personId: number, credentialId: string): Promise<boolean> {
  return write(tx => keepPasskey(tx, { personId, credentialId, publicKey: 'x', counter: 0, transports: [], name: '手机' }, now))
}

function drop(personId: number, id: number): Promise<boolean> {
  return write(tx => dropPasskey(tx, personId, id, now))
}
