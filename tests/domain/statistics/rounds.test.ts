import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attemptsOf, type Way } from '../../../domain/statistics/rounds'
import { outcomesWithin } from '../../../domain/statistics/within'
import { spell, times } from './spells'

let last = 0
const ways = (n: number, step: number, cause = 0): Way[] => Array.from({ length: n }, () => ({ account: `person ${++last}`, step, cause }))
const round = (share: number) => Number(share.toFixed(9))

test('20 cases: 12 pass at once, 4 of the other 8 in round 2, 1 leaves between, 3 are refused twice: 60, 80 and 80 %', () => {
  const { attempts, ended, waiting } = attemptsOf(2, [...ways(12, 2, 1), ...ways(4, 4, 1), ...ways(1, 3, 2), ...ways(3, 4)])
  expect([ended, waiting]).toEqual([[16, 1], 3])
  expect(attempts.map(it => [it.attempt, it.atRisk, ...[...it.causes, it.waiting].map(({ share }) => round(share))])).toEqual([
    [1, 20, 0.6, 0.05, 0.35], [2, 7, 0.8, 0.05, 0.15],
  ])
})

test('10 who still wait for their first verdict are in n, and change nothing of what the verdicts were', () => {
  const heard = [...ways(12, 2, 1), ...ways(8, 2, 2)]
  const figure = attemptsOf(2, [...heard, ...ways(10, 1)])
  expect([figure.n, figure.waiting, figure.attempts[0]!.atRisk]).toEqual([30, 10, 20])
  expect(figure.attempts[0]!.causes.map(({ share }) => share)).toEqual([0.6, 0.4])
})

test('10 refused once who wait for round 2 have had their first verdict: 10 of 20 pass at once, and 6 of the 6 who heard again', () => {
  const { attempts } = attemptsOf(1, [...ways(10, 2, 1), ...ways(6, 4, 1), ...ways(4, 3)])
  expect(attempts.map(({ causes, waiting }) => [round(causes[0]!.share), round(waiting.share)])).toEqual([[0.5, 0.5], [1, 0]])
})

test('the shares of every attempt make 1, and none falls from one attempt to the next', () => {
  const way = fc.record({ account: fc.nat(40).map(i => `person ${i}`), step: fc.integer({ min: 1, max: 9 }), cause: fc.nat(3) })
  fc.assert(fc.property(fc.array(way, { minLength: 10, maxLength: 80 }), all => {
    const { attempts } = attemptsOf(3, all)
    attempts.forEach(({ causes, waiting }, i) => {
      expect(causes.reduce((sum, { share }) => sum + share, waiting.share)).toBeCloseTo(1, 10)
      causes.forEach(({ share }, k) => expect(share).toBeGreaterThanOrEqual((attempts[i - 1]?.causes[k]!.share ?? 0) - 1e-12))
    })
  }), { seed: 11, numRuns: 150 })
})

const lasting = (n: number, days: number, cause: number) => times(n, days).map(() => spell({ days, cause }))

test('of 20 months old cases 12 pass on day 5, 4 fail on day 20, 4 wait for 60 days: 60 % within 14 days, 40 % wait', () => {
  const figure = outcomesWithin(2, [...lasting(12, 5, 1), ...lasting(4, 20, 2), ...lasting(4, 60, 0)], 14)
  expect([figure.causes!.map(({ share }) => round(share)), round(figure.waiting!.share), figure.unended]).toEqual([[0.6, 0], 0.4, 4])
})

test('pending cases are not dropped: 6 of 20 pass on day 2, 14 last heard of on day 30 wait: 30 %, not 100', () => {
  expect(outcomesWithin(1, [...lasting(6, 2, 1), ...lasting(14, 30, 0)], 14).causes!.map(({ share }) => round(share))).toEqual([0.3])
})

test('20 of whom 6 pass on day 2 and 14 were last heard of on day 3 say nothing of day 14', () => {
  expect(outcomesWithin(1, [...lasting(6, 2, 1), ...lasting(14, 3, 0)], 14)).toMatchObject({ known: 6, causes: null, waiting: null })
})
