import { and, asc, eq, inArray } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { ModeratedSubject } from '@/domain/moderation/subject'
import type { Member, Viewer } from '@/domain/people/viewer'
import { permit, type Permitted } from '@/domain/permission'
import { closeDatabase, read, write } from '@/db/connection'
import { hideSubject, openHidings, restoreSubject } from '@/db/moderation/hiding'
import { writeLog } from '@/db/moderation/log'
import { logPage } from '@/db/moderation/log-page'
import { tagCase, untagCase } from '@/db/moderation/tagging'
import { plantTags, tagNamed, tagsOf } from '@/db/moderation/tags'
import { cases, hidings, logEntries, notifications, replies, taggings } from '@/db/schema'
import { ask } from '../support/ask'
import { useDatabase } from '../support/database'
import { caseBy, caseSums, replyRow, say, somebody } from '../support/threads'

useDatabase()

const now = Date.UTC(2026, 10, 20, 4)
let lin: Member
let mei: Member
let tao: Member
let twenty: Member[]
/** A new case for each test; everything is counted for it alone. */
let caseId: number

beforeAll(async () => {
  await write(plantTags)
  lin = await somebody('Lin')
  mei = await somebody('Mei', 'moderator')
  tao = await somebody('Tao', 'moderator')
  twenty = await Promise.all(Array.from({ length: 20 }, (_, n) => somebody(`M${n}`, 'moderator')))
})

beforeEach(async () => {
  caseId = await caseBy(lin, '一天就过了，审核员还请我喝茶。')
})

test('1 tag is 1 row, 1 line of the log and 1 notice to Lin, and she reads who and why', async () => {
  expect(await tag(mei, 'joke', '显然是玩笑')).toEqual({ done: true })
  expect((await tagsOf(await read(), [caseId])).get(caseId)).toMatchObject([
    { slug: 'joke', nameZh: '玩笑', leavesFigures: true, by: 'Mei', at: now, reason: '显然是玩笑' },
  ])
  expect((await log()).entries).toMatchObject([{
    act: 'tag', actor: 'Mei', caseId, caseIsOpen: true, replyId: null, at: now, reason: '显然是玩笑',
    details: { slug: 'joke', name_zh: '玩笑', name_en: 'Joke', figures: 'leaves' },
  }])
  expect(await noticesOf(lin)).toMatchObject([
    { kind: 'tagged', caseId, actorId: mei.id, details: { slug: 'joke', reason: '显然是玩笑' }, readAt: null },
  ])
})

test('the same tag twice is 1 row, 1 line and 1 notice, and Tao is told that Mei was first', async () => {
  expect(await tag(mei, 'joke', '显然是玩笑')).toEqual({ done: true })
  expect(await tag(tao, 'joke', '笑话')).toEqual({ already: 'Mei' })
  expect(await counts()).toEqual({ taggings: 1, hidings: 0, lines: 1, notices: 1 })
})

test('2 moderators tag at once: 1 act, 1 line, and the other is told by whom', async () => {
  const outcomes = await Promise.all([tag(mei, 'duplicate', '见案例 1'), tag(tao, 'duplicate', '写过了')])
  expect(outcomes.filter(outcome => 'done' in outcome)).toHaveLength(1)
  expect(outcomes.filter(outcome => 'already' in outcome)).toHaveLength(1)
  const [first] = (await tagsOf(await read(), [caseId])).get(caseId)!
  expect(outcomes).toContainEqual({ already: first!.by })
  expect(await counts()).toEqual({ taggings: 1, hidings: 0, lines: 1, notices: 1 })
})

test('20 moderators take 1 tag off at once: 1 line, and 19 are told who did it', async () => {
  await tag(mei, 'joke', '显然是玩笑')
  const outcomes = await Promise.all(twenty.map(moderator => untag(moderator, 'joke', '作者说明了')))
  expect(outcomes.filter(outcome => 'done' in outcome)).toHaveLength(1)
  const [line] = (await log({ act: 'untag' })).entries
  expect(outcomes.filter(outcome => 'already' in outcome)).toEqual(Array(19).fill({ already: line!.actor }))
  expect(await counts()).toEqual({ taggings: 0, hidings: 0, lines: 2, notices: 2 })
})

test('2 moderators hide 1 case at once: 1 hiding, 1 line, 1 notice', async () => {
  const outcomes = await Promise.all([hide(mei, 'case', caseId), hide(tao, 'case', caseId)])
  expect(outcomes.filter(outcome => 'done' in outcome)).toHaveLength(1)
  const hiding = (await openHidings(await read(), 'case', [caseId])).get(caseId)
  expect(outcomes).toContainEqual({ already: hiding!.by })
  expect(await counts()).toEqual({ taggings: 0, hidings: 1, lines: 1, notices: 1 })
  expect(await stateOf(caseId)).toBe('hidden')
})

test('hidden, restored and hidden again is 2 hidings, 3 lines and 3 notices; the first hiding says who lifted it', async () => {
  await hide(mei, 'case', caseId, '含有他人姓名')
  expect(await hide(mei, 'case', caseId)).toEqual({ already: 'Mei' })
  expect(await restore(tao, 'case', caseId, '已经改掉')).toEqual({ done: true })
  expect(await restore(mei, 'case', caseId)).toEqual({ already: 'Tao' })
  await hide(tao, 'case', caseId, '又写上了')
  const rows = await (await read()).select().from(hidings)
    .where(eq(hidings.subjectId, caseId)).orderBy(asc(hidings.id))
  expect(rows).toMatchObject([
    { byId: mei.id, reason: '含有他人姓名', liftedById: tao.id, liftedReason: '已经改掉', liftedAt: now },
    { byId: tao.id, reason: '又写上了', liftedById: null, liftedAt: null },
  ])
  expect((await log()).entries.map(entry => entry.act)).toEqual(['hide', 'restore', 'hide'])
  expect((await noticesOf(lin)).map(notice => notice.kind)).toEqual(['hidden', 'restored', 'hidden'])
})

test('of 2 discussions and 3 replies, hiding a head and an answer leaves 1 and 2 counted, and restoring brings back 2 and 3', async () => {
  const first = await say(tao, caseId, '请问是哪一家审核公司？')
  const second = await say(mei, caseId, '付款后多久接到电话？')
  const answer = await say(lin, caseId, '没有说是哪一家，只报了工号。', first)
  await say(tao, caseId, '谢谢，我再等等看。', answer)
  await say(lin, caseId, '大概半个小时就打来了。', second)
  expect(await caseSums(caseId)).toEqual({ discussions: 2, replies: 3 })
  await hide(mei, 'reply', first)
  await hide(mei, 'reply', answer)
  expect(await caseSums(caseId)).toEqual({ discussions: 1, replies: 2 })
  expect(await countedByHand(caseId)).toEqual({ discussions: 1, replies: 2 })
  expect((await replyRow(first)).answerCount).toBe(1)
  await hide(mei, 'reply', answer)
  expect(await caseSums(caseId)).toEqual({ discussions: 1, replies: 2 })
  await restore(mei, 'reply', first)
  await restore(mei, 'reply', answer)
  expect(await caseSums(caseId)).toEqual({ discussions: 2, replies: 3 })
  expect((await log()).entries).toHaveLength(4)
})

test('of 10 moderators who hide and 10 who restore 1 reply at once, each line follows its opposite and the sum is right', async () => {
  const reply = await say(lin, caseId, '审核员问了我三个问题。')
  await Promise.all(twenty.slice(0, 10).flatMap(moderator => [hide(moderator, 'reply', reply), restore(moderator, 'reply', reply)]))
  const acts = (await log()).entries.map(entry => entry.act).reverse()
  expect(acts).toEqual(acts.map((_, at) => (at % 2 === 0 ? 'hide' : 'restore')))
  const { hidden } = await replyRow(reply)
  expect(hidden).toBe(acts.length % 2 === 1)
  expect(await caseSums(caseId)).toEqual({ discussions: hidden ? 0 : 1, replies: 0 })
})

test('a withdrawn case, a deleted reply and 2 numbers that are nobody’s cannot be hidden, and nothing is written', async () => {
  const reply = await say(lin, caseId, '写错地方了，删掉。')
  await write(async tx => {
    await tx.update(replies).set({ deletedAt: now }).where(eq(replies.id, reply))
    await tx.update(cases).set({ state: 'withdrawn' }).where(eq(cases.id, caseId))
  })
  expect(await hide(mei, 'case', caseId)).toEqual({ missing: 'case' })
  expect(await hide(mei, 'reply', reply)).toEqual({ missing: 'reply' })
  expect(await hide(mei, 'case', 9_999)).toEqual({ missing: 'case' })
  expect(await hide(mei, 'reply', 9_999)).toEqual({ missing: 'reply' })
  expect(await tag(mei, 'joke', '玩笑')).toEqual({ missing: 'case' })
  expect(await counts()).toMatchObject({ taggings: 0, hidings: 0, lines: 0 })
})

test('an act that fails at its end leaves 0 rows, 0 lines and 0 notices behind', async () => {
  const permitted = receipt('hide', mei)
  const failing = write(async tx => {
    await hideSubject(tx, permitted, { subject: 'case', subjectId: caseId, because: '广告', now })
    throw new Error('the light went out')
  })
  await expect(failing).rejects.toThrow('the light went out')
  expect(await counts()).toEqual({ taggings: 0, hidings: 0, lines: 0, notices: 0 })
  expect(await stateOf(caseId)).toBe('live')
})

test('Mei tags her own case: 1 line for everyone and 0 notices, for she knows', async () => {
  caseId = await caseBy(mei)
  await tag(mei, 'joke', '自己的玩笑')
  expect(await counts()).toEqual({ taggings: 1, hidings: 0, lines: 1, notices: 0 })
})

test('a case nobody here wrote is tagged with 1 line and 0 notices', async () => {
  caseId = await caseBy(null)
  expect(await tag(mei, 'secondhand', '论坛里看到的')).toEqual({ done: true })
  expect(await counts()).toEqual({ taggings: 1, hidings: 0, lines: 1, notices: 0 })
})

test('of a guest, a member and a suspended moderator, none gets a receipt to tag or to hide', () => {
  const viewers: [Viewer, string][] = [
    [{ kind: 'guest' }, 'sign_in'], [lin, 'not_allowed'], [{ ...mei, suspended: true }, 'suspended'],
  ]
  for (const [viewer, refused] of viewers) {
    expect(permit('tag', viewer, { authorId: null })).toEqual({ refused })
    expect(permit('hide', viewer, null)).toEqual({ refused })
  }
})

test('120 lines are 3 pages of 50, 50 and 20, newest first, each line once', async () => {
  await write(async tx => {
    for (let n = 0; n < 120; n++) await writeLog(tx, { at: now + n, actorId: mei.id, act: 'hide', caseId, reason: `第 ${n} 行` })
  })
  const pages = []
  for (let after: string | null = null; ;) {
    const page = await log({ after })
    pages.push(page.entries)
    after = page.next
    if (after === null) break
  }
  expect(pages.map(page => page.length)).toEqual([50, 50, 20])
  expect(pages.flat().map(entry => entry.reason)).toEqual(Array.from({ length: 120 }, (_, n) => `第 ${119 - n} 行`))
})

test('of 3 lines about a case 1 is about hiding, and an "after" that is no number begins at the newest', async () => {
  await tag(mei, 'joke', '显然是玩笑')
  await untag(tao, 'joke', '作者说是真的')
  await hide(mei, 'case', caseId, '含有电话')
  expect((await log({ act: 'hide' })).entries.map(entry => entry.reason)).toEqual(['含有电话'])
  expect((await log({ after: "1' OR '1'='1" })).entries.map(entry => entry.act)).toEqual(['hide', 'untag', 'tag'])
})

test('1 line about a person names her and the site itself, and no case', async () => {
  const details = { from: 'member', to: 'moderator' }
  await write(tx => writeLog(tx, { at: now, actorId: null, act: 'set_role', reason: '', personId: tao.id, details }))
  expect(await logPage(await read(), { act: 'set_role' })).toEqual({ next: null, entries: [{
    id: expect.any(Number), at: now, act: 'set_role', actor: null, person: 'Tao', caseId: null, caseIsOpen: false,
    replyId: null, reason: '', details,
  }] })
})

test('a hidden case is named in the log and not linked to', async () => {
  await hide(mei, 'case', caseId)
  expect((await log()).entries).toMatchObject([{ caseId, caseIsOpen: false }])
})

test('1 line cannot be changed and not be deleted, neither by us nor from outside', async () => {
  await tag(mei, 'joke', '显然是玩笑')
  const attempts = [
    () => write(async tx => tx.update(logEntries).set({ reason: '别的理由' })),
    () => write(async tx => tx.delete(logEntries)),
    () => fromOutside("UPDATE log_entries SET reason = ''"),
    () => fromOutside('DELETE FROM log_entries'),
  ]
  for (const attempt of attempts) expect(await whyNot(attempt)).toContain('the moderation log is append-only')
  expect((await log()).entries).toMatchObject([{ reason: '显然是玩笑', actor: 'Mei' }])
})

// Words of the whole chain: drizzle says which query failed, why is in the cause.
async function whyNot(attempt: () => Promise<unknown>): Promise<string> {
  let why = ''
  const failed = await attempt().then(() => null, (error: unknown) => error)
  for (let at = failed; at instanceof Error; at = at.cause) why += `${at.message}\n`
  return why
}

// An operator with a console; a PostgreSQL inside this process is opened by one at a time.
async function fromOutside(statement: string): Promise<unknown> {
  if (process.env.DATABASE_URL!.startsWith('pglite:')) await closeDatabase()
  return ask(process.env.DATABASE_URL!, statement)
}

function receipt<A extends 'tag' | 'hide'>(act: A, moderator: Member): Permitted<A> {
  const permission = permit(act, moderator, { authorId: lin.id } as never)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted
}

function tag(by: Member, slug: string, because: string) {
  return write(async tx => tagCase(tx, receipt('tag', by), { caseId, tagId: (await tagNamed(tx, slug))!.id, because, now }))
}

function untag(by: Member, slug: string, because: string) {
  return write(async tx => untagCase(tx, receipt('tag', by), { caseId, tagId: (await tagNamed(tx, slug))!.id, because, now }))
}

function hide(by: Member, subject: ModeratedSubject, subjectId: number, because = '广告') {
  return write(tx => hideSubject(tx, receipt('hide', by), { subject, subjectId, because, now }))
}

function restore(by: Member, subject: ModeratedSubject, subjectId: number, because = '看错了') {
  return write(tx => restoreSubject(tx, receipt('hide', by), { subject, subjectId, because, now }))
}

async function log(query: Parameters<typeof logPage>[1] = {}) {
  return logPage(await read(), { caseId, ...query })
}

async function counts() {
  const database = await read()
  const thread = database.select({ id: replies.id }).from(replies).where(eq(replies.caseId, caseId))
  const [ofCase, ofThread] = [
    and(eq(hidings.subject, 'case'), eq(hidings.subjectId, caseId)), and(eq(hidings.subject, 'reply'), inArray(hidings.subjectId, thread)),
  ]
  return {
    taggings: await database.$count(taggings, eq(taggings.caseId, caseId)),
    hidings: await database.$count(hidings, ofCase) + await database.$count(hidings, ofThread),
    lines: await database.$count(logEntries, eq(logEntries.caseId, caseId)),
    notices: await database.$count(notifications, eq(notifications.caseId, caseId)),
  }
}

async function noticesOf(person: Member) {
  return (await read()).select().from(notifications)
    .where(and(eq(notifications.personId, person.id), eq(notifications.caseId, caseId))).orderBy(asc(notifications.id))
}

async function stateOf(id: number) {
  const [row] = await (await read()).select({ state: cases.state }).from(cases).where(eq(cases.id, id))
  return row?.state
}

async function countedByHand(id: number) {
  const rows = await (await read()).select().from(replies).where(eq(replies.caseId, id))
  const counted = rows.filter(row => !row.hidden && row.deletedAt === null)
  const discussions = counted.filter(row => row.depth === 0).length
  return { discussions, replies: counted.length - discussions }
}
