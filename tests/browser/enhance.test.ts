import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { permit } from '@/domain/permission'
import { cases, people } from '@/db/schema'
import { addReply } from '@/db/threads/add-reply'
import { desk, phone, useBrowser } from '../support/browser'
import { useSite } from '../support/server'
import { password, report, signUp } from '../support/stories'

// What JavaScript adds. Everything here works without it too (tests/browser/story.test.ts).
const site = useSite({ STARTING_DATA: 'on' })
const browser = useBrowser()

test('a guest’s half-typed case is there again after the page was closed, and gone once it was sent', async () => {
  const context = await browser.open(phone)
  const address = `${site.url}/cases/new?process=filing`
  const first = await context.newPage()
  await first.goto(address)
  await first.locator('input[name="subject"][value="personal"]').check()
  await first.locator('textarea[name="words"]').pressSequentially('写到一半，地铁到站了。')
  await expect.poll(() => first.evaluate(() => Object.keys(localStorage).length)).toBe(1)
  await first.close()
  const second = await context.newPage()
  await second.goto(address)
  await expect.poll(() => second.locator('textarea[name="words"]').inputValue()).toBe('写到一半，地铁到站了。')
  expect(await second.locator('input[name="subject"][value="personal"]').isChecked()).toBe(true)
  await second.getByRole('button', { name: '发布这个案例' }).last().click()
  await second.waitForURL(/sign-in/)
  await expect.poll(() => second.evaluate(() => Object.keys(localStorage).length)).toBe(0)
  await context.close()
})

test('what somebody signed in types is kept on the server too, and stands among her drafts', async () => {
  const page = await memberPage('林打字')
  await page.goto(`${site.url}/cases/new?process=rename`)
  await page.locator('input[name="title"]').pressSequentially('改名改到第三次')
  await expect.poll(async () => {
    const drafts = await page.context().newPage()
    await drafts.goto(`${site.url}/me/drafts`)
    const text = await drafts.locator('main').innerText()
    await drafts.close()
    return text
  }, { timeout: 15_000 }).toContain('改名改到第三次')
  await page.context().close()
})

test('a vote is cast and taken back without leaving the page: 1, then none', async () => {
  const page = await memberPage('柏点头')
  const id = await report(await signUp(site.url, '林被赞'))
  await page.goto(`${site.url}/cases/${id}`)
  await page.evaluate(() => { (window as unknown as { stayed: boolean }).stayed = true })
  const button = page.locator('#vote-case button')
  await button.click()
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true')
  await button.click()
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('false')
  expect(await page.evaluate(() => (window as unknown as { stayed?: boolean }).stayed)).toBe(true)
  expect((await (await read()).select({ n: cases.agreeCount }).from(cases).where(eq(cases.id, id)))[0]!.n).toBe(0)
  await page.context().close()
})

test('of 120 replies "more" puts the next ones under those in sight, each once; j and k walk through them', async () => {
  const id = await report(await signUp(site.url, '林热闹'))
  const [lin] = await (await read()).select().from(people).where(eq(people.name, '林热闹'))
  const author = { kind: 'member', id: lin!.id, name: lin!.name, role: 'member', suspended: false, sessionId: 0 } as const
  await write(async tx => {
    const [row] = await tx.select().from(cases).where(eq(cases.id, id))
    const permission = permit('reply', author, { ...row!, lockedFor: null })
    if ('refused' in permission) throw new Error(permission.refused)
    for (let n = 1; n <= 120; n++) {
      await addReply(tx, permission.permitted, { caseId: id, parentId: null, words: `第 ${n} 条回复在这里。`, device: null, now: Date.now() + n })
    }
  })
  const page = await (await browser.open(desk)).newPage()
  await page.goto(`${site.url}/cases/${id}`)
  const replies = page.locator('article[data-reply]')
  const shown = await replies.count()
  for (let more = page.locator('a[data-more="replies"]'); await more.count() > 0;) {
    const before = await replies.count()
    await more.click()
    await expect.poll(() => replies.count()).toBeGreaterThan(before)
  }
  const ids = await replies.evaluateAll(all => all.map(it => it.closest('[id]')?.id ?? it.id))
  expect(shown).toBeLessThan(120)
  expect([ids.length, new Set(ids).size]).toEqual([120, 120])
  expect(new URL(page.url()).search).toBe('')
  await page.locator('body').click({ position: { x: 2, y: 2 } })
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('第 1 条')
  await page.context().close()
})

async function memberPage(name: string) {
  const page = await (await browser.open(desk)).newPage()
  await page.goto(`${site.url}/sign-up`)
  await page.locator('input[name="name"]').fill(name)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('form[action="/do/sign-up"] button').click()
  await page.waitForURL(url => !url.pathname.startsWith('/sign-up'))
  return page
}
