import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomes, type Outcome } from '../../../domain/codes'
import type { FigureFilter } from '../../../domain/figures/filter'
import { outcomesFigureOf, type WholeSpell } from '../../../domain/figures/outcomes'
import { softwareCopyrightFigureOf } from '../../../domain/figures/software-copyright'
import { spell } from '../statistics/spells'
import { many, told } from './told'

const filter: FigureFilter = { process: 'certification', layer: 'own' }
const now = Date.UTC(2026, 10, 24) / 60_000
const figure = (cases: ReturnType<typeof many>, spells: WholeSpell[] = []) =>
  softwareCopyrightFigureOf(filter, cases, outcomesFigureOf({ ...filter, proof: 'software_copyright' }, spells, now))

test('5 of 20 that say were asked for one, 7 do not say: a quarter of 20, not of 27', () => {
  const { n, left_out, demanded } = figure([
    ...many(5, { proof_demanded: ['software_copyright', 'trademark'] }), ...many(15),
    ...many(4, { proof_demanded: ['unknown'] }), ...many(3, { proof_demanded: undefined }),
  ])
  expect([n, left_out, demanded.x, demanded.share]).toEqual([20, 7, 5, 0.25])
})

test('1 that says "none" and 1 that says nothing were asked for it in the end: 7 of 12 with the 5 that say so', () => {
  const requested = { events: [{ type: 'proof_requested' as const, kinds: ['software_copyright' as const] }] }
  const { n, demanded } = figure([
    ...many(5, { proof_demanded: ['software_copyright'] }), ...many(1, {}, requested),
    ...many(1, { proof_demanded: undefined }, requested), ...many(5),
  ])
  expect([n, demanded.x]).toEqual([12, 7])
})

test('by category: 6 of 10 tools and 0 of 12 shops; 0 of 12 is at most a quarter', () => {
  const { categories } = figure([
    ...many(6, { proof_demanded: ['software_copyright'] }), ...many(4), ...many(12, { category: 'commerce' }),
  ])
  expect(categories.map(({ code, x, n }) => [code, x, n])).toEqual([['tool', 6, 10], ['commerce', 0, 12]])
  expect(categories[1]!.upper!.toFixed(2)).toBe('0.24')
})

test('after 12 demands: 5 approved, 3 failed, 4 waiting; 6 of 8 who say handed one in, 5 of those 6 were accepted', () => {
  const asked = (n: number, facts: Parameters<typeof many>[1], outcome: 'approved' | 'failed' | 'waiting') =>
    many(n, { proof_demanded: ['software_copyright'], ...facts }, { outcome })
  const { after } = figure([
    ...asked(5, { proof_supplied: ['software_copyright'], proof_result: 'accepted', software_copyright: 'had_before' }, 'approved'),
    ...asked(1, { proof_supplied: ['software_copyright'], proof_result: 'refused', software_copyright: 'had_before' }, 'failed'),
    ...asked(2, { proof_supplied: ['none'], software_copyright: 'none' }, 'failed'),
    ...asked(4, { proof_supplied: ['unknown'], software_copyright: 'unknown' }, 'waiting'),
    ...many(9),
  ])
  expect(after).toMatchObject({ n: 12, accounts: 12, so_far: { approved: 5, failed: 3, waiting: 4 } })
  expect([after.supplied.x, after.supplied.n]).toEqual([6, 8])
  expect(after.results.map(({ code, x, n }) => [code, x, n])).toEqual([['accepted', 5, 6], ['refused', 1, 6]])
  expect(after.had.map(({ code, x, n }) => [code, x, n])).toEqual([['had_before', 6, 8], ['none', 2, 8]])
})

test('9 approved, 6 who wait and 2 failed are what became of all 17; of 4 people nothing is said', () => {
  const asked = (n: number, outcome: Outcome) => many(n, { proof_demanded: ['software_copyright'] }, { outcome })
  const after = (...cases: ReturnType<typeof many>[]) => figure(cases.flat()).after
  const all = after(asked(9, 'approved'), asked(6, 'waiting'), asked(2, 'failed'))
  expect(all.so_far).toEqual({ approved: 9, waiting: 6, failed: 2 })
  expect(all.responses.map(({ code, x, n }) => [code, x, n])).toEqual([['ended', 11, 17], ['waiting', 6, 17]])
  const four = after(asked(2, 'approved'), asked(2, 'failed'))
  expect([four.so_far, four.responses.map(({ x }) => x)]).toEqual([null, [null]])
})

test('however cases stand, the counts so far are all of n, and what was done is all of those who tell it', () => {
  const cell = fc.record({ outcome: fc.constantFrom(...outcomes), account: fc.integer({ min: 1, max: 12 }), month: fc.nat(9) })
  fc.assert(fc.property(fc.array(cell, { maxLength: 60 }), cells => {
    const cases = cells.map(({ outcome, account, month }) =>
      told({ proof_demanded: ['software_copyright'] }, { outcome, account: `${account}`, month: `2026-0${month}` }))
    const { so_far, responses, n, accounts } = figure(cases).after
    expect(so_far === null).toBe(accounts < 5)
    if (so_far) expect(Object.values(so_far).reduce((sum, count) => sum + count, 0)).toBe(n)
    for (const { x, n: all } of responses) if (x !== null) expect(responses.reduce((sum, it) => sum + it.x!, 0)).toBe(all)
  }), { seed: 7, numRuns: 300 })
})

test('the outcomes after a demand are those of the spells of the 12 asked, and the address says so', () => {
  const spells = Array.from({ length: 12 }, (none, i): WholeSpell => {
    const { cause: _, ...whole } = spell({ stage: 'whole', days: 2, startMonth: '2026-01' })
    return { ...whole, ending: i < 9 ? 'approved' : 'failed' }
  })
  const { after: { outcomes } } = figure(many(12, { proof_demanded: ['software_copyright'] }), spells)
  expect(outcomes.filter).toEqual({ ...filter, proof: 'software_copyright' })
  expect(outcomes.ended).toEqual([9, 0, 3, 0])
  expect(outcomes.table.find(({ day }) => day === 3)!.endings!.map(({ share }) => share)).toEqual([0.75, 0, 0.25, 0])
})
