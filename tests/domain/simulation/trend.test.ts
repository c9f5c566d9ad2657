import { describe, expect, test } from 'vitest'
import { dayNumber, minuteOf } from '../../../domain/case/interval'
import { trendFigureOf, type TrendSpell } from '../../../domain/figures/trend'
import { worldUntil } from '../../../domain/simulation/world'
import { now, worldOf } from './worlds'

// The simulated office takes 1.8 times as long from one day on. Seeds are fixed, so a test that passes always passes.
const changed = worldUntil(minuteOf(now)).ruleChange
const question = { filter: { process: 'certification', layer: 'own' }, measure: 'answered', stage: 'first_call' } as const

describe.each([1, 2, 3])('seed %s', seed => {
  const spells = worldOf({ seed, cases: 2000 }).spells('certification', 'first_call', () => true)
    .map(spell => ({ ...(spell as Omit<TrendSpell, 'reportedAt'>), reportedAt: null }))

  test('the change in 14 months of 2,000 cases is found within 3 weeks of its day, and calls came later after it', () => {
    const { change } = trendFigureOf(question, spells, [], minuteOf(now))
    expect(change.state).toBe('found')
    expect(change.after!).toBeLessThan(change.before! - 0.1)
    expect(Math.abs(Date.parse(change.first!) / 86_400_000 - dayNumber(changed))).toBeLessThanOrEqual(21)
  })

  test('0 changes are told of the 9 months before it', () => {
    const before = spells.filter(({ startLatest }) => startLatest !== null && startLatest < changed)
    expect(trendFigureOf(question, before, [], changed).change.state).toBe('none')
  })
})
