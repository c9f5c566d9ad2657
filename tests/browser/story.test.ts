import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { desk, phone, useBrowser } from '../support/browser'
import { useSite } from '../support/server'

// The whole main job, as three people live it: Lin reports, Bo answers, Mei moderates.
const site = useSite({ STARTING_DATA: 'on' })
const browser = useBrowser()
const password = '山高水长又一年，等一个电话'

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const suffix = javaScriptEnabled ? '甲' : '乙'
    const [lin, bo, mei] = [`林小路${suffix}`, `柏舟${suffix}`, `梅雨${suffix}`]
    let casePath = ''

    test('Lin writes first, signs up after, and loses nothing of a case with 3 steps and a remembered wait', async () => {
      const page = await (await browser.open({ ...phone, javaScriptEnabled })).newPage()
      await page.goto(`${site.url}/cases/new`)
      await page.getByRole('link', { name: /首次微信认证/ }).click()
      await fillCase(page)
      await page.getByRole('button', { name: '发布这个案例' }).click()
      // Not signed in yet: the form waits while she makes an account.
      await page.waitForURL(/\/sign-in/)
      await page.locator('main').getByRole('link', { name: /注册/ }).click()
      await page.locator('input[name="name"]').fill(lin)
      await page.locator('input[name="password"]').fill(password)
      await page.locator('form[action="/do/sign-up"] button').click()
      await page.waitForURL(/\/cases\/new.*draft=/)
      expect(await page.locator('textarea[name="words"]').inputValue()).toContain('名字没有被打回')
      await page.getByRole('button', { name: '发布这个案例' }).click()
      await page.waitForURL(/\/cases\/\d+/)
      casePath = new URL(page.url()).pathname
      const article = await page.locator('article').first().innerText()
      expect(article).toContain('名字没有被打回')
      expect(article).toContain('认证成功')
      // "Within 30 minutes" stands in the list that a phone shows.
      expect(article).toMatch(/30 分钟内后?/)
      await page.context().close()
    })

    test('it is drawn on a desk: 3 beads on a line', async () => {
      const page = await (await browser.open({ ...desk, javaScriptEnabled })).newPage()
      await page.goto(site.url + casePath)
      expect(await page.locator('article svg title').count()).toBe(3)
      await page.context().close()
    })

    test('Bo replies, answers his reply, and agrees; the counts say 1 discussion, 1 reply and 1 agreement', async () => {
      const page = await signedIn(bo, javaScriptEnabled)
      await page.goto(site.url + casePath)
      await page.locator('form[action="/do/reply"] textarea').last().fill('请问是上午付的款还是下午付的款？')
      await page.locator('form[action="/do/reply"] button').last().click()
      await page.waitForURL(/#reply-\d+|reply/)
      const first = page.locator('article[data-reply]').first()
      await first.locator('summary').filter({ hasText: '回复' }).click()
      await first.locator('form[action="/do/reply"] textarea').fill('补一句：我这边等了两个小时。')
      await first.locator('form[action="/do/reply"] button').click()
      await expect.poll(() => page.locator('article[data-reply]').count()).toBe(2)
      expect(await page.locator('main').innerText()).toMatch(/1 个讨论[\s\S]*1 条回复/)
      const vote = page.locator('form[action="/do/vote"]').first()
      await vote.locator('button').click()
      await expect.poll(() => page.locator('form[action="/do/vote"] button').first().getAttribute('aria-pressed')).toBe('true')
      await page.context().close()
    })

    test('Mei tags it a joke: it leaves the figures, the log says so, Lin is told', async () => {
      await signedIn(mei, javaScriptEnabled).then(page => page.context().close())
      expect((await site.run('role', mei, 'moderator')).code).toBe(0)
      const page = await signedInAgain(mei, javaScriptEnabled)
      await page.goto(site.url + casePath)
      await page.locator('summary').filter({ hasText: '标签' }).click()
      const form = page.locator('form[action="/do/tag"]').first()
      await form.locator('select[name="tag"]').selectOption('joke')
      await form.locator('[name="because"]').fill('读起来是在开玩笑，没有这样的流程。')
      await form.locator('button').first().click()
      await expect.poll(() => page.locator('article').first().innerText()).toContain('不计入统计')
      await page.goto(`${site.url}/moderation`)
      expect(await page.locator('main').innerText()).toMatch(new RegExp(`${mei}[\\s\\S]*玩笑[\\s\\S]*读起来是在开玩笑`))
      await page.context().close()

      const author = await signedInAgain(lin, javaScriptEnabled)
      await author.goto(`${site.url}/me/notifications`)
      expect(await author.locator('main').innerText()).toContain('玩笑')
      await author.context().close()
    })
  })
}

async function fillCase(page: Page): Promise<void> {
  for (const [name, value] of [['subject', 'personal'], ['program_age', 'existing'], ['kind', 'mini_program'], ['name_pattern', 'coined'], ['proof_demanded', 'none']]) {
    await page.locator(`input[name="${name}"][value="${value}"]`).check()
  }
  await page.locator('select[name="category"]').selectOption('tool')
  await page.locator('select[name="events.0.type"]').selectOption('paid')
  await page.locator('select[name="events.0.when_kind"]').selectOption('day')
  await page.locator('input[name="events.0.when_date"]').fill('2026-11-09')
  await page.locator('select[name="events.1.type"]').selectOption('called')
  await page.locator('select[name="events.1.when_kind"]').selectOption('after')
  await page.locator('input[name="events.1.wait_most"]').fill('30')
  await page.locator('select[name="events.2.type"]').selectOption('approved')
  await page.locator('select[name="events.2.when_kind"]').selectOption('after')
  await page.locator('input[name="events.2.wait_least"]').fill('15')
  await page.locator('input[name="events.2.wait_most"]').fill('45')
  await page.locator('textarea[name="words"]').fill('付完钱半小时内就来电话了，名字没有被打回。')
}

async function signedIn(name: string, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.open({ ...desk, javaScriptEnabled })).newPage()
  await page.goto(`${site.url}/sign-up`)
  await page.locator('input[name="name"]').fill(name)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('form[action="/do/sign-up"] button').click()
  await page.waitForURL(url => !url.pathname.startsWith('/sign-up'))
  return page
}

async function signedInAgain(name: string, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.open({ ...desk, javaScriptEnabled })).newPage()
  await page.goto(`${site.url}/sign-in`)
  await page.locator('input[name="name"]').fill(name)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('form[action="/do/sign-in"] button').click()
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
  return page
}
