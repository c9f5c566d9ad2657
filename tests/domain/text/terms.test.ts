import { describe, expect, test } from 'vitest'
import { termsOf, termsToIndex, termsToSeek } from '@/domain/text/terms'
import { markFound, windowAround } from '@/domain/text/marked'

describe('A text is cut into terms', () => {
  test('软著备案 into its 3 overlapping pairs', () => {
    expect(termsOf('软著备案')).toEqual(['软著', '著备', '备案'])
  })

  test('a lone Han sign stays 1 term', () => {
    expect(termsOf('过 审')).toEqual(['过', '审'])
  })

  test('Latin and digits into words of lower case, full-width ones as half-width', () => {
    expect(termsOf('API v2，花了３００元 ＩＣＰ备案')).toEqual(['api', 'v2', '花了', '300', '元', 'icp', '备案'])
  })

  test('the same word twice into 1 term', () => {
    expect(termsOf('年审、年审 API api')).toEqual(['年审', 'api'])
  })

  test('signs beyond the first plane into pairs of whole characters', () => {
    expect(termsOf('𠮷野家')).toEqual(['𠮷野', '野家'])
  })

  const signs = ['"', '*', '(', ')', ':', '^', '-', '\'', '\\', ' ', '&', '|', '!', '<', '\u0000']
  test.each(signs)('and never keeps %j', sign => {
    expect(termsOf(`认证${sign}AND${sign}`).join('')).toBe('认证and')
  })

  test('a run of 5,000 letters into one term of 64', () => {
    expect(termsOf('a'.repeat(5_000)).map(term => term.length)).toEqual([64])
  })
})

describe('A question', () => {
  test('of one sign seeks what begins with it', () => {
    expect(termsToSeek('著')).toEqual([{ term: '著', prefix: true }])
    expect(termsToSeek('软著')).toEqual([{ term: '软著', prefix: false }])
  })

  test('finds the last sign of a run too, because the index keeps it alone', () => {
    expect(termsToIndex('有软著')).toEqual(['有软', '软著', '著'])
  })

  test('of 10,000 signs seeks 24 terms', () => {
    const long = Array.from({ length: 10_000 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join('')
    expect(termsToSeek(long)).toHaveLength(24)
  })

  test('of signs only seeks nothing', () => {
    expect(termsToSeek('"*"(( -- ')).toEqual([])
  })
})

describe('What was found is marked', () => {
  const found = (text: string, query: string) =>
    markFound(text, query).filter(piece => piece.found).map(piece => piece.text)

  test('as one piece where pairs overlap', () => {
    expect(found('要不要软件著作权？', '软件著作')).toEqual(['软件著作'])
  })

  test('as it was written, though it was sought in other letters', () => {
    expect(found('ＡＰＩ 和 Api', 'api')).toEqual(['ＡＰＩ', 'Api'])
  })

  test('and the pieces joined are the text again', () => {
    const text = '㈱ 𠮷 软著 <b>软著</b> ﬁn'
    expect(markFound(text, '软著 fi').map(piece => piece.text).join('')).toBe(text)
  })

  test('in a window of 30 signs around the first place of 2', () => {
    const text = `${'前'.repeat(100)}备案${'后'.repeat(100)}备案`
    expect(windowAround(text, '备案', 30)).toBe(`…${'前'.repeat(10)}备案${'后'.repeat(18)}…`)
  })
})
