import { expect, test } from 'vitest'
import type { Ending } from '../../../domain/codes'
import { endingsOf, outcomesFigureOf, type WholeSpell } from '../../../domain/figures/outcomes'
import { spell } from '../statistics/spells'

const now = Date.UTC(2026, 10, 24) / 60_000
const whole = (n: number, ending: Ending, days: number): WholeSpell[] => Array.from({ length: n }, () => {
  const { cause: _, ...it } = spell({ stage: 'whole', days, startMonth: '2026-01' })
  return { ...it, ending }
})

test('20 filings: 12 filed on day 5, 3 refused on day 2, 5 wait: 60, 15 and 25 % on day 7', () => {
  const figure = outcomesFigureOf(
    { process: 'filing', layer: 'own' }, [...whole(12, 'filed', 5), ...whole(3, 'filing_refused', 2), ...whole(5, 'waiting', 9)], now,
  )
  expect(figure).toMatchObject({ n: 20, ended: [12, 3, 0, 0], waiting: 5, cohort: 'settled' })
  const week = figure.table.find(({ day }) => day === 7)!
  expect([...week.endings!, week.waiting!].map(({ share }) => Number(share.toFixed(12)))).toEqual([0.6, 0.15, 0, 0, 0.25])
})

test('every process has its good end first and 0 times waiting among its ends', () => {
  expect(Object.values(endingsOf).map(([good]) => good)).toEqual(['approved', 'approved', 'filed', 'approved', 'approved'])
  expect(Object.values(endingsOf).flat().filter(ending => (ending as Ending) === 'waiting').length).toBe(0)
})

test('a certification that ends in "filed" is counted 0 times: it is refused', () => {
  expect(() => outcomesFigureOf({ process: 'certification', layer: 'own' }, whole(1, 'filed', 1), now)).toThrow('filed')
})
