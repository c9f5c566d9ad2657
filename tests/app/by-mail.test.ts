import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { mailAddressOf } from '@/db/people/mail-addresses'
import { findPersonByName } from '@/db/people/people'
import { mailLinks, sessions } from '@/db/schema'
import { enrol } from '../support/authenticator'
import { askFor, lettersIn } from '../support/letters'
import { openMailServer } from '../support/mail-server'
import { startSite, useSite } from '../support/server'
import { formOn, password, signIn, signUp } from '../support/stories'
import { Visitor, type Page } from '../support/visitor'

const environment: Record<string, string> = {}
let mail: Awaited<ReturnType<typeof openMailServer>>
beforeAll(async () => {
  mail = await openMailServer()
  Object.assign(environment, { SMTP_URL: mail.url, MAIL_FROM: 'Guoshen <forum@guoshen.example>' })
})
const site = useSite(environment)
afterAll(() => mail.close())

const pathOf = (page: Page) => new URL(page.url).pathname
const by = '/sign-in/by-mail'

const { lettersTo, letterTo, withAddress: confirmed } = lettersIn(() => mail)
const withAddress = (name: string, address: string) => confirmed(site.url, name, address)
const asking = (address: string, use: 'sign_in' | 'recover', then = '/me/drafts') => askFor(site.url, address, use, { then })

describe('An address', () => {
  test('is confirmed by its link and a button; looking at the link changes nothing', async () => {
    const lin = await signUp(site.url, '有邮箱的林')
    const sent = await lin.submit(await lin.open('/me/e-mail'), '/do/keep-e-mail', { address: 'ＬＩＮ＠example.com' })
    expect(sent.html).toContain('确认邮件已经在路上')
    const { link, text } = await letterTo('LIN@example.com')
    expect(text).toContain('有邮箱的林，你好')
    for (let look = 0; look < 3; look++) expect((await lin.open(link)).html).toContain('LIN@example.com')
    expect(await addressOf('有邮箱的林')).toBe(null)
    // Somebody else who got hold of the letter confirms nothing with it.
    const eve = await signUp(site.url, '拿到信的人')
    expect((await eve.open(link)).html).toContain('请先登录那个账号')
    const token = new URL(link).searchParams.get('token')!
    await eve.post('/do/use-mail-link', { ...formOn('/mail-link'), token, new_password: '' })
    expect(await addressOf('有邮箱的林')).toBe(null)
    const page = await lin.submit(await lin.open(link), '/do/use-mail-link')
    expect([pathOf(page), page.html.includes('邮箱已经确认')]).toEqual(['/me/e-mail', true])
    expect((await lin.open(link)).html).toContain('这个链接不能用了')
  })

  test('changed, the old one is told; a sign-in that lasted is asked for its password first', async () => {
    const lin = await withAddress('换邮箱的林', 'old@example.com')
    await age('换邮箱的林')
    const page = await lin.open('/me/e-mail')
    expect((await lin.submit(page, '/do/keep-e-mail', { address: 'new@example.com', password: 'not it at all, no' })).html).toContain('现在的密码不对')
    await lin.submit(page, '/do/keep-e-mail', { address: 'new@example.com', password })
    await lin.submit(await lin.open((await letterTo('new@example.com')).link), '/do/use-mail-link')
    expect((await letterTo('old@example.com', 2)).text).toContain('刚刚换了邮箱')
    await lin.submit(await lin.open('/me/e-mail'), '/do/drop-e-mail', { current_password: password })
    expect((await letterTo('new@example.com', 2)).text).toContain('刚刚删掉了这个邮箱')
    expect(await addressOf('换邮箱的林')).toBe(null)
  })

  test('of somebody else gets the same answer and no letter', async () => {
    await withAddress('先到的人', 'first@example.com')
    const late = await signUp(site.url, '后到的人')
    const said = await late.submit(await late.open('/me/e-mail'), '/do/keep-e-mail', { address: 'FIRST@example.com' })
    expect(said.html).toContain('确认邮件已经在路上')
    // A letter that was given after it has arrived, so this one was never sent.
    await late.submit(await late.open('/me/e-mail'), '/do/keep-e-mail', { address: 'late@example.com' })
    await letterTo('late@example.com')
    expect(mail.arrived.filter(it => /first@example/i.test(it.to.join()))).toHaveLength(1)
  })

  test('stands on no page but its owner’s', async () => {
    const lin = await withAddress('不露面的林', 'canary-address@example.com')
    const mei = await signUp(site.url, '好奇的梅')
    for (const path of [`/people/${encodeURIComponent('不露面的林')}`, '/me', '/cases', '/api/v1/cases', `/admin/people?name=${encodeURIComponent('不露面的林')}`]) {
      for (const visitor of [lin, mei]) expect((await visitor.open(path)).html).not.toContain('canary-address')
    }
    expect((await lin.open('/me/e-mail')).html).toContain('canary-address@example.com')
  })
})

describe('Signing in by a letter', () => {
  test('in the browser that asked, by a button, to where one was going; 20 presses at once make 1 session', async () => {
    await withAddress('写信的林', 'letters@example.com')
    const { visitor, page } = await asking('Letters@example.com', 'sign_in')
    expect(page.html).toContain('信已经在路上')
    const { link } = await letterTo('letters@example.com', 2)
    for (let look = 0; look < 3; look++) expect((await visitor.open(link)).html).toContain('按下按钮就登录')
    const stranger = new Visitor(site.url)
    expect((await stranger.open(link)).html).toContain('请换一个浏览器打开')
    const token = new URL(link).searchParams.get('token')!
    await stranger.post('/do/use-mail-link', { ...formOn('/mail-link'), token, new_password: '' })
    expect((await stranger.send('/me')).status).toBe(307)
    const form = await visitor.open(link)
    const inside = await Promise.all(Array.from({ length: 20 }, () => visitor.submit(form, '/do/use-mail-link')))
    expect(inside.map(pathOf).filter(path => path === '/me/drafts')).toHaveLength(1)
    expect(await sessionsNamed('写信的林')).toBe(2)
  })

  test('an address that nobody has gets the same answer, as quickly remembered, and no letter', async () => {
    await withAddress('真有其人', 'known@example.com')
    const answers = await Promise.all(['known@example.com', 'unknown@example.com'].map(async address => {
      const { page } = await asking(address, 'sign_in', '/')
      return { url: page.url, status: page.status, html: page.html.replace(/value="[\w-]{20,}"/g, '') }
    }))
    expect(answers[0]).toEqual(answers[1])
    await letterTo('known@example.com', 2)
    expect(lettersTo('unknown@example.com')).toHaveLength(0)
    const rows = await (await read()).select({ personId: mailLinks.personId }).from(mailLinks).where(eq(mailLinks.use, 'sign_in'))
    expect(rows.filter(row => row.personId === null).length).toBeGreaterThan(0)
  })

  test('asks for the second step as a password does', async () => {
    const lin = await withAddress('两步写信', 'two@example.com')
    const { authenticator } = await enrol(lin)
    const { visitor } = await asking('two@example.com', 'sign_in', '/me')
    const asked = await visitor.submit(await visitor.open((await letterTo('two@example.com', 2)).link), '/do/use-mail-link')
    expect(pathOf(asked)).toBe('/sign-in/second-step')
    expect((await visitor.send('/me')).status).toBe(307)
    expect(pathOf(await visitor.submit(asked, '/do/second-step', { one_time_code: await authenticator.code() }))).toBe('/me')
  })
})

test('a forgotten password is set anew: weak ones come back, everywhere else is signed out, the owner is told', async () => {
  const lin = await withAddress('忘了的林', 'forgotten@example.com')
  const elsewhere = await signIn(site.url, '忘了的林')
  const { visitor } = await asking('forgotten@example.com', 'recover', '/me')
  const form = await visitor.open((await letterTo('forgotten@example.com', 2)).link)
  const weak = await visitor.submit(form, '/do/use-mail-link', { new_password: 'password2026' })
  expect(weak.html).toContain('最常被猜到')
  const fresh = '一句全新的、记得住的话'
  const inside = await visitor.submit(form, '/do/use-mail-link', { new_password: fresh })
  expect(pathOf(inside)).toBe('/me')
  for (const before of [lin, elsewhere]) expect((await before.send('/me')).status).toBe(307)
  expect((await letterTo('forgotten@example.com', 3)).text).toContain('密码刚刚通过邮件重设')
  const at = new Visitor(site.url)
  const tried = async (typed: string) => pathOf(await at.post('/do/sign-in', { ...formOn('/sign-in'), name: '忘了的林', password: typed, then: '/me' }))
  expect([await tried(password), await tried(fresh)]).toEqual(['/sign-in', '/me'])
})

test('without a mail server nothing of it is offered', async () => {
  const bare = await startSite()
  try {
    const guest = new Visitor(bare.url)
    expect((await guest.open('/sign-in')).html).not.toContain(by)
    expect((await guest.send(by)).status).toBe(404)
    expect((await guest.post('/do/ask-mail-link', { ...formOn(by), address: 'lin@example.com', use: 'sign_in', then: '/' })).status).toBe(404)
  } finally {
    await bare.stop()
  }
})

async function addressOf(name: string): Promise<string | null> {
  const database = await read()
  return mailAddressOf(database, (await findPersonByName(database, name))!.id)
}

async function sessionsNamed(name: string): Promise<number> {
  const person = await findPersonByName(await read(), name)
  return (await (await read()).select().from(sessions).where(eq(sessions.personId, person!.id))).length
}

/** As if everybody of this name had signed in an hour ago. */
async function age(name: string): Promise<void> {
  const person = await findPersonByName(await read(), name)
  await write(tx => tx.update(sessions).set({ createdAt: Date.now() - 3_600_000 }).where(eq(sessions.personId, person!.id)))
}
