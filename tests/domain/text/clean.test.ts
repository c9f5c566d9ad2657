import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { cleanLine, cleanText } from '../../../domain/text/clean'
import { countGraphemes, firstGraphemes, isTooShort, leastGraphemes } from '../../../domain/text/graphemes'

describe('clean text', () => {
  test('a NUL in the middle of 6 characters leaves 5, and nothing behind it is hidden', () => {
    expect(cleanText('已过审\u0000谢谢')).toBe('已过审谢谢')
  })

  test('a lone surrogate becomes a replacement character and can be put in a URL', () => {
    expect(cleanText('过\ud800审')).toBe('过\ufffd审')
    expect(() => encodeURIComponent(cleanText('过\ud800审'))).not.toThrow()
  })

  test('e and U+0301 are stored as one é', () => {
    expect(cleanText('cafe\u0301')).toBe('caf\u00e9')
  })

  test('40 marks on one letter are trimmed to 4, four stay', () => {
    expect(cleanText(`z${'\u0335'.repeat(40)}`)).toBe(`z${'\u0335'.repeat(4)}`)
    expect(cleanText(`z${'\u0335'.repeat(4)}审`)).toBe(`z${'\u0335'.repeat(4)}审`)
  })

  test('the 9 bidi embeddings, overrides and isolates go, Hebrew stays', () => {
    expect(cleanText('\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069שלום')).toBe('שלום')
  })

  test('Windows, old Mac and Unicode line ends are one line feed each; a tab stays', () => {
    expect(cleanText('一\r\n二\r三\u2028四\n\t五')).toBe('一\n二\n三\n四\n\t五')
  })

  test('a line has no line feeds and no run of spaces', () => {
    expect(cleanLine('  已过\r\n\r\n审　　了 ')).toBe('已过 审 了')
  })

  test('cleaning is done once: twice is the same, and well formed, whatever is typed', () => {
    const rough = fc.string({ unit: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom('\u0000', '\ud800', '\udc00', '\u0301', '\u0335', '\u202e', '\u2066', '\r', '\n', 'e', '審', ' '),
    ), maxLength: 60 })
    fc.assert(fc.property(rough, text => {
      const once = cleanText(text)
      expect(cleanText(once)).toBe(once)
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
      expect(once.isWellFormed()).toBe(true)
      expect(once).not.toMatch(/[\u0000\u202a-\u202e\u2066-\u2069]|\p{M}{5}/u)
    }), { numRuns: 1000 })
  })
})

describe('graphemes', () => {
  test('a family of four is 1, a flag is 1, é in two parts is 1, 微信认证 is 4', () => {
    expect(['👨‍👩‍👧‍👦', '🇨🇳', 'e\u0301', '微信认证'].map(countGraphemes)).toEqual([1, 1, 1, 4])
  })

  test('the first 2 of a family, a flag and a letter end between people', () => {
    expect(firstGraphemes('👨‍👩‍👧‍👦🇨🇳审', 2)).toBe('👨‍👩‍👧‍👦🇨🇳')
    expect(firstGraphemes('审', 5)).toBe('审')
  })

  test('8 and 6 characters are enough in Chinese, 20 and 15 in Latin letters', () => {
    expect([leastGraphemes('审', 'body'), leastGraphemes('审', 'title'), leastGraphemes('a', 'body'),
      leastGraphemes('a', 'title')])
      .toEqual([8, 6, 20, 15])
    expect([isTooShort('一二三四五六七', 'body'), isTooShort('一二三四五六七八', 'body')]).toEqual([true, false])
    expect([isTooShort('approved at 10', 'title'), isTooShort('approved at ten', 'title')]).toEqual([true, false])
  })
})
