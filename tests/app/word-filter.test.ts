import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { exampleCase } from '@/domain/api/examples'
import { read, write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { setRoleByName } from '@/db/people/roles'
import { cases, queueItems, replies } from '@/db/schema'
import { Program } from '../support/program'
import { useSite } from '../support/server'
import { formOn, password, report, signUp, threeSteps } from '../support/stories'
import { tokenFor } from '../support/tokens'
import { Visitor } from '../support/visitor'

// Without JavaScript: the words that moderators keep, and what becomes of those who write them.
const site = useSite()
let lin: Visitor, mei: Visitor
let caseId: number

beforeAll(async () => {
  lin = await signUp(site.url, '林过滤')
  mei = await signUp(site.url, '梅词语')
  await write(tx => setRoleByName(tx, '梅词语', 'moderator'))
  caseId = await report(lin)
})

const words = '/moderation/words'
const rules = async () => mei.open(words)

describe('The page of words', () => {
  test('adds rules of 3 kinds, a line each, and says beside the field what is wrong with one', async () => {
    const wrong = await mei.submit(await rules(), '/do/add-words', { kind: 'pattern', texts: '加.{0,3}微信\n(没写完', action: 'queue', reason: '', because: '拉人' })
    expect(wrong.html).toContain('不是正确的 RE2 正则表达式')
    expect(wrong.html).toContain('(没写完')
    for (const [kind, texts, action, reason] of [['word', '代办包过\n包你过', 'block', '这里不接代办广告'], ['pattern', '加.{0,3}威信', 'queue', ''], ['word', '笨蛋', 'mask', '']] as const) {
      const added = await mei.submit(await rules(), '/do/add-words', { kind, texts, action, reason, because: '最近总有人发' })
      expect(added.html).toContain('已加上，立即生效。')
    }
    const page = (await rules()).html
    for (const said of ['启用 4 条，停用 0 条', '代办包过', '加.{0,3}威信', '这里不接代办广告']) expect(page).toContain(said)
    expect((await mei.open(`/en${words}`)).html).toContain('4 in force, 0 not')
  })

  test('tries a text, and posts nothing', async () => {
    const tried = await mei.submit(await rules(), '/do/try-words', { text: '笨蛋，快加我威信' })
    for (const said of ['“笨蛋” 碰到规则', '“加我威信” 碰到规则', '＊＊，快加我威信']) expect(tried.html).toContain(said)
    expect((await mei.submit(await rules(), '/do/try-words', { text: '没有什么' })).html).toContain('没有碰到任何规则')
  })

  test('is told in the public log without the words', async () => {
    const log = (await new Visitor(site.url).open('/moderation')).html
    expect(log).toContain('给词语过滤加了规则')
    expect(log).toContain('2 条，拦截')
    expect(log).not.toContain('代办包过')
  })
})

describe('Whoever writes', () => {
  test('a blocked word in a case reads beside the field which and why; all he typed is there, and nothing is stored', async () => {
    const before = await (await read()).$count(cases)
    const typed = { ...threeSteps, title: '代办\u200b包过，找我就行', words: '别的话都还在这里，一个字没有少。', 'events.0.note': '包你过' }
    const page = await lin.post('/do/report-case', { ...formOn('/cases/new?process=certification'), ...typed })
    expect(page.html).toContain('这里不接代办广告')
    expect(page.html).toContain('id="title-error"')
    expect(page.html).toContain('别的话都还在这里，一个字没有少。')
    expect(await (await read()).$count(cases)).toBe(before)
  })

  test('a blocked word in a reply gets it back with the reason', async () => {
    const page = await lin.submit(await lin.open(`/cases/${caseId}`), '/do/reply', { words: '代办包过，联系我吧。' })
    expect(page.html).toContain('不能写“代办包过”：这里不接代办广告')
    expect(page.html).toContain('代办包过，联系我吧。')
    expect(await (await read()).$count(replies)).toBe(0)
  })

  test('a masked word reads covered, and that it was', async () => {
    const page = await lin.submit(await lin.open(`/cases/${caseId}`), '/do/reply', { words: '接电话的是个笨蛋吧。' })
    expect(page.html).toContain('接电话的是个＊＊吧。')
    expect(page.html).not.toContain('笨蛋')
  })

  test('a word that waits reads that it waits; the moderator sees which rule, and lets it in', async () => {
    const page = await lin.submit(await lin.open(`/cases/${caseId}`), '/do/reply', { words: '想问的加我威信一起等。' })
    expect(page.html).toContain('正在等版主放行')
    const item = await itemOf('word_filter')
    const shown = await mei.open(`/moderation/queue/${item.id}`)
    for (const said of ['触发词语过滤', '碰到的词语：加我威信', `${words}?word=3`]) expect(shown.html).toContain(said)
    await mei.submit(shown, '/do/decide-item', { decision: 'approve', because: '' })
    expect((await new Visitor(site.url).open(`/cases/${caseId}`)).html).toContain('想问的加我威信一起等。')
  })

  test('an edit with a word that waits: it leaves the page until it is let in', async () => {
    const [reply] = await (await read()).select({ id: replies.id }).from(replies).where(eq(replies.hidden, false))
    const form = await lin.open(`/replies/${reply!.id}/edit`)
    const page = await lin.submit(form, '/do/edit-reply', { words: '改一句：加他威信。' })
    expect(page.html).toContain('改过的内容已经收到')
    expect((await new Visitor(site.url).open(`/cases/${caseId}`)).html).not.toContain('加他威信')
    await mei.submit(await mei.open(`/moderation/queue/${(await itemOf('word_filter')).id}`), '/do/decide-item', { decision: 'approve', because: '' })
    expect((await new Visitor(site.url).open(`/cases/${caseId}`)).html).toContain('加他威信')
  })

  test('a program is answered with a pointer, and with what was covered', async () => {
    const person = await findPersonByName(await read(), '林过滤')
    const program = new Program(site.url, await write(tx => tokenFor(tx, person!.id, ['report'])))
    const refused = await program.send('/cases', { ...exampleCase, title: '代办包过，找我就行' })
    expect(refused.body).toMatchObject({ status: 422, errors: [{ pointer: '#/title', code: 'word_blocked' }] })
    expect((await program.send('/cases', { ...exampleCase, words: '审核的人是个笨蛋，等了一整天。' })).body).toMatchObject({ masked: ['word'] })
  })

  test('a blocked word in a name is refused at sign-up, and where a name is changed', async () => {
    const page = await new Visitor(site.url).post('/do/sign-up', { ...formOn('/sign-up'), name: '代办包过王', password, then: '/', via: '' })
    expect(page.html).toContain('这里不接代办广告')
    expect(await findPersonByName(await read(), '代办包过王')).toBeNull()
    const renamed = await lin.post('/do/change-name', { ...formOn('/me/name'), name: '代办包过林', password })
    expect(renamed.html).toContain('这里不接代办广告')
    expect(await findPersonByName(await read(), '林过滤')).not.toBeNull()
  })
})

describe('A case told twice', () => {
  test('is asked about on its page, and stands beside the other in the queue with a way to merge', async () => {
    const there = await lin.press('/do/report-case', { ...formOn('/cases/new?process=certification'), ...threeSteps })
    expect(there).toMatch(/&same=\d+$/)
    const second = Number(/\/cases\/(\d+)/.exec(there)![1])
    expect((await lin.open(there)).html).toContain('是同一件事吗？')
    const found = async () => (await (await read()).select().from(queueItems).where(eq(queueItems.kind, 'duplicate'))).find(it => it.subjectId === second)
    await expect.poll(found, { timeout: 30_000 }).toBeTruthy()
    const item = (await found())!
    const page = (await mei.open(`/moderation/queue/${item.id}`)).html
    for (const said of ['同一个账号写的', '这些步骤的时间对得上', `/moderation/merge?case=${second}&amp;into=${item.mark}`]) expect(page).toContain(said)
  })
})

async function itemOf(kind: 'word_filter') {
  const rows = await (await read()).select().from(queueItems).where(eq(queueItems.kind, kind))
  return rows.find(row => row.decidedAt === null)!
}
