import { beforeAll, expect, test } from 'vitest'
import { importLines } from '@/db/cases/import'
import { write } from '@/db/connection'
import { lookForJumps } from '@/db/moderation/batches/look'
import { setRoleByName } from '@/db/people/roles'
import { phone, useBrowser } from '../support/browser'
import { useSite } from '../support/server'
import { password, report, signUp } from '../support/stories'

// Three hundred accounts made up to move a figure: found, looked at, taken out in one act, and brought back.
const site = useSite({ TRUST_PROXY: 'on' })
const browser = useBrowser()
const durations = '/stats/durations?process=certification&stage=decision'
let honest = ''

beforeAll(async () => {
  // 40 people waited 1, 2, … 40 days, told on a site that has no addresses of theirs.
  const lines = Array.from({ length: 40 }, (_, at) => JSON.stringify({
    ref: `honest-${at}`, source: 'own', process: 'certification', subject: 'personal', program_age: 'new', kind: 'mini_program',
    category: 'tool', name_pattern: ['coined'], proof_demanded: ['none'],
    events: [{ type: 'paid', at: ['2026-06-01', '2026-06-01'] }, { type: 'approved', at: dayAfter(at + 1) }],
  }))
  expect((await importLines(lines, { now: Date.now() })).added).toBe(40)
  await signUp(site.url, '梅管事')
  await write(tx => setRoleByName(tx, '梅管事', 'moderator'))
})

test('300 people join from one network and tell of 90 days each: half of 40 had waited 20.5 days, now 90', async () => {
  honest = await finding()
  for (let from = 0; from < 300; from += 10) {
    await Promise.all(Array.from({ length: 10 }, async (_, at) => {
      const headers = { 'x-forwarded-for': `203.0.113.${(from + at) % 250 + 1}` }
      const visitor = await signUp(site.url, `新来的${from + at}号`, headers)
      await report(visitor, {
        'events.0.when_date': '2026-06-01', 'events.1.type': 'approved', 'events.1.when_kind': 'day', 'events.1.when_date': dayAfter(90)[0]!,
        'events.1.wait_most': '', 'events.1.wait_unit': '', 'events.2.type': '', 'events.2.when_kind': '', 'events.2.wait_least': '', 'events.2.wait_most': '',
      })
    }))
  }
  await expect.poll(finding, { timeout: 10_000 }).toContain('90 天')
}, 180_000)

test('Mei finds the batch under review on her phone, takes all 300 out in one act, and the figure is what it was; undone, it is under review again', async () => {
  // What the site does by itself at the end of every ten minutes in which somebody told a case.
  await lookForJumps(Date.now())
  await expect.poll(weight, { timeout: 10_000 }).toContain('正在复核')

  const page = await (await browser.open({ ...phone })).newPage()
  await page.goto(`${site.url}/sign-in?then=/moderation/batches`)
  await page.locator('input[name="name"]').fill('梅管事')
  await page.locator('input[name="password"]').fill(password)
  await page.locator('form[action="/do/sign-in"] button').click()
  await page.waitForURL(/moderation\/batches/)
  expect(await page.locator('main').innerText()).toContain('来自同一网段')
  await page.getByRole('link', { name: '查看这一批' }).first().click()
  await page.waitForURL(/batches\/block\//)
  const preview = await page.locator('main').innerText()
  expect(preview).toContain('300 个案例，来自 300 人')
  expect(preview).toContain('落在去掉以后的区间之外')

  await page.locator('form[action="/do/do-in-bulk"] input[name="because"]').fill('同一网段一小时内注册，时间全一样。')
  await page.getByRole('button', { name: '处理这一批' }).click()
  await page.waitForURL(/moderation\/bulk\/\d+/)
  expect(await page.locator('main').innerText()).toContain('已处理 300 项')
  await expect.poll(finding, { timeout: 10_000 }).toBe(honest)
  expect(await weight()).not.toContain('正在复核')
  const log = await (await fetch(`${site.url}/moderation`)).text()
  expect(log).toContain('300 个案例不计入统计')

  await page.locator('form[action="/do/undo-bulk"] input[name="because"]').fill('先放回来，再查一遍。')
  await page.getByRole('button', { name: '撤销这次处理' }).click()
  await page.waitForURL(/undone=300/)
  expect(await page.locator('main').innerText()).toContain('已撤销 300 项')
  await expect.poll(finding, { timeout: 10_000 }).toContain('90 天')
  expect(await weight()).toContain('正在复核')
  await page.context().close()
}, 180_000)

async function finding(): Promise<string> {
  return /<h1[^>]*>(.*?)<\/h1>/s.exec(await (await fetch(site.url + durations)).text())![1]!.replace(/<[^>]+>/g, '')
}

async function weight(): Promise<string> {
  return /<p class="weight[^>]*>(.*?)<\/p>/s.exec(await (await fetch(site.url + durations)).text())![1]!
}

function dayAfter(days: number): [string, string] {
  const day = new Date(Date.UTC(2026, 5, 1 + days)).toISOString().slice(0, 10)
  return [day, day]
}
