import { beforeEach, expect, test } from 'vitest'
import type { MemberContext } from '@/app/act'
import { passwordProof, unproved, wrongPassword } from '@/app/prove'
import { accountOf, noteWrongPassword, signInWait } from '@/app/sign-in-delay'
import { write } from '@/db/connection'
import { hashPassword } from '@/db/people/password-hash'
import { createPerson } from '@/db/people/people'
import type { Member } from '@/domain/people/viewer'
import { useDatabase } from '../support/database'

useDatabase('per test')

const now = Date.parse('2026-11-24T12:00:00+08:00')
const password = '山高水长又一年，等一个电话'
let lin: Member

beforeEach(async () => {
  const passwordHash = await hashPassword(password)
  const id = await write(tx => createPerson(tx, { name: '林小满', passwordHash, now }))
  lin = { kind: 'member', id: id!, name: '林小满', role: 'member', suspended: false, sessionId: 1 }
})

const wrong = (path: string) => ({ problems: [{ path, code: 'current_password_wrong' }] })
const waits = { refused: { limited: expect.any(Number) } }

test('guesses with somebody’s session are counted for his account, in whichever form; its owner signs in and proves himself elsewhere', async () => {
  const account = accountOf(lin)
  const at = (address: string) => ({ now, address, author: lin }) as MemberContext
  expect(await unproved('current_password', '', lin, at('203.0.113.1'))).toEqual(wrong('current_password'))
  // So many that whoever guesses once more waits for the longest time there is: none ends while this test runs.
  for (let n = 0; n < 20; n++) await noteWrongPassword(account, `198.18.0.${n}`)
  const guesses = [
    ['203.0.113.2', (typed: string) => passwordProof('password', typed, at('203.0.113.2'))],
    ['203.0.113.3', (typed: string) => unproved('current_password', typed, lin, at('203.0.113.3'))],
    ['203.0.113.4', (typed: string) => wrongPassword('password', typed, lin, '203.0.113.4')],
  ] as const
  for (const [address, prove] of guesses) {
    expect(await prove('guess after guess')).toMatchObject({ problems: [{ code: 'current_password_wrong' }] })
    // Not even the right one is looked at: nobody learns by it.
    expect([await prove('guess after guess'), await prove(password)]).toEqual([waits, waits])
    expect(await signInWait(account, address)).not.toBeNull()
  }
  expect([await signInWait(account, '198.51.100.7'), await unproved('password', password, lin, at('198.51.100.7'))]).toEqual([null, null])
})
