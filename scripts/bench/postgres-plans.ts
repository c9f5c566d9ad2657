// `DATABASE_URL=postgres://… npm run bench:plans`: how PostgreSQL answers what readers and moderators ask, on a database that
// `npm run move` has brought there from one that bench:fill made. Tells of every question that reads a table from end to end
// or sorts more than a page, and ends with 1 where there is one without a reason.
import { closeDatabase, defaultDatabaseUrl } from '../../db/connection'
import { postgresPlansOf, slowSteps } from './plans/postgres'
import { reasonFor } from './plans/reasons'
import { questionsOf } from './questions'

void bench()

async function bench(): Promise<void> {
  const url = process.env.DATABASE_URL ?? defaultDatabaseUrl
  if (!/^postgres(ql)?:/.test(url)) {
    console.error('Name a PostgreSQL database: DATABASE_URL=postgres://… npm run bench:plans')
    process.exitCode = 2
    return
  }
  const plans = await postgresPlansOf(url, async database => {
    for (const { ask } of await questionsOf(database)) for (let n = 0; n < 3; n++) await ask(n)
  })
  const slow = plans.filter(plan => slowSteps(plan).length > 0)
  for (const plan of slow) console.log(`${reasonFor(plan.sql) ?? 'NO REASON'}\n  ${slowSteps(plan).join('; ')}\n  ${plan.sql.slice(0, 300)}\n`)
  const unreasoned = slow.filter(({ sql }) => reasonFor(sql) === null)
  console.log(`${plans.length} statements, ${slow.length} of them read or sort more than they show, ${unreasoned.length} without a reason.`)
  if (unreasoned.length > 0) process.exitCode = 1
  await closeDatabase()
}
