import { describe, expect, test } from 'vitest'
import type { Process, Stage } from '../../../domain/codes'
import { poisonedMonth } from '../../../domain/simulation/fakes'
import { shareDays, trueOutcomes, truthOf } from '../../../domain/simulation/figures'
import { worldUntil } from '../../../domain/simulation/world'
import { countRows } from '../../../domain/statistics/counts'
import { durationsOf } from '../../../domain/statistics/durations'
import { kaplanMeier, pointAt } from '../../../domain/statistics/kaplan-meier'
import { outcomesOf, type OutcomeDay, type OutcomeShare } from '../../../domain/statistics/outcomes'
import { observe, timeOn, type Scale, type StageSpell } from '../../../domain/statistics/scale'
import { now, settledFor, uncapped, worldOf } from './worlds'

// The engine sees what people told. Here we know what happened. Seeds are fixed, so a test that passes always passes.
const worlds = [1, 2, 3].map(seed => ({ seed, world: worldOf({ seed, cases: 2000 }) }))
const { world } = worlds[0]!

const stages: [Process, Stage][] = [
  ['certification', 'first_call'], ['certification', 'call_decision'], ['certification', 'decision'],
  ['certification', 'fix'], ['certification', 'total'], ['renewal', 'decision'], ['filing', 'platform'],
  ['filing', 'bureau'], ['filing', 'filing_total'], ['rename', 'decision'], ['code_review', 'decision'],
]

// What people leave out, and times they do not know to the minute, cost up to this much; chance comes on top.
const tolerance = 0.025

describe.each(worlds)('seed $seed', ({ world }) => {
  test.each(stages)('half of %s %s took as long as the engine says: the truth lies inside its 95 %', (process, stage) => {
    const truth = truthOf(world.people, stage, { process, month: settledFor(stage) })
    const { quantiles, scale } = durationsOf(stage, world.spells(process, stage), 'day')
    const { lower, upper } = quantiles['0.5']!
    expect(scale).toBe('day')
    expect(truth.days(0.5)).toBeGreaterThanOrEqual(lower!)
    expect(truth.days(0.5)).toBeLessThanOrEqual(upper!)
  })

  test.each(stages)('where %s %s truly reach a quarter, half and three quarters, so does the curve', (process, stage) => {
    const truth = truthOf(world.people, stage, { process, month: settledFor(stage) })
    const spells = world.spells(process, stage)
    for (const p of [0.25, 0.5, 0.75]) {
      const { share, se } = endedBy(truth.minutes(p), 'minute', spells)
      expect(Math.abs(share - p)).toBeLessThan(tolerance + 2 * se)
    }
  })

  test('by day 3, 7, 14 and 30 the shares approved, sent back, left and waiting are the true ones', () => {
    for (const [process, stage] of stages) {
      const truth = truthOf(world.people, stage, { process, month: settledFor(stage) })
      const told = tableOf(outcomesOf(['1', '2', '3', '4'], world.spells(process, stage)).table)
      for (const { day, causes, waiting } of truth.shares) {
        const shown = told.get(day)
        // Nobody of a small group was followed that long.
        if (!shown?.causes) continue
        const shares = [...shown.causes, shown.waiting!]
        for (const [k, share] of [...causes, waiting].entries()) {
          expect(outside(share, shares[k]!), `${process} ${stage} day ${day}, share ${k}`).toBeLessThan(tolerance)
        }
      }
    }
  })

  test('by day 3, 7, 14 and 30 whole certifications had truly come to what the outcome chart shows', () => {
    const endings = ['approved', 'approved_without_name', 'failed', 'left'] as const
    const truth = trueOutcomes(world.people, { process: 'certification', month: settledFor('total') })
    const told = tableOf(outcomesOf(endings, world.whole('certification', endings)).table)
    for (const { day, endings: shares } of truth.shares) {
      for (const [k, ending] of endings.entries()) {
        expect(outside(shares[ending] ?? 0, told.get(day)!.causes![k]!)).toBeLessThan(tolerance)
      }
    }
  })
})

describe('told to the minute, so that only who reports when can mislead', () => {
  const perfect = worldOf({ seed: 1, cases: 2000, perfectMemory: true })
  // Nobody who told an open case is ever heard of again; some tell it right after a call, which is not innocent.
  const silent = worldOf({ seed: 1, cases: 2000, perfectMemory: true, comeBack: 0 })
  const main: [Process, Stage][] = [
    ['certification', 'call_decision'], ['certification', 'decision'], ['certification', 'total'], ['filing', 'platform'],
  ]

  test.each(main)('the curve of %s %s passes within 2 points of a quarter, half and three quarters', (process, stage) => {
    for (const world of [perfect, silent]) {
      const spells = world.honest(world.spells(process, stage))
      const truth = truthOf(world.people, stage, { process, month: settledFor(stage) })
      for (const p of [0.25, 0.5, 0.75]) {
        expect(Math.abs(endedBy(truth.minutes(p), 'minute', spells).share - p)).toBeLessThan(0.02)
      }
    }
  })

  test.each(main)('of %s %s the finished alone would be 53.5 % done or more when half are', (process, stage) => {
    const truth = truthOf(silent.people, stage, { process, month: settledFor(stage) })
    const finished = silent.honest(silent.spells(process, stage)).filter(({ cause }) => cause > 0)
    expect(endedBy(truth.minutes(0.5), 'minute', finished).share).toBeGreaterThan(0.535)
  })
})

describe('30 inventions among 2,000, each said to have waited three months', () => {
  const month = poisonedMonth(worldUntil(now / 60_000))
  const spells = world.spells('certification', 'decision')
  const honest = world.honest(spells)
  const quantiles = (of: readonly StageSpell[]) => {
    const { n, quantiles } = durationsOf('decision', of, 'minute')
    return { n, half: quantiles['0.5']!.value!, most: quantiles['0.9']!.value! }
  }

  test('the cap counts 6 of them: over the year half and nine tenths stay within 4 % of the honest', () => {
    const [shown, fair, open] = [spells, honest, uncapped(spells)].map(quantiles) as [Q, Q, Q]
    expect(shown.n - fair.n).toBe(6)
    expect(shown.half / fair.half).toBeLessThan(1.04)
    expect(shown.most / fair.most).toBeLessThan(1.04)
    expect(open.most / fair.most).toBeGreaterThan(1.07)
  })

  test('in their own month half would take twice as long without the cap; with it, it moves by less than a tenth', () => {
    const ofMonth = (list: readonly StageSpell[]) => quantiles(list.filter(({ startMonth }) => startMonth === month))
    const [shown, fair, open] = [spells, honest, uncapped(spells)].map(ofMonth) as [Q, Q, Q]
    expect(shown.half / fair.half).toBeLessThan(1.1)
    expect(open.half / fair.half).toBeGreaterThan(2)
  })

  type Q = ReturnType<typeof quantiles>
})

test('of the certifications decided within 3 days more were approved than ever are: why shares are of all', () => {
  const truth = truthOf(world.people, 'decision', { process: 'certification', month: settledFor('decision') })
  const [soon, , , late] = truth.shares
  expect(soon!.causes[0] / (1 - soon!.waiting) - late!.causes[0]).toBeGreaterThan(0.01)
})

/** The share the curve says had ended by then, of those who count on the scale. */
function endedBy(time: number, scale: Scale, spells: readonly StageSpell[]): { share: number, se: number } {
  const point = pointAt(kaplanMeier(countRows(observe(spells, spell => timeOn(scale, spell)))), time)
  return { share: 1 - (point?.survival ?? 1), se: point?.se ?? 0 }
}

function tableOf(table: readonly OutcomeDay[]): Map<number, OutcomeDay> {
  return new Map(table.filter(({ day }) => (shareDays as readonly number[]).includes(day)).map(row => [row.day, row]))
}

/** How far a true share lies outside of the band shown; 0 inside. */
function outside(truth: number, { share, lower, upper }: OutcomeShare): number {
  return Math.max(0, (lower ?? share) - truth, truth - (upper ?? share))
}
