import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { chanceBytes, isTokenForm, tokenDraft, tokenOf } from '@/domain/people/api-token'

test('a token says whose it is, and its last six characters are the CRC-32 of the thirty before', () => {
  const token = tokenOf(Array.from({ length: 30 }, (_, at) => at))
  expect(token).toMatch(/^guoshen_0123456789ABCDEFGHIJKLMNOPQRST[0-9A-Za-z]{6}$/)
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  const check = [...token.slice(-6)].reduce((sum, sign) => sum * 62 + digits.indexOf(sign), 0)
  expect(check).toBe(crc32('0123456789ABCDEFGHIJKLMNOPQRST'))
})

test('of 2,000 tokens no two are the same, all have the form, and none with one character changed has', () => {
  const made = Array.from({ length: 2_000 }, () => tokenOf(randomBytes(chanceBytes)))
  expect(new Set(made).size).toBe(2_000)
  expect(made.filter(token => !isTokenForm(token))).toEqual([])
  const other = (sign: string) => (sign === 'x' ? 'y' : 'x')
  expect(made.filter((token, n) => {
    const at = 'guoshen_'.length + n % 36
    return isTokenForm(token.slice(0, at) + other(token[at]!) + token.slice(at + 1))
  })).toEqual([])
})

test('every character is as likely: of bytes 0 to 255 each of 62 stands for four, and the other eight for none', () => {
  const chances = Array.from({ length: 256 }, (_, byte) => byte).filter(byte => byte < 248)
  const counts = new Map<string, number>()
  for (const byte of chances) {
    const sign = tokenOf(Array<number>(30).fill(byte))['guoshen_'.length]!
    counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  expect([...counts.values()]).toEqual(Array(62).fill(4))
  expect(tokenOf([248, 255, ...Array<number>(30).fill(1)])).toContain(`guoshen_${'1'.repeat(30)}`)
  expect(() => tokenOf(Array<number>(64).fill(250))).toThrow()
})

test.each(['', 'guoshen_', 'ghp_0123456789ABCDEFGHIJKLMNOPQRST000000', 'guoshen_0123456789ABCDEFGHIJKLMNOPQRST0000000', `guoshen_${'好'.repeat(36)}`])('%j is none', text => {
  expect(isTokenForm(text)).toBe(false)
})

test('what is asked for is named, has at least one scope, and each once in the order of the list', () => {
  expect(tokenDraft.parse({ name: ' 抓取\n程序 ', scopes: ['reply', 'read', 'reply'], days: '30' }))
    .toEqual({ name: '抓取 程序', scopes: ['read', 'reply'], days: '30' })
  const codes = (told: object) => tokenDraft.safeParse(told).error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`)
  expect(codes({ name: '', scopes: [], days: '8' })).toEqual(['name token_name_needed', 'scopes token_scope_needed', 'days not_in_list'])
  expect(codes({ name: '长'.repeat(41), scopes: ['read', 'everything'], days: '' })).toEqual(['name token_name_long', 'scopes not_in_list'])
})
