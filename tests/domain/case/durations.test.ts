import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { timelineOf } from '../../../domain/case/durations'
import type { CaseEvent } from '../../../domain/case/event'
import { dayNumber } from '../../../domain/case/interval'
import { checkOrder } from '../../../domain/case/order'
import { minute, story } from './stories'

const timeline = (...steps: string[]) => timelineOf(story('certification', ...steps))

describe('the tightest wait', () => {
  test('two minutes known: 09:00 to 11:15 is 135 minutes', () => {
    expect(timeline('paid 2023-11-09T09:00', 'called 2023-11-09T11:15').between(0, 1)).toEqual([135, 135])
  })

  test('two bare days, the 1st and the 3rd, are 1441 to 4319 minutes and 2 days', () => {
    const { between, daysBetween } = timeline('paid 2023-11-01', 'called 2023-11-03')
    expect(between(0, 1)).toEqual([1441, 4319])
    expect(daysBetween(0, 1)).toBe(2)
  })

  test('within half an hour in an unknown week is 0 to 30 minutes, and on 0 or 1 days: none known', () => {
    const { between, daysBetween } = timeline('paid 2023-11-06..2023-11-12', 'called +0..30')
    expect(between(0, 1)).toEqual([0, 30])
    expect(daysBetween(0, 1)).toBeNull()
  })

  test('waits add up: 0..30, 0..15 and 15..45 are 15 to 90', () => {
    expect(timeline('paid', 'called +0..30', 'call_ended +0..15', 'approved +15..45').between(0, 3)).toEqual([15, 90])
  })

  test('from 08:00, 60 to 90 minutes to the payment and the call at 10:00 leave 30 to 60 to the call', () => {
    const { between, bounds } = timeline('submitted 2023-11-09T08:00', 'paid +60..90', 'called 2023-11-09T10:00')
    expect(bounds[1]).toEqual({ earliest: minute('2023-11-09T09:00'), latest: minute('2023-11-09T09:30') })
    expect(between(1, 2)).toEqual([30, 60])
  })

  test('a day between two known days tightens the undated step to them', () => {
    const { bounds } = timeline('submitted 2023-11-01T10:00', 'paid', 'called 2023-11-03T10:00')
    expect(bounds[1]).toEqual({ earliest: minute('2023-11-01T10:00'), latest: minute('2023-11-03T10:00') })
  })

  test('an undated step after a dated one has no most', () => {
    expect(timeline('paid 2023-11-01', 'called').between(0, 1)).toBeNull()
  })

  test('exactly 3 x 1440 minutes are 3 days even undated; 4320 to 4321 are not', () => {
    expect(timeline('paid', 'called +4320..4320').daysBetween(0, 1)).toBe(3)
    expect(timeline('paid', 'called +4320..4321').daysBetween(0, 1)).toBeNull()
  })

  test('30 minutes in a morning are 0 days; 20 minutes before midnight 0 or 1, and 20 to 30 are 1', () => {
    expect(timeline('paid 2023-11-09T09:00..2023-11-09T12:00', 'called +0..30').daysBetween(0, 1)).toBe(0)
    expect(timeline('paid 2023-11-09T23:40', 'called +0..30').daysBetween(0, 1)).toBeNull()
    expect(timeline('paid 2023-11-09T23:40', 'called +20..30').daysBetween(0, 1)).toBe(1)
  })
})

// A life that did happen: true minutes in order, and honest but vague memories of them.
const life = fc.integer({ min: 2, max: 7 }).chain(length => fc.record({
  start: fc.integer({ min: 28_300_000, max: 28_330_000 }),
  gaps: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: length, maxLength: length }),
  dates: fc.array(fc.option(fc.tuple(fc.nat(2000), fc.nat(2000))), { minLength: length, maxLength: length }),
  waits: fc.array(fc.option(fc.tuple(fc.nat(200), fc.nat(200))), { minLength: length, maxLength: length }),
}))

type Life = { start: number; gaps: number[]; dates: ([number, number] | null)[]; waits: ([number, number] | null)[] }

function remember({ start, gaps, dates, waits }: Life): { truth: number[]; events: CaseEvent[] } {
  let now = start
  const truth = gaps.map((gap, at) => (now += at === 0 ? 0 : gap))
  const events = truth.map((when, at): CaseEvent => {
    const [date, wait] = [dates[at], waits[at]]
    return {
      type: 'still_waiting', order: 1, round: 1,
      ...(date && { at: [when - date[0], when + date[1]] as const }),
      ...(wait && at > 0 && {
        since_previous_minutes: [Math.max(0, gaps[at]! - wait[0]), gaps[at]! + wait[1]] as const,
      }),
    }
  })
  return { truth, events }
}

describe('any honest memory', () => {
  test('is possible, and its intervals and day counts hold the truth', () => {
    fc.assert(fc.property(life, lived => {
      const { truth, events } = remember(lived)
      expect(checkOrder(events, 'certification', truth.at(-1)!)
        .filter(({ code }) => code !== 'in_future')).toEqual([])
      const { between, daysBetween, bounds } = timelineOf(events)
      truth.forEach((when, to) => {
        expect(bounds[to]!.earliest).toBeLessThanOrEqual(when)
        expect(bounds[to]!.latest).toBeGreaterThanOrEqual(when)
        for (let from = 0; from <= to; from++) {
          const wait = between(from, to)
          if (wait) {
            expect(wait[0]).toBeLessThanOrEqual(when - truth[from]!)
            expect(wait[1]).toBeGreaterThanOrEqual(when - truth[from]!)
          }
          const days = daysBetween(from, to)
          if (days !== null) expect(days).toBe(dayNumber(when) - dayNumber(truth[from]!))
        }
      })
    }))
  })

  // Bellman's relaxation over all constraints at once, as slow and plain as the definition.
  test('is as tight as shortest paths over all its constraints', () => {
    fc.assert(fc.property(life, lived => {
      const { events } = remember(lived)
      const size = events.length + 1
      const places = Array.from({ length: size }, (_, i) => i)
      const far = places.map(i => places.map(j => (i === j ? 0 : Infinity)))
      const limit = (from: number, to: number, most: number) => { far[from]![to] = Math.min(far[from]![to]!, most) }
      events.forEach(({ at, since_previous_minutes: wait }, i) => {
        if (at) {
          limit(0, i + 1, at[1])
          limit(i + 1, 0, -at[0])
        }
        if (i > 0) {
          limit(i, i + 1, wait?.[1] ?? Infinity)
          limit(i + 1, i, -(wait?.[0] ?? 0))
        }
      })
      for (let k = 0; k < size; k++) for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) {
        limit(i, j, far[i]![k]! + far[k]![j]!)
      }
      const { between } = timelineOf(events)
      for (let to = 1; to < events.length; to++) for (let from = 0; from < to; from++) {
        const most = far[from + 1]![to + 1]!
        expect(between(from, to)).toEqual(Number.isFinite(most) ? [-far[to + 1]![from + 1]! + 0, most] : null)
      }
    }))
  })
})
