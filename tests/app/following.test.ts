import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isUnsubscribeToken, unsubscribeToken } from '@/domain/following/unsubscribe'
import { read } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { follows, mailWishes } from '@/db/schema'
import { openMailServer } from '../support/mail-server'
import { useSite } from '../support/server'
import { formOn, report, signUp } from '../support/stories'
import { Visitor, type Page } from '../support/visitor'

const secret = 'a secret that is only used in tests'
const environment: Record<string, string> = { AUTH_SECRET: secret }
let mail: Awaited<ReturnType<typeof openMailServer>>
beforeAll(async () => {
  mail = await openMailServer()
  Object.assign(environment, { SMTP_URL: mail.url, MAIL_FROM: 'Guoshen <forum@guoshen.example>' })
})
const site = useSite(environment)
afterAll(() => mail.close())

let lin: Visitor, mei: Visitor
let caseId: number
beforeAll(async () => {
  lin = await signUp(site.url, '被关注的林')
  mei = await signUp(site.url, '关注别人的梅')
  caseId = await report(lin)
})

const idOf = async (name: string) => (await findPersonByName(await read(), name))!.id
const follow = (who: Visitor, subject: string, target: string, wanted = 'on') =>
  who.post('/do/follow', { ...formOn(`/cases/${caseId}`), subject, target, wanted })
const followed = async (name: string) => {
  const rows = await (await read()).select().from(follows).where(eq(follows.personId, await idOf(name)))
  return rows.map(({ subject, target }) => `${subject}:${target}`)
}

describe('Following', () => {
  test('is pressed twice and is one, taken back and gone; the list shows it with a button that ends it', async () => {
    for (let press = 0; press < 2; press++) expect((await follow(mei, 'case', String(caseId))).status).toBe(200)
    expect(await followed('关注别人的梅')).toEqual([`case:${caseId}`])
    const list = await mei.open('/me/follows')
    expect(list.html).toContain(`href="/cases/${caseId}"`)
    await mei.submit(list, '/do/follow')
    expect(await followed('关注别人的梅')).toEqual([])
  })

  test('one thing 20 times at once, on and off, ends as one or none, and no press fails', async () => {
    const pages = await Promise.all(Array.from({ length: 20 }, (_, n) => follow(mei, 'person', '1', n % 2 === 0 ? 'on' : 'off')))
    expect(pages.every(({ status }) => status === 200)).toBe(true)
    expect((await followed('关注别人的梅')).length).toBeLessThanOrEqual(1)
    await follow(mei, 'person', '1', 'off')
  })

  test('the same filter, written in two orders and with what means nothing, is followed once', async () => {
    await follow(mei, 'filter', 'subject=personal&process=certification')
    await follow(mei, 'filter', 'process=certification&subject=personal')
    expect(await followed('关注别人的梅')).toHaveLength(1)
    await follow(mei, 'filter', 'process=certification&subject=personal', 'off')
    expect(await followed('关注别人的梅')).toEqual([])
  })

  test.each([
    ['case', '999999'], ['case', '0'], ['case', '1 or 1=1'], ['case', '__proto__'], ['tag', '999999'], ['person', '999999'], ['person', ''],
    ['filter', ''], ['filter', 'process=nothing'], ['figure', ''], ['figure', 'stage=nothing'], ['board', '1'],
  ])('%s “%s”, which is nothing to follow, is refused and kept nowhere', async (subject, target) => {
    const { status } = await follow(mei, subject, target)
    expect(status).toBeLessThan(500)
    expect(await followed('关注别人的梅')).toEqual([])
  })

  test('an address part that is longer than any of ours is refused and kept nowhere', async () => {
    await follow(mei, 'filter', `q=${'x'.repeat(700)}`)
    expect(await followed('关注别人的梅')).toEqual([])
  })

  test('is for members: a stranger is sent to sign in, and nobody follows by looking', async () => {
    const page = await follow(new Visitor(site.url), 'case', String(caseId))
    expect(new URL(page.url).pathname).toBe('/sign-in')
    expect((await new Visitor(site.url).send('/do/follow')).status).toBe(405)
    expect(await (await read()).select().from(follows)).toEqual([])
  })

  test('a case tells its follower of a reply on the site, and its author not of her own', async () => {
    await follow(mei, 'case', String(caseId))
    await follow(lin, 'case', String(caseId))
    await lin.post('/do/reply', { ...formOn(`/cases/${caseId}`), case: String(caseId), parent: '', words: '今天有人打电话来了。' })
    await expect.poll(async () => (await mei.open('/me/notifications')).html, { timeout: 50_000 }).toContain('被关注的林')
    expect((await lin.open('/me/notifications')).html).toContain('还没有通知')
  })
})

describe('The link that ends letters', () => {
  let token: string, personId: number
  const wish = async () => (await (await read()).select().from(mailWishes).where(eq(mailWishes.personId, personId)))[0]?.how ?? null
  const stop = (of: string, init: RequestInit = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }) =>
    new Visitor(site.url).send(`/mail/stop/${of}`, init)

  test('is sealed for one person and one address of hers', async () => {
    const address = 'mei@example.com'
    await mei.submit(await mei.open('/me/e-mail'), '/do/keep-e-mail', { address })
    await expect.poll(() => mail.arrived.length, { timeout: 50_000 }).toBeGreaterThan(0)
    const confirmed: Page = await mei.submit(await mei.open(linkIn(mail.arrived[0]!.raw)), '/do/use-mail-link')
    expect(confirmed.html).toContain('邮箱已经确认')
    personId = await idOf('关注别人的梅')
    token = unsubscribeToken({ personId, address }, secret)
    expect(isUnsubscribeToken(token, { personId, address }, secret)).toBe(true)
    expect(isUnsubscribeToken(token, { personId, address: 'lin@example.com' }, secret)).toBe(false)
    expect(isUnsubscribeToken(token, { personId: personId + 1, address }, secret)).toBe(false)
  })

  test('asks first when it is looked at, as scanners of mail do, and changes nothing by that', async () => {
    await mei.submit(await mei.open('/me/mail'), '/do/set-mail-wish', { how: 'each' })
    for (const method of ['GET', 'HEAD']) expect((await stop(token, { method })).status).toBe(200)
    expect(await (await stop(token, { method: 'GET' })).text()).toContain('退订')
    expect(await wish()).toBe('each')
  })

  test('ends them with one POST from nowhere, without a cookie, and again when it is pressed again', async () => {
    for (let press = 0; press < 2; press++) {
      const answer = await stop(token)
      expect([answer.status, (await answer.text()).includes('已经退订')]).toEqual([200, true])
      // It says that something was written, and not who.
      expect(answer.headers.getSetCookie().filter(line => !line.startsWith('guoshen-wrote=1;'))).toEqual([])
    }
    expect(await wish()).toBe('none')
  })

  test('changed, cut short, or made up ends nothing', async () => {
    await mei.submit(await mei.open('/me/mail'), '/do/set-mail-wish', { how: 'weekly' })
    const other = await idOf('被关注的林')
    const made = [
      token.slice(0, -1), `${token}x`, token.toUpperCase(), token.replace(String(personId), String(other)), unsubscribeToken({ personId, address: 'mei@example.com' }, 'another secret'),
      '1', '1.', '.x', '%00', 'x'.repeat(3_000),
    ].filter(it => it !== token)
    for (const it of made) expect([it.slice(0, 40), (await stop(it)).status === 200]).toEqual([it.slice(0, 40), false])
    expect(await wish()).toBe('weekly')
    const others = await (await read()).select().from(mailWishes).where(and(eq(mailWishes.personId, other)))
    expect(others).toEqual([])
  })
})

/** Where the first link of a letter leads. */
function linkIn(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const text = /content-transfer-encoding: base64/i.test(head)
    ? Buffer.from(body, 'base64').toString()
    : body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return /https?:\/\/[\x21-\x7e]+/.exec(text)?.[0] ?? ''
}
