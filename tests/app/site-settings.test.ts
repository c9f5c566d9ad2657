import { beforeAll, expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { setRoleByName } from '@/db/people/roles'
import { exampleCase } from '@/domain/api/examples'
import { Program } from '../support/program'
import { useSite } from '../support/server'
import { formOn, report, signUp, threeSteps } from '../support/stories'
import { tokenFor } from '../support/tokens'
import { Visitor } from '../support/visitor'

const site = useSite({ DEMONSTRATION: 'on' })
let admin: Visitor
const because = '按备案的要求'
const usual = { site_name: '', site_name_en: '', sign_up: 'open', pre_moderation: 'off', icp_number: '', draft_days: '60', notification_days: '0', origin_days: '0', failed_days: '30', delivery_days: '30', because }

beforeAll(async () => {
  admin = await signUp(site.url, '安总管')
  await write(tx => setRoleByName(tx, '安总管', 'admin'))
})

test('a filing number stands in the foot of every page the moment it is set, also of remembered ones, and the log tells', async () => {
  const guest = new Visitor(site.url)
  for (const page of ['/', '/en/rules', '/api-docs']) expect((await guest.open(page)).html).not.toContain('beian.miit.gov.cn')
  const saved = await admin.submit(await admin.open('/admin/settings'), '/do/keep-settings', { ...usual, icp_number: '京ICP备12345678号-1' })
  expect(saved.url).toContain('/admin/settings?done=1')
  for (const page of ['/', '/en/rules', '/api-docs', '/nowhere']) {
    expect((await guest.open(page)).html).toMatch(/href="https:\/\/beian\.miit\.gov\.cn\/"[^>]*>京ICP备12345678号-1</)
  }
  expect((await guest.open('/moderation')).html).toContain('京ICP备12345678号-1')
  expect((await guest.open('/en/moderation')).html).toContain('ICP filing number')
})

test('its name stands in titles, heads, feeds and the foot, in both languages, at once and until another is set', async () => {
  const guest = new Visitor(site.url)
  for (const path of ['/', '/rules', '/en']) await guest.open(path)
  await admin.submit(await admin.open('/admin/settings'), '/do/keep-settings', { ...usual, site_name: '小程序互助站', site_name_en: 'Help Desk' })
  const page = await guest.open('/rules')
  expect(page.html).toMatch(/<title>[^<]* · 小程序互助站<\/title>/)
  expect(page.html).toContain('<span class="seal" lang="zh-CN">小程</span>')
  expect(page.html).toContain('小程序互助站由志愿者维护')
  expect((await guest.open('/en')).html).toMatch(/<title>Help Desk · /)
  expect((await guest.open('/feeds/atom/cases')).html).toContain('小程序互助站')
  expect((await guest.open('/moderation')).html).toContain('网站名称')
  const long = await admin.submit(await admin.open('/admin/settings'), '/do/keep-settings', { ...usual, site_name: '长'.repeat(21) })
  expect(long.html).toContain('名称最多 20 个字')
  await admin.submit(await admin.open('/admin/settings'), '/do/keep-settings', usual)
  expect((await guest.open('/rules')).html).toMatch(/<title>[^<]* · 过审<\/title>/)
})

test('what cannot be is said beside its field, with all that was typed', async () => {
  const page = await admin.submit(await admin.open('/admin/settings'), '/do/keep-settings', { ...usual, icp_number: '<i>备案</i>', draft_days: '600' })
  expect(page.html).toContain('备案号的写法')
  expect(page.html).toContain('value="600"')
  const closed = await admin.submit(await admin.open('/admin/settings'), '/do/keep-settings', { ...usual, sign_up: 'provider' })
  expect(closed.html).toContain('谁也不能注册')
})

test('let in one by one: a newcomer reads and keeps a draft, publishes neither by form nor by program, and does once an administrator says yes', async () => {
  await admin.submit(await admin.open('/admin/settings'), '/do/keep-settings', { ...usual, sign_up: 'approval' })
  expect((await new Visitor(site.url).open('/sign-up')).html).toContain('管理员同意以后才能发布')
  const lin = await signUp(site.url, '林新人')
  const refused = await lin.post('/do/report-case', { ...formOn('/cases/new?process=certification'), ...threeSteps, words: '写好了，等着发布。' })
  expect([refused.status, refused.html.includes('等管理员同意')]).toEqual([403, true])
  const kept = /href="(\/cases\/new[^"]*draft=[^"]+)"/.exec(refused.html)![1]!.replaceAll('&#38;', '&').replaceAll('&amp;', '&')
  expect((await lin.open(kept)).html).toContain('写好了，等着发布。')
  expect((await lin.open('/me')).html).toContain('还在等管理员同意')
  const person = await findPersonByName(await read(), '林新人')
  const program = new Program(site.url, await write(tx => tokenFor(tx, person!.id, ['report'])))
  expect((await program.send('/cases', exampleCase)).body).toMatchObject({ status: 403, type: '/data#awaiting' })

  const people = await admin.open('/admin/people')
  expect(people.html).toContain('林新人')
  await admin.submit(people, '/do/decide-on-person', { person: String(person!.id), decision: 'approved', because: '看着像真人' })
  expect(await report(lin)).toBeGreaterThan(0)
  expect((await program.send('/cases', exampleCase)).status).toBe(201)
  expect((await lin.open('/me/notifications')).html).toContain('可以发布了')
  expect((await admin.open('/admin/people')).html).not.toContain('id="waiting"')
})
