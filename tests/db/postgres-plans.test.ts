import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgresPlansOf, slowSteps, type PostgresPlan } from '@/scripts/bench/plans/postgres'
import { reasonFor, reasons } from '@/scripts/bench/plans/reasons'
import { questionsOf } from '@/scripts/bench/questions'
import { fillDemonstration } from '@/scripts/demo'
import { inProcess, onSqlite, useDatabase } from '../support/database'
import { caseBy, plantThread, somebody } from '../support/threads'

// SQLite's plans are in plans.test.ts. Here the same is asked of a PostgreSQL server: whatever readers and moderators ask among
// a thousand cases has an index, told from reading and sorting being made endlessly dear. `npm run bench:plans` looks at what
// it would really choose among 100,000.

useDatabase()
const isServer = !onSqlite && !inProcess
const before = process.env.DEMONSTRATION
let plans: PostgresPlan[]

beforeAll(async () => {
  if (!isServer) return
  process.env.DEMONSTRATION = 'on'
  await fillDemonstration({ now: Date.parse('2026-11-24T12:00:00+08:00'), seed: 'plans', cases: 1000 })
  const lin = await somebody('林')
  await plantThread(lin, await caseBy(lin), Array.from({ length: 1000 }, (_, n) => (n % 3 === 0 ? null : n - 1)))
  plans = await postgresPlansOf(process.env.DATABASE_URL!, async database => {
    for (const { ask } of await questionsOf(database)) await ask(1)
  }, { reluctantly: true })
}, 300_000)
afterAll(() => {
  if (before === undefined) delete process.env.DEMONSTRATION
  else process.env.DEMONSTRATION = before
})

describe.runIf(isServer)('On PostgreSQL among 1,000 cases', () => {
  test('more than 50 different statements are looked at', () => {
    expect(plans.length).toBeGreaterThan(50)
  })

  test('0 of them read a table that grows from end to end, but those with a reason', () => {
    const slow = plans.filter(plan => slowSteps(plan, 100).length > 0 && reasonFor(plan.sql) === null)
    expect(slow.map(plan => [plan.sql, ...slowSteps(plan, 100)])).toEqual([])
  })

  test('each of the reasons is needed', () => {
    const needed = (statement: RegExp) => plans.some(plan => statement.test(plan.sql) && slowSteps(plan, 100).length > 0)
    expect(reasons.filter(([, statement]) => !needed(statement)).map(([because]) => because)).toEqual([])
  })
})
