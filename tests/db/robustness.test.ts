import { beforeAll, expect, test } from 'vitest'
import { importLines } from '@/db/cases/import'
import { read, write } from '@/db/connection'
import { robustnessFigure } from '@/db/figures/robustness'
import { cases } from '@/db/schema'
import type { FigureFilter } from '@/domain/figures/filter'
import { fillEmptyDatabase } from '@/scripts/starting-data'
import { useDatabase } from '../support/database'

useDatabase()

const now = Date.UTC(2026, 11, 24)
const own: FigureFilter = { process: 'certification', layer: 'own' }

// 40 people paid on 1 September and were approved 1…40 days later; all told of it on the 6th, the sixth day.
beforeAll(async () => {
  await fillEmptyDatabase(now)
  const report = await importLines(Array.from({ length: 40 }, (_, at) => caseOf(at + 1)), { now })
  if (report.added !== 40) throw new Error(JSON.stringify(report.bad))
  await write(tx => tx.update(cases).set({ createdAt: Date.parse('2026-09-06T12:00:00+08:00') }))
})

test('half of 40 had an answer by 20.5 days, 18.5 to 22.5 if a tenth is false, 18 to 23 with five accounts gone', async () => {
  const { wait } = await robustnessFigure(await read(), { ...own, stage: 'decision' }, now)
  expect([wait.n, wait.scale, wait.median!.value]).toEqual([40, 'day', 20.5])
  expect(wait.false_reports).toEqual({ shortest: 18.5, longest: 22.5 })
  expect(wait.without.at(-1)).toEqual({ accounts: 5, shortest: 18, longest: 23 })
})

test('the check counts the 35 whose answer came after the day they told of it: half of those by day 23', async () => {
  const { wait: { delayed_entry } } = await robustnessFigure(await read(), { ...own, stage: 'decision' }, now)
  expect([delayed_entry!.n, delayed_entry!.median.value]).toEqual([35, 23])
})

test('by day 7, 7 of 40 were approved: 17.5 %, and 8 to 19 % if a tenth is false', async () => {
  const { outcome } = await robustnessFigure(await read(), { ...own, stage: 'decision' }, now)
  expect([outcome.day, outcome.share!.value]).toEqual([7, 0.175])
  expect(outcome.false_reports!.lower).toBeCloseTo(0.075 / 0.9, 12)
})

test('the thread\'s 9 cases are too few: no median, no share, no range, nobody taken away', async () => {
  const { wait, outcome } = await robustnessFigure(await read(), { process: 'certification', layer: 'thread', stage: 'first_call' }, now)
  expect(wait).toMatchObject({ suppressed: 'few_accounts', median: null, false_reports: null, without: [], delayed_entry: null })
  expect(outcome).toMatchObject({ suppressed: 'few_accounts', share: null, false_reports: null, without: [] })
})

function caseOf(days: number): string {
  const approved = new Date(Date.UTC(2026, 8, 1 + days)).toISOString().slice(0, 10)
  return JSON.stringify({
    ref: `steady-${days}`, source: 'own', process: 'certification', subject: 'personal', program_age: 'new', kind: 'mini_program',
    category: 'tool', name_pattern: ['coined'], proof_demanded: ['none'],
    events: [{ type: 'paid', at: ['2026-09-01', '2026-09-01'] }, { type: 'approved', at: [approved, approved] }],
  })
}
