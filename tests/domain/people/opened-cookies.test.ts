import { decode, encode } from 'next-auth/jwt'
import { beforeEach, describe, expect, test } from 'vitest'
import { OpenedCookies } from '@/app/opened-cookies'

const [secret, name] = ['a secret that is only used in tests', 'guoshen-session']
const day = 86_400
let times = 0
let cookies: OpenedCookies

beforeEach(() => {
  times = 0
  cookies = new OpenedCookies((sealed, salt) => {
    times++
    return decode({ token: sealed, secret, salt })
  })
})

const seal = (token: object, key = secret) => encode({ token: token as never, secret: key, salt: name, maxAge: day })

describe('A cookie', () => {
  test('of a session is opened once for 3 requests, and each other one by itself', async () => {
    const [lin, bo] = [await seal({ sessionToken: 'lin' }), await seal({ sessionToken: 'bo' })]
    for (let n = 0; n < 3; n++) expect([await cookies.tokenIn(lin, name, Date.now()), await cookies.tokenIn(bo, name, Date.now())]).toEqual(['lin', 'bo'])
    expect(times).toBe(2)
  })

  test('that has been opened holds nothing any more once its day is over', async () => {
    const lin = await seal({ sessionToken: 'lin' })
    const now = Date.now()
    expect(await cookies.tokenIn(lin, name, now)).toBe('lin')
    expect(await cookies.tokenIn(lin, name, now + (day + 60) * 1_000)).toBe(null)
  })

  test('sealed under another secret or name, changed by a sign, without a session, or garbage holds none, and is opened each time', async () => {
    const lin = await seal({ sessionToken: 'lin' })
    expect(await cookies.tokenIn(lin, name, Date.now())).toBe('lin')
    const changed = lin.slice(0, -8) + (lin.at(-8) === 'A' ? 'B' : 'A') + lin.slice(-7)
    const wrong = [await seal({ sessionToken: 'lin' }, 'another secret than that of tests'), changed, await seal({ other: 'lin' }), 'garbage', '']
    for (const sealed of wrong) for (let n = 0; n < 2; n++) expect(await cookies.tokenIn(sealed, name, Date.now())).toBe(null)
    expect(await cookies.tokenIn(lin, '__Host-guoshen-session', Date.now())).toBe(null)
    expect(times).toBe(1 + 2 * wrong.length + 1)
  })
})
