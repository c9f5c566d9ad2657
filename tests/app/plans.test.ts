import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpoints } from '@/domain/api/endpoints'
import { closeDatabase } from '@/db/connection'
import { sqliteFile } from '@/db/engines/sqlite'
import { fillDatabase } from '@/scripts/bench/fill/database'
import { pageVisits, settle } from '../support/cast'
import type { Plan } from '../support/plans'
import { startSite, type RunningSite } from '../support/server'
import { recordedPlans, recording } from '../support/statements'
import { formOn } from '../support/stories'
import type { Visitor } from '../support/visitor'
import { walkThrough } from '../support/walk'
import { acts } from './permission-table'

// Whatever the site asks its database on the way through every page, every act and every answer of the API, on a site of
// some thousand cases: no table that grows is read from end to end, and none is sorted to show the first few.

const folder = mkdtempSync(join(tmpdir(), 'guoshen-plans-'))
const databaseUrl = `file:${join(folder, 'guoshen.db')}`
const statements = join(folder, 'statements.ndjson')
let site: RunningSite
let plans: Plan[]

beforeAll(async () => {
  process.env.DATABASE_URL = databaseUrl
  await fillDatabase({ file: sqliteFile(databaseUrl), cases: 3000, replies: 15_000, seed: 'plans', now: Date.now() })
  site = await startSite({ DATABASE_URL: databaseUrl, ...recording(statements) })
  const { people, at } = await settle(site.url)
  for (const [, as, address] of pageVisits) await people[as].open(at(address))
  for (const [act, { fields }] of Object.entries(acts)) {
    const filled = Object.fromEntries(Object.entries(fields ?? {}).map(([name, value]) => [name, at(value.replace('OTHER', '15'))]))
    for (const as of ['admin', 'author'] as const) await people[as].post(`/do/${act}`, { ...formOn('/'), ...filled })
  }
  await readOn(people.moderator)
  await walkThrough(site)
  await site.stop()
  await closeDatabase()
  plans = recordedPlans(statements, databaseUrl)
}, 600_000)
afterAll(async () => {
  await site?.stop()
  await closeDatabase()
  rmSync(folder, { recursive: true, force: true })
})

// Few for ever, or as many as there are different lengths of a wait.
const small = [
  'tags', 'tag_groups', 'tag_synonyms', 'rule_changes', 'rule_revisions', 'site_values', 'word_rules', 'cell_counts', 'cell_people', '__drizzle_migrations',
  'json_each', 'pragma_table_list', 'search_index', 'CONSTANT', 'sqlite_schema', 'sqlite_master',
]

/** What may read or sort more than it shows, and why it may. Each must be needed. */
const exceptions: [because: string, statement: RegExp][] = [
  ['figures of two narrowings, of dates and of courses read the spells they count (docs/decisions/0007)', / from "spells" inner join "cases" /],
  ['who is suspended now is in one short list', / from "suspensions" where \("suspensions"."lifted_at" is null/],
  ['a page in another order than by time is sorted among 2,500 at most', / from "cases" where \("cases"."id" in \(select "id" from "cases" /],
  ['what is told of a kind of case is read from those cases', /^select .* from "cases" where \("cases"."in_figures" = \?/],
  ['whether forecasts hold is asked of all that were made, once a day at most', / from "forecasts" left join .*"cases"."in_figures" = \?/],
  ['the sessions of one person are few', / from "sessions" where \(?"sessions"."person_id" = \?/],
  ['the drafts of one person are thirty', / from "drafts" where "drafts"."owner" = \?/],
  ['the earlier words of one person’s replies are put in order once a day, when he takes his own data', / from "reply_revisions" where .*"reply_id" in \(/],
  ['the tags of a page of cases are few', / from "taggings" .*"taggings"."case_id" in \(/],
  ['the cases of one month, in another order than by time, are a month of cases', / from "cases" where .*"cases"."month" = \?/],
  ['which figures to look at again for those who follow them is asked once in a while, of those that are due', / from "follows" where \("follows"."check_at" is not null/],
  ['what waits for a moderator has an index of its own, as long as the queue', /^select ("kind", count\(\*\)|"id") from "queue_items" where \(?"queue_items"."decided_at" is null/],
  ['what waits about one case or reply is a handful', / from "queue_items" where \("queue_items"."subject" = \?/],
  ['the flags of a page of the queue are few', / from "flags" where "flags"."item_id" in \(/],
  ['what one person flagged of one thing is a line or two', / from "flags" inner join "queue_items" .*"flags"."person_id" = \? and "flags"."subject" = \?/],
  ['whom one person has silenced is a short list', / from "silences" .*"silences"."person_id" = \?/],
  ['what was hidden of one person’s is a short list', / from "hidings" left join .*"author_id" = \?/],
  ['what one person’s five webhooks were sent in a month is put in order once a day, when he takes his own data', / from "webhook_deliveries" inner join "webhooks" .*"webhooks"."person_id" = \?/],
  ['the cases of one tag, likewise', / from "cases" where .*"tags"."slug" = \?/],
]

// Read by its index or from end to end, whichever SQLite finds shorter for the handful that is there.
const shortLists = [/ from "queue_items" where "queue_items"."decided_by_id" = \?/]

test('the walk puts more than 300 different statements', () => {
  expect(new Set(plans.map(({ sql }) => sql)).size).toBeGreaterThan(300)
})

test('0 of them read a table that grows from end to end, or sort it, but those with a reason', () => {
  const slow = plans.filter(plan => slowSteps(plan).length > 0
    && ![...shortLists, ...exceptions.map(([, statement]) => statement)].some(statement => statement.test(plan.sql)))
  expect(slow.map(plan => [plan.sql, ...slowSteps(plan)])).toEqual([])
})

test('each of the reasons is needed', () => {
  const needed = (statement: RegExp) => plans.some(plan => statement.test(plan.sql) && slowSteps(plan).length > 0)
  expect(exceptions.filter(([, statement]) => !needed(statement)).map(([because]) => because)).toEqual([])
})

function slowSteps({ sql, steps }: Plan): string[] {
  // What an insert might have to look for in other tables it looks for only where a reference was left open before.
  if (/^insert /i.test(sql) || /sqlite_stat|^analyze|^pragma/i.test(sql)) return []
  const sorts = steps.filter(step => /TEMP B-TREE FOR .*ORDER BY|TEMP B-TREE FOR (GROUP BY|DISTINCT)/.test(step))
  const reads = steps.filter(step => /^SCAN /.test(step) && !small.includes(step.split(' ')[1]!))
  const sortsFew = steps.every(step => !/^(SCAN|SEARCH) /.test(step) || small.includes(step.split(' ')[1]!))
  // The latest or the first of all, by their ids: it ends where the page is full.
  const walksIds = sorts.length === 0 && !/ where /.test(sql) && / limit \?$/.test(sql)
  return [...(walksIds ? [] : reads), ...(sortsFew ? [] : sorts)]
}

/** Each list in each of its orders and narrowings, and its second page. */
async function readOn(reader: Visitor): Promise<void> {
  const narrowings = [
    '', 'process=filing', 'subject=personal', 'category=tool', 'outcome=approved', 'pattern=app_like', 'proof=software_copyright',
    'reason=category_mismatch', 'month=2026-09', 'layer=own', 'layer=thread', 'tag=unverified', 'process=certification&subject=personal&outcome=waiting',
  ]
  for (const narrowing of narrowings) {
    for (const sort of ['newest', 'active', 'agreed']) {
      await reader.open(`/cases?sort=${sort}&${narrowing}`)
      await reader.open(`/api/v1/cases?sort=${sort}&limit=5&${narrowing}`)
      await reader.open(`/cases?sort=${sort}&${narrowing}&after=${sort === 'newest' ? '1500' : `${sort === 'active' ? 1_790_000_000_000 : 1}-1500`}`)
    }
  }
  const figures = Object.values(endpoints).map(({ path }) => path).filter(path => path.startsWith('/stats') && !path.includes('{'))
  for (const path of figures) {
    for (const query of ['', '?layer=all', '?subject=personal', '?subject=personal&category=tool', '?pattern=app_like&layer=thread']) {
      await reader.open(`/api/v1${path}${query}`)
      await reader.open(`${path}${query}`)
    }
  }
}
