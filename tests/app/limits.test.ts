import { describe, expect, test } from 'vitest'
import { useSite } from '../support/server'
import { formOn, password, signIn, signUp } from '../support/stories'
import { Visitor, type Page } from '../support/visitor'

// What somebody meets who does a thing too often. How often each may be done: tests/db/limits.test.ts.
const site = useSite({ RATE_LIMITS: 'on', TRUST_PROXY: 'on' })

const from = (address: string) => new Visitor(site.url, { 'x-forwarded-for': address })
const trySecret = (visitor: Visitor, name: string, secret: string, lang = 'zh'): Promise<Page> =>
  visitor.post('/do/sign-in', { ...formOn('/sign-in'), lang, name, password: secret, then: '/me' })

function expectToldToWait({ status, headers, html }: Pick<Page, 'status' | 'headers' | 'html'>, sentence: RegExp): void {
  expect(status).toBe(429)
  const wait = headers.get('retry-after')
  expect(wait).toMatch(/^[1-9]\d*$/)
  expect([headers.get('ratelimit-remaining'), headers.get('ratelimit-reset')]).toEqual(['0', wait])
  expect(html).toMatch(sentence)
}

describe('Passwords', () => {
  test('of one account, guessed from twenty addresses: each waits longer, and the owner signs in at once from elsewhere', async () => {
    await signUp(site.url, '被猜的林', { 'x-forwarded-for': '192.0.2.1' })
    const guessers = Array.from({ length: 20 }, (_, n) => from(`203.0.113.${n + 1}`))
    for (const guesser of guessers) expect((await trySecret(guesser, '被猜的林', 'guess after guess')).html).toContain('名字或密码不对')
    expectToldToWait(await trySecret(guessers.at(-1)!, '被猜的林', 'guess after guess'), /请 \d+ 秒后再试/)
    // Also with the right one: nobody learns by waiting less.
    expectToldToWait(await trySecret(guessers.at(-1)!, '被猜的林', password, 'en'), /try again in \d+/)
    expect((await trySecret(from('198.51.100.9'), '被猜的林', password)).url).toBe(`${site.url}/me`)
    expect((await trySecret(guessers.at(-1)!, '没被猜的', 'guess after guess')).html).toContain('名字或密码不对')
  })

  test('of a name that nobody has are counted alike, and so are those that are typed into a sign-up', async () => {
    const one = from('192.0.2.77')
    for (let n = 0; n < 20; n++) await trySecret(from(`198.18.0.${n}`), '没有这个人', 'guess after guess')
    expect((await trySecret(one, '没有这个人', 'guess after guess')).html).toContain('名字或密码不对')
    expectToldToWait(await trySecret(one, '没有这个人', 'guess after guess'), /请 \d+ 秒后再试/)
    await signUp(site.url, '也被猜的林', { 'x-forwarded-for': '192.0.2.2' })
    const join = (visitor: Visitor) => visitor.post('/do/sign-up', { ...formOn('/sign-up'), name: '也被猜的林', password: 'guess after guess', then: '/', via: '' })
    for (let n = 0; n < 20; n++) await join(from(`198.18.1.${n}`))
    const two = from('192.0.2.78')
    expect((await join(two)).html).toContain('已经有人用了')
    expectToldToWait(await join(two), /请 \d+ 秒后再试/)
  })

  test('guessed with somebody’s session, from twenty addresses, are counted for his account; its owner signs in at once', async () => {
    const stolen = await signUp(site.url, '被盗的林', { 'x-forwarded-for': '192.0.2.6' })
    const send = (act: string, n: number, fields: Record<string, string>) => stolen.send(act, {
      method: 'POST', headers: { 'origin': site.url, 'x-forwarded-for': `198.18.3.${n}` }, body: new URLSearchParams({ ...formOn('/me/sessions'), ...fields }),
    })
    const change = (n: number) => send('/do/change-password', n, { current_password: 'guess after guess', new_password: '另一句记得住的、很长的话' })
    for (let n = 1; n <= 20; n++) {
      const { status, headers } = await change(n)
      expect([status, headers.get('location')?.includes('done=')]).toEqual([303, false])
    }
    expect((await change(20)).status).toBe(429)
    expect((await send('/do/leave-for-good', 20, { cases: 'keep', replies: 'keep', sure: 'on', password })).status).toBe(429)
    expect((await trySecret(from('198.51.100.10'), '被盗的林', password)).url).toBe(`${site.url}/me`)
  })
})

describe('Search', () => {
  test('is answered 15 times a minute to a stranger and then says how long to wait, in his language', async () => {
    const stranger = from('192.0.2.3')
    for (let n = 0; n < 15; n++) expect((await stranger.open(`/search?q=${encodeURIComponent('认证')}`)).status).toBe(200)
    expectToldToWait(await stranger.open(`/search?q=${encodeURIComponent('认证')}`), /请 \d+ 秒后再试/)
    const page = await stranger.open(`/en/search?q=${encodeURIComponent('认证')}`)
    expectToldToWait(page, /try again in \d+ second/)
    // What was looked for stands in the field.
    expect(page.html).toContain('value="认证"')
    expect((await from('192.0.2.4').open('/search?q=1')).status).toBe(200)
  })

  test('is counted for a person wherever he asks from, 30 times a minute', async () => {
    await signUp(site.url, '搜得多', { 'x-forwarded-for': '192.0.2.5' })
    const bo = await signIn(site.url, '搜得多')
    const search = (n: number) => bo.send('/search?q=1', { headers: { 'x-forwarded-for': `198.18.2.${n}` } })
    for (let n = 0; n < 30; n++) expect((await search(n)).status).toBe(200)
    expect((await search(30)).status).toBe(429)
  })
})

test('a form that comes among too many requests is given back whole, to be sent again; a password is not', async () => {
  const flood = async (act: string, fields: Record<string, string>, address: string) => {
    // No redirect is followed: the page behind one is refused as well, and holds nothing.
    const answers = await Promise.all(Array.from({ length: 60 }, () => from(address).send(act, {
      method: 'POST', headers: { origin: site.url }, body: new URLSearchParams({ ...formOn('/'), ...fields }),
    })))
    const refused = answers.find(({ status }) => status === 429)!
    return { status: refused.status, headers: refused.headers, html: await refused.text() }
  }
  const said = '写了很久的一段话。'
  const refused = await flood('/do/keep-draft', { act: 'report-case', words: said, title: '标题' }, '192.0.2.8')
  expectToldToWait(refused, /请 \d+ 秒后再来/)
  expect(refused.html).toContain(`<textarea hidden name="words">\n${said}</textarea>`)
  expect(refused.html).toContain('action="/do/keep-draft"')
  const secret = await flood('/do/sign-in', { name: '林', password, then: '/' }, '192.0.2.9')
  expect(secret.html).not.toContain(password)
})
