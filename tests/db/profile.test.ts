import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { sharedCounts, sharedReplies } from '@/db/people/profile'
import { cases, replies } from '@/db/schema'
import { deleteReply } from '@/db/threads/delete-reply'
import { useDatabase } from '../support/database'
import { caseBy, replyRow, say, somebody } from '../support/threads'

useDatabase()

let lin: Member, mei: Member
let told: number[], hiddenCase: number

beforeAll(async () => {
  lin = await somebody('林')
  mei = await somebody('梅')
  const [shown, withdrawn] = [await caseBy(lin), await caseBy(lin)]
  hiddenCase = await caseBy(mei)
  // Nobody's case, as after somebody left: it is not hers, whoever once wrote it.
  await caseBy(null)
  told = []
  for (const words of ['第一条', '第二条', '第三条 **重**']) told.push(await say(lin, shown, words))
  const [hidden, deleted] = [await say(lin, shown, '藏起来的'), await say(lin, shown, '收回去的')]
  await say(mei, shown, '别人的', hidden)
  await say(lin, hiddenCase, '下面的案例被隐藏')
  await write(async tx => {
    await tx.update(replies).set({ hidden: true }).where(eq(replies.id, hidden))
    await tx.update(cases).set({ state: 'withdrawn' }).where(eq(cases.id, withdrawn))
    await tx.update(cases).set({ state: 'hidden' }).where(eq(cases.id, hiddenCase))
  })
  const row = await replyRow(deleted)
  const permission = permit('delete_reply', lin, row)
  if ('refused' in permission) throw new Error(permission.refused)
  await write(tx => deleteReply(tx, permission.permitted, row, 2))
})

describe('What a person shared', () => {
  test('are his live cases and replies that stand in live cases: 1 of 2 cases, 3 of 6 replies', async () => {
    expect(await sharedCounts(await read(), lin.id)).toEqual({ cases: 1, replies: 3 })
  })

  test('is listed as it is counted, the newest first, a page after the other', async () => {
    const database = await read()
    const first = await sharedReplies(database, lin.id, { limit: 2 })
    const second = await sharedReplies(database, lin.id, { limit: 2, after: first.next! })
    expect(first.replies.map(it => it.id)).toEqual([told[2], told[1]])
    expect(second.replies.map(it => it.id)).toEqual([told[0]])
    expect(second.next).toBeNull()
    expect(first.replies[0]!.excerpt).toBe('第三条 重')
  })

  test('grows when a hidden case comes back', async () => {
    await write(tx => tx.update(cases).set({ state: 'live' }).where(eq(cases.id, hiddenCase)))
    expect((await sharedCounts(await read(), lin.id)).replies).toBe(4)
    expect((await sharedReplies(await read(), lin.id, {})).replies[0]!.under.row.id).toBe(hiddenCase)
  })
})
