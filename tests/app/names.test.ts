import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { sessions } from '@/db/schema'
import { useSite } from '../support/server'
import { formOn, password, report, signUp } from '../support/stories'
import { Visitor } from '../support/visitor'

const site = useSite()
const [before, after] = ['改名前的林', '改名后的林']
const at = (name: string, under = '') => `/people/${encodeURIComponent(name)}${under}`
let lin: Visitor, bo: Visitor, guest: Visitor
let id: number

beforeAll(async () => {
  lin = await signUp(site.url, before)
  bo = await signUp(site.url, '叫他的柏')
  guest = new Visitor(site.url)
  id = await report(lin, { words: '改名之前写的案例。' })
  await bo.press('/do/reply', { ...formOn(`/cases/${id}`), case: String(id), parent: '', words: `问 @${before} 一句话` })
  // Remembered as they were.
  for (const who of [guest, bo]) for (const path of [`/cases/${id}`, at(before), '/cases']) await who.open(path)
})

test('another name is asked for with the password; a taken one and a wrong password come back beside their fields', async () => {
  await write(async tx => tx.update(sessions).set({ createdAt: Date.now() - 3_600_000 }).where(eq(sessions.personId, (await findPersonByName(tx, before))!.id)))
  const page = await lin.open('/me/name')
  const send = (name: string, typed: string) => lin.submit(page, '/do/change-name', { name, password: typed })
  expect((await send(after, 'not it at all, no')).html).toContain('现在的密码不对')
  const taken = await send('叫他的柏', password)
  expect([taken.html.includes('已经有人用了'), taken.html.includes('value="叫他的柏"')]).toEqual([true, true])
  expect((await send('管理员', password)).html).toContain('不能使用')
  const done = await send(after, password)
  expect([done.url, done.html.includes('名字已经改好')]).toEqual([`${site.url}/me/name?done=1`, true])
  expect(done.html).toContain('再过 30 天可以改')
})

test('everybody sees the new one at once, on pages that were remembered too, and where he is called', async () => {
  for (const who of [guest, bo, lin]) {
    const { html } = await who.open(`/cases/${id}`)
    expect([html.includes(before), html.includes(after), html.includes(`@${after}`)]).toEqual([false, true, true])
  }
  const page = await guest.open(at(after))
  expect(page.html).toMatch(/曾用名：.*改名前的林/s)
  expect((await guest.open('/moderation')).html).toContain('改了名字')
})

test('old addresses lead on in both languages, feeds go on, and the old name opens the door with the password', async () => {
  for (const lang of ['', '/en']) {
    for (const under of ['', '/replies']) {
      const led = await guest.send(`${lang}${at(before, under)}`)
      expect([led.status, led.headers.get('location')]).toEqual([307, `${lang}${at(after, under)}`])
    }
  }
  expect((await guest.open(`/feeds/atom${at(before)}`)).html).toContain(after)
  const elsewhere = new Visitor(site.url)
  expect((await elsewhere.post('/do/sign-in', { ...formOn('/sign-in'), name: before, password, then: '/me' })).html).toContain(after)
})

test('nobody signs up under it', async () => {
  const eve = new Visitor(site.url)
  const page = await eve.post('/do/sign-up', { ...formOn('/sign-up'), name: before, password: '另一个足够长的密码，十个字以上', then: '/', via: '' })
  expect([page.html.includes('已经有人用了'), (await eve.send('/me')).status]).toEqual([true, 307])
})
