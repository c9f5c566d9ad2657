import { count, eq, sum } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '@/db/connection'
import { logPage } from '@/db/moderation/log-page'
import { activeSuspensions } from '@/db/people/suspensions'
import {
  cases, favourites, hidings, logEntries, people, replies, ruleChanges, spells, taggings, votes,
} from '@/db/schema'
import { nameProblem } from '@/domain/people/name'
import { fillDemonstration } from '@/scripts/demo'
import { useDatabase } from '../support/database'

useDatabase()

const now = Date.parse('2026-11-24T12:00:00+08:00')
const before = process.env.DEMONSTRATION
let filled: boolean

beforeAll(async () => {
  process.env.DEMONSTRATION = 'on'
  filled = await fillDemonstration({ now, seed: 'test', cases: 200 })
})
afterAll(() => {
  process.env.DEMONSTRATION = before
  if (before === undefined) delete process.env.DEMONSTRATION
})

test('200 simulated cases stand on the site, all demonstration, all within the fourteen months', async () => {
  expect(filled).toBe(true)
  const rows = await (await read()).select().from(cases)
  expect(rows).toHaveLength(200)
  expect(new Set(rows.map(({ source }) => source))).toEqual(new Set(['demonstration']))
  expect(rows.every(({ createdAt, activeAt }) => createdAt <= activeAt && activeAt <= now)).toBe(true)
  expect(rows.filter(({ outcome }) => outcome === 'waiting').length).toBeGreaterThan(15)
})

test('filled once is filled: a second time adds 0 cases', async () => {
  expect(await fillDemonstration({ now, seed: 'other', cases: 50 })).toBe(false)
  expect(await (await read()).select({ n: count() }).from(cases)).toEqual([{ n: 200 }])
})

test('what is counted on a case is what is there: replies, agreement, favourites', async () => {
  const database = await read()
  const [sums] = await database.select({
    said: sum(cases.discussionCount), answered: sum(cases.replyCount), agreed: sum(cases.agreeCount),
    kept: sum(cases.favouriteCount),
  }).from(cases)
  const [seen] = await database.select({ n: count() }).from(replies).where(eq(replies.hidden, false))
  const [agreed] = await database.select({ n: count() }).from(votes).where(eq(votes.subject, 'case'))
  const [kept] = await database.select({ n: count() }).from(favourites)
  expect(seen!.n).toBeGreaterThan(40)
  expect(Number(sums!.said) + Number(sums!.answered)).toBe(seen!.n)
  expect(Number(sums!.agreed)).toBe(agreed!.n)
  expect(Number(sums!.kept)).toBe(kept!.n)
})

test('each of the moderators\' acts stands in the public log, and every counted case has its spells', async () => {
  const database = await read()
  const [tagged] = await database.select({ n: count() }).from(taggings)
  const [hidden] = await database.select({ n: count() }).from(hidings)
  const [lines] = await database.select({ n: count() }).from(logEntries)
  expect(tagged!.n).toBeGreaterThan(5)
  // Another advertisement, and its author.
  expect(hidden!.n).toBe(2)
  expect(lines!.n).toBe(tagged!.n + hidden!.n + 1)
  const told = await database.selectDistinct({ caseId: spells.caseId }).from(spells)
  expect(told.length).toBeGreaterThan(190)
})

test('the names are ones that people could have chosen, none twice, and nobody has a password', async () => {
  const rows = await (await read()).select().from(people)
  expect(rows.filter(({ name }) => nameProblem(name) !== null)).toEqual([])
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
  expect(rows.filter(({ passwordHash, role }) => passwordHash !== null || role === 'admin')).toEqual([])
  expect(rows.filter(({ role }) => role === 'moderator')).toHaveLength(2)
})

test('the rule by which the simulator lives is among the rule changes', async () => {
  const rows = await (await read()).select({ ref: ruleChanges.ref }).from(ruleChanges)
  expect(rows.map(({ ref }) => ref)).toContain('demo-rule-change')
})

test('one person is silenced while the visitor looks, for an advertisement that is hidden, and the log says why', async () => {
  const database = await read()
  const held = await activeSuspensions(database, now)
  expect(held.map(it => [it.kind, it.reason])).toEqual([['silence', '反复发与审核无关的广告。']])
  const [{ entries }, own] = [await logPage(database, { act: 'silence' }), await database.select().from(replies).where(eq(replies.authorId, held[0]!.personId))]
  expect([entries.length, own.map(it => it.hidden)]).toEqual([1, [true]])
})
