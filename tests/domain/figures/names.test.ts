import { expect, test } from 'vitest'
import type { FigureFilter } from '../../../domain/figures/filter'
import { namesFigureOf } from '../../../domain/figures/names'
import { many, told } from './told'

const filter: FigureFilter = { process: 'certification', layer: 'own' }
const figure = (cases: ReturnType<typeof many>) => namesFigureOf(filter, cases)

test('6 of 20 told to rename and 4 to prove are 10 of 20: half, between 30 and 70 %', () => {
  const { told: shares, n } = figure([
    ...many(6, { name_verdict: 'must_change' }), ...many(4, { name_verdict: 'proof_asked' }), ...many(10),
  ])
  expect([n, shares.rename.x, shares.proof.x, shares.either.x, shares.either.share]).toEqual([20, 6, 4, 10, 0.5])
  expect([shares.either.lower!.toFixed(2), shares.either.upper!.toFixed(2)]).toEqual(['0.30', '0.70'])
})

test('3 verdicts given and 3 only told by events are 6 answers: 3 to rename, 2 to prove, 1 of them both, 4 either', () => {
  const { n, left_out, told: shares } = figure([
    ...many(1), ...many(1, { name_verdict: 'must_change', proof_demanded: ['own_name_link'] }),
    ...many(1, { name_verdict: 'must_change' }),
    ...many(1, { name_verdict: undefined, proof_demanded: undefined }, { events: [{ type: 'name_refused' }] }),
    ...many(1, { name_verdict: undefined }, { events: [{ type: 'proof_requested', kinds: ['software_copyright'] }] }),
    ...many(1, { name_verdict: 'unknown' }, { events: [{ type: 'approved' }] }),
    ...many(1, { name_verdict: undefined }),
  ])
  expect([n, left_out.unknown, shares.rename.x, shares.proof.x, shares.either.x]).toEqual([6, 1, 3, 2, 4])
})

test('12 answers, 3 not reached, 2 unknown and 1 unsaid: 6 are left out and none of them passed', () => {
  const { n, left_out, told: { either } } = figure([
    ...many(6, { name_verdict: 'must_change' }), ...many(6), ...many(3, { name_verdict: 'not_reached' }),
    ...many(2, { name_verdict: 'unknown' }), ...many(1, { name_verdict: undefined }),
  ])
  expect([n, left_out, either.share]).toEqual([12, { not_reached: 3, unknown: 3 }, 0.5])
})

test('a name of 2 patterns stands in both lines: 10 + 10 are 20 of 10 names', () => {
  const { n, patterns } = figure(many(10, { name_pattern: ['latin', 'digits'] }))
  expect([n, patterns.map(({ pattern, either }) => [pattern, either.n])]).toEqual([10, [['latin', 10], ['digits', 10]]])
})

test('one hidden line of 4 hides the next smallest of 11 in all three tables, the 30 stay', () => {
  const { patterns } = figure([
    ...many(4, { name_pattern: ['nickname'] }), ...many(11, { name_pattern: ['generic'] }), ...many(30),
  ])
  const shown = patterns.map(({ pattern, either, rename, proof }) =>
    [pattern, either.suppressed, rename.suppressed, proof.suppressed])
  expect(shown).toEqual([
    ['nickname', 'few_accounts', 'few_accounts', 'few_accounts'], ['coined', null, null, null],
    ['generic', 'complement', 'complement', 'complement'],
  ])
})

test('of 12 told to rename 8 say how: 6 added their own name, 2 a modifier', () => {
  const { changes } = figure([
    ...many(6, { name_verdict: 'must_change', name_change: 'added_own_name' }),
    ...many(2, { name_verdict: 'must_change', name_change: 'added_modifier' }),
    ...many(3, { name_verdict: 'must_change', name_change: 'unknown' }), ...many(1, { name_verdict: 'must_change' }),
    ...many(5, { name_change: 'none' }),
  ])
  expect(changes.map(({ code, x, n }) => [code, x, n])).toEqual([['added_own_name', 6, 8], ['added_modifier', 2, 8]])
})

test('of 10 whose name passed in their filing 7 were told all the same', () => {
  const { passed_elsewhere } = figure([
    ...many(7, { passed_elsewhere: 'filing', name_verdict: 'must_change' }), ...many(3, { passed_elsewhere: 'filing' }),
    ...many(4, { passed_elsewhere: 'unknown' }), ...many(2),
  ])
  expect(passed_elsewhere.map(({ code, x, n, share }) => [code, x, n, share])).toEqual([['filing', 7, 10, 0.7]])
})

test('100 reports of one account in one month weigh 3: 10 honest ones and 3 are 13, 97 are capped', () => {
  const fakes = many(100, { name_verdict: 'must_change' }, { account: 'one' })
  expect(figure([...many(10), ...fakes])).toMatchObject({ n: 13, accounts: 11, capped: 97, told: { either: { x: 3 } } })
})

test('4 people are 4 cases to read, 5 are counted: 2 of 5', () => {
  const four = many(4)
  expect(figure(four)).toMatchObject({ suppressed: 'few_accounts', told: { either: { x: null } }, cases: four.map(it => it.caseId) })
  const five = figure([...many(3), ...many(2, { name_verdict: 'must_change' })])
  expect(five).toMatchObject({ suppressed: 'counts_only', told: { either: { x: 2, n: 5, share: null } }, cases: [] })
})

test('0 of 0: nobody, nothing, and no line', () => {
  expect(figure([told({ name_verdict: 'not_reached' })])).toMatchObject({ n: 0, patterns: [], changes: [], cases: [] })
})
