import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { cases, replies, searchEntries } from '@/db/schema'
import { dropEntry, indexCase } from '@/db/search/entries'
import { searchWords } from '@/db/search/search'
import { editReply } from '@/db/threads/edit-reply'
import { deleteReply } from '@/db/threads/delete-reply'
import { useDatabase } from '../support/database'
import { caseBy, replyRow, say, somebody } from '../support/threads'

useDatabase()

let lin: Member
let it: number
const said: Record<string, number> = {}
beforeAll(async () => {
  lin = await somebody('林')
  it = await caseWith('软件著作权证书，又叫软著')
  for (const words of [
    '备案和年审都要 30 元', 'API v2 说 appid 不对', '认证 OR 备案 NEAR(年审)', '𠮷野家也要备案', 'ICP备案号', '她说："认证" -已过*',
    'a', '繁體認證', '花了３００元', 'café', 'cafe', '认定证明',
  ]) said[words] = await say(lin, it, words)
})

async function caseWith(words: string): Promise<number> {
  const id = await caseBy(lin, words)
  await write(tx => indexCase(tx, id, words))
  return id
}

/** What is found, newest first: the words of replies, and 'case N' for cases. */
async function find(query: string): Promise<string[]> {
  const { found } = await searchWords(await read(), query, { after: null })
  return found.map(one => (one.replyId === null ? `case ${one.caseId}` : one.words))
}

describe('Search', () => {
  test('finds the words of two characters that people look for: 软著, 备案, 年审', async () => {
    expect(await find('软著')).toEqual([`case ${it}`])
    expect(await find('年审')).toEqual(['认证 OR 备案 NEAR(年审)', '备案和年审都要 30 元'])
    expect(await find('备案')).toEqual(['ICP备案号', '𠮷野家也要备案', '认证 OR 备案 NEAR(年审)', '备案和年审都要 30 元'])
  })

  test('finds longer words by their pairs, digits, and Latin whatever its case and width', async () => {
    expect(await find('软件著作权')).toEqual([`case ${it}`])
    expect(await find('30元')).toEqual(['备案和年审都要 30 元'])
    expect(await find('300')).toEqual(['花了３００元'])
    expect(await find('ａｐｉ')).toEqual(['API v2 说 appid 不对'])
    expect(await find('AppID V2')).toEqual(['API v2 说 appid 不对'])
  })

  test('asks for all the terms, not for one of them', async () => {
    expect(await find('备案 年审')).toEqual(['认证 OR 备案 NEAR(年审)', '备案和年审都要 30 元'])
    expect(await find('备案 不对')).toEqual([])
  })

  test('does not find 认证 in 认定证明', async () => {
    expect(await find('认证')).toEqual(['她说："认证" -已过*', '认证 OR 备案 NEAR(年审)'])
  })

  test('finds one sign at the beginning, in the middle and at the end of a run', async () => {
    expect(await find('软')).toEqual([`case ${it}`])
    expect(await find('著')).toEqual([`case ${it}`])
    expect(await find('号')).toEqual(['ICP备案号'])
    expect(await find('a')).toEqual(['a', 'API v2 说 appid 不对'])
  })

  test('finds signs beyond the first plane, and tells é from e', async () => {
    expect(await find('𠮷野')).toEqual(['𠮷野家也要备案'])
    expect(await find('café')).toEqual(['café'])
    expect(await find('cafe\u0301')).toEqual(['café'])
    expect(await find('cafe')).toEqual(['cafe'])
  })

  test.each([
    ['"', 0], ['*', 0], ['-', 0], ['\'', 0], ['()', 0], ['\u0000', 0], ['認證"', 1], ['"认证', 2], ['认证*', 2],
    ['-认证', 2], ['认证 OR', 1], ['NEAR(', 1], ['NEAR(认证 备案, 5)', 0], ['terms:认证', 0], ['{terms}: 认证', 0],
    ['认证^', 2], ['认证 AND NOT 备案', 0], ['认证\' | \'备案', 1], ['认证:*', 2], ['认证 & !备案', 1],
    ['认证;DROP TABLE cases', 0], ['%', 0], ['认证\\', 2], ['<b>认证</b>', 0], ['\ud800认证', 2],
  ])('reads %j as words: %i found', async (query, count) => {
    expect(await find(query)).toHaveLength(count)
  })

  test('of 10,000 signs answers like any other', async () => {
    expect(await find('认'.repeat(10_000))).toEqual([])
  })

  test('says that nothing was asked when a query has neither letter nor digit', async () => {
    expect(await searchWords(await read(), '？！', { after: null })).toEqual({ found: [], next: null, terms: 0 })
  })

  test('forgets what was edited away and finds what was edited in', async () => {
    const id = await say(lin, it, '旧词语')
    const permission = permit('edit_reply', lin, await replyRow(id))
    if ('refused' in permission) throw new Error(permission.refused)
    const row = await replyRow(id)
    await write(tx => editReply(tx, permission.permitted, row, { words: '新说法', version: 1, now: 1 }))
    expect([await find('旧词'), await find('新说')]).toEqual([[], ['新说法']])
  })

  test('shows nothing that is deleted, hidden, or under a case that is not live', async () => {
    const other = await caseWith('罕见词甲')
    const [deleted, hidden] = [await say(lin, other, '罕见词乙'), await say(lin, other, '罕见词丙')]
    expect(await find('罕见')).toEqual(['罕见词丙', '罕见词乙', `case ${other}`])
    const row = await replyRow(deleted)
    const permission = permit('delete_reply', lin, row)
    if ('refused' in permission) throw new Error(permission.refused)
    await write(tx => deleteReply(tx, permission.permitted, row, 1))
    await write(tx => tx.update(replies).set({ hidden: true }).where(eq(replies.id, hidden)))
    expect(await find('罕见')).toEqual([`case ${other}`])
    await write(tx => tx.update(replies).set({ hidden: false }).where(eq(replies.id, hidden)))
    expect(await find('罕见')).toEqual(['罕见词丙', `case ${other}`])
    await write(tx => tx.update(cases).set({ state: 'hidden' }).where(eq(cases.id, other)))
    expect(await find('罕见')).toEqual([])
  })

  test('forgets a case that is taken out and has it once when it is put in twice', async () => {
    const other = await caseWith('独门秘方')
    await write(tx => indexCase(tx, other, '独门秘方'))
    expect(await find('秘方')).toEqual([`case ${other}`])
    await write(tx => dropEntry(tx, { caseId: other, replyId: null }))
    expect(await find('秘方')).toEqual([])
  })

  test('comes in pages of 20: 45 found are 20, 20 and 5, newest first', async () => {
    const ids: number[] = []
    for (let n = 0; n < 45; n++) ids.push(await say(lin, it, `分页 ${n}`))
    const sizes: number[] = []
    const found: (number | null)[] = []
    for (let after: number | null = null, page; ; after = page.next) {
      page = await searchWords(await read(), '分页', { after })
      sizes.push(page.found.length)
      found.push(...page.found.map(one => one.replyId))
      if (page.next === null) break
    }
    expect(sizes).toEqual([20, 20, 5])
    expect(found).toEqual(ids.reverse())
  })

  test('knows who wrote what it found', async () => {
    const { found } = await searchWords(await read(), '年审', { after: null })
    expect(found.map(one => one.author)).toEqual(['林', '林'])
  })

  test('looks at a thousand entries at most: behind 1,400 hidden ones the second page finds what the first did not get to', async () => {
    const hidden = await caseBy(lin, '')
    const shown = await say(lin, it, '翻箱倒柜')
    await write(async tx => {
      const rows = Array.from({ length: 1_400 }, () => ({ caseId: hidden, replyId: null, terms: '翻箱 箱倒 倒柜 柜' }))
      for (let n = 0; n < rows.length; n += 200) await tx.insert(searchEntries).values(rows.slice(n, n + 200))
      await tx.update(cases).set({ state: 'hidden' }).where(eq(cases.id, hidden))
    })
    const first = await searchWords(await read(), '翻箱倒柜', { after: null })
    expect([first.found.length, first.next === null]).toEqual([0, false])
    const second = await searchWords(await read(), '翻箱倒柜', { after: first.next })
    expect([second.found.map(one => one.replyId), second.next]).toEqual([[shown], null])
  })
})
