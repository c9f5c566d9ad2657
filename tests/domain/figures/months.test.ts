import { expect, test } from 'vitest'
import type { Ending } from '../../../domain/codes'
import { outcomeMonthsFigureOf } from '../../../domain/figures/months'
import type { WholeSpell } from '../../../domain/figures/outcomes'
import { spell } from '../statistics/spells'

const now = Date.UTC(2026, 10, 24) / 60_000
const begun = (month: string | null, n: number, ending: Ending, days: number): WholeSpell[] => Array.from({ length: n }, () => {
  const { cause: _, ...it } = spell({ stage: 'whole', days, startMonth: month })
  return { ...it, ending }
})
const figure = (...spells: WholeSpell[][]) => outcomeMonthsFigureOf({ process: 'certification', layer: 'own' }, spells.flat(), now)

test('September: 15 of 20 pass in time, 1 on day 20, 4 wait: 75 % and 25 % on day 14; November is read and has not settled', () => {
  const { settled, months, days, n, unended } = figure(
    begun('2026-09', 15, 'approved', 3), begun('2026-09', 1, 'approved', 20), begun('2026-09', 4, 'waiting', 60), begun('2026-11', 20, 'approved', 1),
  )
  expect([days, n, unended]).toEqual([14, 40, 4])
  expect(months.map(it => [it.month, it.settled, it.n, it.endings![0]!.share, it.waiting!.share])).toEqual([
    ['2026-09', true, 20, 0.75, 0.25], ['2026-11', false, 20, 1, 0],
  ])
  expect([settled!.n, settled!.endings![0]!.share]).toEqual([20, 0.75])
})

test('a month of 4 people hides itself and the next smallest of 11, not the 30; undated cases are in no month', () => {
  const { months, undated } = figure(
    begun('2026-05', 4, 'approved', 3), begun('2026-06', 11, 'approved', 3), begun('2026-07', 30, 'approved', 3), begun(null, 2, 'approved', 3),
  )
  expect(months.map(({ suppressed, endings }) => [suppressed, endings === null])).toEqual([
    ['few_accounts', true], ['complement', true], [null, false],
  ])
  expect(undated).toBe(2)
})

test('the parts of every month make 1, whatever they ended in', () => {
  const endings: Ending[] = ['approved', 'approved_without_name', 'failed', 'left', 'waiting']
  const { months } = figure(...endings.flatMap((ending, i) => ['2026-03', '2026-04', '2026-10'].map(month => begun(month, 3 + i, ending, 2 + 5 * i))))
  expect(months.map(({ endings: shares, waiting }) => Number(shares!.reduce((sum, { share }) => sum + share, waiting!.share).toFixed(12)))).toEqual([1, 1, 1])
})

test('9 people are a count and no share, 4 are cases to read', () => {
  expect(figure(begun('2026-05', 9, 'approved', 3)).months[0]).toMatchObject({ n: 9, suppressed: 'counts_only', endings: null })
  expect(figure(begun('2026-05', 4, 'approved', 3))).toMatchObject({ suppressed: 'few_accounts', unended: null })
})
