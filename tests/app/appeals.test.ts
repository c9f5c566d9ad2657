import { eq, max } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { setRoleByName } from '@/db/people/roles'
import { replies } from '@/db/schema'
import { useSite } from '../support/server'
import { formOn, report, signUp } from '../support/stories'
import { hiddenFields, type Page, type Visitor } from '../support/visitor'

// Without JavaScript throughout: a visitor reads pages and sends the forms that stand on them.
const site = useSite({ STARTING_DATA: 'on' })
let lin: Visitor, bo: Visitor, mei: Visitor, tao: Visitor
let caseId: number

beforeAll(async () => {
  lin = await signUp(site.url, '林申诉')
  bo = await signUp(site.url, '柏旁观')
  mei = await signUp(site.url, '梅管事')
  tao = await signUp(site.url, '陶复核')
  await write(async tx => {
    for (const name of ['梅管事', '陶复核']) await setRoleByName(tx, name, 'moderator')
  })
  caseId = await report(bo)
})

describe('a hidden reply', () => {
  let reply: number

  beforeAll(async () => {
    reply = await say(lin, '审核员说话很客气，没有多问。')
    await mei.post('/do/hide', { ...formOn(`/cases/${caseId}`), subject: 'reply', id: String(reply), because: '像是广告' })
  })

  test('leads its writer to why and to a form; a text too short comes back beside its reason', async () => {
    expect((await lin.open(`/cases/${caseId}`)).html).toContain('href="/me/appeals"')
    expect((await bo.open(`/cases/${caseId}`)).html).not.toContain('href="/me/appeals"')
    const page = await lin.open('/me/appeals')
    expect(page.html).toContain('像是广告')
    const back = await lin.submit(page, '/do/appeal', { words: '冤枉' })
    expect(back.html).toContain('请写明理由，至少 5 个字。')
    expect(back.html).toMatch(/<textarea[^>]*>冤枉<\/textarea>/)
  })

  test('is not for others to appeal against, and not even told to them', async () => {
    const fields = { ...hiddenFields(await lin.open('/me/appeals'), '/do/appeal'), words: '让我来替她说一句。' }
    expect((await bo.post('/do/appeal', { ...fields, ...formOn('/me/appeals') })).status).toBe(404)
  })

  test('is appealed against once; Mei who hid it finds no form, Tao restores it, and all is told', async () => {
    const sent = await lin.submit(await lin.open('/me/appeals'), '/do/appeal', { words: '这不是广告，只是说了经过。电话 13800138000。' })
    expect(sent.html).toContain('申诉已经收到')
    expect(sent.html).not.toContain('action="/do/appeal"')
    expect(sent.html).not.toContain('13800138000')
    const hers = await mei.open('/moderation/appeals')
    expect(hers.html).toContain('这不是广告')
    expect(hers.html).toContain('这是你自己做的处理')
    expect(hers.html).not.toContain('action="/do/decide-appeal"')
    const list = await tao.open('/moderation/appeals')
    const fields = { ...hiddenFields(list, '/do/decide-appeal'), verdict: 'overturn', because: '没有广告的内容' }
    expect((await mei.post('/do/decide-appeal', { ...fields, ...formOn('/moderation/appeals') })).status).toBe(403)
    expect((await bo.post('/do/decide-appeal', { ...fields, ...formOn('/moderation/appeals') })).status).toBe(403)
    expect((await tao.post('/do/decide-appeal', fields)).html).toContain('已经决定')
    expect((await bo.open(`/replies/${reply}`)).html).toContain('审核员说话很客气')
    expect((await lin.open('/me/notifications')).html).toContain('处理已经撤销')
    const log = (await bo.open('/moderation')).html
    for (const said of ['复核申诉，撤销', '的申诉', '没有广告的内容']) expect(log).toContain(said)
    expect(log).not.toContain('只是说了经过')
  })
})

describe('somebody who is silenced', () => {
  test('reads, is refused with his text kept, takes back his own, and is told why and until when', async () => {
    const own = await say(bo, '这一条我等会儿自己删。')
    await silence('柏旁观')
    const refused = await bo.post('/do/reply', { ...formOn(`/cases/${caseId}`), case: String(caseId), parent: '', words: '我还有一句话要说。' })
    expect([refused.status, refused.html.includes('账号被禁言')]).toEqual([403, true])
    const draft = /href="([^"]*draft=[^"]*)"/.exec(refused.html)![1]!.replaceAll('&#38;', '&')
    expect((await bo.open(draft)).html).toContain('我还有一句话要说。')
    expect((await bo.post('/do/vote', { ...formOn(`/cases/${caseId}`), subject: 'reply', id: String(own), wanted: 'on' })).status).toBe(403)
    expect((await bo.post('/do/delete-reply', { ...formOn(`/cases/${caseId}`), reply: String(own) })).status).toBe(200)
    const mine = await bo.open('/me')
    expect(mine.html).toContain('账号已被禁言')
    expect(mine.html).toContain('连着发同样的话')
    const log = (await lin.open('/moderation?act=silence')).html
    expect(log).toContain('连着发同样的话')
  })

  test('is heard, and writes again when it is taken back', async () => {
    await bo.submit(await bo.open('/me/appeals'), '/do/appeal', { words: '那三条是网络卡住重发的。' })
    await tao.submit(await tao.open('/moderation/appeals'), '/do/decide-appeal', { verdict: 'overturn', because: '确实是重复提交' })
    expect(await say(bo, '现在又可以说话了。')).toBeGreaterThan(0)
  })
})

test('somebody who is suspended reaches the form, in English too, and is answered', async () => {
  const eve = await signUp(site.url, '叶暂停')
  const person = String((await findPersonByName(await read(), '叶暂停'))!.id)
  await mei.post('/do/suspend', { ...formOn('/admin/people'), person, because: '骂人', days: '7' })
  const page = await eve.open('/en/me/appeals')
  expect(page.html).toContain('Suspended')
  expect(page.html).toContain('骂人')
  const sent = await eve.submit(page, '/do/appeal', { words: '那句话是引用别人的。' })
  expect([sent.status, sent.url]).toEqual([200, expect.stringContaining('/en/me/appeals?done=1')])
  await tao.submit(await tao.open('/moderation/appeals'), '/do/decide-appeal', { verdict: 'uphold', because: '引用也请注明' })
  expect((await eve.open('/me/appeals')).html).toContain('引用也请注明')
  expect((await eve.post('/do/reply', { ...formOn(`/cases/${caseId}`), case: String(caseId), parent: '', words: '还是不能说。' })).status).toBe(403)
})

async function say(visitor: Visitor, words: string): Promise<number> {
  await visitor.press('/do/reply', { ...formOn(`/cases/${caseId}`), case: String(caseId), parent: '', words })
  const [row] = await (await read()).select({ id: max(replies.id) }).from(replies).where(eq(replies.caseId, caseId))
  return row!.id!
}

async function silence(name: string): Promise<Page> {
  const page = await mei.open(`/admin/people?name=${encodeURIComponent(name)}`)
  return mei.submit(page, '/do/silence', { because: '连着发同样的话', days: '1' })
}
