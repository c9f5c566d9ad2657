import { describe, expect, test } from 'vitest'
import { newRecoveryCodes, readRecoveryCode } from '@/domain/people/recovery-codes'
import { authenticatorAddress, base32, codeOf, stepAt, stepOfCode } from '@/domain/people/totp'

// RFC 6238, appendix B: the secret of its SHA-1 table.
const secret = Buffer.from('12345678901234567890')

describe('Codes of an authenticator', () => {
  test.each([
    [59, '94287082'], [1_111_111_109, '07081804'], [1_111_111_111, '14050471'], [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'], [20_000_000_000, '65353130'],
  ])('at second %i RFC 6238 says %s, of which we use the last six', (second, code) => {
    expect(codeOf(secret, stepAt(second * 1000), 8)).toBe(code)
    expect(codeOf(secret, stepAt(second * 1000))).toBe(code.slice(2))
  })

  test('RFC 4226, appendix D: the first ten', () => {
    expect(Array.from({ length: 10 }, (_, step) => codeOf(secret, step))).toEqual([
      '755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489',
    ])
  })

  const now = Date.parse('2026-11-24T12:00:10+08:00')
  const here = stepAt(now)
  const found = (typed: string, after = 0) => stepOfCode(secret, typed, { now, after })

  test('a clock may be one step off either way, and no more', () => {
    const around = [-2, -1, 0, 1, 2].map(off => found(codeOf(secret, here + off)))
    expect(around).toEqual([null, here - 1, here, here + 1, null])
  })

  test('a step that was taken, and those before it, are not taken again', () => {
    expect(found(codeOf(secret, here), here)).toBe(null)
    expect(found(codeOf(secret, here - 1), here)).toBe(null)
    expect(found(codeOf(secret, here + 1), here)).toBe(here + 1)
  })

  test.each(['', '12345', '1234567', 'abcdef', '12 34', '١٢٣٤٥٦', '0x1234', '-12345', '1e5000'])('%s is no code', typed => {
    expect(found(typed)).toBe(null)
  })

  test('full-width digits and a space in the middle are read as what was meant', () => {
    const code = codeOf(secret, here)
    const wide = Array.from(code, digit => String.fromCodePoint(0xff10 + Number(digit))).join('')
    expect([found(wide), found(`${code.slice(0, 3)} ${code.slice(3)}\n`)]).toEqual([here, here])
  })

  test.each([['', ''], ['f', 'MY'], ['fo', 'MZXQ'], ['foo', 'MZXW6'], ['foob', 'MZXW6YQ'], ['fooba', 'MZXW6YTB'], ['foobar', 'MZXW6YTBOI']])(
    'base32 of %s is %s (RFC 4648 §10, without padding)', (text, written) => {
      expect(base32(Buffer.from(text))).toBe(written)
    })

  test('what the QR code says is read back by an address parser, whatever the name', () => {
    const url = new URL(authenticatorAddress(secret, { site: 'guoshen.example:3000', name: '林 & 李?' }))
    expect([url.protocol, url.host, decodeURIComponent(url.pathname)]).toEqual(['otpauth:', 'totp', '/guoshen.example:3000:林 & 李?'])
    expect(Object.fromEntries(url.searchParams)).toEqual({ secret: base32(secret), issuer: 'guoshen.example:3000' })
  })
})

describe('Recovery codes', () => {
  const codes = newRecoveryCodes(count => Uint8Array.from({ length: count }, (_, at) => at * 29))

  test('are ten, each with its place first', () => {
    expect(codes.map(code => code.slice(0, 2))).toEqual(Array.from({ length: 10 }, (_, place) => `${place}-`))
    for (const code of codes) expect(code).toMatch(/^\d-[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/)
  })

  test('each byte of chance may become each of 32 signs', () => {
    const [one] = newRecoveryCodes(count => new Uint8Array(count).fill(255))
    const [other] = newRecoveryCodes(count => new Uint8Array(count).fill(224))
    expect([one, other]).toEqual(['0-zzzzz-zzzzz', '0-00000-00000'])
  })

  test('are read however they were written down: capitals, full width, no dashes, an O for a zero', () => {
    const read = { place: 3, secret: '0k7qw1e9rt' }
    for (const typed of ['3-0k7qw-1e9rt', '3 0K7QW 1E9RT', '３-ｏｋ７ｑｗ-ｉｅ９ｒｔ', '30k7qwle9rt', '3—OK7QW–LE9RT']) expect(readRecoveryCode(typed)).toEqual(read)
  })

  test.each(['', '123456', '3-k7qw3-e9rt', '3-k7qw3-e9rtpp', 'x-k7qw3-e9rtp', '3-k7qw3-e9rtu', '３'.repeat(500)])('%s is none', typed => {
    expect(readRecoveryCode(typed)).toBe(null)
  })
})
