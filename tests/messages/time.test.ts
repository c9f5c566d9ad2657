import { describe, expect, test } from 'vitest'
import { sayLater, sayWait } from '@/components/say/time'
import { intervalOfDay, type Interval } from '@/domain/case/interval'
import { wordsFor } from '@/messages/words'

const zh = wordsFor('zh')
const en = wordsFor('en')
const [hour, day] = [60, 1440]
const monday = intervalOfDay('2026-11-09')!
const thursday = intervalOfDay('2026-11-12')!
const mondayAtThree = monday[0] + 15 * hour
const moment = (minute: number): Interval => [minute, minute]
const apart = (one: Interval, other: Interval): Interval => [Math.max(0, other[0] - one[1]), other[1] - one[0]]

describe('A wait', () => {
  const waits: [string, string, Interval, string][] = [
    ['26 minutes', '26 分钟', [26, 26], '26 min'],
    ['200 minutes', '3 小时 20 分钟', [200, 200], '3 h 20 min'],
    ['at most 30 minutes', '30 分钟内', [0, 30], 'within 30 min'],
    ['25 to 35 minutes', '约 30 分钟', [25, 35], 'about 30 min'],
    ['1 to 3 hours', '1 小时–3 小时', [hour, 3 * hour], '1 h–3 h'],
    ['2 events of 1 day', '当天', [0, day - 1], 'same day'],
    ['1 day and the next, 1 minute to 47 hours 59', '约 1 天', apart(monday, [monday[0] + day, monday[1] + day]), 'about 1 day'],
    ['Monday and Thursday, 2 days and a minute to 4 days less a minute', '约 3 天', apart(monday, thursday), 'about 3 days'],
    ['Monday at 15:00 to Thursday, 57 hours to 81 hours less a minute', '约 3 天', apart(moment(mondayAtThree), thursday), 'about 3 days'],
    ['Monday to Thursday at 15:00', '约 3 天', apart(monday, moment(thursday[0] + 15 * hour)), 'about 3 days'],
    ['2 to 3 days as told', '2–3 天', [2 * day, 3 * day], '2–3 days'],
    ['Monday at 15:00 to Wednesday or Thursday', '2–3 天', apart(moment(mondayAtThree), [thursday[0] - day, thursday[1]]), '2–3 days'],
    ['at most 2 days', '2 天内', [0, 2 * day], 'within 2 days'],
    ['at least 5 days', '超过 5 天', [5 * day, Infinity], 'more than 5 days'],
  ]
  test.each(waits)('of %s is %s', (_, said, wait, saidInEnglish) => {
    expect(sayWait(wait, zh.time)).toBe(said)
    expect(sayWait(wait, en.time)).toBe(saidInEnglish)
  })

  test('whose bounds are 1 day or more apart is said in whole days: of 400 none names an hour or a minute', () => {
    const waits = Array.from({ length: 400 }, (_, n): Interval => [n * 37, n * 37 + day - 1 + n * 11])
    const said = waits.map(wait => sayWait(wait, zh.time))
    expect(said.filter(words => /小时|分钟/.test(words))).toEqual([])
    expect(said.filter(words => !/天/.test(words))).toEqual([])
  })
})

describe('What came later', () => {
  test.each([
    ['0 minutes', '同时', [0, 0]], ['22 minutes', '22 分钟后', [22, 22]], ['at most 30 minutes', '30 分钟内', [0, 30]],
    ['1 day of which no more is known', '当天', [0, day - 1]], ['3 days, by dates', '约 3 天后', apart(monday, thursday)],
    ['2 to 3 days', '2–3 天后', [2 * day, 3 * day]],
  ] as [string, string, Interval][])('by %s came %s', (_, said, wait) => {
    expect(sayLater(wait, zh)).toBe(said)
  })
})

test('15 to 45 minutes share their unit: 15–45 分钟', () => {
  expect(sayWait([15, 45], zh.time)).toBe('15–45 分钟')
  expect(sayWait([15, 45], en.time)).toBe('15–45 min')
})
