import { readdirSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { setRoleByName } from '@/db/people/roles'
import { cases, replies, taggings } from '@/db/schema'
import { useSite } from '../support/server'
import { formOn, report, signUp, threeSteps } from '../support/stories'
import type { Visitor } from '../support/visitor'
import { childrenOf, linkOf, readXml, textOf, type XmlElement } from '../support/xml'

const site = useSite({ STARTING_DATA: 'on' })

// What nobody may read who is not asked in, each where it stood before it was hidden, withdrawn or deleted.
const secrets = { hidden: '谁也不该看到的案例', withdrawn: '撤下来的案例', reply: '被隐藏的回复', deleted: '删掉的回复' }
const words = '先交钱\u0007，<script>alert(1)</script>，再等 & 等；见[上一例](/cases/1)。'
let author: Visitor, moderator: Visitor, it: number, own: number

beforeAll(async () => {
  author = await signUp(site.url, '林下风')
  moderator = await signUp(site.url, '梅管事')
  await write(tx => setRoleByName(tx, '梅管事', 'moderator'))
  it = await report(author, { title: '三天就过审了', words })
  const [hidden, withdrawn] = [await report(author, { title: secrets.hidden }), await report(author, { title: secrets.withdrawn })]
  await author.post('/do/withdraw-case', { ...formOn(`/cases/${withdrawn}`), case: String(withdrawn) })
  const because = '读起来是在开玩笑。'
  await moderator.post('/do/hide', { ...formOn(`/cases/${hidden}`), subject: 'case', id: String(hidden), because })
  own = await say('头一条回复，说说我的经过。')
  await say('答你这一条，也是三天。', own)
  const [bad, gone] = [await say(secrets.reply), await say(secrets.deleted)]
  await moderator.post('/do/hide', { ...formOn(`/cases/${it}`), subject: 'reply', id: String(bad), because })
  await author.post('/do/delete-reply', { ...formOn(`/replies/${gone}/edit`), reply: String(gone) })
  await moderator.post('/do/tag', { ...formOn(`/cases/${it}`), case: String(it), tag: 'joke', because })
  const [row] = await (await read()).select({ state: cases.state }).from(cases).where(eq(cases.id, hidden))
  const marked = await (await read()).select().from(taggings)
  if (row?.state !== 'hidden' || marked.length !== 1) throw new Error('Not all of it has happened.')
})

const addresses = (): Record<string, string> => ({
  'cases': '/cases', 'cases narrowed': '/cases?process=certification&layer=own&sort=active', 'cases/[id]': `/cases/${it}`,
  'tags/[tag]': '/tags/joke', 'rules': '/rules', 'moderation': '/moderation', 'people/[name]': `/people/${encodeURIComponent('林下风')}`, 'moderation narrowed': `/moderation?act=tag&case=${it}`,
})

describe.each(['', '/en'])('Every feed, below %j', lang => {
  test('has its line here', () => {
    const found = (readdirSync('app/[lang]/feeds/[format]', { recursive: true }) as string[]).filter(file => /route\.tsx?$/.test(file))
      .map(file => file.replace(/\/route\.tsx?$/, ''))
    expect(Object.keys(addresses()).filter(name => !name.includes(' ')).sort()).toEqual(found.sort())
  })

  test('is Atom that a strict parser reads and JSON with the same entries, says its own address and its page, and names each entry once', async () => {
    for (const [name, path] of Object.entries(addresses())) {
      const atom = await atomAt(`${lang}/feeds/atom${path}`)
      const json = await jsonAt(`${lang}/feeds/json${path}`)
      const entries = childrenOf(atom, 'entry')
      expect([name, entries.length > 0]).toEqual([name, true])
      expect([name, linkOf(atom, 'self'), json.feed_url]).toEqual([name, `${site.url}${lang}/feeds/atom${path}`, `${site.url}${lang}/feeds/json${path}`])
      expect([name, atom.attributes['xml:lang'], json.language]).toEqual([name, ...Array(2).fill(lang ? 'en' : 'zh-CN')])
      const ids = entries.map(entry => textOf(entry, 'id'))
      expect([name, json.items.map(item => item.id)]).toEqual([name, ids])
      expect([name, new Set(ids).size]).toEqual([name, ids.length])
      const updated = entries.map(entry => textOf(entry, 'updated')).sort().at(-1)!
      expect([name, Date.parse(textOf(atom, 'updated')) >= Date.parse(updated)]).toEqual([name, true])
      for (const address of [linkOf(atom, 'alternate')!, ...entries.slice(0, 3).map(entry => linkOf(entry, 'alternate')!)]) {
        expect([address, (await fetch(address)).status]).toEqual([address, 200])
      }
    }
  })

  test('is told of in the head and at the foot of its page', async () => {
    for (const [name, path] of Object.entries(addresses())) {
      const page = await (await fetch(`${site.url}${lang}${path}`)).text()
      for (const format of ['atom', 'json']) {
        const href = `${lang}/feeds/${format}${path}`.replaceAll('&', '&amp;')
        const kind = format === 'atom' ? 'application/atom+xml' : 'application/feed+json'
        const heads = [...page.matchAll(/<link rel="alternate"[^>]*>/g)].filter(([link]) => link.includes(`type="${kind}"`) && link.includes(`${href}"`))
        expect([name, format, heads.length]).toEqual([name, format, 1])
        expect([name, page.includes(`type="${kind}" href="${href}"`)]).toEqual([name, true])
      }
    }
  })

  test('holds nothing that is hidden, withdrawn or deleted, for a stranger, the author and a moderator alike', async () => {
    for (const [name, path] of Object.entries(addresses())) {
      for (const format of ['atom', 'json']) {
        const address = `${lang}/feeds/${format}${path}`
        const told = await Promise.all([fetch(site.url + address), author.send(address), moderator.send(address)].map(async it => (await it).text()))
        expect([name, new Set(told).size]).toEqual([name, 1])
        for (const secret of Object.values(secrets)) expect([name, secret, told[0]!.includes(secret)]).toEqual([name, secret, false])
      }
    }
  })
})

describe('A feed of cases', () => {
  test('gives words as HTML that a reader may show: nothing runs, links are whole, what XML cannot say is gone', async () => {
    const [entry] = childrenOf(await atomAt('/feeds/atom/cases?layer=own'), 'entry')
    const content = textOf(entry!, 'content')
    expect(content).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(content).not.toMatch(/<script|\u0007/)
    expect(content).toContain(`<a href="${site.url}/cases/1"`)
    expect(textOf(childrenOf(entry!, 'author')[0]!, 'name')).toBe('林下风')
    expect(childrenOf(entry!, 'category').map(({ attributes }) => attributes.term)).toEqual(['joke'])
  })

  test('of 45, asked for page by page along `next`, gives each once, and the newest first', async () => {
    const more = await signUp(site.url, '写很多的人')
    const live = (await jsonAt('/feeds/json/cases')).items.length
    for (let n = live; n < 45; n++) await report(more, { title: `第 ${n} 个` })
    const ids: string[] = []
    for (let next: string | undefined = '/feeds/json/cases'; next;) {
      const page = await jsonAt(next)
      expect(page.items.length).toBeLessThanOrEqual(30)
      ids.push(...page.items.map(item => item.id))
      next = page.next_url?.slice(site.url.length)
    }
    const rows = await (await read()).select({ id: cases.id }).from(cases).where(eq(cases.state, 'live')).orderBy(cases.id)
    expect(ids).toEqual(rows.map(({ id }) => expect.stringMatching(new RegExp(`:/cases/${id}$`))).reverse())
  })

  test('keeps its name in any order of its question and on any page, and each case its name in every feed', async () => {
    const [a, b] = [await atomAt('/feeds/atom/cases?layer=own&process=certification'), await atomAt('/feeds/atom/cases?process=certification&layer=own&after=40')]
    expect(textOf(a, 'id')).toBe(textOf(b, 'id'))
    expect(textOf(childrenOf(await atomAt('/feeds/atom/tags/joke'), 'entry')[0]!, 'id')).toMatch(new RegExp(`^tag:.*,2026:/cases/${it}$`))
  })

  test('says that it changed when a case was edited: by its time and its ETag, and 304 while nothing did', async () => {
    const before = await fetch(`${site.url}/feeds/atom/tags/joke`)
    const etag = before.headers.get('etag')!
    expect((await fetch(`${site.url}/feeds/atom/tags/joke`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    await author.post('/do/edit-case', { ...formOn(`/cases/${it}/edit`), ...threeSteps, case: String(it), version: '1', title: '四天以后才过审', words })
    const after = await fetch(`${site.url}/feeds/atom/tags/joke`, { headers: { 'if-none-match': etag } })
    expect(after.status).toBe(200)
    const [then, now] = [await before.text(), await after.text()].map(text => Date.parse(textOf(readXml(text), 'updated')))
    expect(now).toBeGreaterThan(then!)
  })
})

describe('The thread of a case', () => {
  test('has 2 replies that stand, the newest first, the later in answer to the earlier and that to the case', async () => {
    const entries = childrenOf(await atomAt(`/feeds/atom/cases/${it}`), 'entry')
    const answered = entries.map(entry => childrenOf(entry, 'thr:in-reply-to')[0]!.attributes.href)
    expect(entries.map(entry => linkOf(entry, 'alternate'))).toEqual([expect.any(String), `${site.url}/replies/${own}`])
    expect(answered).toEqual([`${site.url}/replies/${own}`, `${site.url}/cases/${it}`])
  })

  test('ends with 404 for a case that is hidden, withdrawn or never was', async () => {
    const gone = await (await read()).select({ id: cases.id }).from(cases).where(eq(cases.state, 'hidden'))
    for (const id of [gone[0]!.id, 99_999, '2147483648', 'x']) expect((await fetch(`${site.url}/feeds/atom/cases/${id}`)).status).toBe(404)
  })
})

describe('What is asked wrongly', () => {
  test.each([
    ['/feeds/atom/cases?proces=filing', 400], ['/feeds/json/cases?process=passport', 422], ['/feeds/atom/cases?sort=agreed&after=3', 422],
    ['/feeds/atom/moderation?after=99999999999', 422], ['/feeds/rss/cases', 404], ['/feeds/atom/tags/nowhere', 404], ['/feeds/atom/rules?after=1', 400],
  ])('%s is answered with %i and not with something else', async (path, status) => {
    expect((await fetch(site.url + path)).status).toBe(status)
  })

  test('a feed cannot be written to', async () => {
    expect((await fetch(`${site.url}/feeds/atom/cases`, { method: 'POST' })).status).toBe(405)
  })
})

async function say(words: string, parent?: number): Promise<number> {
  await author.post('/do/reply', { ...formOn(`/cases/${it}`), case: String(it), parent: parent === undefined ? '' : String(parent), words })
  const rows = await (await read()).select({ id: replies.id }).from(replies).orderBy(replies.id)
  return rows.at(-1)!.id
}

async function atomAt(path: string): Promise<XmlElement> {
  const response = await fetch(site.url + path)
  expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, 'application/atom+xml; charset=utf-8'])
  return readXml(await response.text())
}

type JsonFeed = { feed_url: string; next_url?: string; language: string; items: { id: string }[] }

async function jsonAt(path: string): Promise<JsonFeed> {
  const response = await fetch(site.url + path)
  expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, 'application/feed+json; charset=utf-8'])
  return await response.json() as JsonFeed
}
