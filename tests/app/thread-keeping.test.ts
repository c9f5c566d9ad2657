import { eq, max } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { setRoleByName } from '@/db/people/roles'
import { cases, replies } from '@/db/schema'
import { useSite } from '../support/server'
import { formOn, newKey, report, signUp } from '../support/stories'
import { hiddenFields, Visitor } from '../support/visitor'

// Without JavaScript: the forms that stand on pages, and what they lead to.
const site = useSite({ STARTING_DATA: 'on' })
let lin: Visitor, bo: Visitor, mei: Visitor, guest: Visitor

beforeAll(async () => {
  lin = await signUp(site.url, '林锁定')
  bo = await signUp(site.url, '柏来往')
  mei = await signUp(site.url, '梅理线')
  guest = new Visitor(site.url)
  await write(tx => setRoleByName(tx, '梅理线', 'moderator'))
})

describe('a thread that a moderator locks', () => {
  let id: number

  beforeAll(async () => {
    id = await report(lin)
    await mei.submit(await mei.open(`/cases/${id}`), '/do/lock', { because: '已经说清楚了' })
  })

  test('says so and why in place of the form, to everybody and in both languages', async () => {
    for (const who of [guest, bo, lin, mei]) {
      const page = await who.open(`/cases/${id}`)
      expect(page.html).toContain('讨论已被版主锁定')
      expect(page.html).toContain('已经说清楚了')
      expect(page.html).not.toContain('action="/do/reply"')
    }
    expect((await guest.open(`/en/cases/${id}`)).html).toContain('A moderator has locked this thread')
  })

  test('gives a reply that was under way back, with its text and why; so does the page it came from', async () => {
    const words = '我写到一半的一句话，别弄丢了。'
    const back = await bo.post('/do/reply', { ...formOn(`/cases/${id}`), case: String(id), parent: '', words })
    expect(back.status).toBe(409)
    expect(back.html).toContain(words)
    expect(back.html).toContain('已经说清楚了')
    const draft = /href="([^"]*draft=[^"]*)"/.exec(back.html)![1]!.replaceAll('&#38;', '&')
    const page = await bo.open(draft)
    expect(page.html).toContain('你写的还没有发出')
    expect(page.html).toContain(words)
    expect(await (await read()).$count(replies, eq(replies.caseId, id))).toBe(0)
  })

  test('is unlocked with a reason and takes replies again; the log has both lines', async () => {
    expect((await bo.post('/do/unlock', { ...formOn(`/cases/${id}`), case: String(id), because: '让我说' })).status).toBe(403)
    await mei.submit(await mei.open(`/cases/${id}`), '/do/unlock', { because: '有新的情况' })
    expect(await say(bo, id, '那我接着说。')).toBeGreaterThan(0)
    const log = (await guest.open(`/moderation?case=${id}`)).html
    for (const said of ['锁定了', '解除了', '有新的情况']) expect(log).toContain(said)
  })
})

describe('a branch that a moderator moves', () => {
  test('stands in the other case; its address leads there, and a line stays where it stood', async () => {
    const [from, to] = [await report(lin), await report(bo)]
    const first = await say(bo, from, '这句是另一个案例的事。')
    const answer = await say(lin, from, '是的，那边说过。', first)
    const wrong = await mei.post('/do/move-branch', { ...formOn(`/cases/${from}`), reply: String(first), to: '999999', because: '放错了案例' })
    expect(wrong.html).toContain('没有这个案例，或者它没有公开。')
    const moved = await mei.post('/do/move-branch', { ...formOn(`/cases/${from}`), reply: String(first), to: `#${to}`, because: '放错了案例' })
    expect([moved.status, moved.url]).toEqual([200, `${site.url}/replies/${first}`])
    const there = (await guest.open(`/cases/${to}`)).html
    expect([there.includes('这句是另一个案例的事'), there.includes('是的，那边说过')]).toEqual([true, true])
    const here = (await guest.open(`/cases/${from}`)).html
    expect(here).toContain(`已经移到案例 ${to}`)
    expect(here).toContain(`id="reply-${first}"`)
    expect(here).not.toContain('是的，那边说过')
    expect((await guest.open(`/replies/${answer}`)).html).toContain(`/cases/${to}`)
    const [line] = await (await read()).select({ id: replies.id }).from(replies).where(eq(replies.movedId, first))
    const led = await guest.send(`/replies/${line!.id}`)
    expect([led.status, led.headers.get('location')]).toEqual([308, `/replies/${first}`])
  })
})

describe('a case that a moderator merges into another', () => {
  test('is seen beside it first; then its address leads there, on pages and in the API, until they are parted', async () => {
    const [one, other] = [await report(lin, { words: '同一件事的第一遍。' }), await report(bo, { words: '同一件事的第二遍。' })]
    await say(bo, one, '跟着一起过去的一句。')
    const preview = await mei.open(`/moderation/merge?case=${one}&into=${other}`)
    for (const said of [`案例 ${one} 会并入案例 ${other}`, `/cases/${one}`, `/cases/${other}`]) expect(preview.html).toContain(said)
    expect((await mei.open(`/moderation/merge?case=${one}&into=999999`)).html).toContain('没有要并入的那个案例')
    const done = await mei.submit(preview, '/do/merge-case', { because: '写了两遍' })
    expect(done.url).toBe(`${site.url}/cases/${other}`)
    expect(done.html).toContain('跟着一起过去的一句')
    for (const who of [guest, lin, bo]) {
      for (const lang of ['', '/en']) {
        const led = await who.send(`${lang}/cases/${one}`)
        expect([led.status, led.headers.get('location')]).toEqual([308, `${lang}/cases/${other}`])
      }
    }
    const data = await guest.send(`/api/v1/cases/${one}`)
    expect([data.status, data.headers.get('location')]).toEqual([308, `/api/v1/cases/${other}`])
    for (const feeds of ['/feeds/atom', '/feeds/json', '/en/feeds/atom']) {
      const feed = await guest.send(`${feeds}/cases/${one}`)
      expect([feed.status, feed.headers.get('location')]).toEqual([308, `${feeds}/cases/${other}`])
      expect((await guest.open(`${feeds}/cases/${one}`)).html).toContain('跟着一起过去的一句')
    }
    for (const list of ['/cases', '/feeds/atom/cases', '/api/v1/cases?limit=100']) expect((await guest.open(list)).html).not.toMatch(new RegExp(`/cases/${one}\\b`))
    await mei.submit(await mei.open(`/cases/${other}`), '/do/unmerge-case', { because: '是两件事' })
    expect((await guest.open(`/cases/${one}`)).html).toContain('跟着一起过去的一句')
    expect((await guest.open(`/cases/${other}`)).html).not.toContain('跟着一起过去的一句')
    const [row] = await (await read()).select({ state: cases.state }).from(cases).where(eq(cases.id, one))
    expect(row!.state).toBe('live')
  })

  test('is not parted again by a moderator whose own case it was', async () => {
    const tao = await signUp(site.url, '陶合并')
    await write(tx => setRoleByName(tx, '陶合并', 'moderator'))
    const yi = await signUp(site.url, '乙合并')
    const [one, other] = [await report(mei, { words: '版主自己写下来的那一遍，前后都记清楚了。' }), await report(yi, { words: '别人写下来的另一遍，说的是另一件事情。' })]
    await tao.submit(await tao.open(`/moderation/merge?case=${one}&into=${other}`), '/do/merge-case', { because: '写了两遍' })
    const page = await tao.open(`/cases/${other}`)
    const part = (who: Visitor) => who.post('/do/unmerge-case', { ...hiddenFields(page, '/do/unmerge-case'), key: newKey(), because: '是两件事' })
    expect((await part(mei)).status).toBe(403)
    expect((await guest.send(`/cases/${one}`)).status).toBe(308)
    await part(tao)
    expect((await guest.send(`/cases/${one}`)).status).toBe(200)
  })
})

test('a reply that waits for a moderator names the case it waits under to nobody who may not read it', async () => {
  const jia = await signUp(site.url, '甲等候')
  const id = await report(jia, { words: '有一条回复在等的案例。' })
  const [stands, waits] = [await say(bo, id, '这一条已经看过。'), await say(bo, id, '那一条先等着吧。')]
  await write(tx => tx.update(replies).set({ published: false, hidden: true }).where(eq(replies.id, waits)))
  expect((await guest.open(`/replies/${stands}`)).html).toContain(`rel="canonical" href="${site.url}/cases/${id}"`)
  const page = await guest.open(`/replies/${waits}`)
  expect([page.status, page.html.includes('canonical'), page.html.includes(`/cases/${id}`)]).toEqual([404, false, false])
})

async function say(visitor: Visitor, caseId: number, words: string, parent: number | '' = ''): Promise<number> {
  await visitor.press('/do/reply', { ...formOn(`/cases/${caseId}`), case: String(caseId), parent: String(parent), words })
  const [row] = await (await read()).select({ id: max(replies.id) }).from(replies).where(eq(replies.caseId, caseId))
  return row!.id!
}
