import { beforeAll, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { read, write } from '@/db/connection'
import { setRoleByName } from '@/db/people/roles'
import { cases, drafts, logEntries } from '@/db/schema'
import { oldThread, pasteThread } from '../support/old-thread'
import { useSite } from '../support/server'
import { formOn, signUp } from '../support/stories'
import type { Visitor } from '../support/visitor'

const site = useSite()
const handles = ['林间小路', '不加班的猫', '王五六']
let mei: Visitor, other: Visitor, lin: Visitor
let path = ''

beforeAll(async () => {
  mei = await signUp(site.url, '梅管事')
  other = await signUp(site.url, '另一位')
  lin = await signUp(site.url, '林作者')
  await write(async tx => {
    await setRoleByName(tx, '梅管事', 'moderator')
    await setRoleByName(tx, '另一位', 'moderator')
  })
  path = await pasteThread(mei)
})

describe('a pasted page', () => {
  test('is 1 post, 2 comments and 2 replies, of which 3 tell something, beside the words that say it', async () => {
    const { html, status } = await mei.open(path)
    expect(status).toBe(200)
    const text = textOf(html)
    expect(text).toContain('读出 1 篇主帖、2 条评论、2 条回复；其中 3 条像是说了自己的经历。')
    expect(text).toContain('接到审核电话：30 分钟内')
    expect(html.match(/action="\/do\/accept-thread-case"/g)).toHaveLength(3)
    expect(text).toMatch(/打回的原因 |要求的证明 软著 要软著/)
  })

  test('keeps nobody’s name: neither on the page nor in the database', async () => {
    const { html } = await mei.open(path)
    const kept = JSON.stringify(await (await read()).select().from(drafts))
    expect(kept).toContain('付款后半小时内来电话')
    for (const handle of handles) expect([handle, html.includes(handle), kept.includes(handle)]).toEqual([handle, false, false])
  })

  test('with 2 things missing comes back whole but for the names, and says which', async () => {
    const there = await pasteThread(mei, { because: '', process: '' })
    const { html } = await mei.open(there)
    expect(textOf(html)).toContain('请写明理由，至少 2 个字。')
    expect(textOf(html)).toContain('请选择这一页主要说的是哪一种审核。')
    expect(html).toContain('我一个小程序哪来的软著')
    for (const handle of handles) expect(html).not.toContain(handle)
  })

  test('in which nothing is found is refused with its text', async () => {
    const { html } = await mei.open(await pasteThread(mei, { page: '只有一句话。' }))
    expect(textOf(html)).toContain('这里面没有认出主帖和评论。')
    expect(html).toContain('只有一句话。')
  })

  test('saved after today is refused', async () => {
    const { html } = await mei.open(await pasteThread(mei, { saved_on: '2099-01-01' }))
    expect(textOf(html)).toContain('保存的日子不会在今天以后。')
  })
})

describe('a comment', () => {
  test('accepted as it stands is 1 case of the thread layer, nobody’s own, without words, with 1 line in the log', async () => {
    await mei.post('/do/accept-thread-case', await formOf(0))
    const [row] = await (await read()).select().from(cases)
    expect(row).toMatchObject({ source: 'thread', authorId: null, process: 'certification', outcome: 'waiting', words: '', inFigures: true })
    expect(row!.ref).toMatch(/^thread-[0-9a-f]{32}$/)
    expect(row!.facts).toMatchObject({ subject: 'unknown', name_verdict: 'passed', proof_demanded: ['none'], entry: 'self', kind: 'mini_program' })
    const lines = await (await read()).select().from(logEntries).where(eq(logEntries.act, 'add_thread_case'))
    expect(lines.map(({ caseId, reason }) => [caseId, reason])).toEqual([[row!.id, '社区里 2023 年 11 月的认证讨论']])
    expect(textOf((await lin.open('/moderation')).html)).toMatch(new RegExp(`梅管事 +从论坛旧帖整理出 *案例 ${row!.id}`))
    expect(textOf((await mei.open(path)).html)).toContain(`已采用：案例 ${row!.id}`)
  })

  test('is counted by the figures of the thread layer and by no others', async () => {
    const listed = async (layer: string) => (await lin.open(`/stats/durations?layer=${layer}`)).html.includes('href="/cases/1"')
    expect([await listed('thread'), await listed('own')]).toEqual([true, false])
  })

  test('pasted again is found, and accepted a second time adds nothing', async () => {
    const again = await pasteThread(mei)
    const page = await mei.open(again)
    expect(textOf(page.html)).toContain('已采用：案例 1')
    expect(page.html.match(/action="\/do\/accept-thread-case"/g)).toHaveLength(2)
    const answer = await mei.post('/do/accept-thread-case', { ...await formOf(0), ...formOn(`${path}/0`) })
    expect(textOf(answer.html)).toContain('这条评论已经整理成案例 1，没有重复加入。')
    expect(await (await read()).select().from(cases)).toHaveLength(1)
  })

  test('is corrected on a form that is filled with what was read, and with problems comes back as it was typed', async () => {
    const form = (await mei.open(`${path}/4`)).html
    expect(form).toMatch(/name="name_pattern"[^>]*checked=""[^>]*value="app_like"|value="app_like"[^>]*checked=""/)
    const typed = { ...await formOf(4), subject: 'personal', title: '名字像应用的一次认证' }
    const refused = await mei.post('/do/accept-thread-case', { ...typed, category: '' })
    expect(refused.html).toContain('名字像应用的一次认证')
    expect(refused.html).toContain('id="problems"')
    await mei.post('/do/accept-thread-case', { ...typed, ...formOn(`${path}/4`) })
    const [row] = await (await read()).select().from(cases).where(eq(cases.subject, 'personal'))
    expect(row).toMatchObject({ source: 'thread', title: '名字像应用的一次认证' })
    expect(row!.facts).toMatchObject({ name_verdict: 'proof_asked', proof_demanded: ['software_copyright'] })
  })

  test('that is dropped is proposed no more, and can still be written by hand', async () => {
    const { reference } = await formFields(2)
    await mei.post('/do/drop-thread-item', { ...formOn(path), thread: path.split('/').at(-1)!, ref: reference!, item: '2' })
    const { html } = await mei.open(path)
    expect(textOf(html)).toContain('已看过，不要')
    expect(html).not.toContain('action="/do/accept-thread-case"')
    expect(html).toContain(`href="${path}/2"`)
  })
})

test('nobody else finds the page, and a member may do none of it', async () => {
  expect((await other.open(path)).status).toBe(404)
  expect((await lin.open(path)).status).toBe(404)
  expect((await lin.open('/moderation/threads')).status).toBe(404)
  const before = await (await read()).select().from(cases)
  expect((await lin.post('/do/read-thread', { ...formOn('/'), page: oldThread })).status).toBe(403)
  expect((await lin.post('/do/accept-thread-case', { ...await formOf(2), ...formOn('/') })).status).toBe(403)
  expect(await (await read()).select().from(cases)).toHaveLength(before.length)
})

/** The form on the page of one item, as it stands filled. */
async function formOf(item: number): Promise<Record<string, string>> {
  const { fields } = await formFields(item)
  return { ...fields, ...formOn(`${path}/${item}`) }
}

async function formFields(item: number): Promise<{ fields: Record<string, string>; reference: string | undefined }> {
  const { html } = await mei.open(`${path}/${item}`)
  const form = html.slice(html.indexOf('action="/do/accept-thread-case"'))
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [name, value, type] = ['name', 'value', 'type'].map(it => new RegExp(` ${it}="([^"]*)"`).exec(tag)?.[1])
    const chosen = (type !== 'radio' && type !== 'checkbox') || / checked=""/.test(tag)
    if (name && value !== undefined && chosen) fields[name] = value
  }
  for (const [, name, body] of form.matchAll(/<select[^>]* name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields[name!] = /<option value="([^"]*)" selected=""/.exec(body!)?.[1] ?? ''
  }
  return { fields, reference: fields.ref }
}

function textOf(html: string): string {
  return html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}
