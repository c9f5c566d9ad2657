import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkInLinkOf, makeCheckInLink } from '@/db/check-ins/links'
import { read, write } from '@/db/connection'
import { bearerOf } from '@/db/people/api-tokens'
import { passkeysOf } from '@/db/people/passkeys'
import { findPersonByName } from '@/db/people/people'
import { notifications, passkeys, sessions, webhooks } from '@/db/schema'
import { webhooksOf } from '@/db/webhooks/webhooks'
import { unsubscribeToken } from '@/domain/following/unsubscribe'
import { enrol } from '../support/authenticator'
import { askFor, lettersIn } from '../support/letters'
import { openMailServer } from '../support/mail-server'
import { useSite } from '../support/server'
import { formOn, password, report, signIn, signUp } from '../support/stories'
import { tokenFor } from '../support/tokens'
import { Visitor, type Page } from '../support/visitor'

const environment: Record<string, string> = { RATE_LIMITS: 'on', TRUST_PROXY: 'on', AUTH_SECRET: 'a secret of these tests and of nothing else' }
let mail: Awaited<ReturnType<typeof openMailServer>>
beforeAll(async () => {
  mail = await openMailServer()
  Object.assign(environment, { SMTP_URL: mail.url, MAIL_FROM: 'Guoshen <forum@guoshen.example>' })
})
const site = useSite(environment)
afterAll(() => mail.close())

const { lettersTo, letterTo } = lettersIn(() => mail)
const pathOf = (page: Page) => new URL(page.url).pathname
const fresh = '一句全新的、记得住的话'
let networks = 0
/** Headers of somebody who comes from a network of his own, so that no limit of another's holds him. */
const elsewhere = () => ({ 'x-forwarded-for': `198.18.${++networks}.7` })

async function withAddress(name: string, address: string): Promise<Visitor> {
  const visitor = await signUp(site.url, name, elsewhere())
  await visitor.submit(await visitor.open('/me/e-mail'), '/do/keep-e-mail', { address })
  await visitor.submit(await visitor.open((await letterTo(address)).link), '/do/use-mail-link')
  return visitor
}

const idOf = async (name: string) => (await findPersonByName(await read(), name))!.id

async function knocks(name: string, typed: string): Promise<string> {
  const visitor = new Visitor(site.url, elsewhere())
  return pathOf(await visitor.post('/do/sign-in', { ...formOn('/sign-in'), name, password: typed, then: '/me' }))
}

/** A stranger's browser with a letter about a forgotten password, after a new one was typed. */
async function forgotten(address: string, nth: number): Promise<{ visitor: Visitor; page: Page }> {
  const { visitor } = await askFor(site.url, address, 'recover', { then: '/me', visitor: new Visitor(site.url, elsewhere()) })
  const page = await visitor.open((await letterTo(address, nth)).link)
  return { visitor, page: await visitor.submit(page, '/do/use-mail-link', { new_password: fresh }) }
}

async function leaveKeys(personId: number): Promise<string> {
  const key = { publicKey: 'x', counter: 0, transports: [], name: '旧手机', createdAt: 1 }
  return write(async tx => {
    await tx.insert(passkeys).values({ personId, credentialId: `key-of-${personId}`, ...key })
    await tx.insert(webhooks).values({ personId, url: 'https://hooks.example.org/', secret: 'x', lang: 'zh', createdAt: 1 })
    return tokenFor(tx, personId, ['read'])
  })
}

describe('A forgotten password', () => {
  test('takes tokens, webhooks and passkeys with it', async () => {
    await withAddress('全忘的林', 'all@example.com')
    const id = await idOf('全忘的林')
    const token = await leaveKeys(id)
    expect(pathOf((await forgotten('all@example.com', 2)).page)).toBe('/me')
    expect([await bearerOf(await read(), token, Date.now()), await passkeysOf(await read(), id), await webhooksOf(await read(), id)]).toEqual([null, [], []])
    expect((await letterTo('all@example.com', 3)).text).toContain('接口令牌和通行密钥都已作废，推送网址都已删掉')
  })

  test('of an account with two steps is what it was until the second step is done', async () => {
    const lin = await withAddress('两步的林', 'steps@example.com')
    const { codes } = await enrol(lin)
    const id = await idOf('两步的林')
    const token = await leaveKeys(id)
    const { visitor, page } = await forgotten('steps@example.com', 2)
    expect([pathOf(page), page.html.includes('过了这一步，新密码才生效')]).toEqual(['/sign-in/second-step', true])
    // Whoever reads the mail has not got in: nothing has changed, and nobody is signed out.
    expect([await knocks('两步的林', fresh), await knocks('两步的林', password)]).toEqual(['/sign-in', '/sign-in/second-step'])
    expect([(await lin.send('/me')).status, (await bearerOf(await read(), token, Date.now()))?.member.id, (await webhooksOf(await read(), id)).length]).toEqual([200, id, 1])
    await visitor.submit(page, '/do/second-step', { one_time_code: '000000', one_time_recovery: '' })
    expect(await knocks('两步的林', password)).toBe('/sign-in/second-step')
    expect(pathOf(await visitor.submit(page, '/do/second-step', { one_time_recovery: codes[0]! }))).toBe('/me')
    expect([await knocks('两步的林', fresh), await knocks('两步的林', password)]).toEqual(['/sign-in/second-step', '/sign-in'])
    expect([(await lin.send('/me')).status, await bearerOf(await read(), token, Date.now()), await passkeysOf(await read(), id), await webhooksOf(await read(), id)]).toEqual([307, null, [], []])
  })
})

describe('A token', () => {
  test('is made with the password where the sign-in lasted, 10 guesses a minute, and its owner is told', async () => {
    const lin = await signUp(site.url, '要令牌的林', elsewhere())
    const id = await idOf('要令牌的林')
    await write(tx => tx.update(sessions).set({ createdAt: Date.now() - 3_600_000 }).where(eq(sessions.personId, id)))
    const page = await lin.open('/me/tokens')
    const made = (typed: string) => lin.submit(page, '/do/make-token', { ...formOn('/me/tokens'), name: '统计程序', scopes: 'read', days: '30', password: typed })
    expect((await made('')).html).toContain('现在的密码不对')
    expect((await made('not it at all, no')).html).toContain('现在的密码不对')
    expect((await made(password)).html).toMatch(/guoshen_[0-9A-Za-z]{36}/)
    const told = await (await read()).select({ kind: notifications.kind }).from(notifications).where(eq(notifications.personId, id))
    expect(told).toEqual([{ kind: 'token_made' }])
    expect((await lin.open('/me/notifications')).html).toMatch(/href="\/me\/tokens"[^>]*><bdi>你的账号生成了一个接口令牌/)
    for (let guess = 3; guess < 10; guess++) await made(`guess ${guess} of many`)
    expect((await made(password)).status).toBe(429)
  })

  test('stays where the password is changed and the box is not ticked, and goes where it is', async () => {
    await signUp(site.url, '换密码的林', elsewhere())
    const lin = await signIn(site.url, '换密码的林')
    const token = await write(async tx => tokenFor(tx, (await findPersonByName(tx, '换密码的林'))!.id, ['read']))
    const page = await lin.open('/me/sessions')
    expect(page.html).toContain('同时撤销全部 1 个接口令牌')
    const change = (from: string, to: string, more: Record<string, string>) => lin.post('/do/change-password', { ...formOn('/me/sessions'), current_password: from, new_password: to, ...more })
    await change(password, fresh, {})
    expect(await bearerOf(await read(), token, Date.now())).not.toBeNull()
    await lin.post('/do/revoke-others', { ...formOn('/me/sessions') })
    expect(await bearerOf(await read(), token, Date.now())).not.toBeNull()
    await change(fresh, password, { end_tokens: 'on' })
    expect(await bearerOf(await read(), token, Date.now())).toBeNull()
  })
})

describe('Letters', () => {
  test('that strangers ask for, 3 each and 6 in all, leave the owner’s where he has been signed in', async () => {
    const lin = await withAddress('收信的林', 'box@example.com')
    const ask = (visitor: Visitor) => askFor(site.url, 'box@example.com', 'sign_in', { visitor }).then(it => it.page.status)
    const eve = new Visitor(site.url, elsewhere())
    const answers: number[] = []
    for (let n = 0; n < 4; n++) answers.push(await ask(eve))
    for (let n = 0; n < 4; n++) answers.push(await ask(new Visitor(site.url, elsewhere())))
    expect(answers).toEqual([200, 200, 200, 429, 200, 200, 200, 429])
    await lin.post('/do/sign-out', formOn('/me'))
    expect(await ask(lin)).toBe(200)
    await letterTo('box@example.com', 8)
    expect(lettersTo('box@example.com')).toHaveLength(8)
  })

  test('of several accounts to confirm one address are 6 an hour', async () => {
    const answers: number[] = []
    for (const name of ['甲号', '乙号', '丙号']) {
      const visitor = await signUp(site.url, `群发${name}`, elsewhere())
      for (let n = 0; n < 3; n++) {
        answers.push((await visitor.submit(await visitor.open('/me/e-mail'), '/do/keep-e-mail', { address: 'flooded@example.com' })).status)
      }
    }
    expect(answers).toEqual([200, 200, 200, 200, 200, 200, 429, 429, 429])
  })

  test('to an address that was given up neither answer a question nor end those to the next', async () => {
    const lin = await withAddress('搬家的林', 'before@example.com')
    const caseId = await report(lin)
    const personId = await idOf('搬家的林')
    const token = await write(tx => makeCheckInLink(tx, { caseId, personId, now: Date.now() }))
    const stop = (address: string) => new Visitor(site.url).send(`/mail/stop/${unsubscribeToken({ personId, address }, environment.AUTH_SECRET!)}`)
    expect([(await stop('before@example.com')).status, await checkInLinkOf(await read(), token, Date.now())]).toEqual([200, { caseId, personId }])
    await lin.submit(await lin.open('/me/e-mail'), '/do/keep-e-mail', { address: 'after@example.com' })
    await lin.submit(await lin.open((await letterTo('after@example.com')).link), '/do/use-mail-link')
    expect(await checkInLinkOf(await read(), token, Date.now())).toBeNull()
    expect([(await stop('before@example.com')).status, (await stop('after@example.com')).status]).toEqual([404, 200])
  })
})
