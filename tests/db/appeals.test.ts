import { and, asc, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Verdict } from '@/domain/moderation/appeal'
import type { Member } from '@/domain/people/viewer'
import { permit, type Act } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { appealById, appealsOf, countOpenAppeals, decideAppeal, makeAppeal, measureOf, openAppeals, someoneMayDecide } from '@/db/moderation/appeals'
import { hideSubject, restoreSubject } from '@/db/moderation/hiding'
import { logPage } from '@/db/moderation/log-page'
import { measuresAgainst } from '@/db/moderation/measures'
import { memberOfToken, startSession } from '@/db/people/sessions'
import { holdsOn, liftSuspension, suspend } from '@/db/people/suspensions'
import { cases, hidings, notifications, people, queueItems, replies } from '@/db/schema'
import { useDatabase } from '../support/database'
import { caseBy, caseSums, say, somebody } from '../support/threads'

useDatabase('per test')

const now = Date.UTC(2026, 10, 24, 4)
const day = 86_400_000
let lin: Member, bo: Member, mei: Member, tao: Member, admin: Member

beforeEach(async () => {
  lin = await somebody('林')
  bo = await somebody('柏')
  mei = await somebody('梅', 'moderator')
  tao = await somebody('陶', 'moderator')
  admin = await somebody('安', 'admin')
})

describe('A silence', () => {
  test('of 7 days holds for 7 days and not a moment longer, with 1 line and 1 notice that give its reason', async () => {
    expect(await hold(mei, lin, 'silence', now + 7 * day)).toBe(true)
    const at = async (time: number) => (await holdsOn(await read(), lin.id, time)).map(it => [it.kind, it.reason])
    expect(await at(now + 7 * day - 1)).toEqual([['silence', '反复刷屏']])
    expect(await at(now + 7 * day)).toEqual([])
    expect((await logPage(await read())).entries).toMatchObject([
      { act: 'silence', actor: '梅', person: '林', reason: '反复刷屏', details: { endsAt: String(now + 7 * day) } },
    ])
    expect(await newsOf(lin)).toEqual([['silenced', '反复刷屏']])
  })

  test('makes her session say so, and ends in it by itself', async () => {
    const token = await write(tx => startSession(tx, { personId: lin.id, device: 'desk', now }))
    const told = async (time: number) => {
      const { suspended, silenced } = (await memberOfToken(await read(), token, time))!.member
      return { suspended, silenced: silenced === true }
    }
    await hold(mei, lin, 'silence', now + day)
    expect(await told(now)).toEqual({ suspended: false, silenced: true })
    await hold(mei, lin, 'suspension', now + 1000)
    expect(await told(now)).toEqual({ suspended: true, silenced: true })
    expect(await told(now + 1000)).toEqual({ suspended: false, silenced: true })
    expect(await told(now + day)).toEqual({ suspended: false, silenced: false })
  })

  test('is not spoken twice, nor over a suspension; a suspension is over a silence; each is lifted for itself', async () => {
    expect(await hold(mei, lin, 'silence')).toBe(true)
    expect(await hold(tao, lin, 'silence')).toBe(false)
    expect(await hold(tao, lin, 'suspension')).toBe(true)
    expect(await hold(mei, lin, 'suspension')).toBe(false)
    const lift = (kind: 'silence' | 'suspension') => write(tx => liftSuspension(tx, receipt('suspend', mei, lin), { personId: lin.id, kind, reason: '说明白了', now }))
    expect(await lift('suspension')).toBe(true)
    expect((await holdsOn(await read(), lin.id, now)).map(it => it.kind)).toEqual(['silence'])
    expect(await lift('silence')).toBe(true)
    expect(await lift('silence')).toBe(false)
    expect((await logPage(await read())).entries.map(it => it.act)).toEqual(['lift_silence', 'lift_suspension', 'suspend', 'silence'])
  })

  test('leaves her to take back, to go and to appeal, and nothing that is seen or counted', () => {
    const silenced: Member = { ...lin, silenced: true }
    const own = { authorId: lin.id, state: 'live', deletedAt: null, hidden: false } as const
    const refused = (['report', 'edit_case', 'confirm_case', 'reply', 'edit_reply', 'vote', 'favourite'] as const)
      .map(act => permit(act, silenced, own as never))
    expect(refused).toEqual(refused.map(() => ({ refused: 'silenced' })))
    for (const act of ['withdraw_case', 'delete_reply', 'leave'] as const) expect(permit(act, silenced, own as never)).toHaveProperty('permitted')
    expect(permit('appeal', silenced, { personId: lin.id })).toHaveProperty('permitted')
    expect(permit('appeal', { ...lin, suspended: true }, { personId: lin.id })).toHaveProperty('permitted')
    expect(permit('appeal', lin, { personId: mei.id })).toEqual({ refused: 'not_allowed' })
    expect(permit('hide', { ...mei, silenced: true }, null)).toEqual({ refused: 'silenced' })
  })
})

describe('An appeal', () => {
  test('against the hiding of a reply is made once; Tao takes it back: the reply counts again, 4 lines, and she is told', async () => {
    const caseId = await caseBy(mei)
    const reply = await say(lin, caseId, '审核员姓王，说话很客气。')
    const hiding = await hide(mei, 'reply', reply)
    expect(await caseSums(caseId)).toEqual({ discussions: 0, replies: 0 })
    expect(await measuresAgainst(await read(), lin.id, now)).toMatchObject([
      { subject: 'hiding', id: hiding, kind: 'reply', caseId, replyId: reply, by: '梅', reason: '含有他人姓名', endsAt: null, stands: true },
    ])
    const id = await appeal(lin, 'hiding', hiding)
    expect(await again(lin, 'hiding', hiding)).toBe('appeal_made')
    expect(await countOpenAppeals(await read(), now)).toBe(1)
    expect(await decide(tao, id, 'overturn', '姓氏不算隐私')).toEqual({ done: true })
    expect(await caseSums(caseId)).toEqual({ discussions: 1, replies: 0 })
    expect(await countOpenAppeals(await read(), now)).toBe(0)
    const lines = (await logPage(await read())).entries
    expect(lines.map(({ act, actor, reason }) => [act, actor, reason])).toEqual([
      ['restore', '陶', '姓氏不算隐私'], ['overturn', '陶', '姓氏不算隐私'], ['appeal', null, ''], ['hide', '梅', '含有他人姓名'],
    ])
    // Who wrote what is hidden stands beneath it, and the log does not repeat it.
    expect(lines.map(it => it.person)).toEqual([null, null, null, null])
    expect(await newsOf(lin)).toEqual([['hidden', '含有他人姓名'], ['appeal_overturned', '姓氏不算隐私']])
  })

  test('that is upheld leaves the case hidden, says why, and there is no second', async () => {
    const caseId = await caseBy(lin)
    const hiding = await hide(mei, 'case', caseId)
    const id = await appeal(lin, 'hiding', hiding)
    expect(await decide(tao, id, 'uphold', '确实写了别人的电话')).toEqual({ done: true })
    const [row] = await (await read()).select({ state: cases.state }).from(cases).where(eq(cases.id, caseId))
    expect(row!.state).toBe('hidden')
    expect(await again(lin, 'hiding', hiding)).toBe('appeal_made')
    expect((await appealsOf(await read(), lin.id, now))[0]!.appeal.decision).toEqual({ verdict: 'uphold', by: '陶', answer: '确实写了别人的电话', at: now })
    expect(await newsOf(lin)).toEqual([['hidden', '含有他人姓名'], ['appeal_upheld', '确实写了别人的电话']])
  })

  test.each(['silence', 'suspension'] as const)('against a %s is heard while it holds, and taking it back lets her write again', async kind => {
    await hold(mei, lin, kind, now + day)
    const [standing] = await measuresAgainst(await read(), lin.id, now)
    expect(standing).toMatchObject({ kind, endsAt: now + day, reason: '反复刷屏' })
    const id = await appeal(lin, 'suspension', standing!.id)
    await decide(admin, id, 'overturn', '两次算不上刷屏')
    expect(await holdsOn(await read(), lin.id, now)).toEqual([])
    expect((await logPage(await read())).entries.map(it => [it.act, it.person])).toEqual([
      [kind === 'silence' ? 'lift_silence' : 'lift_suspension', '林'], ['overturn', '林'], ['appeal', '林'], [kind === 'silence' ? 'silence' : 'suspend', '林'],
    ])
  })

  test('is decided by nobody who acted, and by nobody whose own it is', async () => {
    const hiding = await hide(mei, 'reply', await say(tao, await caseBy(lin), '这一句被隐藏了。'))
    const measure = (await measureOf(await read(), 'hiding', hiding, now))!
    const may = (by: Member) => 'permitted' in permit('decide_appeal', by, measure)
    expect([mei, tao, admin, lin].map(may)).toEqual([false, false, true, false])
  })

  test('of a moderator who was suspended is for an administrator', async () => {
    await hold(admin, mei, 'suspension')
    const [measure] = await measuresAgainst(await read(), mei.id, now)
    const second = await somebody('副', 'admin')
    const may = (by: Member) => 'permitted' in permit('decide_appeal', by, measure!)
    expect([tao, admin, second].map(may)).toEqual([false, false, true])
  })

  test('waits while nobody else is there, and no longer once there is', async () => {
    // Two who cannot: the one who acted, and the one it is about.
    for (const it of [tao, admin]) await write(tx => tx.update(people).set({ role: 'member' }).where(eq(people.id, it.id)))
    const hiding = await hide(mei, 'case', await caseBy(lin))
    const measure = (await measureOf(await read(), 'hiding', hiding, now))!
    expect(await someoneMayDecide(await read(), measure)).toBe(false)
    await somebody('副', 'admin')
    expect(await someoneMayDecide(await read(), measure)).toBe(true)
  })

  test('that two decide at once is decided once, with 1 verdict in the log, and the other learns by whom', async () => {
    const hiding = await hide(mei, 'case', await caseBy(lin))
    const id = await appeal(lin, 'hiding', hiding)
    const outcomes = await Promise.all([decide(tao, id, 'uphold'), decide(admin, id, 'overturn')])
    expect(outcomes.filter(it => 'done' in it)).toHaveLength(1)
    expect(outcomes.filter(it => 'already' in it)).toEqual([{ already: outcomes[0] && 'done' in outcomes[0] ? '陶' : '安' }])
    const acts = (await logPage(await read())).entries.map(it => it.act)
    expect(acts.filter(act => act === 'uphold' || act === 'overturn')).toHaveLength(1)
  })

  test('made 20 times at once is 1 row and 1 line', async () => {
    const hiding = await hide(mei, 'case', await caseBy(lin))
    const all = await Promise.all(Array.from({ length: 20 }, () => again(lin, 'hiding', hiding)))
    expect(all.filter(it => it === null)).toHaveLength(1)
    expect((await logPage(await read(), { act: 'appeal' })).entries).toHaveLength(1)
  })

  test('against what was restored or deleted meanwhile waits for nobody; what only ran out can still be told to have been wrong', async () => {
    const caseId = await caseBy(mei)
    const [reply, other] = [await say(lin, caseId, '第一句话。'), await say(lin, caseId, '第二句话。')]
    const [first, second] = [await hide(mei, 'reply', reply), await hide(mei, 'reply', other)]
    const ids = [await appeal(lin, 'hiding', first), await appeal(lin, 'hiding', second)]
    await hold(mei, lin, 'silence', now + day)
    ids.push(await appeal(lin, 'suspension', (await holdsOn(await read(), lin.id, now))[0]!.id))
    expect((await openAppeals(await read(), { now })).appeals.map(it => it.appeal.id)).toEqual(ids)
    await write(tx => restoreSubject(tx, receipt('hide', mei, null), { subject: 'reply', subjectId: reply, because: '看错了', now }))
    await write(tx => tx.update(replies).set({ deletedAt: now }).where(eq(replies.id, other)))
    expect((await openAppeals(await read(), { now: now + day })).appeals.map(it => it.appeal.id)).toEqual([ids[2]])
    expect(await decide(tao, ids[2]!, 'overturn', '本来就不该', now + day)).toEqual({ done: true })
    expect((await newsOf(lin)).at(-1)).toEqual(['appeal_overturned', '本来就不该'])
    expect((await logPage(await read(), { act: 'lift_silence' })).entries).toEqual([])
    expect(await decide(tao, ids[0]!, 'overturn')).toEqual({ moot: true })
    expect(await again(lin, 'hiding', second)).toBe('appeal_moot')
  })

  test('stands in the queue until it is decided or what it is against is taken back, and not for the one who acted', async () => {
    const caseId = await caseBy(lin)
    const [first, second] = [await hide(mei, 'case', caseId), await hide(mei, 'reply', await say(lin, await caseBy(bo), '第一句话。'))]
    const id = await appeal(lin, 'hiding', first)
    await appeal(lin, 'hiding', second)
    const waiting = async () => {
      const { kind, subject, personId, details, decidedAt } = queueItems
      const rows = await (await read()).select({ kind, subject, personId, details }).from(queueItems).where(isNull(decidedAt)).orderBy(asc(queueItems.id))
      return rows.map(row => [row.kind, row.subject, row.personId, row.details.at])
    }
    expect(await waiting()).toEqual([
      ['appeal', 'case', mei.id, `/moderation/appeals#appeal-${id}`], ['appeal', 'reply', mei.id, `/moderation/appeals#appeal-${id + 1}`],
    ])
    await decide(tao, id, 'uphold')
    expect((await waiting()).map(([, subject]) => subject)).toEqual(['reply'])
    const reply = (await measureOf(await read(), 'hiding', second, now))!.replyId!
    await write(tx => restoreSubject(tx, receipt('hide', mei, null), { subject: 'reply', subjectId: reply, because: '看错了', now }))
    expect(await waiting()).toEqual([])
  })

  test('whose decision fails at its end changes nothing', async () => {
    const hiding = await hide(mei, 'case', await caseBy(lin))
    const id = await appeal(lin, 'hiding', hiding)
    const before = (await logPage(await read())).entries.length
    const failing = write(async tx => {
      const heard = (await appealById(tx, id, now))!
      await decideAppeal(tx, receipt('decide_appeal', tao, heard.measure), heard, { verdict: 'overturn', because: '看错了', now })
      throw new Error('the light went out')
    })
    await expect(failing).rejects.toThrow('the light went out')
    expect((await appealById(await read(), id, now))!.appeal.decision).toBe(null)
    expect((await measureOf(await read(), 'hiding', hiding, now))!.stands).toBe(true)
    expect((await logPage(await read())).entries).toHaveLength(before)
  })
})

function receipt<A extends Act>(act: A, by: Member, subject: Parameters<typeof permit<A>>[2]) {
  const permission = permit(act, by, subject)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted
}

function hold(by: Member, whom: Member, kind: 'silence' | 'suspension', endsAt: number | null = null) {
  return write(tx => suspend(tx, receipt('suspend', by, whom), { personId: whom.id, kind, reason: '反复刷屏', endsAt, now }))
}

async function hide(by: Member, subject: 'case' | 'reply', subjectId: number): Promise<number> {
  await write(tx => hideSubject(tx, receipt('hide', by, null), { subject, subjectId, because: '含有他人姓名', now }))
  const [row] = await (await read()).select({ id: hidings.id }).from(hidings).where(and(eq(hidings.subject, subject), eq(hidings.subjectId, subjectId)))
  return row!.id
}

function again(by: Member, subject: 'hiding' | 'suspension', id: number) {
  return write(async tx => {
    const measure = (await measureOf(tx, subject, id, now))!
    return makeAppeal(tx, receipt('appeal', by, measure), measure, { words: '里面没有谁的名字，请再看一看。', now })
  })
}

async function appeal(by: Member, subject: 'hiding' | 'suspension', id: number): Promise<number> {
  expect(await again(by, subject, id)).toBe(null)
  return (await appealsOf(await read(), by.id, now))[0]!.appeal.id
}

function decide(by: Member, id: number, verdict: Verdict, because = '再看过了', at = now) {
  return write(async tx => {
    const heard = (await appealById(tx, id, at))!
    return decideAppeal(tx, receipt('decide_appeal', by, heard.measure), heard, { verdict, because, now: at })
  })
}

async function newsOf(person: Member) {
  const rows = await (await read()).select({ kind: notifications.kind, details: notifications.details }).from(notifications)
    .where(eq(notifications.personId, person.id)).orderBy(asc(notifications.id))
  return rows.map(row => [row.kind, row.details.reason])
}
