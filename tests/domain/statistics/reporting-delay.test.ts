import { describe, expect, test } from 'vitest'
import { randomFrom } from '@/domain/simulation/random'
import { reportedBy, type Delay } from '@/domain/statistics/reporting-delay'

describe('How late people report', () => {
  test('all old enough to show every delay: of 40, 20 reported on the day and 10 each 5 and 9 days later, so 50, 75 and 100 %', () => {
    const told = (delay: number, count: number): Delay[] => Array.from({ length: count }, () => ({ delay, limit: 100 }))
    const by = reportedBy([...told(0, 20), ...told(5, 10), ...told(9, 10)])!
    expect([0, 4, 5, 8, 9, 50].map(by).map(share => Math.round(share * 100))).toEqual([50, 50, 75, 75, 100, 100])
  })

  test('cut off by today: half report after 10 days, and the plain share of those seen would be 66 % on the day, not 50', () => {
    // 40 happened long ago, 40 in the last 9 days: of the young ones only those who told at once are here yet.
    const old = Array.from({ length: 40 }, (_, i) => ({ delay: i % 2 === 0 ? 0 : 10, limit: 60 }))
    const young = Array.from({ length: 20 }, () => ({ delay: 0, limit: 5 }))
    const by = reportedBy([...old, ...young])!
    expect(by(0)).toBeCloseTo(0.5, 12)
    expect([...old, ...young].filter(({ delay }) => delay === 0).length / 60).toBeCloseTo(2 / 3, 2)
  })

  test('of 3,000 exponential delays with a mean of 6 days the estimate is within 4 points of the truth at 3, 6 and 14 days', () => {
    const random = randomFrom('delay')
    const delays = Array.from({ length: 3000 }, () => ({ delay: Math.floor(random.exponential(6)), limit: random.whole(0, 60) }))
      .filter(({ delay, limit }) => delay <= limit)
    const by = reportedBy(delays)!
    for (const age of [3, 6, 14]) expect(Math.abs(by(age) - (1 - Math.exp(-(age + 1) / 6)))).toBeLessThan(0.04)
  })

  test('1 report 300 days late does not decide for all: it takes 10 that are old enough to begin', () => {
    const delays = Array.from({ length: 40 }, () => ({ delay: 1, limit: 30 }))
    expect(reportedBy([...delays, { delay: 300, limit: 301 }])!(1)).toBe(1)
  })

  test('19 delays say nothing', () => {
    const delays = Array.from({ length: 19 }, () => ({ delay: 1, limit: 30 }))
    expect(reportedBy(delays)).toBeNull()
    expect(reportedBy([...delays, { delay: 1, limit: 30 }])).not.toBeNull()
  })
})
