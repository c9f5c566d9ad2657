import { and, asc, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { deepest, idsOf } from '@/domain/thread/path'
import { read, write } from '@/db/connection'
import { logPage } from '@/db/moderation/log-page'
import { branchMoves, replies, searchEntries } from '@/db/schema'
import { searchWords } from '@/db/search/search'
import { moveBranch, type Moved } from '@/db/threads/move-branch'
import { replyContext } from '@/db/threads/reply-context'
import { threadPage } from '@/db/threads/thread-page'
import { inProcess, useDatabase } from '../support/database'
import { caseBy, caseSums, plantThread, replyRow, say, somebody } from '../support/threads'

useDatabase()

const now = Date.UTC(2026, 10, 24, 4)
let lin: Member, bo: Member, mei: Member
let from: number, to: number

beforeAll(async () => {
  lin = await somebody('林')
  bo = await somebody('柏')
  mei = await somebody('梅', 'moderator')
})

beforeEach(async () => {
  from = await caseBy(lin)
  to = await caseBy(bo)
})

describe('A branch of 3 under 1 reply', () => {
  let first: number, answer: number, below: number, other: number, last: number, here: number

  beforeEach(async () => {
    first = await say(bo, from, '请问几天来的电话？')
    answer = await say(lin, from, '另外说一句备案的事。', first)
    below = await say(bo, from, '备案要多久？', answer)
    other = await say(lin, from, '八个工作日。', below)
    last = await say(bo, from, '谢谢大家。')
    here = await say(bo, to, '这里原来就有一句。')
  })

  test('stands in the other case as a discussion of its own, in its order; where it stood is 1 line; sums are right in both', async () => {
    expect(await move(answer, to)).toEqual({ done: true, replies: 3 })
    // Discussions stand in the order in which they began.
    expect(await shown(to)).toEqual([[answer, 0], [below, 1], [other, 2], [here, 0]])
    expect(await shown(from)).toEqual([[first, 0], [`→${answer} in ${to}`, 1], [last, 0]])
    expect(await caseSums(from)).toEqual({ discussions: 2, replies: 0 })
    expect(await caseSums(to)).toEqual({ discussions: 2, replies: 2 })
    for (const caseId of [from, to]) expect(await caseSums(caseId)).toEqual(await countedByHand(caseId))
    await wholePaths(to)
  })

  test('keeps its addresses, its answers and what it answered; the log and its writer say where it went', async () => {
    await move(answer, to, '说的是备案')
    const context = (await replyContext(await read(), other, lin))!
    expect([context.caseId, context.ancestors.map(it => it.id)]).toEqual([to, [answer, below]])
    expect((await logPage(await read(), { caseId: from })).entries).toMatchObject([
      { act: 'move_branch', actor: '梅', replyId: answer, reason: '说的是备案', details: { to: String(to), replies: '3' } },
    ])
    expect(await (await read()).$count(branchMoves, and(eq(branchMoves.replyId, answer), eq(branchMoves.toCaseId, to)))).toBe(1)
    expect((await replyRow(answer)).replyToId).toBe(null)
  })

  test('is answered in its new place and found by the search there', async () => {
    await move(answer, to)
    const more = await say(lin, to, '备案现在快多了。', other)
    expect(idsOf((await replyRow(more)).path)).toEqual([answer, below, other, more])
    const entries = await (await read()).select({ caseId: searchEntries.caseId }).from(searchEntries).where(eq(searchEntries.replyId, below))
    expect(entries).toEqual([{ caseId: to }])
    const { found } = await searchWords(await read(), '备案要多久', { after: null })
    expect(found.map(it => [it.caseId, it.replyId])).toContainEqual([to, below])
  })

  test('goes back to the very place it had, with what was added meanwhile, and no line is left in its old case', async () => {
    const before = await shown(from)
    await move(answer, to)
    const more = await say(bo, to, '又说了一句。', below)
    expect(await move(answer, from)).toEqual({ done: true, replies: 4 })
    expect((await shown(from)).filter(([id]) => id !== more)).toEqual(before)
    expect(idsOf((await replyRow(more)).path)).toEqual([first, answer, below, more])
    expect((await replyRow(answer)).replyToId).toBe(first)
    expect((await replyRow(first)).answerCount).toBe(1)
    expect(await shown(to)).toEqual([[`→${answer} in ${from}`, 0], [here, 0]])
    for (const caseId of [from, to]) expect(await caseSums(caseId)).toEqual(await countedByHand(caseId))
    await wholePaths(from)
  })

  test('that heads the thread goes with all of it, and again on to a third', async () => {
    expect(await move(first, to)).toEqual({ done: true, replies: 4 })
    const third = await caseBy(null)
    expect(await move(first, third)).toEqual({ done: true, replies: 4 })
    expect(await shown(third)).toEqual([[first, 0], [answer, 1], [below, 2], [other, 3]])
    expect(await shown(from)).toEqual([[`→${first} in ${third}`, 0], [last, 0]])
    expect(await caseSums(from)).toEqual({ discussions: 1, replies: 0 })
    expect(await caseSums(third)).toEqual({ discussions: 1, replies: 3 })
  })

  test('leaves a hidden and a deleted one uncounted on both sides', async () => {
    await write(async tx => {
      await tx.update(replies).set({ hidden: true }).where(eq(replies.id, below))
    })
    await move(answer, to)
    expect(await countedByHand(to)).toEqual({ discussions: 2, replies: 1 })
    expect((await caseSums(to)).replies).toBe(1)
  })

  test('does not go where it is, to nothing, or to a case that nobody sees; what is a line already does not go at all', async () => {
    expect(await move(answer, from)).toEqual({ problem: 'move_same_case' })
    expect(await move(answer, 9_999)).toEqual({ problem: 'move_target_gone' })
    expect(await move(9_999, to)).toEqual({ missing: true })
    await move(answer, to)
    const [line] = await (await read()).select({ id: replies.id }).from(replies).where(eq(replies.movedId, answer))
    expect(await move(line!.id, to)).toEqual({ missing: true })
    expect((await logPage(await read(), { caseId: from })).entries).toHaveLength(1)
  })
})

test('a chain 200 deep goes from its 40th: what stood side by side at the last level comes along in order', async () => {
  const parents = Array.from({ length: 200 }, (_, n) => (n === 0 ? null : n - 1))
  const ids = await plantThread(bo, from, parents)
  expect(await move(ids[40]!, to)).toEqual({ done: true, replies: 160 })
  expect((await shown(to)).map(([id]) => id)).toEqual(ids.slice(40))
  expect(await move(ids[deepest]!, from)).toEqual({ done: true, replies: expect.any(Number) })
  for (const caseId of [from, to]) expect(await caseSums(caseId)).toEqual(await countedByHand(caseId))
})

test('of those side by side at the last level one that nobody answers goes, one that is answered does not, and it comes back', async () => {
  const ids = await plantThread(bo, from, Array.from({ length: deepest + 3 }, (_, n) => (n === 0 ? null : n - 1)))
  const [answered, last] = [ids[deepest + 1]!, ids[deepest + 2]!]
  expect(await move(answered, to)).toEqual({ problem: 'move_too_deep' })
  expect(await move(last, to)).toEqual({ done: true, replies: 1 })
  expect(await shown(to)).toEqual([[last, 0]])
  expect(await move(last, from)).toEqual({ done: true, replies: 1 })
  const [row] = await (await read()).select({ depth: replies.depth, replyToId: replies.replyToId }).from(replies).where(eq(replies.id, last))
  expect(row).toEqual({ depth: deepest, replyToId: answered })
  for (const caseId of [from, to]) expect(await caseSums(caseId)).toEqual(await countedByHand(caseId))
})

test('3,000 replies go in one write: none is lost, none is double, each page has its part', async () => {
  const many = inProcess ? 600 : 3000
  const parents = [null, null, ...Array.from({ length: many - 1 }, (_, n) => (n % 3 === 0 ? 1 : n + 1))]
  const ids = await plantThread(bo, from, parents)
  expect(await move(ids[1]!, to)).toEqual({ done: true, replies: many })
  expect(await caseSums(from)).toEqual({ discussions: 1, replies: 0 })
  expect(await caseSums(to)).toEqual({ discussions: 1, replies: many - 1 })
  const there = (await shown(to)).map(([id]) => id)
  expect(there).toHaveLength(many)
  expect(new Set(there)).toEqual(new Set(ids.slice(1)))
  expect(await shown(from)).toEqual([[ids[0], 0], [`→${ids[1]} in ${to}`, 0]])
})

test('10 replies that come while the branch goes all stand, each with its branch, and the sums are the rows', async () => {
  const head = await say(bo, from, '开头的一句。')
  const done = await Promise.allSettled([
    ...Array.from({ length: 5 }, (_, n) => say(lin, from, `之前的第 ${n} 句。`, head)), move(head, to),
    ...Array.from({ length: 5 }, (_, n) => say(lin, from, `之后的第 ${n} 句。`, head)),
  ])
  const stood = done.filter(it => it.status === 'fulfilled').length - 1
  // Whoever answered a reply that had gone was told so, and has his text.
  for (const it of done) if (it.status === 'rejected') expect(it.reason.message).toBe('parent_gone')
  expect(await caseSums(to)).toEqual({ discussions: 1, replies: stood })
  for (const caseId of [from, to]) expect(await caseSums(caseId)).toEqual(await countedByHand(caseId))
})

function move(replyId: number, toCaseId: number, because = '放错了地方'): Promise<Moved> {
  const permission = permit('keep_thread', mei, null)
  if ('refused' in permission) throw new Error(permission.refused)
  return write(tx => moveBranch(tx, permission.permitted, { replyId, toCaseId, because, now }))
}

/** All pages of a thread, put together: each reply's id and depth; `→` stands for one that went elsewhere. */
async function shown(caseId: number): Promise<(readonly [number | string, number])[]> {
  const all: (readonly [number | string, number])[] = []
  for (let after = null as { replyId: number; agreed: number } | null; ;) {
    const page = await threadPage(await read(), { caseId, sort: 'oldest', after, viewer: { kind: 'guest' } })
    all.push(...page.replies.map(it => [it.moved ? `→${it.moved.id} in ${it.moved.caseId}` : it.id, it.depth] as const))
    if (page.next === null) return all
    after = { replyId: Number(page.next), agreed: 0 }
  }
}

async function countedByHand(id: number) {
  const rows = await (await read()).select().from(replies).where(eq(replies.caseId, id))
  const counted = rows.filter(row => !row.hidden && row.deletedAt === null)
  const discussions = counted.filter(row => row.depth === 0).length
  return { discussions, replies: counted.length - discussions }
}

/** Each row's path ends in its own id, is as long as it is deep, and begins with its parent's and its root. */
async function wholePaths(caseId: number): Promise<void> {
  const rows = await (await read()).select().from(replies).where(eq(replies.caseId, caseId)).orderBy(asc(replies.path))
  for (const row of rows) {
    const ids = idsOf(row.path)
    expect([ids.at(-1), ids.length - 1, ids[0], ids.at(-2) ?? null]).toEqual([row.id, row.depth, row.rootId, row.parentId])
  }
}
