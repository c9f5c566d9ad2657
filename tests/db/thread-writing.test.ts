import { eq, inArray } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { idsOf } from '@/domain/thread/path'
import { read, write } from '@/db/connection'
import { countUnread, markRead, notificationsOf } from '@/db/people/notifications'
import { cases, replies, replyRevisions } from '@/db/schema'
import { addReply } from '@/db/threads/add-reply'
import { deleteReply } from '@/db/threads/delete-reply'
import { editReply, versionsOf } from '@/db/threads/edit-reply'
import { threadCase } from '@/db/threads/reply'
import { threadPage } from '@/db/threads/thread-page'
import { useDatabase } from '../support/database'
import { caseBy, caseSums, replyRow, say, somebody } from '../support/threads'

useDatabase()

let lin: Member, chen: Member, mei: Member, it: number
beforeEach(async () => {
  [lin, chen, mei] = [await somebody('林'), await somebody('陈'), await somebody('梅', 'moderator')]
  it = await caseBy(lin)
})

async function take(by: Member, id: number) {
  const row = await replyRow(id)
  const permission = permit('delete_reply', by, row)
  if ('refused' in permission) throw new Error(permission.refused)
  return write(tx => deleteReply(tx, permission.permitted, row, 5))
}

async function edit(by: Member, id: number, words: string, version: number) {
  const row = await replyRow(id)
  const permission = permit('edit_reply', by, row)
  if ('refused' in permission) throw new Error(permission.refused)
  return write(tx => editReply(tx, permission.permitted, row, { words, version, now: 9 }))
}

async function shown() {
  const page = await threadPage(await read(), { caseId: it, sort: 'oldest', after: null, viewer: { kind: 'guest' } })
  return page.replies.map(reply => `${'>'.repeat(reply.depth)}${reply.id} ${reply.state}`)
}

describe('A reply', () => {
  test('to the case is 1 discussion, and 2 answers in it are 2 replies', async () => {
    const head = await say(chen, it, '一')
    const answer = await say(lin, it, '二', head)
    const last = await say(chen, it, '三', answer)
    expect(await caseSums(it)).toEqual({ discussions: 1, replies: 2 })
    const row = await replyRow(last)
    expect(idsOf(row.path)).toEqual([head, answer, last])
    expect([row.parentId, row.rootId, row.replyToId, row.depth]).toEqual([answer, head, answer, 2])
    expect([(await replyRow(head)).answerCount, (await replyRow(answer)).answerCount]).toEqual([1, 1])
  })

  test('makes its case active at its own time', async () => {
    await say(chen, it, '一')
    const [row] = await (await read()).select({ activeAt: cases.activeAt }).from(cases).where(eq(cases.id, it))
    expect(row).toEqual({ activeAt: 1_700_000_100_000 })
  })

  test('to a reply of another case has no parent there', async () => {
    const elsewhere = await say(chen, await caseBy(lin), '一')
    await expect(say(chen, it, '二', elsewhere)).rejects.toThrow('parent_gone')
    expect(await caseSums(it)).toEqual({ discussions: 0, replies: 0 })
  })

  test('to one deleted while it was being written is not stored, and says so', async () => {
    const head = await say(chen, it, '一')
    await say(lin, it, '二', head)
    await take(chen, head)
    const permission = permit('reply', lin, (await threadCase(await read(), it))!)
    if ('refused' in permission) throw new Error(permission.refused)
    const late = { caseId: it, parentId: head, words: '三', device: null, now: 1 }
    const added = await write(tx => addReply(tx, permission.permitted, late))
    expect(added).toEqual({ problem: 'parent_gone' })
  })

  test('to a hidden one is not stored', async () => {
    const head = await say(chen, it, '一')
    await write(tx => tx.update(replies).set({ hidden: true }).where(eq(replies.id, head)))
    await expect(say(lin, it, '二', head)).rejects.toThrow('parent_hidden')
  })

  test.each(['hidden', 'withdrawn', 'merged'] as const)('to a case that is %s is not permitted', async state => {
    await write(tx => tx.update(cases).set({ state }).where(eq(cases.id, it)))
    await expect(say(chen, it, '一')).rejects.toThrow('not_allowed')
  })

  test('number 70 of a chain is kept at depth 63, beside the 6 before it, and says whom it answers', async () => {
    let last: number | null = null
    const ids: number[] = []
    for (let n = 0; n < 70; n++) ids.push(last = await say(chen, it, `${n}`, last))
    const rows = await (await read()).select().from(replies).where(inArray(replies.id, ids)).orderBy(replies.path)
    expect(rows.map(row => row.id)).toEqual(ids)
    expect(rows.filter(row => row.depth === 63)).toHaveLength(7)
    expect(rows.at(-1)).toMatchObject({ depth: 63, parentId: ids[62], replyToId: ids[68] })
  })
})

describe('Notices', () => {
  const kinds = async (person: Member) => {
    const { notifications } = await notificationsOf(await read(), person.id, { after: null })
    return notifications.map(({ kind, replyId }) => [kind, replyId])
  }

  test('go to the author of the case and to the person answered, 1 each, and never to oneself', async () => {
    const head = await say(chen, it, '一')
    const answer = await say(mei, it, '二', head)
    const own = await say(lin, it, '三', answer)
    expect(await kinds(lin)).toEqual([['case_answered', answer], ['case_answered', head]])
    expect(await kinds(chen)).toEqual([['reply_answered', answer]])
    expect(await kinds(mei)).toEqual([['reply_answered', own]])
  })

  test('are 1 for an answer to a reply of the case’s own author', async () => {
    const head = await say(lin, it, '一')
    const answer = await say(chen, it, '二', head)
    expect(await kinds(lin)).toEqual([['reply_answered', answer]])
  })

  test('are read up to the one that was on the screen: of 3, 2', async () => {
    for (const words of ['一', '二', '三']) await say(chen, it, words)
    const [last, middle] = (await notificationsOf(await read(), lin.id, { after: null })).notifications
    await write(tx => markRead(tx, lin.id, { until: middle!.id, now: 1 }))
    expect(await countUnread(await read(), lin.id)).toBe(1)
    await write(tx => markRead(tx, chen.id, { until: last!.id, now: 1 }))
    expect(await countUnread(await read(), lin.id)).toBe(1)
  })

  test('come in pages of 2 without gap or repetition', async () => {
    for (let n = 0; n < 5; n++) await say(chen, it, `${n}`)
    const ids: number[] = []
    for (let after: number | null = null, page; ; after = page.next) {
      page = await notificationsOf(await read(), lin.id, { after, limit: 2 })
      expect(page.notifications.length).toBeLessThanOrEqual(2)
      ids.push(...page.notifications.map(notice => notice.id))
      if (page.next === null) break
    }
    expect(ids).toHaveLength(5)
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a))
  })
})

describe('An edit', () => {
  test('of the first version keeps the original, and 2 edits make 3 versions', async () => {
    const id = await say(chen, it, '一')
    expect(await edit(chen, id, '二', 1)).toEqual({ edited: true })
    expect(await edit(chen, id, '三', 2)).toEqual({ edited: true })
    expect((await versionsOf(await read(), await replyRow(id))).map(({ version, words }) => [version, words]))
      .toEqual([[1, '一'], [2, '二'], [3, '三']])
    expect(await replyRow(id)).toMatchObject({ words: '三', html: '<p>三</p>\n', version: 3, editedAt: 9 })
  })

  test('of a version that is no longer the last changes nothing and gives back what stands', async () => {
    const id = await say(chen, it, '一')
    await edit(chen, id, '二', 1)
    expect(await edit(chen, id, '我的', 1)).toEqual({ conflict: { theirs: '二' } })
    expect(await replyRow(id)).toMatchObject({ words: '二', version: 2 })
  })

  test('that changes nothing leaves no trace', async () => {
    const id = await say(chen, it, '一')
    expect(await edit(chen, id, '一', 1)).toEqual({ edited: true })
    expect(await replyRow(id)).toMatchObject({ version: 1, editedAt: null })
  })

  test('is for the author alone, and for nobody once the reply is deleted or hidden', async () => {
    const id = await say(chen, it, '一')
    await expect(edit(lin, id, '二', 1)).rejects.toThrow('not_allowed')
    await expect(edit(mei, id, '二', 1)).rejects.toThrow('not_allowed')
    await write(tx => tx.update(replies).set({ hidden: true }).where(eq(replies.id, id)))
    await expect(edit(chen, id, '二', 1)).rejects.toThrow('not_allowed')
  })
})

describe('A deleted reply', () => {
  test('without answers leaves the thread and the counts', async () => {
    const head = await say(chen, it, '一')
    const answer = await say(lin, it, '二', head)
    expect(await take(lin, answer)).toEqual({ tombstone: false })
    expect(await shown()).toEqual([`${head} standing`])
    expect(await caseSums(it)).toEqual({ discussions: 1, replies: 0 })
    expect((await replyRow(head)).answerCount).toBe(0)
  })

  test('with an answer leaves a tombstone, its words and their history erased', async () => {
    const head = await say(chen, it, '一')
    const answer = await say(lin, it, '二', head)
    await edit(chen, head, '我的电话', 1)
    expect(await take(chen, head)).toEqual({ tombstone: true })
    expect(await shown()).toEqual([`${head} deleted`, `>${answer} standing`])
    expect(await caseSums(it)).toEqual({ discussions: 0, replies: 1 })
    expect(await replyRow(head)).toMatchObject({ words: '', html: '' })
    expect(await (await read()).$count(replyRevisions, eq(replyRevisions.replyId, head))).toBe(0)
  })

  test('takes with it the 3 tombstones that stood only for it, not the 4th that has another answer', async () => {
    const head = await say(chen, it, '0')
    const other = await say(lin, it, '1', head)
    let last = head
    const chain: number[] = []
    for (let n = 0; n < 4; n++) chain.push(last = await say(chen, it, `${n}`, last))
    for (const id of [head, ...chain.slice(0, 3)]) expect(await take(chen, id)).toEqual({ tombstone: true })
    expect(await shown()).toHaveLength(6)
    expect(await take(chen, last)).toEqual({ tombstone: false })
    expect(await shown()).toEqual([`${head} deleted`, `>${other} standing`])
    expect(await caseSums(it)).toEqual({ discussions: 0, replies: 1 })
  })

  test('cannot be deleted twice', async () => {
    const id = await say(chen, it, '一')
    await take(chen, id)
    await expect(take(chen, id)).rejects.toThrow('not_allowed')
    expect(await caseSums(it)).toEqual({ discussions: 0, replies: 0 })
  })

  test('that was hidden before is not counted out a second time', async () => {
    const id = await say(chen, it, '一')
    await say(chen, it, '二')
    await write(async tx => {
      await tx.update(replies).set({ hidden: true }).where(eq(replies.id, id))
      await tx.update(cases).set({ discussionCount: 1 }).where(eq(cases.id, it))
    })
    await take(chen, id)
    expect(await caseSums(it)).toEqual({ discussions: 1, replies: 0 })
  })
})
