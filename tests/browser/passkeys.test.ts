import { eq } from 'drizzle-orm'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { setRoleByName } from '@/db/people/roles'
import { passkeys, sessions } from '@/db/schema'
import { enrol } from '../support/authenticator'
import { desk, useBrowser } from '../support/browser'
import { useSite } from '../support/server'
import { formOn, password, signUp } from '../support/stories'
import { Visitor } from '../support/visitor'
import { lendCookies, watch } from '../support/watch'

const site = useSite({ MODERATORS_TWO_STEP: 'required' })
const browser = useBrowser()

test('a passkey is registered, signs in without a name, counts as two steps for a moderator, and is taken away', async () => {
  const mei = await signUp(site.url, '梅钥匙')
  await write(tx => setRoleByName(tx, '梅钥匙', 'moderator'))
  const { context, page, troubles } = await deviceOf(mei)
  expect((await page.goto(`${site.url}/admin/people`))!.status()).toBe(404)
  await register(page, '我的电脑')
  expect(await page.locator('main').innerText()).toContain('我的电脑')
  await page.goto(`${site.url}/me`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL(/sign-in\?gone/)
  await page.goto(`${site.url}/sign-in?then=/admin/people`)
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
  await page.waitForURL(`${site.url}/admin/people`)
  expect(await page.locator('h1').innerText()).toBe('成员管理')
  const [kept] = await keysNamed('梅钥匙')
  expect([kept!.counter > 0, kept!.lastUsedAt !== null]).toEqual([true, true])
  await page.goto(`${site.url}/me/passkeys`)
  await page.getByRole('button', { name: '删掉 我的电脑' }).click()
  await page.waitForURL(/done=removed/)
  expect(await keysNamed('梅钥匙')).toEqual([])
  expect(troubles).toEqual([])
  await context.close()
})

test('after the password it stands in for the six digits, and leads on to where one was going', async () => {
  const lin = await signUp(site.url, '林钥匙')
  const { context, page } = await deviceOf(lin)
  await register(page, '手机')
  await enrol(lin)
  await context.clearCookies()
  await page.goto(`${site.url}/sign-in?then=/me/drafts`)
  await page.locator('input[name="name"]').fill('林钥匙')
  await page.locator('input[name="password"]').fill(password)
  await page.locator('form[action="/do/sign-in"] button').click()
  await page.waitForURL(/second-step/)
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
  await page.waitForURL(`${site.url}/me/drafts`)
  await context.close()
})

test('one answer of a device, sent by 20 at once, makes 1 session; changed or kept for another use it makes none', async () => {
  const tao = await signUp(site.url, '陶钥匙')
  const { context, page } = await deviceOf(tao)
  await register(page, '电脑')
  await context.clearCookies()
  const answer = await answerAt(page, '/sign-in')
  const before = await sessionsNamed('陶钥匙')
  const changed = JSON.parse(answer) as { response: { signature: string } }
  changed.response.signature = changed.response.signature.replace(/.(?=..$)/, sign => (sign === 'A' ? 'B' : 'A'))
  for (const text of [JSON.stringify(changed), '{}', '[', answer.replace(/"id":"[^"]+"/, '"id":"AAAA"')]) await send(new Visitor(site.url), text)
  expect(await sessionsNamed('陶钥匙')).toBe(before)
  await Promise.all(Array.from({ length: 20 }, () => send(new Visitor(site.url), answer)))
  expect(await sessionsNamed('陶钥匙')).toBe(before + 1)
  // A signing-in is no registering, and somebody else's challenge is not one's own.
  const eve = await signUp(site.url, '伊芙')
  await eve.submit(await eve.open('/me/passkeys'), '/do/add-passkey', { one_time_passkey: answer, name: '偷来的' })
  expect(await keysNamed('伊芙')).toEqual([])
  await context.close()
})

test('without JavaScript the pages say so and offer no button that does nothing', async () => {
  const context = await browser.open({ ...desk, javaScriptEnabled: false })
  await lendCookies(context, await signUp(site.url, '不用脚本'), site.url)
  const page = await context.newPage()
  await page.goto(`${site.url}/me/passkeys`)
  expect(await page.locator('[data-no-passkeys]').isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: '登记这台设备' }).isVisible()).toBe(false)
  await page.goto(`${site.url}/sign-in`)
  expect(await page.getByRole('button', { name: '用通行密钥登录' }).isVisible()).toBe(false)
  await context.close()
})

/** A browser of this visitor's, on a device that keeps passkeys and knows whose finger it is. */
async function deviceOf(visitor: Visitor): Promise<{ context: BrowserContext; page: Page; troubles: unknown[] }> {
  const context = await browser.open(desk)
  await lendCookies(context, visitor, site.url)
  const troubles = await watch(context, site.url)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { context, page, troubles }
}

async function register(page: Page, name: string): Promise<void> {
  await page.goto(`${site.url}/me/passkeys`)
  await page.locator('form[data-passkey] input[name="name"]').fill(name)
  await page.getByRole('button', { name: '登记这台设备' }).click()
  await page.waitForURL(/done=added/)
}

/** What the device would have sent from this page, caught before it was. */
async function answerAt(page: Page, path: string): Promise<string> {
  await page.goto(site.url + path)
  await page.evaluate(() => { HTMLFormElement.prototype.submit = () => undefined })
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
  const field = page.locator('[name="one_time_passkey"]')
  await expect.poll(() => field.inputValue(), { timeout: 20_000 }).not.toBe('')
  return field.inputValue()
}

function send(visitor: Visitor, answer: string) {
  return visitor.post('/do/sign-in-by-passkey', { ...formOn('/sign-in'), one_time_passkey: answer, then: '/me' })
}

async function keysNamed(name: string) {
  const database = await read()
  const person = await findPersonByName(database, name)
  return database.select().from(passkeys).where(eq(passkeys.personId, person!.id))
}

async function sessionsNamed(name: string): Promise<number> {
  const database = await read()
  const person = await findPersonByName(database, name)
  return (await database.select().from(sessions).where(eq(sessions.personId, person!.id))).length
}
