import { expect, test } from 'vitest'
import { dayNumberOf, dayStart } from '../../../domain/case/interval'
import type { FigureFilter } from '../../../domain/figures/filter'
import { readView, writeView } from '../../../domain/figures/view'
import { onWorkingClock, workingFigureOf, type DatedSpell } from '../../../domain/figures/working-figure'
import { spell, times } from '../statistics/spells'

const filter: FigureFilter = { process: 'certification', layer: 'own' }
const now = Date.UTC(2026, 10, 24) / 60_000
const at = (day: string, hour: number) => dayStart(dayNumberOf(day)!) + hour * 60
const undated = { startEarliest: null, startLatest: null, exitEarliest: null, exitLatest: null }

/** Paid at an hour of a day and called at another, both to the minute. */
function between(from: number, to: number, facts: Partial<DatedSpell> = {}): DatedSpell {
  return {
    ...spell({ wait: [to - from, to - from] }), startEarliest: from, startLatest: from, exitEarliest: to, exitLatest: to, ...facts,
  }
}

/** Paid on one day and called on another, the hours unknown. */
function byDay(from: string, to: string): DatedSpell {
  const [start, exit] = [at(from, 0), at(to, 0)]
  return {
    ...spell({ wait: [Math.max(0, exit - start - 1439), exit - start + 1439], days: (exit - start) / 1440 }),
    startEarliest: start, startLatest: start + 1439, exitEarliest: exit, exitLatest: exit + 1439,
  }
}

const called = (n: number) => times(n, 0).map(() => between(at('2026-10-12', 10), at('2026-10-13', 11)))

test('12 paid Monday 10:00 and called Tuesday 11:00 waited 480 + 120 = 600 working minutes', () => {
  const figure = workingFigureOf(filter, 'first_call', called(12), now)
  expect([figure.scale, figure.n, figure.quantiles['0.5'].value]).toEqual(['working_minute', 12, 600])
  expect(figure.working).toEqual({ from: '2023-01-01', to: '2026-12-31', day: 540, undated: 0, outside: 0 })
})

test('left out: 3 known by the day, 2 remembered without a date and 1 of 2022, of 12 + 6', () => {
  const half = { ...spell({ wait: [30, 30], startMonth: null }), ...undated }
  const figure = workingFigureOf(filter, 'first_call', [
    ...called(12), ...times(3, 0).map(() => byDay('2026-10-12', '2026-10-13')), half, { ...half, caseId: 1e7 },
    between(at('2022-12-30', 10), at('2022-12-30', 11), { startMonth: '2022-12' }),
  ], now, 'all')
  expect([figure.n, figure.left_out]).toEqual([12, 6])
  expect(figure.working).toMatchObject({ undated: 2, outside: 1 })
})

test('a wait without a date has no month either, so a settled figure leaves both out as of no month: 2 unsettled', () => {
  const half = { ...spell({ wait: [30, 30], startMonth: null }), ...undated }
  const figure = workingFigureOf(filter, 'first_call', [...called(12), half, { ...half, caseId: 1e7 }], now)
  expect([figure.cohort, figure.unsettled, figure.left_out, figure.working.undated]).toEqual(['settled', 2, 0, 0])
})

test('two weeks dated by days stay out: 540 to 540 more is wider than 270, half a working day', () => {
  expect(onWorkingClock(byDay('2026-10-12', '2026-10-26'))).toMatchObject({ place: 'rough', wait: null, days: null })
})

test('paid on Saturday, whenever, and called on Monday at 09:40: exactly 40 minutes, though 24 hours are unknown', () => {
  const [saturday, call] = [at('2026-10-17', 0), at('2026-10-19', 9) + 40]
  const paid = between(saturday, call, { startLatest: saturday + 1439, wait: [call - saturday - 1439, call - saturday] })
  expect(onWorkingClock(paid)).toMatchObject({ place: 'known', wait: [40, 40] })
})

test('12 who wait since Friday 17:00, last heard of on Sunday, have waited 60 minutes and nobody has an answer', () => {
  const waiting = times(12, 0).map(() => between(at('2026-10-16', 17), at('2026-10-18', 20), { cause: 0 }))
  const figure = workingFigureOf(filter, 'first_call', [...waiting, ...called(12)], now)
  expect([figure.n, figure.waiting, figure.curve[0]]).toEqual([24, 12, expect.objectContaining({ t: 60, censored: 12, survival: 1 })])
})

test('a view is in the address only where it is not what is taken for granted; 1 unknown clock is the calendar', () => {
  expect(writeView({ clock: 'calendar', cohort: 'settled' })).toEqual({})
  expect(readView(writeView({ clock: 'working', cohort: 'all' }))).toEqual({ clock: 'working', cohort: 'all' })
  expect(readView({ clock: 'lunar', cohort: ['all', 'settled'] })).toEqual({ clock: 'calendar', cohort: 'all' })
})
