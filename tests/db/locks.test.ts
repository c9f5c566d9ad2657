import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { logPage } from '@/db/moderation/log-page'
import { caseLocks, notifications } from '@/db/schema'
import { lockOf, lockThread, unlockThread } from '@/db/threads/locks'
import { threadCase } from '@/db/threads/reply'
import { setVote } from '@/db/threads/votes'
import { useDatabase } from '../support/database'
import { caseBy, caseSums, replyRow, say, somebody } from '../support/threads'

useDatabase()

const now = Date.UTC(2026, 10, 24, 4)
let lin: Member, bo: Member, mei: Member, tao: Member
let caseId: number

beforeAll(async () => {
  lin = await somebody('林')
  bo = await somebody('柏')
  mei = await somebody('梅', 'moderator')
  tao = await somebody('陶', 'moderator')
})

beforeEach(async () => {
  caseId = await caseBy(lin)
})

test('a locked thread takes no reply from anybody, and keeps those it has: they are voted on as before', async () => {
  const before = await say(bo, caseId, '锁定以前的一句。')
  expect(await lock(mei)).toEqual({ done: true })
  for (const who of [lin, bo, mei]) await expect(say(who, caseId, '锁定以后的一句。')).rejects.toThrow('not_allowed')
  await expect(say(bo, caseId, '回答也不行。', before)).rejects.toThrow('not_allowed')
  const permission = permit('vote', lin, null)
  if ('refused' in permission) throw new Error()
  await write(tx => setVote(tx, permission.permitted, { subject: 'reply', id: before, wanted: 'on', now }))
  expect((await replyRow(before)).agreeCount).toBe(1)
  expect(await caseSums(caseId)).toEqual({ discussions: 1, replies: 0 })
})

test('unlocked it takes them again; 2 lines and 2 notices say by whom and why', async () => {
  await lock(mei, '已经有了结论')
  expect(await lockOf(await read(), caseId)).toEqual({ by: '梅', at: now, reason: '已经有了结论' })
  expect(await unlock(tao, '有新的情况')).toEqual({ done: true })
  expect(await lockOf(await read(), caseId)).toBe(null)
  expect(await say(bo, caseId, '新的情况。')).toBeGreaterThan(0)
  expect((await logPage(await read(), { caseId })).entries.map(it => [it.act, it.actor, it.reason])).toEqual([
    ['unlock', '陶', '有新的情况'], ['lock', '梅', '已经有了结论'],
  ])
  const told = await (await read()).select({ kind: notifications.kind }).from(notifications).where(eq(notifications.caseId, caseId))
  expect(told.map(it => it.kind).filter(kind => kind.startsWith('thread_'))).toEqual(['thread_locked', 'thread_unlocked'])
})

test('2 moderators lock at once: 1 lock, 1 line, and the other is told by whom; so for unlocking', async () => {
  const once = async (work: () => Promise<unknown[]>) => {
    const all = await work() as ({ done: true } | { already: string })[]
    expect(all.filter(it => 'done' in it)).toHaveLength(1)
    return (all.find(it => 'already' in it) as { already: string }).already
  }
  expect(['梅', '陶']).toContain(await once(() => Promise.all([lock(mei), lock(tao)])))
  expect(['梅', '陶']).toContain(await once(() => Promise.all([unlock(mei), unlock(tao)])))
  expect(await (await read()).$count(caseLocks, eq(caseLocks.caseId, caseId))).toBe(1)
  expect((await logPage(await read(), { caseId })).entries).toHaveLength(2)
})

test('of 20 replies that come while it is locked, each stands or was refused, and the sums are the rows', async () => {
  const all = await Promise.allSettled([
    ...Array.from({ length: 10 }, (_, n) => say(bo, caseId, `之前的第 ${n} 句。`)), lock(mei),
    ...Array.from({ length: 10 }, (_, n) => say(lin, caseId, `之后的第 ${n} 句。`)),
  ])
  const stood = all.filter(it => it.status === 'fulfilled').length - 1
  const refused = all.filter(it => it.status === 'rejected').map(it => (it as PromiseRejectedResult).reason.message)
  expect(refused.every(message => message === 'not_allowed')).toBe(true)
  expect(stood + refused.length).toBe(20)
  expect(await caseSums(caseId)).toEqual({ discussions: stood, replies: 0 })
})

test('a case that is not there cannot be locked, and whoever is no moderator has no receipt', async () => {
  expect(await write(tx => lockThread(tx, receipt(mei), { caseId: 9_999, because: '试试', now }))).toEqual({ missing: 'case' })
  expect(permit('keep_thread', lin, null)).toEqual({ refused: 'not_allowed' })
  expect((await threadCase(await read(), caseId))!.lockedFor).toBe(null)
})

function receipt(by: Member) {
  const permission = permit('keep_thread', by, null)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted
}

function lock(by: Member, because = '吵起来了') {
  return write(tx => lockThread(tx, receipt(by), { caseId, because, now }))
}

function unlock(by: Member, because = '冷静了') {
  return write(tx => unlockThread(tx, receipt(by), { caseId, because, now }))
}
