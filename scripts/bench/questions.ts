import { desc, eq, max, sql } from 'drizzle-orm'
import { listCases, type CaseQuery } from '../../db/cases/list'
import { revisionsOf } from '../../db/cases/revise'
import { caseById } from '../../db/cases/rows'
import { casesLike } from '../../db/cases/similar'
import type { Reader } from '../../db/connection'
import { openHidings } from '../../db/moderation/hiding'
import { logPage } from '../../db/moderation/log-page'
import { suggestionsOf, tagBook, tagNamed, tagsOf } from '../../db/moderation/tags'
import { countUnread, notificationsOf } from '../../db/people/notifications'
import { findPersonByName, listPeople } from '../../db/people/people'
import { activeSuspension, activeSuspensions } from '../../db/people/suspensions'
import { cases, logEntries, people, replies } from '../../db/schema'
import { searchWords } from '../../db/search/search'
import { isFavourite } from '../../db/threads/favourites'
import { replyContext } from '../../db/threads/reply-context'
import { threadPage } from '../../db/threads/thread-page'
import { votedAmong } from '../../db/threads/votes'
import { guest, type Member } from '../../domain/people/viewer'
import { caseSorts } from '../../domain/case/filter'
import { randomFrom } from '../../domain/simulation/random'
import { threadSorts } from '../../domain/thread/sort'

export type Question = { name: string; ask: (n: number) => Promise<unknown> }

/** What readers and moderators look at, each time another case, person or place in the list. */
export async function questionsOf(database: Reader): Promise<Question[]> {
  const [ends] = await database.select({ cases: max(cases.id) }).from(cases)
  const [crowd] = await database.select({ people: max(people.id) }).from(people)
  const [said] = await database.select({ replies: max(replies.id) }).from(replies)
  const [logged] = await database.select({ lines: max(logEntries.id) }).from(logEntries)
  const some = (n: number, of: number | null) => randomFrom('bench', n).whole(1, of!)
  const aCase = (n: number) => some(n, ends!.cases)
  const member = (n: number): Member => ({
    kind: 'member', id: some(n, crowd!.people), name: '', role: 'member', suspended: false, sessionId: 1,
  })
  return [
    ...lists(database, n => aCase(n)),
    ...tagLists(database),
    { name: 'case: facts, tags, history, those like it', ask: n => casePage(database, aCase(n), member(n)) },
    ...await threads(database, member),
    { name: 'reply with what is above and below it', ask: n => replyContext(database, some(n, said!.replies), guest) },
    ...searches(database),
    { name: 'log: the latest', ask: () => logPage(database) },
    { name: 'log: somewhere in it', ask: n => logPage(database, { after: String(some(n, logged!.lines)) }) },
    { name: 'log: hidings, somewhere in it', ask: n => logPage(database, { act: 'hide', after: String(some(n, logged!.lines)) }) },
    { name: 'log: one case', ask: n => logPage(database, { caseId: aCase(n) }) },
    { name: 'book of tags', ask: () => tagBook(database) },
    { name: 'people in charge, and who is suspended', ask: () => inCharge(database) },
    { name: 'person: cases, notices, favourites', ask: n => personal(database, member(n).id) },
  ]
}

function lists(database: Reader, aCase: (n: number) => number): Question[] {
  const queries: [string, CaseQuery][] = [
    ['all', {}], ['of a process', { filter: { process: 'filing' } }], ['of a subject', { filter: { subject: 'personal' } }],
    ['of a category', { filter: { category: 'tool' } }], ['of an outcome', { filter: { outcome: 'approved' } }],
    ['of a pattern', { filter: { pattern: 'app_like' } }], ['of a reason', { filter: { reason: 'category_mismatch' } }],
    ['of the thread', { filter: { layer: 'thread' } }], ['of a month', { filter: { month: '2026-06' } }],
    ['of process, subject and outcome', { filter: { process: 'rename', subject: 'personal', outcome: 'waiting' } }],
    ['of nothing there is', { filter: { process: 'rename', category: 'game', outcome: 'filed' } }],
  ]
  return queries.flatMap(([name, query]): Question[] => [
    { name: `list ${name}`, ask: () => listCases(database, query) },
    { name: `list ${name}, last active`, ask: () => listCases(database, { ...query, sort: 'active' }) },
    { name: `list ${name}, most agreed`, ask: () => listCases(database, { ...query, sort: 'agreed' }) },
  ]).concat([
    { name: 'list all, somewhere in it', ask: n => listCases(database, { after: String(aCase(n)) }) },
    { name: 'list all, last active, somewhere in it', ask: n => activeFrom(database, aCase(n)) },
    { name: 'list all, most agreed, somewhere in it', ask: n => listCases(database, { sort: 'agreed', after: `1-${aCase(n)}` }) },
    { name: 'list of a pattern, last active, somewhere', ask: n => activeFrom(database, aCase(n), { pattern: 'app_like' }) },
  ])
}

async function activeFrom(database: Reader, id: number, filter = {}): Promise<unknown> {
  const [row] = await database.select({ at: cases.activeAt }).from(cases).where(eq(cases.id, id))
  return listCases(database, { filter, sort: 'active', after: `${row!.at}-${id}` })
}

function tagLists(database: Reader): Question[] {
  return caseSorts.map(sort => ({
    name: `list of a tag, ${sort}`,
    ask: async () => {
      const tag = await tagNamed(database, 'unverified')
      return listCases(database, { filter: { tag: tag!.slug }, sort })
    },
  }))
}

async function casePage(database: Reader, id: number, { id: reader }: Member): Promise<unknown> {
  const stored = (await caseById(database, id))!
  return [
    await casesLike(database, stored), await revisionsOf(database, id), await tagsOf(database, [id]), await suggestionsOf(database, id),
    await openHidings(database, 'case', [id]), await votedAmong(database, reader, 'case', [id]), await isFavourite(database, reader, id),
  ]
}

async function threads(database: Reader, member: (n: number) => Member): Promise<Question[]> {
  const said = sql<number>`${cases.discussionCount} + ${cases.replyCount}`
  const [longest] = await database.select({ id: cases.id, n: said }).from(cases).orderBy(desc(said), desc(cases.id)).limit(1)
  const middling = await database.select({ id: cases.id }).from(cases).where(sql`${said} between 20 and 60`).limit(200)
  const within = await database.select({ id: replies.id }).from(replies).where(eq(replies.caseId, longest!.id))
  return threadSorts.flatMap(sort => [
    {
      name: `thread of dozens, ${sort}`,
      ask: n => threadPage(database, { caseId: (middling[n % middling.length] ?? longest)!.id, sort, after: null, viewer: member(n) }),
    },
    { name: `thread, the longest, ${sort}`, ask: n => threadPage(database, { caseId: longest!.id, sort, after: null, viewer: member(n) }) },
    {
      name: `thread, the longest, ${sort}, somewhere`,
      ask: n => threadPage(database, {
        caseId: longest!.id, sort, after: { replyId: within[(n * 7919) % within.length]?.id ?? 1, agreed: 1 }, viewer: member(n),
      }),
    },
  ] satisfies Question[])
}

function searches(database: Reader): Question[] {
  const sought = [
    ['what everybody says', '软著'], ['two such words', '时间 电话'], ['a rare word', '“乞丕”'], ['a rare and a common one', '通过 乞丕'],
    ['one sign', '乞'], ['one common sign', '我'], ['a number', '17'], ['what nobody says', '齉齉'],
  ] as const
  return sought.flatMap(([name, words]): Question[] => [{ name: `search for ${name}`, ask: () => searchWords(database, words, { after: null }) }])
}

async function inCharge(database: Reader): Promise<unknown> {
  return [
    await listPeople(database, { limit: 200, role: 'admin' }), await listPeople(database, { limit: 200, role: 'moderator' }),
    await activeSuspensions(database, Date.now()),
  ]
}

async function personal(database: Reader, id: number): Promise<unknown> {
  return [
    await listCases(database, { authorId: id, states: ['live', 'hidden', 'withdrawn'] }), await countUnread(database, id),
    await notificationsOf(database, id, { after: null }), await listCases(database, { favouriteOf: id }),
    await activeSuspension(database, id, Date.now()), await findPersonByName(database, '梅子'),
  ]
}
