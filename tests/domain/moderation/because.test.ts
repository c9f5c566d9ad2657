import { expect, test } from 'vitest'
import { becauseSchema } from '@/domain/moderation/because'

const codeOf = (text: string) => becauseSchema.safeParse(text).error?.issues[0]?.message

test('a reason of 2 to 300 characters is taken; 1, none and 301 are not', () => {
  expect(becauseSchema.parse(' 玩笑 ')).toBe('玩笑')
  expect(becauseSchema.parse('长'.repeat(300))).toHaveLength(300)
  expect(codeOf('长'.repeat(301))).toBe('because_too_long')
  expect(codeOf('好')).toBe('because_needed')
  expect(codeOf(' \n\u0000 ')).toBe('because_needed')
})

test('a family of 4 and a flag are 2 characters, and a reason', () => {
  expect(becauseSchema.parse('👨‍👩‍👧‍👦🇨🇳')).toBe('👨‍👩‍👧‍👦🇨🇳')
  expect(codeOf('👨‍👩‍👧‍👦')).toBe('because_needed')
})

test('a telephone number in a reason is masked before the log keeps it for ever', () => {
  const kept = becauseSchema.parse('作者留了电话 13812345678，先隐藏')
  expect(kept).not.toContain('13812345678')
  expect(kept).toMatch(/^作者留了电话 .+，先隐藏$/)
})

test('2 lines become 1, and signs that turn the text around are gone', () => {
  expect(becauseSchema.parse('同一个人\n\u202E写了两次')).toBe('同一个人 写了两次')
})
