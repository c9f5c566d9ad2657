import { expect, test } from 'vitest'
import type { FigureFilter } from '../../../domain/figures/filter'
import type { WholeSpell } from '../../../domain/figures/outcomes'
import { robustnessHead, robustShare, robustWait } from '../../../domain/figures/robustness'
import type { EnteringSpell } from '../../../domain/statistics/entering'
import { days, spell, times } from '../statistics/spells'

const filter: FigureFilter = { process: 'certification', layer: 'own' }
// Long after every month here has settled.
const now = Date.parse('2027-06-01T12:00:00+08:00') / 60_000
const lengths = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
const told = (spells: ReturnType<typeof days>): EnteringSpell[] =>
  spells.map(it => ({ ...it, stage: 'decision', started: null, reported: now }))
const whole = (approved: number, waiting: number): WholeSpell[] => [
  ...days(times(approved, 3)).map(it => ({ ...it, ending: 'approved' as const })),
  ...days(times(waiting, 9)).map(it => ({ ...it, ending: 'waiting' as const })),
]
const figure = (spells: EnteringSpell[], cases: WholeSpell[] = []) => ({
  ...robustnessHead(filter, 'decision'), wait: robustWait('decision', spells, now), outcome: robustShare(filter, cases, now),
})

test('40 people waited 1…40 days: half by 20.5, a tenth false 18.5 to 22.5, five gone 18 to 23', () => {
  const { wait, false_share } = figure(told(days(lengths(40))))
  expect(false_share).toBe(0.1)
  expect(wait.median!.value).toBe(20.5)
  expect(wait.false_reports).toEqual({ shortest: 18.5, longest: 22.5 })
  expect(wait.without).toEqual([
    { accounts: 1, shortest: 20, longest: 21 }, { accounts: 3, shortest: 19, longest: 22 },
    { accounts: 5, shortest: 18, longest: 23 },
  ])
  expect(wait.delayed_entry).toBe(null)
})

test('14 people: with 1 or 3 gone 13 and 11 are left, with 5 gone only 9, and nothing is said', () => {
  const { wait } = figure(told(days(lengths(14))))
  expect(wait.without.map(({ shortest, longest }) => [shortest !== null, longest !== null]))
    .toEqual([[true, true], [true, true], [false, false]])
})

test('9 people: no median, no range, nobody taken away', () => {
  expect(figure(told(days(lengths(9)))).wait)
    .toMatchObject({ n: 9, suppressed: 'counts_only', median: null, false_reports: null, without: [], delayed_entry: null })
})

test('30 of 40 approved by day 7 are 75 %: 72 to 83 if a tenth is false, 29 of 39 or 30 of 39 with one account gone', () => {
  const { outcome } = figure([], whole(30, 10))
  expect([outcome.ending, outcome.day, outcome.share!.value]).toEqual(['approved', 7, 0.75])
  expect(outcome.false_reports!.lower).toBeCloseTo(0.65 / 0.9, 12)
  expect(outcome.false_reports!.upper).toBeCloseTo(0.75 / 0.9, 12)
  expect(outcome.without[0]!.lower).toBeCloseTo(29 / 39, 12)
  expect(outcome.without[0]!.upper).toBeCloseTo(30 / 39, 12)
})

test('of 40 told of on their second day, 20 of them in time, the check counts 20 beside the 40', () => {
  const start = Date.parse('2026-10-02T09:00:00+08:00') / 60_000
  const spells = lengths(40).map((length): EnteringSpell => ({
    ...spell({ stage: 'decision', wait: null, days: 2 + length % 20 }), started: [start, start],
    reported: start + (length <= 20 ? 1 : 99) * 1440,
  }))
  const { wait: { n, delayed_entry } } = figure(spells)
  expect(n).toBe(40)
  expect(delayed_entry).toMatchObject({ n: 20, accounts: 20, from: null, median: { value: 11.5 }, beside: 11.5 })
})
