import { describe, expect, test } from 'vitest'
import { cleanText } from '@/domain/text/clean'
import { longestWords, namesSoughtIn, plainExcerpt, renderWords } from '@/domain/text/markdown'
import { termsToIndex, termsToSeek } from '@/domain/text/terms'
import { wordBombs } from '../../support/word-bombs'

// No clock of this machine is trusted: what a text costs is held against what an honest one of the same length costs. The
// worst of these costs two; what read its text from each of its signs again would cost hundreds.

const honest = '付完钱半小时内就来电话了，**没有**要软著。\n\n- 名字 `没有` 被打回\n- 见 https://e.cn/x\n\n'.repeat(400).slice(0, longestWords)

describe('What is done with words when they are published', () => {
  test.each(Object.entries(wordBombs))('costs less than ten honest texts as long: %s', (_, bomb) => {
    const words = bomb.slice(0, longestWords)
    expect(costOf(words)).toBeLessThan(10 * costOf(honest))
  })

  test('a question of any length is read to 200 signs and asks for 24 terms at most', () => {
    for (const query of ['认'.repeat(10_000), 'a b '.repeat(10_000), '"*() OR '.repeat(5_000), ...Object.values(wordBombs)]) {
      expect(termsToSeek(query).length).toBeLessThanOrEqual(24)
      expect(termsToSeek(query)).toEqual(termsToSeek(query.slice(0, 200)))
    }
  })
})

/** Microseconds of processor time, the least of three times. */
function costOf(words: string): number {
  return Math.min(...[1, 2, 3].map(() => {
    const before = process.cpuUsage()
    const clean = cleanText(words)
    namesSoughtIn(clean)
    renderWords(clean)
    plainExcerpt(clean, 200)
    termsToIndex(clean)
    const { user, system } = process.cpuUsage(before)
    return user + system
  }))
}
