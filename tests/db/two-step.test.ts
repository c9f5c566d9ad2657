import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, stepAt } from '@/domain/people/totp'
import { read, write } from '@/db/connection'
import { closeSignIn, openSignIn, openSignInOf, secondStepLifetime } from '@/db/people/open-sign-ins'
import { createPerson } from '@/db/people/people'
import { setRoleByName } from '@/db/people/roles'
import { seal, unseal } from '@/db/people/sealed'
import { endOtherSessions, memberOfToken, startSession } from '@/db/people/sessions'
import {
  confirmTwoStep, hashCodes, isTwoStepOn, placeOfRecoveryCode, planTwoStep, takeCode, takeRecoveryCode, turnOffTwoStep, twoStepOf, twoStepPlan,
} from '@/db/people/two-step'
import { notifications, recoveryCodes, sessions, twoStepPlans, twoSteps } from '@/db/schema'
import { useDatabase } from '../support/database'

useDatabase('per test')

const now = Date.parse('2026-11-24T12:00:10+08:00')
const step = stepAt(now)
let lin: number
const before = { ...process.env }

beforeEach(async () => {
  process.env.AUTH_SECRET = 'a secret that is only used in tests'
  lin = (await write(tx => createPerson(tx, { name: '林小满', passwordHash: null, now })))!
})
afterEach(() => { process.env = { ...before } })

describe('A plan', () => {
  test('holds nothing before it is confirmed, and is confirmed once, by 20 at a time', async () => {
    await write(tx => planTwoStep(tx, lin, now))
    expect(await isTwoStepOn(await read(), lin)).toBe(false)
    const plan = (await twoStepPlan(await read(), lin, now))!
    const hashes = await hashCodes(plan)
    const done = await Promise.all(Array.from({ length: 20 }, () => (
      write(tx => confirmTwoStep(tx, { personId: lin, sessionId: 0, plan, hashes, step, now }))
    )))
    expect(done.filter(Boolean)).toHaveLength(1)
    expect(await twoStepOf(await read(), lin)).toEqual({ since: now, codesLeft: 10 })
    expect(await twoStepPlan(await read(), lin, now)).toBe(null)
  })

  test('that another has replaced is not confirmed, nor one older than half an hour', async () => {
    await write(tx => planTwoStep(tx, lin, now))
    const old = (await twoStepPlan(await read(), lin, now))!
    await write(tx => planTwoStep(tx, lin, now))
    const hashes = await hashCodes(old)
    const confirm = (plan: typeof old, at: number) => write(tx => confirmTwoStep(tx, { personId: lin, sessionId: 0, plan, hashes, step, now: at }))
    expect(await confirm(old, now)).toBe(false)
    expect(await confirm((await twoStepPlan(await read(), lin, now))!, now + 31 * 60_000)).toBe(false)
    expect(await isTwoStepOn(await read(), lin)).toBe(false)
  })

  test('ends the other sessions, and makes this one a session of two steps', async () => {
    const [here, there] = [await session(), await session()]
    const { sessionId } = (await memberOfToken(await read(), here, now))!.member
    await turnOn(lin, sessionId)
    const rows = await (await read()).select().from(sessions)
    expect(rows.map(({ id, twoSteps }) => [id, twoSteps])).toEqual([[sessionId, true]])
    expect(await memberOfToken(await read(), there, now)).toBe(null)
  })

  test('of somebody who has two steps already is new codes alone; the old ones hold until it is confirmed', async () => {
    const { codes } = await turnOn(lin)
    await write(tx => planTwoStep(tx, lin, now))
    const plan = (await twoStepPlan(await read(), lin, now))!
    expect(plan.secret).toBe(null)
    expect(await placeOfRecoveryCode(await read(), lin, codes[4]!)).toBe(4)
    const hashes = await hashCodes(plan)
    await write(tx => confirmTwoStep(tx, { personId: lin, sessionId: 0, plan, hashes, step: 0, now }))
    expect(await placeOfRecoveryCode(await read(), lin, codes[4]!)).toBe(null)
    expect(await placeOfRecoveryCode(await read(), lin, plan.codes[4]!)).toBe(4)
  })
})

describe('A code', () => {
  test('is taken once, by 20 at a time; the one before it not at all, the next one is', async () => {
    const { secret } = await turnOn(lin)
    const next = codeOf(secret, step + 1)
    const taken = await Promise.all(Array.from({ length: 20 }, () => write(tx => takeCode(tx, lin, next, now))))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await write(tx => takeCode(tx, lin, codeOf(secret, step), now))).toBe(false)
    expect(await write(tx => takeCode(tx, lin, codeOf(secret, step + 2), now + 30_000))).toBe(true)
  })

  test('with which it was turned on is used up by that', async () => {
    const { secret } = await turnOn(lin)
    expect(await write(tx => takeCode(tx, lin, codeOf(secret, step), now))).toBe(false)
  })

  test('of one person is nothing for another, nor for somebody without two steps', async () => {
    const mei = (await write(tx => createPerson(tx, { name: '梅子', passwordHash: null, now })))!
    const { secret } = await turnOn(lin)
    expect(await write(tx => takeCode(tx, mei, codeOf(secret, step + 1), now))).toBe(false)
    await turnOn(mei)
    expect(await write(tx => takeCode(tx, mei, codeOf(secret, step + 1), now))).toBe(false)
  })
})

describe('A recovery code', () => {
  test('works once, by 20 at a time; nine are left, and its owner is told', async () => {
    const { codes } = await turnOn(lin)
    const place = (await placeOfRecoveryCode(await read(), lin, codes[7]!.toUpperCase()))!
    const taken = await Promise.all(Array.from({ length: 20 }, () => write(tx => takeRecoveryCode(tx, lin, place, now))))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await placeOfRecoveryCode(await read(), lin, codes[7]!)).toBe(null)
    expect((await twoStepOf(await read(), lin))!.codesLeft).toBe(9)
    const told = await (await read()).select({ kind: notifications.kind }).from(notifications).where(eq(notifications.personId, lin))
    expect(told.map(it => it.kind)).toEqual(['two_step_on', 'recovery_code_used'])
  })

  test('at another’s place, or with a sign changed, is none', async () => {
    const { codes } = await turnOn(lin)
    const code = codes[2]!
    const changed = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0')
    for (const typed of [`3${code.slice(1)}`, changed, '', code.slice(2)]) expect(await placeOfRecoveryCode(await read(), lin, typed)).toBe(null)
  })
})

describe('In the database', () => {
  test('there is neither the secret nor a code to read, and under another AUTH_SECRET the secret does not open', async () => {
    const { secret, codes } = await turnOn(lin)
    await write(tx => planTwoStep(tx, lin, now))
    const database = await read()
    const rows = JSON.stringify([await database.select().from(twoSteps), await database.select().from(twoStepPlans), await database.select().from(recoveryCodes)])
    for (const plain of [secret.toString('base64url'), secret.toString('hex'), ...codes.map(code => code.slice(2).replace('-', ''))]) expect(rows).not.toContain(plain)
    process.env.AUTH_SECRET = 'another secret that is only used in tests'
    expect(await write(tx => takeCode(tx, lin, codeOf(secret, step + 1), now))).toBe(false)
    // What was written on paper still works: it needs no key of the site.
    expect(await placeOfRecoveryCode(await read(), lin, codes[0]!)).toBe(0)
  })

  test('a sealed text opens for its own use alone, and not when a bit of it was changed', () => {
    const sealed = seal('a secret 秘密', 'two-step:1')
    expect(unseal(sealed, 'two-step:1')).toBe('a secret 秘密')
    expect(seal('a secret 秘密', 'two-step:1')).not.toBe(sealed)
    const bytes = Buffer.from(sealed, 'base64url')
    for (const at of [0, 12, 28, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1
      expect(unseal(changed.toString('base64url'), 'two-step:1')).toBe(null)
    }
    for (const text of [sealed.slice(0, -4), '', 'x']) expect(unseal(text, 'two-step:1')).toBe(null)
    expect(unseal(sealed, 'two-step:2')).toBe(null)
  })
})

describe('Between the two steps', () => {
  test('a sign-in waits ten minutes under its token, and is closed once', async () => {
    const token = await write(tx => openSignIn(tx, { personId: lin, wanted: '/me', now }))
    expect(await openSignInOf(await read(), token, now + secondStepLifetime - 1)).toEqual({ personId: lin, wanted: '/me', passwordHash: null })
    expect(await openSignInOf(await read(), token, now + secondStepLifetime)).toBe(null)
    const closed = await Promise.all(Array.from({ length: 20 }, () => write(tx => closeSignIn(tx, token))))
    expect(closed.filter(Boolean)).toHaveLength(1)
    expect(await memberOfToken(await read(), token, now)).toBe(null)
  })

  test('it ends when the others are signed out', async () => {
    const token = await write(tx => openSignIn(tx, { personId: lin, wanted: '/me', now }))
    await write(tx => endOtherSessions(tx, lin, 0))
    expect(await openSignInOf(await read(), token, now)).toBe(null)
  })
})

describe('A role', () => {
  test('waits in a session of one step and holds in one of two, unless it is only asked for', async () => {
    await write(tx => setRoleByName(tx, '林小满', 'moderator', now))
    const [one, two] = [await session(), await session(true)]
    const roleIn = async (token: string) => {
      const { role, waitingRole } = (await memberOfToken(await read(), token, now))!.member
      return [role, waitingRole]
    }
    process.env.MODERATORS_TWO_STEP = 'required'
    expect([await roleIn(one), await roleIn(two)]).toEqual([['member', 'moderator'], ['moderator', undefined]])
    process.env.MODERATORS_TWO_STEP = 'asked'
    expect(await roleIn(one)).toEqual(['moderator', undefined])
    delete process.env.MODERATORS_TWO_STEP
    process.env.DEMONSTRATION = 'on'
    expect(await roleIn(one)).toEqual(['moderator', undefined])
    process.env.DEMONSTRATION = 'off'
    expect(await roleIn(one)).toEqual(['member', 'moderator'])
  })

  test('is lost again when two steps are turned off', async () => {
    process.env.MODERATORS_TWO_STEP = 'required'
    await write(tx => setRoleByName(tx, '林小满', 'admin', now))
    const token = await session(true)
    await turnOn(lin, (await memberOfToken(await read(), token, now))!.member.sessionId)
    await write(tx => turnOffTwoStep(tx, lin, now))
    expect((await memberOfToken(await read(), token, now))!.member).toMatchObject({ role: 'member', waitingRole: 'admin' })
    expect(await twoStepOf(await read(), lin)).toBe(null)
  })
})

function session(twoSteps = false): Promise<string> {
  return write(tx => startSession(tx, { personId: lin, device: 'firefox/linux', twoSteps, now }))
}

async function turnOn(personId: number, sessionId = 0): Promise<{ secret: Buffer; codes: string[] }> {
  await write(tx => planTwoStep(tx, personId, now))
  const plan = (await twoStepPlan(await read(), personId, now))!
  const hashes = await hashCodes(plan)
  expect(await write(tx => confirmTwoStep(tx, { personId, sessionId, plan, hashes, step, now }))).toBe(true)
  return { secret: plan.secret!, codes: plan.codes }
}
