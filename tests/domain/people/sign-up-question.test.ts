import { expect, test } from 'vitest'
import { answerInDigits, signUpQuestion } from '@/domain/people/sign-up-question'

test.each([
  ['38', 38], [' 38 分钟', 38], ['３８', 38], ['about 38 min', 38], ['038', 38], ['', NaN], ['三十八', NaN], ['30 8', NaN], ['3.8', NaN], ['123456', NaN],
])('%j is read as %d minutes', (typed, number) => {
  expect(answerInDigits(typed)).toBe(number)
})

test('a question is done in one’s head: no sum carries over', () => {
  for (let i = 0; i < 200; i++) {
    const { first, second, minutes } = signUpQuestion((from, to) => from + i * 7919 % (to - from))
    expect(minutes).toBe(first + second)
    expect(first % 10 + second).toBeLessThan(10)
    expect([first >= 11, first <= 95, second >= 2, second <= 4]).toEqual([true, true, true, true])
  }
})
