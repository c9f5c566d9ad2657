import { asc, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { reportForm } from '@/domain/case/form'
import { batchFrom } from '@/domain/moderation/batch'
import type { Member } from '@/domain/people/viewer'
import { permit, type Act, type Permitted } from '@/domain/permission'
import { hands } from '@/server/outbox/hands'
import { Worker } from '@/server/outbox/worker'
import { caseById } from '@/db/cases/rows'
import { withdrawCase } from '@/db/cases/revise'
import { storeCase } from '@/db/cases/store'
import { read, write } from '@/db/connection'
import { toldAlready } from '@/db/moderation/alike/find'
import { beginWithOld } from '@/db/moderation/alike/look'
import { keepPrints, sharingPrints } from '@/db/moderation/alike/prints'
import { batchesOf, listMembers, sizeOf } from '@/db/moderation/batches/members'
import { decideItem } from '@/db/moderation/queue/decide'
import { outbox, queueItems, siteValues, textPrints } from '@/db/schema'
import { deleteReply } from '@/db/threads/delete-reply'
import { editReply } from '@/db/threads/edit-reply'
import { useDatabase } from '../support/database'
import { caseBy, replyRow, say, somebody } from '../support/threads'

useDatabase('per test')

const start = Date.UTC(2026, 10, 20, 4)
const story = '第一次没过，按要求改了以后通过。审核电话是工作时间打来的，核对了一下主体和名称，第二天下午就显示通过了。'
let now = start
let lin: Member
let mei: Member
let tao: Member

beforeEach(async () => {
  now = start
  lin = await somebody('Lin')
  mei = await somebody('Mei', 'moderator')
  tao = await somebody('Tao')
})

describe('A case told twice', () => {
  test('by one account with the same days is one item about the later, which names the earlier', async () => {
    const [first, second] = [await tell(lin, {}), await tell(lin, {})]
    await work()
    expect(await items()).toMatchObject([{
      kind: 'duplicate', subject: 'case', subjectId: second, mark: String(first), personId: lin.id, hold: null, details: { of: String(first), by: 'steps' },
    }])
  })

  test('by another in nearly the same words is one; with other days it is none', async () => {
    const first = await tell(lin, { words: story })
    await tell(tao, { words: story, day: '2026-11-12' })
    const copy = await tell(tao, { words: `${story}谢谢大家。` })
    await work()
    expect((await items()).map(({ subjectId, mark, details }) => [subjectId, mark, details.by])).toEqual([[copy, String(first), 'words']])
  })

  test('is asked about once: what a moderator has answered is not raised again by an edit', async () => {
    const [, second] = [await tell(lin, {}), await tell(lin, {})]
    await work()
    const [item] = await items()
    expect(await write(tx => decideItem(tx, receipt('decide', mei, item!), { itemId: item!.id, decision: 'dismiss', tagId: null, because: '两个小程序', now }))).toEqual({ done: true })
    now += 1_000
    await write(tx => tx.insert(outbox).values({ kind: 'look_for_same', dedupKey: 'again', payload: { subject: 'case', subjectId: second }, createdAt: now, dueAt: now }))
    await work()
    expect(await items()).toEqual([])
    expect(await (await read()).select().from(queueItems)).toHaveLength(1)
  })

  test('is asked of its author where he tells it, and not of others', async () => {
    const first = await tell(lin, {})
    const it = (await caseById(await read(), first))!.case
    expect([await toldAlready(await read(), 'Lin', it), await toldAlready(await read(), 'Tao', it)]).toEqual([first, null])
  })

  test('that was withdrawn is compared with nothing, and its prints are gone', async () => {
    const first = await tell(lin, { words: story })
    await work()
    expect(await printsOf('case', first)).toBe(8)
    const stored = (await caseById(await read(), first))!
    await write(tx => withdrawCase(tx, receipt('withdraw_case', lin, stored.row), { stored, now }))
    expect(await printsOf('case', first)).toBe(0)
    await tell(lin, { words: story })
    await work()
    expect(await items()).toEqual([])
  })
})

describe('A reply said twice', () => {
  test('is one item, in whatever thread; a short one says what many say', async () => {
    const [one, other] = [await caseBy(tao), await caseBy(tao)]
    await say(lin, one, '我也在等。')
    await say(lin, other, '我也在等。')
    const first = await say(lin, one, story)
    const second = await say(tao, other, story)
    await work()
    expect(await items()).toMatchObject([{ subject: 'reply', subjectId: second, mark: String(first), caseId: other, personId: tao.id, details: { by: 'words', likeness: '1.00' } }])
  })

  test('is looked at again when it is edited, and forgotten when it is deleted', async () => {
    const caseId = await caseBy(tao)
    const first = await say(lin, caseId, story)
    const second = await say(tao, caseId, '完全是另外一回事。')
    const row = await replyRow(second)
    await write(tx => editReply(tx, receipt('edit_reply', tao, row), row, { words: `${story}谢谢。`, version: 1, now }))
    await work()
    expect(await items()).toMatchObject([{ subjectId: second, mark: String(first) }])
    const changed = await replyRow(second)
    await write(tx => deleteReply(tx, receipt('delete_reply', tao, changed), changed, now))
    expect([await items(), await printsOf('reply', second), await printsOf('reply', first)]).toEqual([[], 0, 8])
  })
})

describe('What was there before', () => {
  test('is looked at once, from where it stopped, and finds each pair once', async () => {
    const caseId = await caseBy(null)
    for (let n = 0; n < 60; n++) await say(lin, caseId, `${n}号${String.fromCodePoint(0x5000 + n * 37).repeat(3)}说的话各不相同。`)
    const [first, second] = [await tell(lin, { words: story }), await tell(tao, { words: story })]
    await write(tx => tx.delete(outbox))
    const begin = beginWithOld(() => now)
    await begin()
    await begin()
    await beginWithOld(() => now)()
    expect(await (await read()).select({ kind: outbox.kind }).from(outbox)).toEqual([{ kind: 'look_for_same_in_old' }])
    await work()
    expect((await items()).map(({ subjectId, mark }) => [subjectId, mark])).toEqual([[second, String(first)]])
    expect(await (await read()).select({ value: siteValues.value }).from(siteValues).where(eq(siteValues.name, 'text_prints'))).toEqual([{ value: { version: 1 } }])
    await write(tx => tx.delete(outbox))
    await beginWithOld(() => now)()
    expect(await (await read()).select().from(outbox)).toEqual([])
  })

  test('goes on after a mark: what lies before it is not looked at', async () => {
    const [first] = [await tell(lin, { words: story }), await tell(tao, { words: story })]
    await write(tx => tx.delete(outbox))
    await write(tx => tx.insert(outbox).values({ kind: 'look_for_same_in_old', dedupKey: 'x', payload: { subject: 'case', after: first }, createdAt: now, dueAt: now }))
    await work()
    expect(await printsOf('case', first)).toBe(0)
  })
})

test('cases in nearly the same words are a batch that a moderator can act on', async () => {
  const ids = [await tell(lin, { words: story }), await tell(tao, { words: `${story}谢谢。` }), await tell(tao, { words: '完全是另外一回事。', day: '2026-11-12' })]
  await work()
  const [batch] = (await batchesOf(await read(), ids[0]!)).filter(({ kind }) => kind === 'print')
  expect(batchFrom('print', batch!.key)).toEqual(batch)
  expect(await sizeOf(await read(), batch!)).toEqual({ cases: 2, accounts: 2, counted: 2 })
  expect((await listMembers(await read(), batch!, 0, 9)).map(({ id }) => id)).toEqual(ids.slice(0, 2))
  expect((await batchesOf(await read(), ids[2]!)).map(({ kind }) => kind)).not.toContain('print')
})

test('where a phrase goes round, the 20 latest that share a print are read, whoever asks', async () => {
  const prints = await write(async tx => {
    for (let n = 1; n <= 45; n++) await keepPrints(tx, { subject: 'reply', subjectId: n }, story)
    return keepPrints(tx, { subject: 'reply', subjectId: 99 }, story)
  })
  expect(await sharingPrints(await read(), { subject: 'reply', subjectId: 99 }, prints, 50)).toEqual(Array.from({ length: 20 }, (_, n) => 45 - n))
})

async function work(): Promise<void> {
  await new Worker(hands, { now: () => now, post: null, siteUrl: 'https://example.com', secret: 's' }).drain()
}

async function tell(by: Member, { words = '', day = '2026-11-09' }): Promise<number> {
  const fields = {
    process: 'certification', subject: 'personal', program_age: 'existing', kind: 'mini_program', category: 'tool',
    name_pattern: 'coined', proof_demanded: 'none', words,
    'events.0.type': 'paid', 'events.0.when_kind': 'day', 'events.0.when_date': day,
    'events.1.type': 'called', 'events.1.when_kind': 'day', 'events.1.when_date': day,
  }
  const reported = reportForm(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])), now)
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  return write(tx => storeCase(tx, { case: reported.case, authorId: by.id, account: by.name, now }))
}

async function items() {
  return (await read()).select().from(queueItems).where(isNull(queueItems.decidedAt)).orderBy(asc(queueItems.id))
}

async function printsOf(subject: 'case' | 'reply', id: number): Promise<number> {
  const rows = await (await read()).select().from(textPrints).where(eq(textPrints.subjectId, id))
  return rows.filter(row => row.subject === subject).length
}

function receipt<A extends Act>(act: A, by: Member, subject: Parameters<typeof permit<A>>[2]): Permitted<A> {
  const permission = permit(act, by, subject)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted
}
