import { asc, eq, isNull } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { leaseMinutes, type QueueDecision, type QueueKind } from '@/domain/moderation/queue'
import type { FlagReason } from '@/domain/moderation/flag'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { flagsOf, flagSubject, ownFlag, unflagSubject, type FlagDone } from '@/db/moderation/flagging'
import { hideSubject } from '@/db/moderation/hiding'
import { claimItem, claimNext, giveItemBack } from '@/db/moderation/queue/claim'
import { decideItem, type Decided } from '@/db/moderation/queue/decide'
import { queueUp } from '@/db/moderation/queue/queue-up'
import { plantTags, tagNamed } from '@/db/moderation/tags'
import { withdrawCase } from '@/db/cases/revise'
import { caseById } from '@/db/cases/rows'
import { cases, flags, logEntries, notifications, people, queueItems, replies, taggings } from '@/db/schema'
import { useDatabase } from '../support/database'
import { caseBy, caseSums, replyRow, say, somebody } from '../support/threads'

useDatabase()

const now = Date.UTC(2026, 10, 20, 4)
const minute = 60_000
let lin: Member
let readers: Member[]
let mei: Member
let tao: Member
let caseId: number

beforeAll(async () => {
  await write(plantTags)
  lin = await somebody('Lin')
  mei = await somebody('Mei', 'moderator')
  tao = await somebody('Tao', 'moderator')
  readers = await Promise.all(Array.from({ length: 10 }, (_, n) => somebody(`R${n}`)))
})

beforeEach(async () => {
  await write(async tx => {
    await tx.delete(flags)
    await tx.delete(queueItems)
    await tx.delete(notifications)
  })
  caseId = await caseBy(lin, '付款三小时还没有电话。')
})

describe('Flags', () => {
  test('of 3 people about 1 case are 1 item with 3 flags, and the case stays as it is', async () => {
    for (const reader of readers.slice(0, 3)) expect(await flag(reader, 'joke')).toBe('done')
    const [item, ...others] = await openItems()
    expect(others).toEqual([])
    expect(item).toMatchObject({ kind: 'flags', subject: 'case', subjectId: caseId, caseId, personId: lin.id, hold: null })
    expect(await flagsOf(await read(), [item!.id])).toMatchObject(readers.slice(0, 3).map(({ name }) => ({ by: name, reason: 'joke', level: 0 })))
    expect(await stateOf(caseId)).toBe('live')
  })

  test('once a person and thing: pressed 5 times at once it is 1 flag', async () => {
    const pressed = await Promise.all(Array.from({ length: 5 }, () => flag(readers[0]!, 'abuse')))
    expect(pressed.filter(it => it === 'done')).toHaveLength(1)
    expect(pressed.filter(it => it === 'already')).toHaveLength(4)
    expect(await (await read()).$count(flags)).toBe(1)
  })

  test('again after an answer: once it was edited, or a month later, and not before; each is an item of its own', async () => {
    const day = 86_400_000
    await flag(readers[0]!, 'joke')
    const [first] = await openItems()
    expect(await decide(mei, first!.id, 'dismiss', '经过是真的')).toEqual({ done: true })
    expect(await flag(readers[0]!, 'joke', '', caseId, now + 29 * day)).toBe('already')
    expect(await openItems()).toEqual([])
    await write(tx => tx.update(cases).set({ editedAt: now + day }).where(eq(cases.id, caseId)))
    expect(await flag(readers[0]!, 'abuse', '', caseId, now + 2 * day)).toBe('done')
    expect(await flag(readers[0]!, 'abuse', '', caseId, now + 90 * day)).toBe('already')
    const [second] = await openItems()
    expect(await flagsOf(await read(), [first!.id, second!.id])).toMatchObject([{ reason: 'joke' }, { reason: 'abuse' }])
    expect(await ownFlag(await read(), readers[0]!.id, { subject: 'case', subjectId: caseId })).toMatchObject({ reason: 'abuse', decidedAt: null })
    expect(await decide(mei, second!.id, 'dismiss', '还是真的')).toEqual({ done: true })
    expect(await flag(readers[0]!, 'joke', '', caseId, now + 31 * day)).toBe('done')
  })

  test('the first of 2 that is taken back leaves the item, the second takes it along', async () => {
    await flag(readers[0]!, 'joke')
    await flag(readers[1]!, 'other', '时间对不上')
    expect(await ownFlag(await read(), readers[1]!.id, { subject: 'case', subjectId: caseId })).toMatchObject({ reason: 'other', words: '时间对不上', decidedAt: null })
    await unflag(readers[0]!)
    expect(await openItems()).toHaveLength(1)
    await unflag(readers[1]!)
    expect(await openItems()).toEqual([])
    expect(await lines()).toEqual([])
  })

  test('personal data comes before a joke that was flagged earlier', async () => {
    await flag(readers[0]!, 'joke')
    const other = await caseBy(lin, '另一个案例，里面有别人的电话。')
    await flag(readers[0]!, 'personal_data', '', other)
    expect(await write(tx => claimNext(tx, receipt('work_queue', mei), { now }))).toBe((await openItems()).find(it => it.caseId === other)!.id)
  })

  test('nobody flags his own, what is hidden, or what is not there', async () => {
    expect(permit('flag', lin, { authorId: lin.id })).toEqual({ refused: 'not_allowed' })
    await write(tx => hideSubject(tx, receipt('hide', mei), { subject: 'case', subjectId: caseId, because: '玩笑', now }))
    expect(await flag(readers[0]!, 'joke')).toBe('missing')
    expect(await flag(readers[0]!, 'joke', '', 99_999)).toBe('missing')
    expect(await openItems()).toEqual([])
  })

  test('of 3 people of level 2 hide a reply at once, and the log says so in the name of nobody', async () => {
    const reply = await say(lin, caseId, '加我微信办证，包过。')
    for (const [n, reader] of readers.slice(0, 3).entries()) {
      await trusted(reader)
      await flagReply(reader, reply)
      expect([n, (await replyRow(reply)).hidden]).toEqual([n, n === 2])
    }
    expect(await caseSums(caseId)).toEqual({ discussions: 0, replies: 0 })
    expect(await lines()).toMatchObject([{ act: 'hold', actorId: null, replyId: reply, details: { subject: 'reply', flags: '3' } }])
    expect(await noticesOf(lin)).toEqual(['held'])

    const [item] = await openItems()
    expect(item).toMatchObject({ hold: 'hidden', rank: 0 })
    expect(await decide(mei, item!.id, 'approve', '是正常的建议')).toEqual({ done: true })
    expect((await replyRow(reply)).hidden).toBe(false)
    expect(await caseSums(caseId)).toEqual({ discussions: 1, replies: 0 })
    expect((await lines()).map(({ act }) => act)).toEqual(['hold', 'approve'])
    expect(await noticesOf(lin)).toEqual(['held', 'restored'])
  })
})

describe('An item', () => {
  test('is its claimer’s for 15 minutes, then anybody’s; given back, anybody’s at once', async () => {
    const item = await flagged()
    expect(await claim(mei, item, now)).toMatchObject({ done: true })
    expect(await claim(tao, item, now + (leaseMinutes - 1) * minute)).toEqual({ claimed: 'Mei' })
    expect(await decide(tao, item, 'hide', '玩笑')).toEqual({ claimed: 'Mei' })
    expect(await write(tx => claimNext(tx, receipt('work_queue', tao), { now }))).toBeNull()
    expect(await claim(tao, item, now + leaseMinutes * minute)).toMatchObject({ done: true })
    await write(tx => giveItemBack(tx, receipt('work_queue', mei), item))
    expect(await claim(mei, item, now + leaseMinutes * minute)).toEqual({ claimed: 'Tao' })
    await write(tx => giveItemBack(tx, receipt('work_queue', tao), item))
    expect(await claim(mei, item, now + leaseMinutes * minute)).toMatchObject({ done: true })
  })

  test('that 2 moderators hide at once is 1 hiding, 1 line, 1 notice to Lin and 1 to each of 2 who flagged', async () => {
    await flag(readers[0]!, 'joke')
    const item = await flagged(readers[1])
    const decided = await Promise.all([decide(mei, item, 'hide', '显然是玩笑'), decide(tao, item, 'hide', '玩笑')])
    expect(decided.filter(it => 'done' in it)).toHaveLength(1)
    const [line, ...others] = await lines()
    expect(others).toEqual([])
    const first = line!.actorId === mei.id ? mei : tao
    // Whoever was second met the claim of the first, or his deed.
    expect(decided.filter(it => !('done' in it))[0]).toSatisfy((it: Decided) => ('claimed' in it ? it.claimed : 'already' in it && it.already) === first.name)
    expect(await noticesOf(lin)).toEqual(['hidden'])
    for (const reader of readers.slice(0, 2)) expect(await noticesOf(reader)).toEqual(['flag_looked_at'])
    expect(await openItems()).toEqual([])
  })

  test('that is dismissed leaves the case, writes 1 line, and tells those who flagged and not Lin', async () => {
    const item = await flagged()
    expect(await decide(mei, item, 'dismiss', '经过是真的')).toEqual({ done: true })
    expect(await decide(tao, item, 'hide', '玩笑')).toEqual({ already: 'Mei' })
    expect(await stateOf(caseId)).toBe('live')
    expect(await lines()).toMatchObject([{ act: 'dismiss', actorId: mei.id, reason: '经过是真的', details: { kind: 'flags' } }])
    expect([await noticesOf(lin), await noticesOf(readers[0]!)]).toEqual([[], ['flag_looked_at']])
  })

  test('that is tagged as a joke takes the case out of the figures in the same write, with the line of the tag alone', async () => {
    const item = await flagged()
    expect(await decide(mei, item, 'tag', '写得像段子')).toEqual({ done: true })
    expect(await (await read()).$count(taggings, eq(taggings.caseId, caseId))).toBe(1)
    expect((await lines()).map(({ act }) => act)).toEqual(['tag'])
    expect(await openItems()).toEqual([])
  })

  test('is settled by hiding the case on its own page, and closed when Lin takes the case back', async () => {
    const item = await flagged()
    await write(tx => hideSubject(tx, receipt('hide', tao), { subject: 'case', subjectId: caseId, because: '玩笑', now }))
    expect(await decide(mei, item, 'dismiss', '不是玩笑')).toEqual({ already: 'Tao' })

    caseId = await caseBy(lin, '又一个。')
    const second = await flagged()
    const stored = (await caseById(await read(), caseId))!
    await write(tx => withdrawCase(tx, receipt('withdraw_case', lin, stored.row), { stored, now }))
    expect(await decide(mei, second, 'hide', '玩笑')).toEqual({ already: null })
    expect(await noticesOf(readers[0]!)).toEqual(['flag_looked_at', 'flag_looked_at'])
  })

  test('about what Mei wrote herself is not hers to decide, nor given to her as the next', async () => {
    caseId = await caseBy(mei, '版主自己的经历。')
    await flagged()
    expect(permit('decide', mei, { personId: mei.id })).toEqual({ refused: 'not_allowed' })
    expect(await write(tx => claimNext(tx, receipt('work_queue', mei), { now }))).toBeNull()
    expect(await write(tx => claimNext(tx, receipt('work_queue', tao), { now }))).not.toBeNull()
  })

  test('of one kind about one thing is there once, though 8 ask for it at once', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => write(tx => queueUp(tx, {
      kind: 'duplicate', subject: 'case', subjectId: caseId, mark: '7', caseId, personId: lin.id, now,
    }))))
    expect(new Set(ids).size).toBe(1)
  })

  test('may only be decided as its kind allows', async () => {
    const item = await flagged()
    expect(await decide(mei, item, 'approve', '')).toEqual({ refused: 'not_here' })
    const elsewhere = await up('suspicion')
    expect(await decide(mei, elsewhere, 'hide', '玩笑')).toEqual({ refused: 'not_here' })
  })
})

async function flag(by: Member, reason: FlagReason, words = '', id = caseId, at = now): Promise<FlagDone> {
  return write(tx => flagSubject(tx, receipt('flag', by, { authorId: null }), { subject: 'case', subjectId: id, reason, words, now: at }))
}

async function flagReply(by: Member, id: number): Promise<FlagDone> {
  const permitted = receipt('flag', by, { authorId: null })
  return write(tx => flagSubject(tx, permitted, { subject: 'reply', subjectId: id, reason: 'advertising', words: '', now }))
}

async function unflag(by: Member): Promise<FlagDone> {
  return write(tx => unflagSubject(tx, receipt('flag', by, { authorId: null }), { subject: 'case', subjectId: caseId, now }))
}

/** The item of one more flag about the case. */
async function flagged(by = readers[0]!): Promise<number> {
  await flag(by, 'joke')
  return (await openItems()).find(it => it.subject === 'case' && it.subjectId === caseId)!.id
}

async function up(kind: QueueKind): Promise<number> {
  return write(tx => queueUp(tx, { kind, subject: 'case', subjectId: caseId, caseId, personId: lin.id, now }))
}

async function claim(by: Member, itemId: number, at: number) {
  return write(tx => claimItem(tx, receipt('work_queue', by), { itemId, now: at }))
}

async function decide(by: Member, itemId: number, decision: QueueDecision, because: string): Promise<Decided> {
  const joke = await tagNamed(await read(), 'joke')
  const permitted = receipt('decide', by, { personId: null })
  return write(tx => decideItem(tx, permitted, { itemId, decision, tagId: decision === 'tag' ? joke!.id : null, because, now }))
}

/** Somebody who has been here for long and whose five replies stand. */
async function trusted({ id }: Member): Promise<void> {
  const elsewhere = await caseBy(null, '别处的案例。')
  const member = readers.find(it => it.id === id)!
  for (let n = 0; n < 5; n++) await say(member, elsewhere, `第 ${n} 条有用的回复。`)
  await write(async tx => {
    await tx.update(people).set({ createdAt: now - 100 * 86_400_000 }).where(eq(people.id, id))
    await tx.update(replies).set({ createdAt: now - 2 * 86_400_000 }).where(eq(replies.authorId, id))
  })
}

async function openItems() {
  return (await read()).select().from(queueItems).where(isNull(queueItems.decidedAt)).orderBy(asc(queueItems.id))
}

async function lines() {
  return (await read()).select().from(logEntries).where(eq(logEntries.caseId, caseId)).orderBy(asc(logEntries.id))
}

async function noticesOf({ id }: Member): Promise<string[]> {
  const rows = await (await read()).select({ kind: notifications.kind }).from(notifications)
    .where(eq(notifications.personId, id)).orderBy(asc(notifications.id))
  return rows.map(({ kind }) => kind).filter(kind => kind !== 'case_answered')
}

async function stateOf(id: number) {
  return (await caseById(await read(), id))!.row.state
}

function receipt<A extends Parameters<typeof permit>[0]>(act: A, by: Member, subject: Parameters<typeof permit<A>>[2] = null as never) {
  const permission = permit(act, by, subject)
  if ('refused' in permission) throw new Error(`${by.name} may not ${act}: ${permission.refused}`)
  return permission.permitted
}
