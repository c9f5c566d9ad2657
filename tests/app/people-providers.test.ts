import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { read, write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { identities, sessions } from '@/db/schema'
import { enrol } from '../support/authenticator'
import { startOidcServer, type OidcServer } from '../support/oidc-server'
import { useSite } from '../support/server'
import { Visitor } from '../support/visitor'

const client = { id: 'guoshen', secret: 'a secret: with signs & spaces' }
const environment: Record<string, string> = {}
let provider: OidcServer

beforeAll(async () => {
  provider = await startOidcServer(client)
  Object.assign(environment, {
    AUTH_OIDC_ISSUER: provider.issuer, AUTH_OIDC_ID: client.id, AUTH_OIDC_SECRET: client.secret, AUTH_OIDC_NAME: '工作室账号',
    AUTH_GITHUB_URL: provider.issuer, AUTH_GITHUB_ID: client.id, AUTH_GITHUB_SECRET: client.secret,
    AUTH_WECHAT_URL: provider.issuer, AUTH_WECHAT_ID: client.id, AUTH_WECHAT_SECRET: client.secret,
  })
})
const site = useSite(environment)
afterAll(() => provider.close())

beforeEach(() => {
  provider.fault = 'none'
  provider.account = null
  provider.asked = []
})

test('the sign-in page offers the 3 that the settings name', async () => {
  const { html } = await guest().open('/sign-in')
  for (const words of ['用微信登录', '用GitHub登录', '用工作室账号登录']) expect(html).toContain(words)
})

test('first time: confirmed over there, asked for a name here, back where one was going; second time: straight in', async () => {
  provider.account = { sub: 'sub-1', name: '林小满', email: 'lin@example.com' }
  const lin = guest()
  const page = await lin.open('/api/auth/signin/oidc?then=/me/sessions')
  expect(page.url).toBe(`${site.url}/sign-up?via=oidc`)
  expect(page.html).toContain('value="林小满"')
  expect(page.html).not.toContain('type="password"')
  const [asked] = provider.asked
  expect(Object.fromEntries(asked!)).toMatchObject({
    response_type: 'code', client_id: client.id, scope: 'openid profile', code_challenge_method: 'S256',
    redirect_uri: `${site.url}/api/auth/callback/oidc`,
  })
  for (const check of ['state', 'nonce', 'code_challenge']) expect(asked!.get(check)?.length).toBeGreaterThan(20)
  const done = await lin.submit(page, '/do/sign-up', { name: 'Lin' })
  expect(done.url).toBe(`${site.url}/me/sessions`)

  const again = guest()
  provider.account = { sub: 'sub-1', name: 'Somebody Else' }
  expect((await again.open('/api/auth/signin/oidc?then=/me')).html).toContain('<bdi>Lin</bdi>')
  const rows = await (await read()).select().from(identities)
  expect(rows.map(({ issuer, subject }) => [issuer, subject])).toEqual([[provider.issuer, 'sub-1']])
})

test('two steps are asked for after the provider as after a password, and lead to where one was going', async () => {
  provider.account = { sub: 'sub-two-steps' }
  const lin = guest()
  await lin.submit(await lin.open('/api/auth/signin/oidc?then=/me'), '/do/sign-up', { name: '两步林' })
  const { authenticator } = await enrol(lin)
  const again = guest()
  const asked = await again.open('/api/auth/signin/oidc?then=/me/drafts')
  expect(asked.url).toBe(`${site.url}/sign-in/second-step`)
  expect((await again.send('/me')).status).toBe(307)
  const inside = await again.submit(asked, '/do/second-step', { one_time_code: await authenticator.code() })
  expect(inside.url).toBe(`${site.url}/me/drafts`)
})

test('who has no password closes the account by a fresh sign-in: an hour later it is asked for again, then the account is gone', async () => {
  provider.account = { sub: 'sub-leaving' }
  const lin = guest()
  await lin.submit(await lin.open('/api/auth/signin/oidc?then=/me'), '/do/sign-up', { name: '要走的林' })
  const person = (await findPersonByName(await read(), '要走的林'))!
  const typed = { cases: 'keep', replies: 'keep', sure: 'on' }
  const anHourAgo = { createdAt: Date.now() - 3_600_000 }
  await write(tx => tx.update(sessions).set(anHourAgo).where(eq(sessions.personId, person.id)))
  const stale = await lin.submit(await lin.open('/me/leave'), '/do/leave-for-good', typed)
  expect(stale.html).toContain('要用刚刚的登录来确认是你')
  expect(await findPersonByName(await read(), '要走的林')).not.toBe(null)
  const fresh = guest()
  await fresh.open('/api/auth/signin/oidc?then=/me')
  expect((await fresh.submit(await fresh.open('/me/leave'), '/do/leave-for-good', typed)).html).toContain('账号已经注销')
  expect(await findPersonByName(await read(), '要走的林')).toBe(null)
  // Over there he is still who he was; here nobody is: he is asked for a name like anybody new.
  expect((await guest().open('/api/auth/signin/oidc?then=/me')).url).toBe(`${site.url}/sign-up?via=oidc`)
})

test('the same e-mail or name with another subject is another person', async () => {
  provider.account = { sub: 'sub-2', name: 'Lin', email: 'lin@example.com' }
  const page = await guest().open('/api/auth/signin/oidc')
  expect(page.url).toBe(`${site.url}/sign-up?via=oidc`)
})

test('a name that is taken is asked for again, and the confirmation is still good', async () => {
  provider.account = { sub: 'sub-3' }
  const mei = guest()
  const taken = await mei.submit(await mei.open('/api/auth/signin/oidc?then=/me'), '/do/sign-up', { name: 'LIN' })
  expect(taken.html).toContain('已经有人用了')
  expect((await mei.submit(taken, '/do/sign-up', { name: '梅子' })).html).toContain('<bdi>梅子</bdi>')
})

test('nobody becomes a person of a provider without the provider: the confirmation is in his own browser or nowhere', async () => {
  const eve = guest()
  const page = await eve.open('/sign-up?via=oidc')
  expect(page.html).not.toContain('action="/do/sign-up"')
  const form = await eve.open('/sign-up')
  expect((await eve.submit(form, '/do/sign-up', { name: 'Eve', password: '', via: 'oidc' })).html).toContain('确认已经失效')
})

test('GitHub: the number is who it is, and no scope is asked for', async () => {
  provider.account = { sub: '42', name: 'octocat' }
  const tao = guest()
  const page = await tao.open('/api/auth/signin/github?then=/me')
  expect(page.url).toBe(`${site.url}/sign-up?via=github`)
  expect(page.html).toContain('value="octocat"')
  expect(provider.asked[0]?.get('scope')).toBe('')
  expect(provider.asked[0]?.get('code_challenge_method')).toBe('S256')
  await tao.submit(page, '/do/sign-up', { name: 'octocat' })
  expect((await guest().open('/api/auth/signin/github?then=/me')).html).toContain('<bdi>octocat</bdi>')
})

test('WeChat: the union id is who it is, though it answers JSON as plain text and without a token type', async () => {
  provider.account = { sub: 'union-7', name: '小雨' }
  const yu = guest()
  const page = await yu.open('/api/auth/signin/wechat?then=/me')
  expect(page.url).toBe(`${site.url}/sign-up?via=wechat`)
  expect(provider.asked[0]?.get('appid')).toBe(client.id)
  expect(provider.asked[0]?.get('scope')).toBe('snsapi_login')
  await yu.submit(page, '/do/sign-up', { name: '小雨' })
  expect((await guest().open('/api/auth/signin/wechat?then=/me')).html).toContain('<bdi>小雨</bdi>')
  const rows = await (await read()).select().from(identities)
  expect(rows.map(it => it.subject)).toContain('union-7')
})

test('one number at two providers is two people', async () => {
  provider.account = { sub: '42', name: 'Forty Two' }
  expect((await guest().open('/api/auth/signin/oidc')).url).toBe(`${site.url}/sign-up?via=oidc`)
})

test.each(['foreign_audience', 'wrong_nonce', 'expired'] as const)('a token with %s lets nobody in', async fault => {
  provider.account = { sub: 'sub-1' }
  provider.fault = fault
  const lin = guest()
  const page = await lin.open('/api/auth/signin/oidc?then=/me')
  expect(new URL(page.url).pathname).toBe('/sign-in')
  expect(page.html).toContain('没有登录成功')
  expect((await lin.open('/me')).url).toContain('/sign-in')
})

test('cancelled over there: the sign-in page says so, in English where one was English, and keeps the way', async () => {
  const page = await guest().open('/api/auth/signin/oidc?lang=en&then=/me/sessions')
  expect(page.url).toBe(`${site.url}/en/sign-in?failed=provider&then=%2Fme%2Fsessions`)
  expect(page.html).toContain('Sign-in did not work')
})

test('an answer that another browser began lets nobody in', async () => {
  provider.account = { sub: 'sub-1' }
  const lin = guest()
  const begun = await lin.send('/api/auth/signin/oidc?then=/me')
  const answer = (await fetch(begun.headers.get('location')!, { redirect: 'manual' })).headers.get('location')!
  const eve = guest()
  expect(new URL((await eve.open(answer)).url).pathname).toBe('/sign-in')
  expect(eve.cookies.has('guoshen-session')).toBe(false)
})

test('another site’s page cannot begin a sign-in, and no address leads away afterwards', async () => {
  const lin = guest()
  const refused = await lin.send('/api/auth/signin/oidc', { headers: { 'sec-fetch-site': 'cross-site' } })
  expect([refused.status, refused.headers.get('location')]).toEqual([303, '/sign-in'])
  expect(provider.asked).toHaveLength(0)
  provider.account = { sub: 'sub-1' }
  for (const then of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    const page = await guest().open(`/api/auth/signin/oidc?then=${encodeURIComponent(then)}`)
    expect(page.url).toBe(`${site.url}/`)
  }
})

function guest(): Visitor {
  return new Visitor(site.url)
}
