import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpoints } from '@/domain/api/endpoints'
import { minuteOf } from '@/domain/case/interval'
import { trendMeasures, type TrendQuestion } from '@/domain/figures/trend'
import { permit, type Permitted } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { sqliteFile } from '@/db/engines/sqlite'
import { trendFigure, trendQuery } from '@/db/figures/trend'
import { ruleById } from '@/db/rules/changes'
import { withdrawRule } from '@/db/rules/keeping'
import { fillDemonstration } from '@/scripts/demo'
import { somebody } from '../support/threads'
import { onSqlite, useDatabase } from '../support/database'

useDatabase()

const now = Date.parse('2026-11-24T12:00:00+08:00')
const question: TrendQuestion = { filter: { process: 'certification', layer: 'own' }, measure: 'answered', stage: 'first_call' }
const before = process.env.DEMONSTRATION

beforeAll(async () => {
  process.env.DEMONSTRATION = 'on'
  await fillDemonstration({ now, seed: 'trend', cases: 150 })
}, 240_000)
afterAll(() => {
  process.env.DEMONSTRATION = before
  if (before === undefined) delete process.env.DEMONSTRATION
})

test('the API’s schema takes every answer whole, both measures of it', async () => {
  for (const measure of trendMeasures) {
    const figure = await trendFigure(await read(), { ...question, measure }, now)
    expect(endpoints.trend.answer.schema.parse(figure)).toEqual(figure)
  }
})

test('no week of fewer than 5 people says anything, and what is hidden rests on at least 5', async () => {
  const rows = await trendQuery(await read(), question, minuteOf(now))
  const { points, n } = await trendFigure(await read(), question, now)
  const hidden = points.filter(point => point.n === null)
  const shown = points.reduce((sum, point) => sum + (point.n ?? 0), 0)
  expect(points.every(({ n, accounts }) => n === null || n === 0 || accounts! >= 5)).toBe(true)
  expect(hidden.every(({ ended, share, median }) => ended === null && share === null && median === null)).toBe(true)
  expect(hidden.length === 0 || n - shown >= 5).toBe(true)
  expect(n).toBeGreaterThan(50)
  expect(n).toBeLessThanOrEqual(rows.length)
})

test('a rule change is drawn with its 8 weeks, and withdrawn it is drawn no more', async () => {
  const [rule] = (await trendFigure(await read(), question, now)).rules
  expect(rule).toMatchObject({ ref: 'demo-rule-change', precision: 'day', confidence: 'reported' })
  const mei = await somebody('Mei', 'moderator')
  const { permitted } = permit('keep_rules', mei, null) as { permitted: Permitted<'keep_rules'> }
  await write(async tx => withdrawRule(tx, permitted, (await ruleById(tx, rule!.id))!, { version: 1, because: '不实', now }))
  expect((await trendFigure(await read(), question, now)).rules).toEqual([])
})

// Only SQLite tells its plan in words that stay; PostgreSQL has the same indexes.
test.runIf(onSqlite)('0 of 2 questions of the trend read all cases or all spells', async () => {
  const database = await read()
  for (const measure of trendMeasures) {
    const plan = planOf(trendQuery(database, { ...question, measure }, minuteOf(now)).toSQL())
    expect(plan.filter(step => /^SCAN (cases|spells)\b(?!.*INDEX)/.test(step)), plan.join('; ')).toEqual([])
    expect(plan.filter(step => /cases_figures|spells_/.test(step)).length, plan.join('; ')).toBeGreaterThan(0)
  }
})

function planOf({ sql, params }: { sql: string; params: unknown[] }): string[] {
  const file = new Sqlite(sqliteFile(process.env.DATABASE_URL!), { readonly: true })
  try {
    const plan = file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params.map(value => value === true ? 1 : value))
    return (plan as { detail: string }[]).map(({ detail }) => detail)
  } finally {
    file.close()
  }
}
