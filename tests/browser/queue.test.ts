import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { write } from '@/db/connection'
import { siteSettings } from '@/db/schema'
import { desk, phone, useBrowser } from '../support/browser'
import { report, signIn, signUp } from '../support/stories'
import { useSite } from '../support/server'
import type { Visitor } from '../support/visitor'

// How the room is kept, as four people live it: Lin is new, Mei moderates, Bo flags, and anybody reads the log.
const site = useSite({ STARTING_DATA: 'on' })
const browser = useBrowser()
const told = '付完钱半小时内就来电话了，名字没有被打回。'

beforeAll(async () => {
  await write(tx => tx.insert(siteSettings).values({ name: 'pre_moderation', value: 'newcomers', changedAt: Date.now() }))
})

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const suffix = javaScriptEnabled ? '甲' : '乙'
    const [linName, meiName, boName] = [`新来${suffix}`, `管事${suffix}`, `路过${suffix}`]
    let [lin, mei, bo]: Visitor[] = []
    let id = 0

    test('Lin’s first case waits: she reads that it does, and nobody else finds it', async () => {
      lin = await signUp(site.url, linName)
      id = await report(lin, { words: told })
      const page = await as(lin, phone)
      await page.goto(`${site.url}/cases/${id}`)
      expect(await page.locator('main').innerText()).toContain('正在等版主放行')
      await page.getByRole('link', { name: '为什么要等' }).click()
      expect(await page.locator('main').innerText()).toMatch(/你现在是 0 级[\s\S]*本站目前对新成员先审后发/)
      await page.context().close()
      const stranger = await open(desk)
      expect((await stranger.goto(`${site.url}/cases/${id}`))!.status()).toBe(404)
      await stranger.goto(`${site.url}/cases`)
      expect(await stranger.locator(`a[href="/cases/${id}"]`).count()).toBe(0)
      await stranger.context().close()
    })

    test('Mei takes it as the next one and lets it in: it is read by everybody and counted', async () => {
      await signUp(site.url, meiName)
      expect((await site.run('role', meiName, 'moderator')).code).toBe(0)
      mei = await signIn(site.url, meiName)
      const page = await as(mei, desk)
      await page.goto(`${site.url}/cases`)
      await page.getByRole('link', { name: '待处理 1' }).click()
      await page.getByRole('button', { name: '认领下一件' }).click()
      await page.waitForURL(/\/moderation\/queue\/\d+/)
      expect(await page.locator('main').innerText()).toMatch(new RegExp(`等待放行 · 案例 ${id}[\\s\\S]*${told}[\\s\\S]*由你处理`))
      // With a script a letter chooses; without, the choice is there to press.
      if (javaScriptEnabled) await page.keyboard.press('a')
      else await page.locator('input[value="approve"]').check()
      expect(await page.locator('input[value="approve"]').isChecked()).toBe(true)
      await page.getByRole('button', { name: '决定，看下一件' }).click()
      await page.waitForURL(/done=decided/)
      expect(await page.locator('main').innerText()).toContain('没有待处理的事')
      await page.context().close()

      const stranger = await open(phone)
      await stranger.goto(`${site.url}/cases/${id}`)
      const article = await stranger.locator('article').first().innerText()
      expect(article).toContain(told)
      expect(article).not.toContain('不计入统计')
      await stranger.context().close()
      const author = await as(lin!, phone)
      await author.goto(`${site.url}/me/notifications`)
      expect(await author.locator('main').innerText()).toContain('放行了')
      await author.context().close()
    })

    test('Bo flags it, changes his mind, and flags it again; Mei hides it', async () => {
      bo = await signUp(site.url, boName)
      const page = await as(bo, phone)
      await page.goto(`${site.url}/cases/${id}`)
      await page.getByRole('link', { name: '举报' }).first().click()
      for (const pressed of ['撤回举报', null]) {
        await page.locator('input[value="joke"]').check()
        await page.locator('input[name="words"]').fill('世上没有这样的流程')
        await page.locator('form[action="/do/flag"] button').click()
        await page.getByText('版主还没有看').waitFor()
        if (pressed) await page.getByRole('button', { name: pressed }).click()
      }
      await page.context().close()

      const moderator = await as(mei!, desk)
      await moderator.goto(`${site.url}/moderation/queue`)
      const items = await moderator.locator('#items li').allInnerTexts()
      expect(items).toHaveLength(1)
      expect(items[0]).toMatch(/被举报[\s\S]*玩笑/)
      await moderator.locator('#items a').first().click()
      expect(await moderator.locator('main').innerText()).toMatch(new RegExp(`1 人举报[\\s\\S]*世上没有这样的流程[\\s\\S]*${boName}`))
      await moderator.locator('input[value="hide"]').check()
      await moderator.locator('input[name="because"]').fill('读起来是在开玩笑，没有这样的流程。')
      await moderator.getByRole('button', { name: '决定，看下一件' }).click()
      await moderator.waitForURL(/done=decided/)
      await moderator.context().close()
    })

    test('the log tells it all, Bo is told that it was looked at, and Lin reads why', async () => {
      const page = await open(desk)
      await page.goto(`${site.url}/moderation?case=${id}`)
      const lines = await page.locator('main ol > li').allInnerTexts()
      expect(lines).toHaveLength(2)
      expect(lines[0]).toMatch(new RegExp(`${meiName} 隐藏了案例 ${id}[\\s\\S]*读起来是在开玩笑`))
      expect(lines[1]).toContain(`${meiName} 看过并放行了案例 ${id}`)
      expect((await page.goto(`${site.url}/cases/${id}`))!.status()).toBe(404)
      await page.context().close()
      for (const [who, said] of [[bo, '版主看过了你'], [lin, '读起来是在开玩笑']] as const) {
        const mine = await as(who!, phone)
        await mine.goto(`${site.url}/me/notifications`)
        expect(await mine.locator('main').innerText()).toContain(said)
        await mine.context().close()
      }
    })

    async function open(screen: typeof desk | typeof phone): Promise<Page> {
      return (await browser.open({ ...screen, javaScriptEnabled })).newPage()
    }

    /** A browser in which this person is signed in. */
    async function as(who: Visitor, screen: typeof desk | typeof phone): Promise<Page> {
      const context = await browser.open({ ...screen, javaScriptEnabled })
      await context.addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: site.url })))
      return context.newPage()
    }
  })
}
