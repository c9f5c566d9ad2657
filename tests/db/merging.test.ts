import { and, asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { reportCase } from '@/domain/case/report'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { simulate } from '@/domain/simulation/simulate'
import { listCases } from '@/db/cases/list'
import { mergeCase } from '@/db/cases/merge'
import { mergedHere, mergedInto } from '@/db/cases/merges'
import { storeCase } from '@/db/cases/store'
import { unmergeCase } from '@/db/cases/unmerge'
import { read, write } from '@/db/connection'
import { checkCells, rebuildCells } from '@/db/figures/cells/recount'
import { outcomesFigure } from '@/db/figures/outcomes'
import { logPage } from '@/db/moderation/log-page'
import { caseMerges, cases, favourites, follows, notifications, replies, votes } from '@/db/schema'
import { searchWords } from '@/db/search/search'
import { setFavourite } from '@/db/threads/favourites'
import { moveBranch } from '@/db/threads/move-branch'
import { threadPage } from '@/db/threads/thread-page'
import { setVote } from '@/db/threads/votes'
import { useDatabase } from '../support/database'
import { caseSums, say, somebody } from '../support/threads'

useDatabase('per test')

const now = Date.parse('2026-11-24T12:00:00+08:00')
let lin: Member, bo: Member, mei: Member, tao: Member
/** All of them count; the first two tell the same. */
let ids: number[]
let one: number, other: number

beforeEach(async () => {
  lin = await somebody('林')
  bo = await somebody('柏')
  mei = await somebody('梅', 'moderator')
  tao = await somebody('陶', 'moderator')
  await write(tx => rebuildCells(tx, now))
  ids = []
  for (const [n, { draft, reportedAt }] of simulate({ seed: 'merge', now, cases: 24 }).entries()) {
    const reported = reportCase(draft, reportedAt)
    if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
    const words = n < 2 ? '一模一样的两件小事' : '别的事'
    ids.push(await write(tx => storeCase(tx, {
      case: { ...reported.case, ref: `merge-${n}`, source: 'own', words }, authorId: n < 2 ? lin.id : null, account: n < 2 ? 'lin' : null, now: reportedAt,
    })))
  }
  [one, other] = ids as [number, number]
})

describe('A case merged into another', () => {
  test('leaves lists, search and figures, which are those of a recount; its number leads to the other', async () => {
    const before = await figures()
    expect(await merge()).toEqual({ done: true })
    expect(await mergedInto(await read(), one)).toBe(other)
    expect((await listCases(await read(), { limit: 50 })).cases.map(it => it.row.id)).not.toContain(one)
    expect((await searchWords(await read(), '一模一样', { after: null })).found.map(it => it.caseId)).toEqual([other])
    expect(await checkCells(await read())).toEqual([])
    const after = await figures()
    await write(tx => rebuildCells(tx, now))
    expect(await figures()).toEqual(after)
    expect(after).not.toEqual(before)
  })

  test('brings its discussions along in the order they began, and both sums are the rows', async () => {
    const [a1, b1] = [await say(bo, other, '那边的第一句。'), await say(bo, one, '这边的第一句。')]
    const a2 = await say(lin, other, '那边的回答。', a1)
    const b2 = await say(lin, one, '这边的回答。', b1)
    const a3 = await say(bo, other, '那边的最后一句。')
    await merge()
    expect(await shown(other)).toEqual([[a1, 0], [a2, 1], [b1, 0], [b2, 1], [a3, 0]])
    expect(await caseSums(other)).toEqual({ discussions: 3, replies: 2 })
    expect(await caseSums(one)).toEqual({ discussions: 0, replies: 0 })
    for (const id of [one, other]) expect(await caseSums(id)).toEqual(await countedByHand(id))
    await say(bo, other, '合并以后接着说。', b2)
    expect(await caseSums(other)).toEqual({ discussions: 3, replies: 3 })
  })

  test('brings those who agreed, kept and followed, nobody twice', async () => {
    await marks()
    await merge()
    expect(await rowsOf(other)).toEqual({ votes: [lin.id, bo.id, tao.id].sort(byNumber), kept: [bo.id, tao.id].sort(byNumber), follows: [bo.id, tao.id].sort(byNumber) })
    expect(await countsOf(other)).toEqual({ agreeCount: 3, favouriteCount: 2 })
  })

  test('is told of in 1 line and to its author, and is not merged twice, nor into itself, nor into one that is gone', async () => {
    expect(await merge()).toEqual({ done: true })
    expect(await merge()).toEqual({ problem: 'merge_not_live' })
    expect(await merge(other, one)).toEqual({ problem: 'merge_target_gone' })
    expect(await merge(other, other)).toEqual({ problem: 'merge_same' })
    expect(await merge(9_999, other)).toEqual({ missing: true })
    expect((await logPage(await read())).entries).toMatchObject([{ act: 'merge_case', actor: '梅', caseId: one, details: { to: String(other) }, reason: '同一件事写了两遍' }])
    const told = await (await read()).select({ kind: notifications.kind, caseId: notifications.caseId }).from(notifications).where(eq(notifications.personId, lin.id))
    expect(told).toEqual([{ kind: 'case_merged', caseId: other }])
    expect(permit('merge', { ...lin, role: 'moderator' }, { authorId: lin.id })).toEqual({ refused: 'not_allowed' })
  })

  test('by two moderators at once, each into another, becomes part of one', async () => {
    const done = await Promise.all([merge(one, other, mei), merge(one, ids[2]!, tao)])
    expect(done.filter(it => 'done' in it)).toHaveLength(1)
    expect(done).toContainEqual({ problem: 'merge_not_live' })
    expect(await (await read()).$count(caseMerges)).toBe(1)
  })

  test('leads on where that one was merged again', async () => {
    await merge(one, other)
    await merge(other, ids[2]!)
    expect(await mergedInto(await read(), one)).toBe(ids[2])
    const first = (await mergedHere(await read(), other))[0]!
    expect(await unmerge(first.id)).toEqual({ problem: 'unmerge_target_gone' })
  })

  test('takes in a discussion that had gone there before, and keeps every reply once', async () => {
    const [here, there] = [await say(bo, one, '要移走的一句。'), await say(bo, other, '要移来的一句。')]
    await move(here, other)
    await move(there, one)
    await merge()
    expect((await shown(other)).map(([id]) => id)).toEqual([here, there])
    expect(await caseSums(other)).toEqual({ discussions: 2, replies: 0 })
  })
})

describe('Parted again', () => {
  test('all is as it was: figures, lists, search, threads, votes and sums', async () => {
    const b1 = await say(bo, one, '这边的第一句。')
    await say(lin, one, '这边的回答。', b1)
    await say(bo, other, '那边的第一句。')
    await marks()
    const before = await everything()
    await merge()
    const [it] = await mergedHere(await read(), other)
    expect(await unmerge(it!.id)).toEqual({ done: true, caseId: one })
    expect(await everything()).toEqual(before)
    expect(await checkCells(await read())).toEqual([])
    expect(await mergedInto(await read(), one)).toBe(null)
    expect(await mergedHere(await read(), other)).toEqual([])
    expect((await logPage(await read())).entries.map(it => it.act)).toEqual(['unmerge_case', 'merge_case'])
  })

  test('what was answered since goes with its discussion, and who has taken his vote back loses none', async () => {
    const b1 = await say(bo, one, '这边的第一句。')
    await marks()
    await merge()
    const more = await say(lin, other, '合并以后的回答。', b1)
    await vote(bo, other, 'off')
    const [it] = await mergedHere(await read(), other)
    await unmerge(it!.id)
    expect(await shown(one)).toEqual([[b1, 0], [more, 1]])
    expect(await rowsOf(other)).toMatchObject({ votes: [tao.id] })
    expect(await countsOf(other)).toMatchObject({ agreeCount: 1 })
    for (const id of [one, other]) expect(await caseSums(id)).toEqual(await countedByHand(id))
  })

  test('is refused where a discussion was moved on, and done where it was moved back; twice it is done once', async () => {
    const b1 = await say(bo, one, '这边的第一句。')
    await merge()
    await move(b1, ids[2]!)
    const [it] = await mergedHere(await read(), other)
    expect(await unmerge(it!.id)).toEqual({ problem: 'unmerge_moved' })
    expect((await logPage(await read(), { act: 'unmerge_case' })).entries).toEqual([])
    await move(b1, other)
    expect(await unmerge(it!.id)).toEqual({ done: true, caseId: one })
    expect(await unmerge(it!.id, tao)).toEqual({ already: '梅' })
    expect(await caseSums(one)).toEqual({ discussions: 1, replies: 0 })
  })
})

const byNumber = (a: number, b: number) => a - b

function receipt<A extends 'merge' | 'keep_thread' | 'vote' | 'favourite'>(act: A, by: Member) {
  const permission = permit(act, by, { authorId: null } as never)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted
}

function merge(caseId = one, intoId = other, by = mei) {
  return write(tx => mergeCase(tx, receipt('merge', by), { caseId, intoId, because: '同一件事写了两遍', now }))
}

function unmerge(mergeId: number, by = mei) {
  return write(tx => unmergeCase(tx, receipt('merge', by), { mergeId, because: '原来是两件事', now }))
}

function move(replyId: number, toCaseId: number) {
  return write(tx => moveBranch(tx, receipt('keep_thread', mei), { replyId, toCaseId, because: '放错了', now }))
}

function vote(by: Member, id: number, wanted: 'on' | 'off') {
  return write(tx => setVote(tx, receipt('vote', by), { subject: 'case', id, wanted, now }))
}

/** Lin and Bo agree with the one, Tao with the other, Bo with both; so they keep and follow. */
async function marks(): Promise<void> {
  await vote(lin, one, 'on')
  await vote(bo, one, 'on')
  await vote(tao, other, 'on')
  for (const [by, caseId] of [[bo, one], [bo, other], [tao, one]] as const) {
    await write(async tx => {
      await setFavourite(tx, receipt('favourite', by), { caseId, wanted: 'on', now })
      await tx.insert(follows).values({ personId: by.id, subject: 'case', target: String(caseId), createdAt: now })
    })
  }
}

async function figures() {
  return outcomesFigure(await read(), { process: 'certification', layer: 'own' })
}

async function everything() {
  const both = await Promise.all([one, other].map(async id => [await shown(id), await caseSums(id), await rowsOf(id), await countsOf(id)]))
  const found = (await searchWords(await read(), '一模一样', { after: null })).found.map(it => it.caseId).sort(byNumber)
  return { figures: await figures(), list: (await listCases(await read(), { limit: 50 })).cases.map(it => it.row.id), both, found }
}

async function rowsOf(id: number) {
  const database = await read()
  const voted = await database.select({ id: votes.personId }).from(votes).where(and(eq(votes.subject, 'case'), eq(votes.subjectId, id))).orderBy(asc(votes.personId))
  const kept = await database.select({ id: favourites.personId }).from(favourites).where(eq(favourites.caseId, id)).orderBy(asc(favourites.personId))
  const followed = await database.select({ id: follows.personId }).from(follows).where(eq(follows.target, String(id))).orderBy(asc(follows.personId))
  return { votes: voted.map(it => it.id), kept: kept.map(it => it.id), follows: followed.map(it => it.id) }
}

async function countsOf(id: number) {
  const [row] = await (await read()).select({ agreeCount: cases.agreeCount, favouriteCount: cases.favouriteCount }).from(cases).where(eq(cases.id, id))
  return row!
}

async function shown(caseId: number) {
  const page = await threadPage(await read(), { caseId, sort: 'oldest', after: null, viewer: { kind: 'guest' } })
  return page.replies.map(it => [it.id, it.depth] as const)
}

async function countedByHand(id: number) {
  const rows = await (await read()).select().from(replies).where(eq(replies.caseId, id))
  const counted = rows.filter(row => !row.hidden && row.deletedAt === null)
  const discussions = counted.filter(row => row.depth === 0).length
  return { discussions, replies: counted.length - discussions }
}
