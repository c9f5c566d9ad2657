import { expect, test } from 'vitest'
import { intervalOfMonth, monthOf } from '../../../domain/case/interval'
import { reportCase } from '../../../domain/case/report'
import { spellsOf } from '../../../domain/case/spells'
import type { Process } from '../../../domain/codes'
import { poisonedMonth } from '../../../domain/simulation/fakes'
import { truthOf } from '../../../domain/simulation/figures'
import { isOfficeTime } from '../../../domain/simulation/office'
import { randomFrom } from '../../../domain/simulation/random'
import { reportingOf } from '../../../domain/simulation/reporting'
import { population, simulate, type SimulatedCase } from '../../../domain/simulation/simulate'
import type { Passage } from '../../../domain/simulation/simulate'
import { tell } from '../../../domain/simulation/telling'
import { worldUntil } from '../../../domain/simulation/world'
import { now } from './worlds'

const world = { seed: 'first', now, cases: 2000 }
const all = simulate(world)
const everybody = population(world)
const { from, ruleChange } = worldUntil(now / 60_000)

const share = <T>(list: readonly T[], fits: (it: T) => boolean) => list.filter(fits).length / list.length
const processOf = ({ draft }: SimulatedCase) => draft.facts.process

test('the same seed gives the same bytes, another seed others', () => {
  expect(JSON.stringify(simulate(world))).toBe(JSON.stringify(all))
  expect(simulate({ ...world, seed: 'second' })[0]!.draft.events).not.toEqual(all[0]!.draft.events)
})

test('2,000 cases of about 1,450 people in fourteen months, 62 % of them certifications and 22 % filings', () => {
  expect(all).toHaveLength(2000)
  expect(new Set(all.map(({ account }) => account)).size).toBeGreaterThan(1400)
  expect(new Set(all.map(({ account }) => account)).size).toBeLessThan(1500)
  const wanted: Record<Process, number> = { certification: 0.62, filing: 0.22, renewal: 0.08, rename: 0.05, code_review: 0.03 }
  for (const [process, part] of Object.entries(wanted)) {
    expect(Math.abs(share(all, it => processOf(it) === process) - part)).toBeLessThan(0.025)
  }
  expect(all.every(({ reportedAt, later }) => reportedAt <= now && (later?.at ?? 0) <= now)).toBe(true)
  expect(Math.min(...everybody.map(({ truth }) => truth.spells.at(-1)!.start))).toBeGreaterThan(from)
})

test.each(['first', 'second', 7])('every case of seed %s is taken as it is told: 0 problems, and 0 when told anew', seed => {
  const told = simulate({ ...world, seed })
  const problems = told.flatMap(({ draft, reportedAt, later }) => {
    const first = reportCase(draft, reportedAt)
    if (!first.ok) return first.problems
    const again = later ? reportCase(later.draft, later.at, first.case) : first
    return again.ok ? [] : again.problems
  })
  expect(problems).toEqual([])
  expect(told.filter(({ later }) => later).length).toBeGreaterThan(300)
})

test('told whole and to the minute, the spells of the engine are the truth, spell for spell', () => {
  const different = everybody.filter(({ truth }) => {
    const told = reportCase(wholly(truth), (truth.endedAt + 1) * 60_000)
    if (!told.ok) return true
    const engine = spellsOf(told.case).map(spell =>
      [spell.stage, spell.order, spell.round, spell.cause, spell.startEarliest, spell.startLatest, spell.exitEarliest,
        spell.exitLatest])
    const known = truth.spells.filter(({ stage }) => stage !== 'whole').map(({ stage, order, round, cause, start, end }) =>
      [stage, order, round, cause, start, start, end, end])
    return JSON.stringify(engine.sort()) !== JSON.stringify(known.sort())
  })
  expect(different).toEqual([])
})

test('whether anybody ever comes back changes nothing of what happened', () => {
  const silent = population({ ...world, comeBack: 0 })
  const both = Math.min(silent.length, everybody.length)
  expect(silent.slice(0, both).map(({ truth }) => truth)).toEqual(everybody.slice(0, both).map(({ truth }) => truth))
})

test('people tell in many ways: by the minute, by parts of days, days, weeks, by remembered waits and not at all', () => {
  const events = all.flatMap(({ draft }) => draft.events)
  const widths = events.flatMap(({ at }) => at ? [at[1] - at[0]] : [])
  expect(share(widths, width => width === 0)).toBeGreaterThan(0.5)
  for (const least of [1, 1439, 10_079]) expect(share(widths, width => width >= least)).toBeGreaterThan(0.002)
  expect(share(events, ({ since_previous_minutes }) => since_previous_minutes !== undefined)).toBeGreaterThan(0.05)
  expect(share(events, ({ at, since_previous_minutes }) => !at && since_previous_minutes !== undefined)).toBeGreaterThan(0.001)
  expect(all.some(({ draft }) => draft.events.some(({ at, since_previous_minutes }, i) => i > 0 && !at && !since_previous_minutes)))
    .toBe(true)
  expect(share(all, ({ draft }) => draft.words !== undefined)).toBeGreaterThan(0.4)
})

test('some come back, some only wait, and some are never heard of again', () => {
  const open = all.filter(({ draft, truth }) => truth && draft.events.at(-1)!.type === 'still_waiting')
  expect(open.length).toBeGreaterThan(600)
  expect(share(open, ({ later }) => later === null)).toBeGreaterThan(0.25)
  expect(share(open, ({ confirmations }) => confirmations.length > 0)).toBeGreaterThan(0.02)
  expect(everybody.filter(({ reported }) => !reported).length).toBeGreaterThan(10)
})

test('nobody says that he still waits in the very minute of the end', () => {
  const reportings = everybody.slice(0, 300).flatMap(({ truth }, n) => {
    const waiting = reportingOf({ ...truth, endedAt: Infinity }, now / 60_000, 1, randomFrom('tap', n))
    const tap = waiting?.taps.at(-1)
    return tap === undefined ? [] : [{ tap, reporting: reportingOf({ ...truth, endedAt: tap }, now / 60_000, 1, randomFrom('tap', n)) }]
  })
  expect(reportings.length).toBeGreaterThan(20)
  expect(reportings.filter(({ tap, reporting }) => reporting!.taps.includes(tap))).toEqual([])
})

test('who forgot that he paid again does not say that he waits, since his order had failed', () => {
  const at = (minute: number) => ({ order: minute < 500 ? 1 : 2, round: 1, minute })
  const steps = [{ type: 'paid' as const, ...at(100) }, { type: 'failed' as const, ...at(400) }, { type: 'paid' as const, ...at(600) }]
  const told = Array.from({ length: 300 }, (_, n) => tell(steps, 900, [], false, 'clock', `forgets ${n}`).map(({ type }) => type).join(' '))
  expect(told.filter(types => types.endsWith('failed paid still_waiting')).length).toBeGreaterThan(250)
  expect(told.filter(types => types.endsWith('failed')).length).toBeGreaterThan(0)
  expect(told.filter(types => types.includes('failed still_waiting'))).toEqual([])
})

test('auditors call from 9 to 18, Monday to Friday', () => {
  const calls = everybody.flatMap(({ truth }) => truth.steps).filter(({ type }) => type === 'called')
  expect(calls.length).toBeGreaterThan(1000)
  expect(calls.filter(({ minute }) => !isOfficeTime(minute))).toEqual([])
})

test('every end there is comes about: of the case, and of its rounds', () => {
  const ends = new Set(everybody.flatMap(({ truth }) => truth.steps.map(({ type }) => type)))
  for (const end of ['approved', 'name_refused', 'failed', 'timed_out', 'withdrawn', 'moved_subject', 'filed', 'sms_expired',
    'platform_refused', 'bureau_refused', 'renamed', 'proof_submitted', 'call_missed', 'restricted'] as const) {
    expect(ends).toContain(end)
  }
  expect(everybody.some(({ truth }) => truth.steps.some(({ order }) => order > 1))).toBe(true)
})

test('since the rule change decisions take longer and a software copyright is asked for more often', () => {
  const month = monthOf(ruleChange)
  const half = (after: boolean) => ({
    process: 'certification' as const, month: (start: string) => after ? start > month : start < month,
  })
  const calls = [false, true].map(after => truthOf(everybody, 'first_call', half(after)).minutes(0.25))
  expect(calls[1]! / calls[0]!).toBeGreaterThan(1.4)
  expect(calls[1]! / calls[0]!).toBeLessThan(2.2)
  const asked = [false, true].map(after => share(
    everybody.filter(({ truth }) => truth.process === 'certification' && truth.steps[0]!.minute > ruleChange === after), isAsked,
  ))
  expect(asked[1]! / asked[0]!).toBeGreaterThan(1.25)
})

test('30 of 2,000 cases are inventions of 2 accounts, all of one month, and have no truth', () => {
  const fakes = all.filter(({ truth }) => truth === null)
  expect(fakes).toHaveLength(30)
  expect(new Set(fakes.map(({ account }) => account)).size).toBe(2)
  expect(fakes.every(({ account }) => all.filter(it => it.account === account).every(it => it.truth === null))).toBe(true)
  const [first, last] = intervalOfMonth(poisonedMonth({ from, ruleChange, now: now / 60_000 }))!
  const began = fakes.map(({ draft }) => draft.events[0]!.at![0])
  expect(began.every(minute => minute >= first && minute <= last)).toBe(true)
})

function isAsked({ truth }: Passage): boolean {
  return truth.steps.some(({ kinds, reasons }) => kinds?.includes('software_copyright') || reasons?.includes('name_app_like'))
}

function wholly({ process, steps }: Passage['truth']) {
  const certified = process === 'certification' || process === 'renewal'
  return {
    facts: {
      process, subject: 'personal', program_age: 'new', kind: 'mini_program', category: 'tool',
      ...(certified && { name_pattern: ['coined'], proof_demanded: ['none'] }),
      ...(process === 'filing' && { province: 'hunan' }),
    },
    events: steps.map(({ minute, names: _, ...step }) => ({ ...step, at: [minute, minute] })),
    source: 'demonstration',
  }
}
