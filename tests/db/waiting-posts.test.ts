import { and, asc, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { reportForm } from '@/domain/case/form'
import { guest, type Member, type Viewer } from '@/domain/people/viewer'
import { anyone } from '@/domain/people/audience'
import { permit } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { listCases } from '@/db/cases/list'
import { caseById } from '@/db/cases/rows'
import { withdrawCase } from '@/db/cases/revise'
import { storeCase } from '@/db/cases/store'
import { durationsFigure } from '@/db/figures/durations'
import { hideSubject, restoreSubject } from '@/db/moderation/hiding'
import { decideItem } from '@/db/moderation/queue/decide'
import { waitsFor } from '@/db/moderation/waits'
import { trustOfPerson } from '@/db/people/trust'
import { logEntries, notifications, outbox, people, queueItems, siteSettings } from '@/db/schema'
import { searchWords } from '@/db/search/search'
import { addReply } from '@/db/threads/add-reply'
import { deleteReply } from '@/db/threads/delete-reply'
import { latestReplies } from '@/db/threads/latest-replies'
import { replyById, threadCase } from '@/db/threads/reply'
import { replyContext } from '@/db/threads/reply-context'
import { threadPage } from '@/db/threads/thread-page'
import { setVote } from '@/db/threads/votes'
import { useDatabase } from '../support/database'
import { caseBy, caseSums, replyRow, say, somebody } from '../support/threads'

useDatabase('per test')

const now = Date.UTC(2026, 10, 20, 4)
const day = 86_400_000
let lin: Member
let mei: Member
let tao: Member

beforeEach(async () => {
  lin = await somebody('Lin')
  mei = await somebody('Mei', 'moderator')
  tao = await somebody('Tao')
  await setMode('newcomers')
})

describe('Whose posts wait', () => {
  test('is nobody’s unless the site says so, and a value that is none means nobody', async () => {
    for (const mode of ['off', 'sometimes', null]) {
      await setMode(mode)
      expect(await write(tx => waitsFor(tx, lin, now))).toBeNull()
    }
  })

  test('is a newcomer’s until 1 case or 3 replies of his were let in or stood for a day; never a moderator’s', async () => {
    expect(await waits(lin)).toBe(true)
    expect(await waits(mei)).toBe(false)
    const caseId = await caseBy(null)
    for (let n = 0; n < 3; n++) {
      expect(await waits(lin)).toBe(true)
      await say(lin, caseId, `第 ${n} 条。`)
    }
    expect(await waits(lin)).toBe(false)
    expect(await trustOfPerson(await read(), lin.id, 1_700_000_100_000 + day - 1)).toBe(0)
  })

  test('is everybody’s but moderators’ where all wait', async () => {
    await setMode('all')
    await caseBy(lin)
    expect([await waits(lin), await waits(tao), await waits(mei)]).toEqual([true, true, false])
  })

  test('level 2 needs 90 days and 5 posts, and is lost for 90 days when a flag is found right', async () => {
    const caseId = await caseBy(null)
    for (let n = 0; n < 5; n++) await say(lin, caseId, `第 ${n} 条。`)
    await write(tx => tx.update(people).set({ createdAt: now - 90 * day }).where(eq(people.id, lin.id)))
    const level = async (at: number) => trustOfPerson(await read(), lin.id, at)
    expect([await level(now - 1), await level(now)]).toEqual([1, 2])
    await write(tx => tx.insert(queueItems).values({
      kind: 'flags', subject: 'reply', subjectId: 1, personId: lin.id, details: {}, at: now, decidedAt: now, decidedById: mei.id, decision: 'hide', reason: '广告',
    }))
    expect([await level(now + 1), await level(now + 90 * day)]).toEqual([1, 2])
  })
})

describe('A newcomer’s case that waits', () => {
  test('is in no list, no search and no figure, and is seen by her and by moderators; let in, it is as if just told', async () => {
    const before = await counted()
    const id = await report(lin)
    const stored = (await caseById(await read(), id))!
    expect(stored.row).toMatchObject({ state: 'hidden', published: false, inFigures: false })
    expect((await listCases(await read())).cases).toEqual([])
    expect((await searchWords(await read(), '快递', { after: null })).found).toEqual([])
    expect(await counted()).toBe(before)
    expect(await write(tx => setVote(tx, receipt('vote', tao), { subject: 'case', id, wanted: 'on', now }))).toBe(false)
    const may = (viewer: Viewer) => 'permitted' in permit('see_case', viewer, stored.row)
    expect([lin, mei, tao, guest].map(may)).toEqual([true, true, false, false])
    expect(await news()).toEqual([])

    await decide(id, 'approve', now + day)
    expect((await caseById(await read(), id))!.row).toMatchObject({ state: 'live', published: true, inFigures: true, activeAt: now + day, createdAt: now })
    expect((await listCases(await read())).cases.map(it => it.row.id)).toEqual([id])
    expect((await searchWords(await read(), '快递', { after: null })).found).toHaveLength(1)
    expect(await counted()).toBe(before + 1)
    expect(await news()).toEqual([`case_reported:${id}`])
    expect(await noticesOf(lin)).toEqual(['let_in'])
    expect(await lines()).toMatchObject([{ act: 'approve', actorId: mei.id, caseId: id, details: { kind: 'first_post' } }])
    expect(await waits(lin)).toBe(false)
  })

  test('that is not let in stays out of sight as a hidden one, and shown again later it is told to followers once', async () => {
    const id = await report(lin)
    await decide(id, 'hide', now, '广告')
    expect((await caseById(await read(), id))!.row).toMatchObject({ state: 'hidden', published: false })
    expect((await lines()).map(({ act }) => act)).toEqual(['hide'])
    expect(await news()).toEqual([])
    const hiding = { subject: 'case', subjectId: id, because: '看错了', now } as const
    await write(tx => restoreSubject(tx, receipt('hide', mei), hiding))
    expect((await caseById(await read(), id))!.row).toMatchObject({ state: 'live', published: true })
    await write(tx => hideSubject(tx, receipt('hide', mei), { ...hiding, now: now + 1 }))
    await write(tx => restoreSubject(tx, receipt('hide', mei), { ...hiding, now: now + 2 }))
    expect((await news()).filter(it => it.startsWith('case_reported'))).toEqual([`case_reported:${id}`])
  })

  test('that she takes back leaves the queue', async () => {
    const id = await report(lin)
    const stored = (await caseById(await read(), id))!
    await write(tx => withdrawCase(tx, receipt('withdraw_case', lin, stored.row), { stored, now }))
    expect(await openItems()).toEqual([])
  })
})

describe('A newcomer’s reply that waits', () => {
  test('has no place in the thread and in no count, and nobody is told; let in, it has all of that', async () => {
    const caseId = await caseBy(tao)
    const id = await reply(lin, caseId, '我也等了三天快递。')
    const inThread = async (viewer: Member | typeof anyone) => (
      await threadPage(await read(), { caseId, sort: 'oldest', after: null, viewer })
    ).replies.map(it => it.id)
    expect([await inThread(anyone), await inThread(lin), await inThread(mei)]).toEqual([[], [], []])
    expect((await latestReplies(await read(), { caseId, limit: 9 })).replies).toEqual([])
    expect((await searchWords(await read(), '快递', { after: null })).found).toEqual([])
    expect(await caseSums(caseId)).toEqual({ discussions: 0, replies: 0 })
    expect([await noticesOf(tao), await news()]).toEqual([[], []])
    const alone = async (viewer: Viewer) => (await replyContext(await read(), id, viewer))?.branch[0]?.html ?? null
    expect((await Promise.all([lin, mei, tao, guest].map(alone))).map(it => it !== null)).toEqual([true, true, false, false])

    await decide(id, 'approve', now + day)
    expect(await inThread(anyone)).toEqual([id])
    expect(await caseSums(caseId)).toEqual({ discussions: 1, replies: 0 })
    expect((await searchWords(await read(), '快递', { after: null })).found).toHaveLength(1)
    expect([await noticesOf(tao), await noticesOf(lin), await news()]).toEqual([['case_answered'], ['let_in'], [`reply_added:${id}`]])
  })

  test('to one that is deleted meanwhile comes in under the tombstone of its place', async () => {
    const caseId = await caseBy(tao)
    const first = await say(tao, caseId, '第一条。')
    const second = await say(tao, caseId, '第二条。', first)
    const id = await reply(lin, caseId, '回复第二条。', second)
    for (const gone of [second, first]) {
      const row = (await replyById(await read(), gone))!
      expect(await write(tx => deleteReply(tx, receipt('delete_reply', tao, row), row, now))).toEqual({ tombstone: false })
    }
    await decide(id, 'approve', now)
    const { replies } = await threadPage(await read(), { caseId, sort: 'oldest', after: null, viewer: anyone })
    expect(replies.map(it => [it.id, it.state])).toEqual([[first, 'deleted'], [second, 'deleted'], [id, 'standing']])
    const row = await replyRow(id)
    await write(tx => deleteReply(tx, receipt('delete_reply', lin, row), row, now))
    expect((await threadPage(await read(), { caseId, sort: 'oldest', after: null, viewer: anyone })).replies).toEqual([])
    expect(await caseSums(caseId)).toEqual({ discussions: 0, replies: 0 })
  })

  test('that she deletes while it waits leaves the counts as they were, and the queue', async () => {
    const caseId = await caseBy(tao)
    const first = await say(tao, caseId, '第一条。')
    const id = await reply(lin, caseId, '回复第一条。', first)
    const row = await replyRow(id)
    await write(tx => deleteReply(tx, receipt('delete_reply', lin, row), row, now))
    expect((await replyRow(first)).answerCount).toBe(0)
    expect(await caseSums(caseId)).toEqual({ discussions: 1, replies: 0 })
    expect(await openItems()).toEqual([])
  })
})

const told = {
  process: 'certification', subject: 'personal', program_age: 'existing', kind: 'mini_program', category: 'tool',
  name_pattern: 'coined', proof_demanded: 'none', words: '材料是快递寄过去的。',
  'events.0.type': 'paid', 'events.0.when_kind': 'day', 'events.0.when_date': '2026-11-09',
  'events.1.type': 'called', 'events.1.when_kind': 'after', 'events.1.wait_most': '30', 'events.1.wait_unit': 'minute',
}

async function report(by: Member): Promise<number> {
  const reported = reportForm(Object.fromEntries(Object.entries(told).map(([name, value]) => [name, [value]])), now)
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  const heldBack = await write(tx => waitsFor(tx, by, now))
  return write(tx => storeCase(tx, { case: reported.case, authorId: by.id, account: by.name, now, heldBack }))
}

async function reply(by: Member, caseId: number, words: string, parentId: number | null = null): Promise<number> {
  const permitted = receipt('reply', by, (await threadCase(await read(), caseId))!)
  const added = await write(async tx => (
    addReply(tx, permitted, { caseId, parentId, words, device: null, now, heldBack: await waitsFor(tx, by, now) })
  ))
  if ('problem' in added) throw new Error(added.problem)
  return added.id
}

async function decide(subjectId: number, decision: 'approve' | 'hide', at: number, because = ''): Promise<void> {
  const [item] = (await openItems()).filter(it => it.subjectId === subjectId)
  const permitted = receipt('decide', mei, { personId: item!.personId })
  expect(await write(tx => decideItem(tx, permitted, { itemId: item!.id, decision, tagId: null, because, now: at }))).toEqual({ done: true })
}

async function setMode(value: string | null): Promise<void> {
  await write(async tx => {
    await tx.delete(siteSettings).where(eq(siteSettings.name, 'pre_moderation'))
    if (value !== null) await tx.insert(siteSettings).values({ name: 'pre_moderation', value, changedAt: now })
  })
}

async function waits(by: Member): Promise<boolean> {
  return (await write(tx => waitsFor(tx, by, now))) !== null
}

async function openItems() {
  return (await read()).select().from(queueItems).where(isNull(queueItems.decidedAt)).orderBy(asc(queueItems.id))
}

async function counted(): Promise<number> {
  return (await durationsFigure(await read(), { process: 'certification', stage: 'first_call', layer: 'own' }, now + 2 * day)).n
}

async function news(): Promise<string[]> {
  const rows = await (await read()).select({ key: outbox.dedupKey }).from(outbox).where(eq(outbox.kind, 'happening')).orderBy(asc(outbox.id))
  return rows.map(({ key }) => key)
}

async function noticesOf({ id }: Member): Promise<string[]> {
  const rows = await (await read()).select({ kind: notifications.kind }).from(notifications)
    .where(and(eq(notifications.personId, id))).orderBy(asc(notifications.id))
  return rows.map(({ kind }) => kind)
}

async function lines() {
  return (await read()).select().from(logEntries).orderBy(asc(logEntries.id))
}

function receipt<A extends Parameters<typeof permit>[0]>(act: A, by: Member, subject: Parameters<typeof permit<A>>[2] = null as never) {
  const permission = permit(act, by, subject)
  if ('refused' in permission) throw new Error(`${by.name} may not ${act}: ${permission.refused}`)
  return permission.permitted
}
