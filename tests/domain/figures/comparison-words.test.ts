import { expect, test } from 'vitest'
import { comparisonSentence, sayChance, sayGap } from '../../../components/figures/comparison-words'
import { readComparison, writeComparison } from '../../../domain/figures/comparison-address'
import type { ComparisonFigure } from '../../../domain/figures/comparison'
import { wordsFor } from '../../../messages/words'

const [zh, en] = [wordsFor('zh'), wordsFor('en')]
const group = { n: 40, accounts: 40, events: 30, waiting: 10, suppressed: null }

/** Persons and companies, 12 points apart within 3 days. */
function figure(gap: { value: number; lower: number; upper: number } | null, more: object = {}): ComparisonFigure {
  return {
    by: 'subject', scale: 'day', rule: null, telling: 3, groups: [{ code: 'personal', ...group }, { code: 'company', ...group }],
    times: [{ t: 3, first: null, second: null, gap, clear: gap !== null && (gap.lower > 0 || gap.upper < 0) }], ...more,
  } as unknown as ComparisonFigure
}

test('12 points more within 3 days, from 4 to 20', () => {
  const more = figure({ value: 0.12, lower: 0.04, upper: 0.2 })
  expect(comparisonSentence(more, zh)).toBe('3 天内有结果的人，个人比企业多 **12 个百分点**（95% 区间 4–20）。')
  expect(comparisonSentence(more, en)).toBe('Answered within 3 days: **12 points** more in Individual than in Company (95% interval 4–20).')
})

test('12 points fewer have the same limits, without a sign', () => {
  const fewer = figure({ value: -0.12, lower: -0.2, upper: -0.04 })
  expect(comparisonSentence(fewer, zh)).toBe('3 天内有结果的人，个人比企业少 **12 个百分点**（95% 区间 4–20）。')
  expect(sayGap(fewer.times[0]!.gap!, zh)).toBe('少 12 (4–20)')
})

test('an interval from -3 to 15 is no clear difference, and says both sides', () => {
  const unclear = figure({ value: 0.06, lower: -0.03, upper: 0.15 })
  expect(comparisonSentence(unclear, zh)).toBe('3 天内有结果的人，个人和企业**看不出明确差别**。')
  expect(sayGap(unclear.times[0]!.gap!, zh)).toBe('多 6 (从少 3 到多 15)')
})

test('with 19 ends on one side it says how many there are, not that there is no difference', () => {
  const few = figure({ value: 0.3, lower: 0.1, upper: 0.5 }, {
    groups: [{ code: 'personal', ...group }, { code: 'company', ...group, events: 19 }],
    times: [{ t: 3, gap: { value: 0.3, lower: 0.1, upper: 0.5 }, clear: false }],
  })
  expect(comparisonSentence(few, zh)).toBe('两组都要有 20 例结果才说得出差别：个人现在有 30 例，企业现在有 19 例。')
})

test('held back groups are named with their reason, and no number', () => {
  const held = (suppressed: string) => comparisonSentence(figure(null, {
    groups: [{ code: 'personal', ...group, suppressed }, { code: 'company', ...group }],
  }), zh)
  expect(held('few_accounts')).toBe('个人说得清的不到 5 人，不能比较。')
  expect(held('complement')).toContain('也被算出来')
})

test('chance is said as how often, never as a bare number: 1 in 50, 1 in 7, more often than not, under 1 in 1000', () => {
  const often = (p: number) => sayChance(figure(null, { log_rank: { chi2: 1, df: 1, p, stratified: true } }), zh)
  expect(often(0.021)).toContain('大约每 50 次里有一次')
  expect(often(0.14)).toContain('大约每 7 次里有一次')
  expect(often(0.8)).toContain('一半以上的时候都')
  expect(often(1e-12)).toContain('一千次里不到一次')
  expect(often(0.021)).toContain('同一个月')
})

test('an address asks for 2 different groups of one kind; the same twice, or half a pair, asks for none', () => {
  const asked = { by: 'subject', pair: ['personal', 'company'], rule: null } as const
  expect(readComparison(writeComparison(asked))).toEqual(asked)
  expect(readComparison({ by: 'subject', a: 'company', b: 'company' })).toMatchObject({ pair: null })
  expect(readComparison({ by: 'subject', a: 'company', b: 'martian' })).toMatchObject({ pair: null })
  expect(readComparison({ by: 'rule', rule: 'x', a: 'after', b: 'before' })).toEqual({ by: 'rule', pair: null, rule: 'x' })
  expect(readComparison({ by: 'weather' })).toBeNull()
})
