import { eq, inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { guest, type Member, type Viewer } from '@/domain/people/viewer'
import { readCursor, threadSorts, type ThreadSort } from '@/domain/thread/sort'
import type { ThreadReply } from '@/domain/thread/reply'
import { read, write } from '@/db/connection'
import { replies } from '@/db/schema'
import { replyContext, type ReplyContext } from '@/db/threads/reply-context'
import { threadPage } from '@/db/threads/thread-page'
import { useDatabase } from '../support/database'
import { caseBy, plantThread, say, somebody } from '../support/threads'

useDatabase()

let lin: Member, chen: Member, mei: Member
beforeAll(async () => {
  [lin, chen, mei] = [await somebody('林'), await somebody('陈'), await somebody('梅', 'moderator')]
})

/** Follows `next` from the first page to the end. */
async function readAll(caseId: number, sort: ThreadSort, viewer: Viewer = guest, between?: () => Promise<unknown>) {
  const pages: ThreadReply[][] = []
  for (let after: string | null = null; ;) {
    const page = await threadPage(await read(), { caseId, sort, after: readCursor(after ?? undefined), viewer })
    pages.push(page.replies)
    if (page.next === null) return pages
    after = page.next
    await between?.()
  }
}

const idsIn = (pages: ThreadReply[][]) => pages.flat().map(reply => reply.id)
const ascending = (ids: number[]) => [...ids].sort((a, b) => a - b)

describe('A thread of 10,000 replies', () => {
  let it: number, ids: number[]
  beforeAll(async () => {
    it = await caseBy(lin)
    // 500 discussions; among them one chain of 500, one reply with 5,000 answers, the rest spread about.
    const parents: (number | null)[] = Array.from({ length: 500 }, () => null)
    for (let n = 0; n < 500; n++) parents.push(n === 0 ? 3 : parents.length - 1)
    for (let n = 0; n < 5_000; n++) parents.push(7)
    for (let n = 0; n < 4_000; n++) parents.push(n % 497)
    ids = await plantThread(chen, it, parents)
  })

  // Each order is read once; the tests look at what was read.
  const read200 = new Map<ThreadSort, Promise<ThreadReply[][]>>()
  const pagesBy = (sort: ThreadSort) => read200.get(sort) ?? read200.set(sort, readAll(it, sort)).get(sort)!

  test.each(threadSorts)('%s first, is read in full and without repetition in 200 pages of 50', async sort => {
    const pages = await pagesBy(sort)
    expect(pages.every(page => page.length === 50)).toBe(true)
    expect(pages).toHaveLength(200)
    expect(ascending(idsIn(pages))).toEqual(ids)
  })

  test.each(threadSorts)('%s first, shows every answer behind the reply it stands under', async sort => {
    const seen = new Set<number>()
    const rows = await (await read()).select({ id: replies.id, parentId: replies.parentId }).from(replies)
      .where(eq(replies.caseId, it))
    const parents = new Map(rows.map(row => [row.id, row.parentId]))
    for (const id of idsIn(await pagesBy(sort))) {
      const parent = parents.get(id) ?? null
      expect(parent === null || seen.has(parent)).toBe(true)
      seen.add(id)
    }
  })

  test('has its 500 discussions by age, by youth and by agreement', async () => {
    const heads = async (sort: ThreadSort) => (await pagesBy(sort)).flat().filter(reply => reply.depth === 0)
    expect((await heads('oldest')).map(reply => reply.id)).toEqual(ids.slice(0, 500))
    expect((await heads('newest')).map(reply => reply.id)).toEqual(ids.slice(0, 500).reverse())
    const agreed = (await heads('most_agreed')).map(reply => [reply.agreeCount, reply.id])
    expect(agreed).toEqual([...agreed].sort((a, b) => b[0]! - a[0]! || b[1]! - a[1]!))
  })

  test('tells of the last reply of the chain of 500 what is above it (63), itself and nothing below', async () => {
    const context = (await replyContext(await read(), ids[999]!, guest))!
    expect(context.ancestors).toHaveLength(63)
    expect(context.ancestors[0]).toMatchObject({ id: ids[3], depth: 0, author: '陈', excerpt: '第 3 条' })
    expect(context.branch.map(reply => reply.id)).toEqual([ids[999]])
    expect(context.branch[0]!.answers).toEqual({ id: ids[998], author: '陈' })
  })

  test('tells of the reply with 5,000 answers itself and the first 50, and the rest page by page', async () => {
    const head = ids[7]!
    const found: number[] = []
    let pages = 0
    for (let after: number | null = null; ;) {
      const context: ReplyContext = (await replyContext(await read(), head, guest, after))!
      expect(context.branch[0]!.id).toBe(head)
      expect(context.branch.length).toBeLessThanOrEqual(51)
      found.push(...context.branch.slice(1).map(reply => reply.id))
      pages++
      if (context.next === null) break
      after = Number(context.next)
    }
    const expected = await (await read()).select({ id: replies.id }).from(replies)
      .where(eq(replies.rootId, head)).orderBy(replies.path)
    expect(found).toEqual(expected.map(row => row.id).slice(1))
    expect(pages).toBe(101)
  })
})

describe('While 20 people write 10 replies each', () => {
  test.each(threadSorts)('a reader, %s first, meets the 300 that were there once each, and none twice', async sort => {
    const it = await caseBy(lin)
    const ids = await plantThread(chen, it, Array.from({ length: 300 }, (_, n) => (n % 3 === 0 ? null : n - 1)))
    const writers = await Promise.all(Array.from({ length: 20 }, (_, n) => somebody(`写手 ${sort} ${n}`)))
    const writing = writers.map(async (writer, n) => {
      for (let k = 0; k < 10; k++) await say(writer, it, `${n}/${k}`, k % 2 === 0 ? null : ids[(n * 31 + k * 7) % 300]!)
    })
    const seen = idsIn(await readAll(it, sort, guest, () => new Promise(resolve => setTimeout(resolve, 5))))
    await Promise.all(writing)
    expect(new Set(seen).size).toBe(seen.length)
    expect(ascending(seen.filter(id => ids.includes(id)))).toEqual(ids)
    expect(idsIn(await readAll(it, sort))).toHaveLength(500)
  })
})

describe('A page', () => {
  test('shows a hidden reply without its words to readers, with them to its author and to moderators', async () => {
    const it = await caseBy(lin)
    const id = await say(chen, it, '电话是…')
    await write(tx => tx.update(replies).set({ hidden: true }).where(eq(replies.id, id)))
    const html = async (viewer: Viewer) =>
      (await threadPage(await read(), { caseId: it, sort: 'oldest', after: null, viewer })).replies[0]
    expect(await html(guest)).toMatchObject({ state: 'hidden', html: null, author: '陈', own: false })
    expect((await html(lin))!.html).toBeNull()
    expect(await html(chen)).toMatchObject({ html: '<p>电话是…</p>\n', own: true })
    expect((await html(mei))!.html).toBe('<p>电话是…</p>\n')
    expect((await replyContext(await read(), id, guest))!.branch[0]!.html).toBeNull()
  })

  test('of 30 long replies holds only as many as weigh 30,000 bytes, and the rest follow', async () => {
    const it = await caseBy(lin)
    const ids = await plantThread(chen, it, Array.from({ length: 30 }, () => null))
    await write(tx => tx.update(replies).set({ html: '字'.repeat(3_000) }).where(inArray(replies.id, ids)))
    const pages = await readAll(it, 'oldest')
    expect(pages.map(page => page.length)).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 3])
    expect(idsIn(pages)).toEqual(ids)
  })

  test('that begins at a reply of another case begins at the beginning', async () => {
    const it = await caseBy(lin)
    const id = await say(chen, it, '一')
    const elsewhere = await say(chen, await caseBy(lin), '二')
    const after = { replyId: elsewhere, agreed: 0 }
    const page = await threadPage(await read(), { caseId: it, sort: 'newest', after, viewer: guest })
    expect(page.replies.map(reply => reply.id)).toEqual([id])
  })

  test('of nothing is empty and ends', async () => {
    const it = await caseBy(lin)
    const page = await threadPage(await read(), { caseId: it, sort: 'oldest', after: null, viewer: guest })
    expect(page).toEqual({ replies: [], next: null })
  })

  test('of a reply that never was or has left the thread is none', async () => {
    const id = await say(chen, await caseBy(lin), '一')
    await write(tx => tx.update(replies).set({ deletedAt: 1 }).where(eq(replies.id, id)))
    expect(await replyContext(await read(), id, guest)).toBeNull()
    expect(await replyContext(await read(), 2_000_000_000, guest)).toBeNull()
  })
})
