import { beforeEach, describe, expect, test } from 'vitest'
import { isUniqueViolation, read, write } from '@/db/connection'
import { dropMailAddress, keepMailAddress, mailAddressOf, personOfMailAddress } from '@/db/people/mail-addresses'
import { dropMailLinks, mailLinkLifetime, mailLinkOf, makeMailLink, takeMailLink } from '@/db/people/mail-links'
import { createPerson } from '@/db/people/people'
import { mailLinks } from '@/db/schema'
import { useDatabase } from '../support/database'

useDatabase('per test')

const now = Date.parse('2026-11-24T12:00:00+08:00')
let lin: number, mei: number

beforeEach(async () => {
  [lin, mei] = await write(async tx => [
    (await createPerson(tx, { name: '林小满', passwordHash: null, now }))!, (await createPerson(tx, { name: '梅子', passwordHash: null, now }))!,
  ])
})

describe('An address', () => {
  test('is one person’s, whatever its capitals; changed, it says which it was before; dropped, it is free', async () => {
    const keep = (personId: number, address: string) => write(tx => keepMailAddress(tx, { personId, address, now }))
    expect(await keep(lin, 'Lin@Example.com')).toEqual({ before: null })
    expect(await keep(mei, 'lin@example.COM')).toBe(null)
    expect(await personOfMailAddress(await read(), 'LIN@example.com')).toEqual({ personId: lin, address: 'Lin@Example.com' })
    expect(await keep(lin, 'lin@other.example')).toEqual({ before: 'Lin@Example.com' })
    expect(await mailAddressOf(await read(), lin)).toBe('lin@other.example')
    expect(await write(tx => dropMailAddress(tx, lin))).toBe('lin@other.example')
    expect(await keep(mei, 'lin@other.example')).toEqual({ before: null })
    expect(await mailAddressOf(await read(), lin)).toBe(null)
  })

  test('that two people confirm at once becomes one person’s', async () => {
    const kept = await Promise.all([lin, mei].map(personId => (
      write(tx => keepMailAddress(tx, { personId, address: 'both@example.com', now })).catch(error => {
        if (isUniqueViolation(error)) return null
        throw error
      })
    )))
    expect(kept.filter(it => it !== null)).toHaveLength(1)
  })
})

describe('A link', () => {
  const link = { use: 'sign_in', browser: 'b:somebody', address: '', wanted: '/me' } as const

  test('lives ten minutes, and is used once, by 20 at a time', async () => {
    const token = await write(tx => makeMailLink(tx, { ...link, personId: lin, now }))
    expect(await mailLinkOf(await read(), token, now + mailLinkLifetime - 1)).toEqual({ ...link, personId: lin })
    expect(await mailLinkOf(await read(), token, now + mailLinkLifetime)).toBe(null)
    const taken = await Promise.all(Array.from({ length: 20 }, () => write(tx => takeMailLink(tx, token))))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await mailLinkOf(await read(), token, now)).toBe(null)
  })

  test('stands in the database as a hash alone, and goes with its person’s others', async () => {
    const tokens = await write(async tx => [
      await makeMailLink(tx, { ...link, personId: lin, now }), await makeMailLink(tx, { ...link, personId: lin, now }),
      await makeMailLink(tx, { ...link, personId: mei, now }),
    ])
    const rows = JSON.stringify(await (await read()).select().from(mailLinks))
    for (const token of tokens) expect(rows).not.toContain(token)
    await write(tx => dropMailLinks(tx, lin))
    expect(await Promise.all(tokens.map(async token => (await mailLinkOf(await read(), token, now)) !== null))).toEqual([false, false, true])
  })
})
