import { beforeAll, expect, test } from 'vitest'
import { comparisonAnswerSchema } from '@/domain/api/comparison-answer'
import { durationsAnswerSchema } from '@/domain/api/figure-answers'
import { dayNumberOf, dayStart } from '@/domain/case/interval'
import { reportCase } from '@/domain/case/report'
import type { FigureFilter } from '@/domain/figures/filter'
import { read, write } from '@/db/connection'
import { storeCase } from '@/db/cases/store'
import { comparisonFigure } from '@/db/figures/comparison'
import { durationsFigure } from '@/db/figures/durations'
import { workingFigure } from '@/db/figures/working-time'
import { storeRuleChanges } from '@/db/rules/changes'
import { useDatabase } from '../support/database'

// 30 persons paid on a Friday at 17:30 and were called on Monday at 09:30; 31 companies paid on Monday at 10:00 and were
// called at 10:20. A rule is planted between the two days, and one of a filing.

useDatabase()

const now = Date.UTC(2026, 10, 24)
const own: FigureFilter = { process: 'certification', layer: 'own' }
const asked = { stage: 'first_call', pair: null, rule: null, clock: 'calendar', cohort: 'settled' } as const

beforeAll(async () => {
  for (let i = 0; i < 30; i++) await store(`person ${i}`, 'personal', '2026-10-16 17:30', '2026-10-19 09:30')
  for (let i = 0; i < 31; i++) await store(`company ${i}`, 'company', '2026-10-19 10:00', '2026-10-19 10:20')
  await write(tx => storeRuleChanges(tx, [
    { ...planted, ref: 'planted' }, { ...planted, ref: 'of-a-filing', date: '2026-10-18', processes: ['filing'] },
    { ...planted, ref: 'for-media', date: '2026-10-17', subject: 'media' },
  ], now))
})

const planted = {
  date: '2026-10-18', precision: 'day', processes: ['certification'], subject: 'all', statement_zh: '规则', basis: '测试',
  confidence: 'reported',
} as Parameters<typeof storeRuleChanges>[1][number]

test('by the calendar the 31 companies waited 20 minutes and the 30 persons 64 hours; the larger group comes first', async () => {
  const figure = await comparisonFigure(await read(), own, { ...asked, by: 'subject' }, now)
  expect(figure.groups.map(({ code, n, median }) => [code, n, median.value])).toEqual([['company', 31, 20], ['personal', 30, 3840]])
  expect(comparisonAnswerSchema.safeParse(figure).error).toBeUndefined()
})

test('in working time persons waited 30 + 30 minutes, companies still 20', async () => {
  const figure = await comparisonFigure(await read(), own, { ...asked, by: 'subject', clock: 'working' }, now)
  expect(figure.groups.map(({ median }) => median.value)).toEqual([20, 60])
  expect(figure).toMatchObject({ scale: 'working_minute', working: { day: 540, undated: 0, outside: 0 } })
  expect(comparisonAnswerSchema.safeParse(figure).error).toBeUndefined()
})

test('the plain figure of a group has the counts that the comparison says of it: 31 and 30, together 61', async () => {
  const { groups } = await comparisonFigure(await read(), own, { ...asked, by: 'subject' }, now)
  for (const { code, n, events } of groups) {
    const alone = await durationsFigure(await read(), { ...own, subject: code as 'personal', stage: 'first_call' }, now)
    expect([alone.n, alone.events]).toEqual([n, events])
  }
  expect((await durationsFigure(await read(), { ...own, stage: 'first_call' }, now)).n).toBe(61)
})

test('what groups differ in does not narrow them, what they do not differ in does: 31 and 30, or nobody', async () => {
  const narrowed = await comparisonFigure(await read(), { ...own, subject: 'company' }, { ...asked, by: 'subject' }, now)
  expect([narrowed.filter.subject, narrowed.groups.map(({ n }) => n)]).toEqual([undefined, [31, 30]])
  const other = await comparisonFigure(await read(), { ...own, category: 'game' }, { ...asked, by: 'subject' }, now)
  expect([other.filter.category, other.groups]).toEqual(['game', []])
})

test('around the rule the 31 of Monday are after and the 30 of Friday before; the newest of the process divides', async () => {
  const figure = await comparisonFigure(await read(), own, { ...asked, by: 'rule' }, now)
  expect([figure.rule?.ref, figure.groups.map(({ code, n }) => [code, n])]).toEqual(['planted', [['after', 31], ['before', 30]]])
  expect(comparisonAnswerSchema.safeParse(figure).error).toBeUndefined()
})

test('a rule for media alone divides 0 of persons and companies', async () => {
  const figure = await comparisonFigure(await read(), own, { ...asked, by: 'rule', rule: 'for-media' }, now)
  expect([figure.filter.subject, figure.groups]).toEqual(['media', []])
})

test('the working figure: a quarter of the 61 within 20 minutes, three quarters within 60, and the answer fits its schema', async () => {
  const figure = await workingFigure(await read(), { ...own, stage: 'first_call' }, now)
  expect([figure.n, figure.scale, figure.quantiles['0.25'].value, figure.quantiles['0.75'].value]).toEqual([61, 'working_minute', 20, 60])
  expect(durationsAnswerSchema.safeParse(figure).error).toBeUndefined()
})

async function store(account: string, subject: 'personal' | 'company', paid: string, called: string): Promise<void> {
  const at = (text: string) => dayStart(dayNumberOf(text.slice(0, 10))!) + Number(text.slice(11, 13)) * 60 + Number(text.slice(14))
  const instant = (text: string) => [at(text), at(text)] as const
  const told = reportCase({
    source: 'own',
    facts: {
      process: 'certification', subject, program_age: 'new', kind: 'mini_program', category: 'tool', name_pattern: ['coined'],
      proof_demanded: ['none'],
    },
    events: [{ type: 'paid', at: instant(paid) }, { type: 'called', at: instant(called) }],
  } as unknown as Parameters<typeof reportCase>[0], Date.UTC(2026, 9, 25))
  if (!told.ok) throw new Error(JSON.stringify(told))
  await write(tx => storeCase(tx, { case: told.case, account, authorId: null, now }))
}
