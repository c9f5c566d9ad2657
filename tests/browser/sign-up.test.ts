import { expect, test } from 'vitest'
import { phone, useBrowser } from '../support/browser'
import { useSite } from '../support/server'
import { password } from '../support/stories'

// As much work as a site asks for where nobody says otherwise.
const site = useSite({ SIGN_UP_WORK: '300000' })
const browser = useBrowser()

test('with a script nothing is asked: the browser works while one types, and a quick press waits for it', async () => {
  const page = await (await browser.open(phone)).newPage()
  const complaints: string[] = []
  page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()) })
  await page.goto(`${site.url}/sign-up`)
  await page.locator('[name="name"]').fill('有脚本的林')
  await page.locator('[name="password"]').fill(password)
  expect(await page.locator('[name="minutes"]').isVisible()).toBe(false)
  expect(await page.locator('.sr-only:has([name="website"])').evaluate(it => it.getBoundingClientRect().width)).toBeLessThan(2)
  await page.locator('form[action="/do/sign-up"] button').click()
  await page.waitForURL(`${site.url}/`)
  expect(await page.locator('header').innerText()).toContain('有脚本的林')
  expect(complaints).toEqual([])
  await page.context().close()
})

test('where the work cannot be done the question is there, and its answer lets one in', async () => {
  const page = await (await browser.open(phone)).newPage()
  await page.route('**/solver-*.js', route => route.abort())
  await page.goto(`${site.url}/sign-up`)
  await page.locator('[name="minutes"]').waitFor({ state: 'visible' })
  const [first, second] = (await page.locator('label[for="minutes"]').innerText()).match(/\d+/g)!.map(Number)
  await page.locator('[name="minutes"]').fill(String(first! + second!))
  await page.locator('[name="name"]').fill('脚本没来')
  await page.locator('[name="password"]').fill(password)
  // Too quick for a person, as a program that fills in forms is: the second press is taken.
  await page.locator('form[action="/do/sign-up"] button').click()
  await page.waitForLoadState()
  if (new URL(page.url()).pathname === '/sign-up') {
    await page.locator('[name="minutes"]').waitFor({ state: 'visible' })
    const [one, two] = (await page.locator('label[for="minutes"]').innerText()).match(/\d+/g)!.map(Number)
    await page.locator('[name="minutes"]').fill(String(one! + two!))
    await page.locator('[name="password"]').fill(password)
    await page.locator('form[action="/do/sign-up"] button').click()
  }
  await page.waitForURL(`${site.url}/`)
  await page.context().close()
})

test('without scripts a question of the field is asked, and whoever was too quick presses once more', async () => {
  const page = await (await browser.open({ ...phone, javaScriptEnabled: false })).newPage()
  await page.goto(`${site.url}/sign-up?then=/me`)
  for (let press = 1; press <= 2 && new URL(page.url()).pathname === '/sign-up'; press++) {
    const [first, second] = (await page.locator('label[for="minutes"]').innerText()).match(/\d+/g)!.map(Number)
    if (press === 1) await page.locator('[name="name"]').fill('没有脚本的林')
    await page.locator('[name="password"]').fill(password)
    await page.locator('[name="minutes"]').fill(String(first! + second!))
    await page.locator('form[action="/do/sign-up"] button').click()
    await page.waitForLoadState()
  }
  expect(page.url()).toBe(`${site.url}/me`)
  await page.context().close()
})
