import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseSorts, type CaseFilter } from '@/domain/case/filter'
import { stagesOf, type FigureFilter } from '@/domain/figures/filter'
import { guest, type Member } from '@/domain/people/viewer'
import { threadSorts } from '@/domain/thread/sort'
import { closeDatabase, read, write, type Reader } from '@/db/connection'
import { exportLines } from '@/db/cases/export'
import { listCases, type CaseQuery } from '@/db/cases/list'
import { caseById } from '@/db/cases/rows'
import { revisionsOf } from '@/db/cases/revise'
import { casesLike } from '@/db/cases/similar'
import { draftOf, draftsOf, keepDraft } from '@/db/desk/drafts'
import { durationsFigure } from '@/db/figures/durations'
import { countLayers } from '@/db/figures/layers'
import { namesFigure } from '@/db/figures/names'
import { outcomesFigure } from '@/db/figures/outcomes'
import { softwareCopyrightFigure } from '@/db/figures/software-copyright'
import { openHidings } from '@/db/moderation/hiding'
import { flagsOf } from '@/db/moderation/flagging'
import { logPage } from '@/db/moderation/log-page'
import { sameAsCase, toldAlready } from '@/db/moderation/alike/find'
import { sharingPrints } from '@/db/moderation/alike/prints'
import { openItemsAbout, queueItem, queuePage } from '@/db/moderation/queue/list'
import { wordFilter } from '@/db/moderation/words/filter'
import { wordRulesBy, wordRulesPage } from '@/db/moderation/words/list'
import { suggestionsOf, tagsOf } from '@/db/moderation/tags'
import { countUnread, notificationsOf } from '@/db/people/notifications'
import { findPersonByName, listPeople } from '@/db/people/people'
import { trustOfPerson } from '@/db/people/trust'
import { memberOfToken, sessionsOf, startSession } from '@/db/people/sessions'
import { activeSuspension } from '@/db/people/suspensions'
import { cases, flags, notifications, people, queueItems, suspensions, textPrints, wordRuleChanges, wordRules } from '@/db/schema'
import { searchWords } from '@/db/search/search'
import { isFavourite } from '@/db/threads/favourites'
import { latestReplies } from '@/db/threads/latest-replies'
import { replyContext } from '@/db/threads/reply-context'
import { threadPage } from '@/db/threads/thread-page'
import { votedAmong } from '@/db/threads/votes'
import { fillDemonstration } from '@/scripts/demo'
import { onSqlite, useDatabase } from '../support/database'
import { plansOf, type Plan } from '../support/plans'
import { caseBy, plantThread, somebody } from '../support/threads'

useDatabase()

const now = Date.parse('2026-11-24T12:00:00+08:00')
const before = process.env.DEMONSTRATION
let lin: Member
let talked: number
let told: string

// Two thousand cases of a demonstration, one of them with 3,000 replies; 3,000 notices, sessions and drafts.
beforeAll(async () => {
  if (!onSqlite) return
  process.env.DEMONSTRATION = 'on'
  await fillDemonstration({ now, seed: 'plans', cases: 2000 })
  lin = await somebody('林')
  talked = await caseBy(lin)
  await plantThread(lin, talked, Array.from({ length: 3000 }, (_, n) => (n % 3 === 0 ? null : n - 1)))
  const crowd = (await (await read()).select({ id: people.id }).from(people)).map(({ id }) => id)
  const personIds = Array.from({ length: 3000 }, (_, n) => crowd[n % crowd.length]!)
  await write(async tx => {
    for (const [n, personId] of personIds.entries()) {
      await tx.insert(notifications).values({ personId, kind: 'case_answered', caseId: talked, details: {}, createdAt: now + n })
      const key = `plans-${String(n).padStart(12, '0')}`
      await keepDraft(tx, { key, owners: [`p:${personId}`], act: 'reply', back: '/', body: {}, problems: [], now: now + n })
      if (n % 3 === 0) await startSession(tx, { personId, device: 'desk', now: now + n })
      if (n % 10 === 0) await tx.insert(suspensions).values({ personId, byId: lin.id, reason: '停一停', at: now, liftedAt: now + n, liftedById: lin.id })
    }
    for (let n = 0; n < 3000; n++) {
      const decided = n % 10 === 0 ? {} : { decidedAt: now + n, decidedById: lin.id, decision: 'dismiss' }
      const item = { kind: 'flags', subject: 'case', subjectId: n + 1, personId: personIds[n]!, details: {}, at: now + n, ...decided } as const
      const [row] = await tx.insert(queueItems).values(item).returning({ id: queueItems.id })
      await tx.insert(flags).values({ subject: 'case', subjectId: n + 1, personId: personIds[n]!, itemId: row!.id, reason: 'joke', level: 0, at: now })
      await tx.insert(textPrints).values({ print: n % 50, subject: 'case', subjectId: n + 1 })
      const rule = { kind: 'word', text: `词${n}`, action: 'queue', reason: '', enabled: n % 3 > 0 } as const
      const [word] = await tx.insert(wordRules).values({ ...rule, reading: rule.text }).returning({ id: wordRules.id })
      await tx.insert(wordRuleChanges).values({ ruleId: word!.id, byId: lin.id, rule, because: '试', stamp: `plans-${n}`, at: now })
    }
    told = await startSession(tx, { personId: lin.id, device: 'desk', now })
  })
  // As a site that is started again finds them.
  await closeDatabase()
  await read()
}, 300_000)
afterAll(() => {
  if (before === undefined) delete process.env.DEMONSTRATION
  else process.env.DEMONSTRATION = before
})

// What grows with every case, reply and person. Tags, rules and the site's own values are few for ever.
const growing = [
  'cases', 'case_traits', 'case_events', 'spells', 'case_revisions', 'replies', 'reply_revisions', 'votes', 'favourites',
  'search_entries', 'notifications', 'people', 'sessions', 'identities', 'suspensions', 'taggings', 'tag_suggestions', 'hidings',
  'log_entries', 'drafts', 'submissions', 'queue_items', 'flags',
]

/**
 * Steps that read a growing table from end to end, or sort what an index could have given in order. A page that walks a
 * table by its ids ends where it is full, so that is not the whole of it. What is `small` may be sorted.
 */
function slowSteps({ sql, steps }: Plan, { small = false } = {}): string[] {
  // A page in another order than by time is looked for among the first 2,500 of the order.
  const bounded = /"cases"."id" in \(select "id" from "cases" /.test(sql)
  const sorts = small || bounded ? [] : steps.filter(step => /TEMP B-TREE FOR ORDER BY/.test(step))
  const walksIds = sorts.length === 0 && / order by "(\w+"\.")?id"( desc)? limit \?/.test(sql)
  const scans = steps.filter(step => growing.some(table => new RegExp(`^SCAN ${table}\\b`).test(step)))
  return [...(walksIds ? [] : scans), ...sorts]
}

async function expectQuick(questions: (database: Reader) => Promise<unknown>, terms?: { small: boolean }): Promise<void> {
  const plans = await plansOf(questions)
  expect(plans.length).toBeGreaterThan(0)
  for (const plan of plans) expect([slowSteps(plan, terms), plan.sql, plan.steps]).toEqual([[], plan.sql, plan.steps])
}

describe.runIf(onSqlite)('Among 2,000 cases and 3,000 replies, no table is read from end to end and no page sorted', () => {
  const filters: CaseFilter[] = [
    {}, { process: 'filing' }, { subject: 'personal' }, { category: 'tool' }, { outcome: 'approved' }, { pattern: 'app_like' },
    { proof: 'software_copyright' }, { reason: 'category_mismatch' }, { layer: 'own' },
  ]
  test.each(filters)('by the list of cases, %j, in each order and on its second page', async filter => {
    for (const sort of caseSorts) {
      const { next } = await listCases(await read(), { filter, sort, limit: 5 })
      for (const after of [null, next]) await expectQuick(database => listCases(database, { filter, sort, after }))
    }
  })

  test.each<[string, CaseQuery]>([
    ['a month', { filter: { month: '2026-03' } }], ['a tag', { filter: { tag: 'joke' } }],
    ['one author', { authorId: 1, states: ['live', 'hidden', 'withdrawn'] }], ['one’s favourites', { favouriteOf: 1 }],
  ])('by the cases of %s, which alone are sorted', async (_, query) => {
    for (const sort of caseSorts) await expectQuick(database => listCases(database, { ...query, sort }), { small: true })
  })

  test.each<CaseFilter>([
    { process: 'rename', category: 'game' }, { subject: 'company', outcome: 'approved' }, { process: 'filing', outcome: 'failed' },
    { process: 'certification', subject: 'personal', category: 'tool' },
  ])('and the pages of %j hold each case once, in each order', async filter => {
    for (const sort of caseSorts) {
      const seen: number[] = []
      for (let after: string | null = null, n = 0; n === 0 || after !== null; n++) {
        const page: Awaited<ReturnType<typeof listCases>> = await listCases(await read(), { filter, sort, after, limit: 40 })
        seen.push(...page.cases.map(({ row }) => row.id))
        after = page.next
      }
      const all = await (await read()).select().from(cases).where(eq(cases.state, 'live'))
      const key = { newest: () => 0, active: (it: typeof all[number]) => it.activeAt, agreed: (it: typeof all[number]) => it.agreeCount }[sort]
      const fitting = all.filter(it => Object.entries(filter).every(([name, value]) => it[name as 'process'] === value))
        .sort((a, b) => key(b) - key(a) || b.id - a.id)
      expect(seen).toEqual(fitting.map(({ id }) => id))
    }
  })

  test('by the feed of its thread, from the newest reply and from the thousandth', async () => {
    for (const after of [undefined, '1000']) await expectQuick(database => latestReplies(database, { caseId: talked, ...(after && { after }), limit: 30 }))
  })

  test('by the page of a case: facts, tags, history, those like it', async () => {
    const stored = await caseById(await read(), 1000)
    await expectQuick(database => caseById(database, 1000))
    await expectQuick(database => casesLike(database, stored!))
    await expectQuick(database => revisionsOf(database, 1000))
    await expectQuick(async database => [await tagsOf(database, [1000]), await suggestionsOf(database, 1000)], { small: true })
  })

  test.each(threadSorts)('by a thread of 3,000 replies, %s first, on its first and its second page', async sort => {
    for (const after of [null, { replyId: 1_001_500, agreed: 3 }]) {
      await expectQuick(database => threadPage(database, { caseId: talked, sort, after, viewer: lin }))
    }
  })

  test('by a reply on its own page, its votes and its hiding', async () => {
    await expectQuick(database => replyContext(database, 1_001_501, guest))
    await expectQuick(async database => [
      await votedAmong(database, lin.id, 'reply', [1_001_501]), await isFavourite(database, lin.id, talked),
      await openHidings(database, 'reply', [1_001_501]),
    ])
  })

  test.each(['软著', '电话 认证', 'app', '1'])('by a search for %s', async query => {
    for (const after of [null, 2000]) await expectQuick(database => searchWords(database, query, { after }))
  })

  test('by the log: all of it, one act, one case, and further back', async () => {
    for (const query of [{}, { act: 'tag' as const }, { caseId: 1000 }, { after: '20' }, { act: 'hide' as const, after: '20' }]) {
      await expectQuick(database => logPage(database, query))
    }
  })

  test('by the queue: all of it, one kind, further on, one item with its flags, what holds a case, and whom it is about', async () => {
    for (const query of [{}, { kind: 'flags' as const }, { after: '1-500' }, { kind: 'flags' as const, after: '1-500' }]) {
      await expectQuick(database => queuePage(database, { ...query, now }))
    }
    await expectQuick(async database => [await queueItem(database, 1001, now), await flagsOf(database, [1001])], { small: true })
    await expectQuick(database => openItemsAbout(database, 'case', [1001, 1002]), { small: true })
    await expectQuick(database => trustOfPerson(database, lin.id, now))
  })

  test('by the word filter: what is in force, a page of rules, and some of them; by what looks for the same: prints and an account', async () => {
    await expectQuick(database => wordFilter(database))
    await expectQuick(async database => [
      await wordRulesPage(database, { enabled: true, after: 100 }), await wordRulesPage(database, { enabled: false, action: 'queue' }),
      await wordRulesBy(database, [5, 700]),
    ], { small: true })
    await expectQuick(database => sharingPrints(database, { subject: 'case', subjectId: 7 }, [1, 2, 3, 4, 5, 6, 7, 8]))
    const stored = (await caseById(await read(), 1001))!
    await expectQuick(async database => [await sameAsCase(database, stored, [1, 2]), await toldAlready(database, stored.row.account, stored.case)], { small: true })
  })

  test('by whoever comes in: session, suspension, unread notices, name', async () => {
    await expectQuick(database => memberOfToken(database, told, now + 1))
    await expectQuick(async database => [
      await activeSuspension(database, lin.id, now), await countUnread(database, lin.id), await findPersonByName(database, '林'),
    ])
    await expectQuick(database => sessionsOf(database, lin.id, now), { small: true })
  })

  test('by notices, drafts and the list of people', async () => {
    for (const after of [null, 1500]) await expectQuick(database => notificationsOf(database, 1, { after }))
    await expectQuick(database => draftOf(database, 'plans-000000000001', ['p:1']))
    await expectQuick(database => draftsOf(database, 'p:1'), { small: true })
    for (const role of [undefined, 'moderator' as const]) await expectQuick(database => listPeople(database, { limit: 50, role }))
  })

  test('by the figures, which read only what they count', async () => {
    const wide: FigureFilter = { process: 'filing', layer: 'own' }
    for (const filter of [wide, { ...wide, subject: 'personal' as const, pattern: 'app_like' as const }]) {
      await expectQuick(async database => {
        for (const stage of stagesOf.filing) await durationsFigure(database, { ...filter, stage }, now)
        await outcomesFigure(database, filter, now)
        await namesFigure(database, filter)
        await softwareCopyrightFigure(database, filter, now)
        await countLayers(database, filter)
      }, { small: true })
    }
  })

  test('by an export, 200 cases at a time', async () => {
    await expectQuick(async database => { for await (const line of exportLines(database)) expect(line).not.toBe('') }, { small: true })
  })
})
