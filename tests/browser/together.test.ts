import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { caseById } from '@/db/cases/rows'
import { makeCheckInLink } from '@/db/check-ins/links'
import { readCurrent, write } from '@/db/connection'
import { people } from '@/db/schema'
import { desk, phone, useBrowser } from '../support/browser'
import { useSite } from '../support/server'
import { report, signUp } from '../support/stories'
import type { Visitor } from '../support/visitor'
import { lendCookies } from '../support/watch'

// What people have to do with one another: Lin reports, Mei says "me too", Bo calls and quotes.
const site = useSite({ STARTING_DATA: 'on' })
const browser = useBrowser()
const [linName, meiName, boName] = ['林有约', '梅同路', '柏问人']
let lin: Visitor, mei: Visitor, bo: Visitor

beforeAll(async () => {
  lin = await signUp(site.url, linName)
  mei = await signUp(site.url, meiName)
  bo = await signUp(site.url, boName)
}, 60_000)

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    let caseId = 0

    test('Mei says "me too" on her phone: what happened is there, the times are hers, both cases lead to one another', async () => {
      caseId = await report(lin, { title: javaScriptEnabled ? '付完款等电话' : '付完款又等电话', words: '付款以后不到半小时就来了电话。' })
      const page = await openAs(mei, `/cases/${caseId}`, javaScriptEnabled)
      await page.getByRole('link', { name: '我也是', exact: true }).click()
      await page.waitForURL(/\/cases\/new\?like=\d+/)
      expect(await page.locator('h1').innerText()).toContain(`案例 ${caseId}`)
      expect(await page.locator('select[name="events.1.type"]').inputValue()).toBe('called')
      expect(await page.locator('main').innerText()).not.toContain('来了电话。')
      await page.locator('select[name="events.0.when_kind"]').selectOption('day')
      await page.locator('input[name="events.0.when_date"]').fill('2026-11-16')
      if (!javaScriptEnabled) {
        // She has said so before: she is told, and says that this was another time.
        expect(await page.locator('main').innerText()).toMatch(/你已经有一个同样审核、同样主体的案例/)
        await page.getByRole('button', { name: '发布这个案例' }).last().click()
        await page.waitForURL(/draft=/)
        expect(await page.locator('input[name="events.0.when_date"]').inputValue()).toBe('2026-11-16')
        await page.locator('input[name="again"]').check()
      }
      await page.getByRole('button', { name: '发布这个案例' }).last().click()
      await page.waitForURL(/\/cases\/\d+\?done=published/)
      const own = await page.locator('#me-too').innerText()
      expect(own).toContain(`我也是：案例 ${caseId}`)
      await page.locator('#me-too a').click()
      await expect.poll(() => page.locator('#me-too').innerText()).toContain('1 个案例也是这样')
      await page.context().close()
    })

    test('Bo calls Lin: she is told, and every reader is led to her page in his own language', async () => {
      const page = await openAs(bo, `/cases/${caseId}`, javaScriptEnabled)
      const area = page.locator('#reply-to-case textarea')
      await area.fill(`请问@${linName}，是工作日吗？ \`@${linName}\``)
      await page.locator('#reply-to-case button').click()
      await page.waitForURL(/#reply-\d+/)
      const called = page.locator('article[data-reply] .words a')
      await expect.poll(() => called.count()).toBe(1)
      expect(await called.getAttribute('href')).toBe(`/people/${encodeURIComponent(linName)}`)
      await page.goto(`${site.url}/en/cases/${caseId}`)
      await called.click()
      await page.waitForURL(`${site.url}/en/people/${encodeURIComponent(linName)}`)
      expect(await page.locator('h1').innerText()).toBe(linName)
      await page.context().close()
      const news = await lin.open('/me/notifications')
      expect(news.html).toContain('也遇到了你说的事')
      expect(news.html).toContain(`${boName} 在`)
    })

    test('Mei quotes him: all of it, or what she selects where there is JavaScript', async () => {
      const page = await openAs(mei, `/cases/${caseId}`, javaScriptEnabled, desk)
      const reply = page.locator('article[data-reply]').first()
      const link = reply.getByRole('link', { name: '引用', exact: true })
      if (javaScriptEnabled) {
        await reply.locator('.words p').first().evaluate(text => {
          const range = document.createRange()
          const words = [...text.childNodes].find(node => node.textContent!.includes('工作日'))!
          const at = words.textContent!.indexOf('是工作日')
          range.setStart(words, at)
          range.setEnd(words, at + 4)
          getSelection()!.removeAllRanges()
          getSelection()!.addRange(range)
        })
        await link.click()
        const area = reply.locator('textarea')
        await expect.poll(() => area.inputValue()).toMatch(/^> \[柏问人\]\(\/replies\/\d+\)\n> 是工作日\n\n$/)
        expect(new URL(page.url()).pathname).toBe(`/cases/${caseId}`)
      } else {
        await link.click()
        await page.waitForURL(/\/replies\/\d+\?quote=1/)
        expect(await page.locator('article[data-reply] textarea').first().inputValue()).toMatch(/^> \[柏问人\]\(\/replies\/\d+\)\n> 请问@林有约，是工作日吗？/)
      }
      const area = page.locator('article[data-reply]').first().locator('textarea')
      await area.fill(`${await area.inputValue()}是的，周一上午。`)
      await page.locator('article[data-reply]').first().locator('form[action="/do/reply"] button').click()
      await expect.poll(() => page.locator('.words blockquote').count()).toBe(1)
      expect(await page.locator('.words blockquote').innerText()).toContain('是工作日')
      await page.context().close()
    })

    test('a letter’s link answers once, signed out: looking changes nothing, pressing does', async () => {
      const id = await report(lin, { title: '付完款还在等电话', ...waiting })
      const before = (await caseById(await readCurrent(), id))!.row
      const [person] = await (await readCurrent()).select().from(people).where(eq(people.name, linName))
      const token = await write(tx => makeCheckInLink(tx, { caseId: id, personId: person!.id, now: Date.now() }))
      const page = await (await browser.open({ ...phone, javaScriptEnabled })).newPage()
      for (let look = 0; look < 2; look++) await page.goto(`${site.url}/check-in?token=${token}`)
      expect((await caseById(await readCurrent(), id))!.row.version).toBe(before.version)
      await page.getByRole('button', { name: '仍在等待' }).click()
      await page.waitForURL(/done=answered/)
      expect(await page.locator('main').innerText()).toContain('记下了')
      expect((await caseById(await readCurrent(), id))!.row.lastConfirmedMinute).toBeGreaterThan(before.lastConfirmedMinute!)
      await page.goto(`${site.url}/check-in?token=${token}`)
      expect(await page.locator('main').innerText()).toContain('已经用过')
      expect(await page.locator('form[action="/do/answer-check-in"]').count()).toBe(0)
      await page.context().close()
    })
  })
}

test('whoever is silenced is no longer heard of, and is again', async () => {
  const [person] = await (await readCurrent()).select().from(people).where(eq(people.name, boName))
  const page = await openAs(lin, `/people/${encodeURIComponent(boName)}`, false)
  await page.locator('form[action="/do/silence-person"] button').click()
  await page.waitForURL(/\/me\/notifications/)
  expect(await page.locator('#silenced').innerText()).toContain(boName)
  await page.locator('#silenced button').click()
  await expect.poll(() => page.locator('#silenced').count()).toBe(0)
  expect((await page.request.get(`${site.url}/people/n/${person!.id}`)).url()).toBe(`${site.url}/people/${encodeURIComponent(boName)}`)
  await page.context().close()
})

const waiting = {
  'events.1.type': '', 'events.1.when_kind': '', 'events.1.wait_most': '', 'events.1.wait_unit': '',
  'events.2.type': '', 'events.2.when_kind': '', 'events.2.wait_least': '', 'events.2.wait_most': '', 'events.2.wait_unit': '',
}

async function openAs(who: Visitor, path: string, javaScriptEnabled: boolean, size: typeof phone | typeof desk = phone): Promise<Page> {
  const context = await browser.open({ ...size, javaScriptEnabled })
  await lendCookies(context, who, site.url)
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}
