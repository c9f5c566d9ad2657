import { expect, test } from 'vitest'
import { dayNumberOf, dayStart, monthOf } from '../../../domain/case/interval'
import { comparisonFigureOf, type ComparedSpell, type ComparisonQuestion } from '../../../domain/figures/comparison'
import type { FigureFilter } from '../../../domain/figures/filter'
import type { View } from '../../../domain/figures/view'
import { spell, times } from '../statistics/spells'

const filter: FigureFilter = { process: 'certification', layer: 'own' }
const now = Date.UTC(2026, 10, 24) / 60_000
const view: View = { clock: 'calendar', cohort: 'settled' }
const bySubject: ComparisonQuestion = { by: 'subject', pair: ['personal', 'company'], rule: null }

// Everybody starts at 10:00 of a day, by default of Tuesday 13 October 2026, and waits this many minutes.
function told(lengths: number[], facts: Partial<ComparedSpell> & { day?: string } = {}): ComparedSpell[] {
  const { day = '2026-10-13', ...rest } = facts
  const start = dayStart(dayNumberOf(day)!) + 600
  return lengths.map(length => ({
    ...spell({ wait: [length, length], days: 0, startMonth: monthOf(start) }),
    startEarliest: start, startLatest: start, exitEarliest: start + length, exitLatest: start + length,
    subject: 'personal', category: 'tool', facts: {}, ...rest,
  }))
}

const compared = (spells: ComparedSpell[], question = bySubject, how: View = view) =>
  comparisonFigureOf(filter, 'first_call', question, spells, now, how)

test('20 of 40 persons and 10 of 40 companies are called within half an hour: 50 - 25 = 25 points more', () => {
  const figure = compared([
    ...told([...times(20, 20), ...times(20, 90)]),
    ...told([...times(10, 20), ...times(30, 90)], { subject: 'company' }),
  ])
  const half = figure.times.find(({ t }) => t === 30)!
  expect(half.first!.value).toBeCloseTo(0.5, 12)
  expect(half.second!.value).toBeCloseTo(0.25, 12)
  expect(half.gap!.value).toBeCloseTo(0.25, 12)
  expect(half.clear).toBe(true)
  // 50 of 80 waited 90 minutes: of 30, 60 and 360 the nearest to 90 is 60.
  expect(figure.telling).toBe(60)
  expect(figure.groups.map(({ code, n, median }) => [code, n, median.value])).toEqual([['personal', 40, 55], ['company', 40, 90]])
})

test('a group against itself: 0 points at every time, nothing clear, and chance would always do it', () => {
  const lengths = Array.from({ length: 40 }, (_, i) => 7 * (i + 1))
  const figure = compared([...told(lengths), ...told(lengths, { subject: 'company' })])
  const known = figure.times.filter(({ gap }) => gap)
  expect(known.map(({ t, gap, clear }) => [t, gap!.value, clear])).toEqual([[30, 0, false], [60, 0, false]])
  expect(known.every(({ gap }) => Math.abs(gap!.lower + gap!.upper) < 1e-12)).toBe(true)
  expect(figure.log_rank).toEqual({ chi2: 0, df: 1, p: 1, stratified: true })
})

test('19 ends in one of the groups are 1 too few for words, however wide the gap', () => {
  const figure = compared([
    ...told(times(19, 20)), ...told(times(21, 200), { cause: 0 }),
    ...told([...times(4, 20), ...times(36, 90)], { subject: 'company' }),
  ])
  const half = figure.times.find(({ t }) => t === 30)!
  expect(half.gap!.lower).toBeGreaterThan(0)
  expect(half.clear).toBe(false)
})

test('of 9 settled and 20 young companies all months are counted, in both groups, and provisional', () => {
  const young = { day: '2026-11-10' }
  const figure = compared([
    ...told(times(30, 20)), ...told(times(9, 20), { subject: 'company' }), ...told(times(20, 40), { subject: 'company', ...young }),
  ])
  expect(figure).toMatchObject({ cohort: 'all', provisional: true, unsettled: 20 })
  expect(figure.groups.map(({ n }) => n)).toEqual([30, 29])
})

test('4 companies are hidden, and with them the only other group: all less 30 persons would be the 4', () => {
  const { groups, times: gaps, log_rank } = compared([...told(times(30, 20)), ...told(times(4, 20), { subject: 'company' })])
  expect(groups.map(({ code, n, suppressed, events }) => [code, n, suppressed, events])).toEqual([
    ['personal', 30, 'complement', null], ['company', 4, 'few_accounts', null],
  ])
  expect(groups.map(({ curve, median }) => [curve, median.value])).toEqual([[[], null], [[], null]])
  expect([gaps, log_rank]).toEqual([[], null])
})

test('a third group of 3 people hides the smaller of the two that are compared: 12 companies, not 30 persons', () => {
  const { groups } = compared([
    ...told(times(30, 20)), ...told(times(12, 20), { subject: 'company' }), ...told(times(3, 20), { subject: 'media' }),
  ])
  expect(groups.map(({ suppressed }) => suppressed)).toEqual([null, 'complement'])
})

test('without a pair the two with most people: 30 persons and 20 sole traders, not 10 companies; "unknown" is no group', () => {
  const { groups, choices } = compared([
    ...told(times(30, 20)), ...told(times(20, 20), { subject: 'sole_trader' }), ...told(times(10, 20), { subject: 'company' }),
    ...told(times(40, 20), { subject: 'unknown' }),
  ], { ...bySubject, pair: null })
  expect(groups.map(({ code }) => code)).toEqual(['personal', 'sole_trader'])
  expect(choices).toEqual(['personal', 'sole_trader', 'company', 'unknown'])
})

test('20 names like an app and 15 in Latin letters, 6 of them both: 14 against 9, and 5 without a pattern', () => {
  const named = (n: number, ...patterns: ('app_like' | 'latin')[]) => told(times(n, 20), { facts: { name_pattern: patterns } })
  const { groups, both, unplaced } = compared(
    [...named(14, 'app_like'), ...named(9, 'latin'), ...named(6, 'app_like', 'latin'), ...told(times(5, 20))],
    { by: 'pattern', pair: ['app_like', 'latin'], rule: null })
  expect([groups.map(({ n }) => n), both, unplaced]).toEqual([[14, 9], 6, 5])
})

test('channels are compared where they are told: 12 by the web, 11 by a provider, 7 do not say', () => {
  const { groups, unplaced } = compared([
    ...told(times(12, 20), { facts: { channel: 'web' } }), ...told(times(11, 20), { facts: { channel: 'provider' } }),
    ...told(times(7, 20)),
  ], { by: 'channel', pair: null, rule: null })
  expect([groups.map(({ code, n }) => [code, n]), unplaced]).toEqual([[['web', 12], ['provider', 11]], 7])
})

const rule = { ref: 'planted', date: '2026-06-25', precision: 'day' } as const
const around: ComparisonQuestion = { by: 'rule', pair: null, rule }

test('a planted change: calls take 20 minutes before 25 June and 200 after; 8 weeks either side, those of March outside', () => {
  const figure = compared([
    ...told(times(30, 20), { day: '2026-06-24' }), ...told(times(30, 200), { day: '2026-06-25' }),
    ...told(times(50, 20), { day: '2026-03-02' }), ...told([20], { day: '2026-04-30' }), ...told([200], { day: '2026-08-20' }),
  ], around)
  expect(figure.groups.map(({ code, n }) => [code, n])).toEqual([['after', 30], ['before', 31]])
  expect(figure.rule).toEqual({ ...rule, weeks: 8 })
  expect(figure.log_rank!.p).toBeLessThan(1e-6)
  expect(figure.log_rank!.stratified).toBe(false)
})

test('a rule of some day in June divides nobody who began in June: 12 of them are on neither side', () => {
  const figure = compared([
    ...told(times(20, 20), { day: '2026-05-20' }), ...told(times(20, 20), { day: '2026-07-01' }),
    ...told(times(12, 20), { day: '2026-06-10' }),
  ], { ...around, rule: { ...rule, date: '2026-06', precision: 'month' } })
  expect([figure.groups.map(({ n }) => n), figure.unplaced]).toEqual([[20, 20], 12])
})

test('in working time Friday 17:30 to Monday 09:30 is 30 + 30 minutes in both groups, and the unit says so', () => {
  const friday = dayStart(dayNumberOf('2026-10-16')!) + 17 * 60 + 30
  const weekend = { startEarliest: friday, startLatest: friday, exitEarliest: friday + 3840, exitLatest: friday + 3840 }
  const lengths = times(12, 3840)
  const figure = compared([...told(lengths, weekend), ...told(lengths, { ...weekend, subject: 'company' })], bySubject,
    { clock: 'working', cohort: 'settled' })
  expect(figure.scale).toBe('working_minute')
  expect(figure.groups.map(({ median }) => median.value)).toEqual([60, 60])
})

test('nobody to compare with: no groups, and what could be chosen is said', () => {
  expect(compared(told(times(30, 20)), { ...bySubject, pair: null })).toMatchObject({ groups: [], choices: ['personal'], times: [] })
  expect(compared(told(times(30, 20)), { ...around, rule: null })).toMatchObject({ groups: [], choices: [], rule: null })
})
