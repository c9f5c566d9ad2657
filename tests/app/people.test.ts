import { expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { setRoleByName } from '@/db/people/roles'
import { sessionsOf } from '@/db/people/sessions'
import { useSite } from '../support/server'
import { hiddenFields, Visitor, type Page } from '../support/visitor'

const site = useSite()

const password = 'three winters of waiting'
const cookieName = 'guoshen-session'

test('Lin signs up with 2 fields, is signed in, and her cookie is HttpOnly and Lax', async () => {
  const lin = visitor()
  const page = await lin.open('/sign-up?then=/me')
  const answer = await lin.send('/do/sign-up', posted({ ...hiddenFields(page, '/do/sign-up'), name: '林小满', password }))
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/me')
  const cookie = answer.headers.getSetCookie().find(line => line.startsWith(`${cookieName}=`))
  expect(cookie).toMatch(/; *HttpOnly/i)
  expect(cookie).toMatch(/; *SameSite=Lax/i)
  expect(cookie).toMatch(/; *Path=\/(;|$)/i)
  expect(cookie).not.toMatch(/; *(Secure|Domain)/i)
  expect((await lin.open('/me')).html).toContain('林小满')
})

test('the same form sent twice signs the same person up once and in twice', async () => {
  const tao = visitor()
  const form = { ...hiddenFields(await tao.open('/sign-up?then=/me'), '/do/sign-up'), name: 'Tao', password }
  const [one, two] = await Promise.all([tao.post('/do/sign-up', form), tao.post('/do/sign-up', form)])
  expect([one.url, two.url]).toEqual([`${site.url}/me`, `${site.url}/me`])
  expect(await whoIs(tao)).toBe('Tao')
})

test('a sign-up that cannot be: 1 problem, said twice, the name comes back and the password does not', async () => {
  const guest = visitor()
  const page = await guest.submit(await guest.open('/sign-up'), '/do/sign-up', { name: '管理员小王', password: 'my own secret words' })
  expect(new URL(page.url).pathname).toBe('/sign-up')
  expect(page.html.match(/这个名字会让人以为是官方或管理员/g)?.length).toBeGreaterThanOrEqual(2)
  expect(page.html).toContain('value="管理员小王"')
  expect(page.html).not.toContain('my own secret words')
  expect(await whoIs(guest)).toBeNull()
})

test.each([
  ['Lin', 'short', '密码至少要 10 个字'], ['Lin', 'password2026', '最常被猜到'], ['Lin\u200B', password, '看不见的字符'],
  ['аdmin', password, '长得很像'], ['林小满', 'another long password', '已经有人用了'], ['林⼩满', 'another long password', '不能用的字符'],
])('%s with %s is refused: %s', async (name, password, words) => {
  const page = await signUp(visitor(), name, password)
  expect(page.html).toContain(words)
})

test('fields that nobody asked for change nothing: role, id and the rest', async () => {
  const eve = visitor()
  await eve.submit(await eve.open('/sign-up'), '/do/sign-up', {
    name: 'Eve', password, role: 'admin', id: '1', passwordHash: 'x', createdAt: '0', pseudonym: 'p', personId: '1',
  })
  expect(await findPersonByName(await read(), 'Eve')).toMatchObject({ role: 'member', name: 'Eve' })
  expect((await eve.open('/admin/people')).status).toBe(404)
})

test('a wrong password and an unknown name get one answer', async () => {
  const [wrong, unknown] = await Promise.all([['林小满', 'not her password at all'], ['无此一人', 'not her password at all']].map(async ([name, password]) => {
    const guest = visitor()
    const page = await guest.open('/sign-in')
    const answer = await guest.send('/do/sign-in', posted({ ...hiddenFields(page, '/do/sign-in'), name: name!, password: password! }))
    const shown = await guest.open(answer.headers.get('location')!)
    return { status: answer.status, to: alike(answer.headers.get('location')!), cookies: [...guest.cookies.keys()], html: alike(shown.html, name) }
  }))
  expect(wrong!.html).toContain('名字或密码不对。')
  expect(wrong).toEqual(unknown)
})

test('her name in capitals and full width lets her in, and brings her back to what she wanted', async () => {
  await signUp(visitor(), 'Lin Mei')
  const lin = visitor()
  const page = await lin.submit(await lin.open('/sign-in?then=/me/sessions%3Fx=1'), '/do/sign-in', { name: 'ＬＩＮ mei', password })
  expect(page.url).toBe(`${site.url}/me/sessions?x=1`)
})

test('in English she comes back in English', async () => {
  const lin = visitor()
  const page = await lin.submit(await lin.open('/en/sign-in?then=/me/sessions'), '/do/sign-in', { name: 'Lin Mei', password })
  expect(page.url).toBe(`${site.url}/en/me/sessions`)
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/%0d%0aSet-Cookie:x=1', 'javascript:alert(1)', '/api/auth/signin/oidc'])(
  'after signing in, %s leads to the front page', async then => {
    const lin = visitor()
    const form = hiddenFields(await lin.open(`/sign-in?then=${encodeURIComponent(then)}`), '/do/sign-in')
    for (const asked of [form.then!, then]) {
      const answer = await lin.send('/do/sign-in', posted({ ...form, then: asked, name: 'Lin Mei', password }))
      expect(answer.status).toBe(303)
      expect(new URL(answer.headers.get('location')!, site.url).origin).toBe(site.url)
    }
  })

test('a cookie kept from before signing out is a guest’s afterwards', async () => {
  const lin = await signedIn('Lin Mei')
  const kept = lin.cookies.get(cookieName)!
  expect(await whoIs(thief(kept))).toBe('Lin Mei')
  await lin.submit(await lin.open('/me'), '/do/sign-out')
  expect(lin.cookies.has(cookieName)).toBe(false)
  expect(await whoIs(lin)).toBeNull()
  expect(await whoIs(thief(kept))).toBeNull()
})

test('a new sign-in is a new session, and the one this browser had before is over', async () => {
  const lin = await signedIn('Lin Mei')
  const before = lin.cookies.get(cookieName)!
  await lin.submit(await lin.open('/sign-in'), '/do/sign-in', { name: 'Lin Mei', password })
  expect(lin.cookies.get(cookieName)).not.toBe(before)
  expect(await whoIs(thief(before))).toBeNull()
  expect(await whoIs(lin)).toBe('Lin Mei')
})

test('a forged or broken cookie is a guest’s, and the page is shown', async () => {
  const real = (await signedIn('Lin Mei')).cookies.get(cookieName)!
  for (const cookie of ['x', 'a.b.c.d.e', `${real.slice(0, -2)}xx`, '']) {
    expect((await thief(cookie).open('/sign-in')).status).toBe(200)
    expect(await whoIs(thief(cookie))).toBeNull()
  }
})

test('she sees where she is signed in and ends one of 3; the other 2 live', async () => {
  await signUp(visitor(), '三处登录')
  const phone = await signedIn('三处登录', 'Mozilla/5.0 (iPhone) AppleWebKit Mobile MicroMessenger/8.0')
  const desk = await signedIn('三处登录', 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/128.0')
  const page = await desk.open('/me/sessions')
  expect(page.html).toContain('微信 · iPhone')
  expect(page.html).toContain('Firefox · Windows')
  const [phones] = await sessionsNamed('三处登录', 'wechat/iphone')
  await desk.post('/do/revoke-session', { ...hiddenFields(page, '/do/revoke-session'), session: String(phones) })
  expect([await whoIs(phone), await whoIs(desk)]).toEqual([null, '三处登录'])
})

test('Eve cannot end Lin’s session: for her it does not exist', async () => {
  const [lin, eve] = [await signedIn('Lin Mei', 'Mozilla/5.0 (iPad) Safari/605'), await signedIn('Eve')]
  const [hers] = await sessionsNamed('Lin Mei', 'safari/ipad')
  const page = await eve.open('/me/sessions')
  const answer = await eve.post('/do/revoke-session', { ...hiddenFields(page, '/do/revoke-session'), session: String(hers) })
  expect(answer.status).toBe(404)
  expect(await whoIs(lin)).toBe('Lin Mei')
})

test('the password changes only with the old one, and the other places are signed out', async () => {
  await signUp(visitor(), '换密码的人')
  const [here, there] = [await signedIn('换密码的人'), await signedIn('换密码的人')]
  const change = async (current: string) => here.submit(await here.open('/me/sessions'), '/do/change-password', {
    current_password: current, new_password: 'a fourth winter of waiting', end_others: 'on',
  })
  expect((await change('not the old one')).html).toContain('现在的密码不对')
  expect(await whoIs(there)).toBe('换密码的人')
  expect((await change(password)).html).toContain('密码已经修改')
  expect([await whoIs(here), await whoIs(there)]).toEqual(['换密码的人', null])
  expect(await whoIs(await signedIn('换密码的人', '', 'a fourth winter of waiting'))).toBe('换密码的人')
  expect(await whoIs(await signedIn('换密码的人', '', password))).toBeNull()
})

test('the token of the start makes one administrator, once; she makes a moderator; each is in effect at once', async () => {
  const token = /become the first: (\S+)/.exec(site.said())![1]!
  const [lin, eve] = [await signedIn('Lin Mei'), await signedIn('Eve')]
  expect((await visitor().open('/first-admin')).html).not.toContain('action="/do/first-admin"')
  expect((await eve.submit(await eve.open('/first-admin'), '/do/first-admin', { token: `${token}x` })).html).toContain('口令不对')
  const form = hiddenFields(await eve.open('/first-admin'), '/do/first-admin')
  expect((await lin.submit(await lin.open('/first-admin'), '/do/first-admin', { token })).url).toBe(`${site.url}/admin/people`)
  expect((await eve.post('/do/first-admin', { ...form, token })).html).toContain('口令不对')

  const page = await lin.open('/admin/people?name=tao')
  const done = await lin.submit(page, '/do/set-role', { role: 'moderator', because: '熟悉备案' })
  expect(done.html).toContain('已经完成')
  expect((await findPersonByName(await read(), 'Tao'))?.role).toBe('moderator')
  expect((await (await signedIn('Tao')).open('/admin/people')).status).toBe(200)
})

test('a moderator suspends and gives no roles; a member does neither', async () => {
  const [tao, eve] = [await signedIn('Tao'), await signedIn('Eve')]
  const page = await tao.open('/admin/people?name=Eve')
  expect(page.html).not.toContain('action="/do/set-role"')
  const form = { ...hiddenFields(page, '/do/suspend'), because: '试试看', role: 'admin', days: '7' }
  expect((await tao.post('/do/set-role', form)).status).toBe(403)
  expect((await eve.post('/do/set-role', form)).status).toBe(403)
  expect((await eve.post('/do/suspend', form)).status).toBe(403)
  expect((await findPersonByName(await read(), 'Eve'))?.role).toBe('member')
})

test('suspended, Eve reads and changes nothing from the very next request on; lifted, she may again', async () => {
  const [tao, eve] = [await signedIn('Tao'), await signedIn('Eve')]
  const attempt = async () => (await eve.submit(await eve.open('/first-admin'), '/do/first-admin', { token: 'no such token' })).status
  expect(await attempt()).toBe(200)
  const suspended = await tao.submit(await tao.open('/admin/people?name=Eve'), '/do/suspend', { because: '反复刷屏', days: '7' })
  expect(suspended.html).toContain('已经完成')
  expect(await attempt()).toBe(403)
  expect((await eve.open('/me')).html).toContain('反复刷屏')
  expect((await eve.open('/me/sessions')).status).toBe(200)
  await tao.submit(await tao.open('/admin/people?name=Eve'), '/do/lift-suspension', { because: '已经说明' })
  expect(await attempt()).toBe(200)
})

test('a moderator cannot suspend an administrator, and nobody himself', async () => {
  const [tao, lin] = [await signedIn('Tao'), await signedIn('Lin Mei')]
  const form = hiddenFields(await tao.open('/admin/people?name=Eve'), '/do/suspend')
  for (const name of ['Lin Mei', 'Tao']) {
    const { id } = (await findPersonByName(await read(), name))!
    expect((await tao.post('/do/suspend', { ...form, key: newKey(), person: String(id), because: '试试看', days: '' })).status).toBe(403)
  }
  expect((await lin.open('/admin/people?name=Lin+Mei')).html).not.toContain('action="/do/set-role"')
})

test('a role given on the machine’s own command line is in effect at the next request', async () => {
  const eve = await signedIn('Eve')
  expect((await eve.open('/admin/people')).status).toBe(404)
  await write(tx => setRoleByName(tx, 'Eve', 'moderator'))
  expect((await eve.open('/admin/people')).status).toBe(200)
  await write(tx => setRoleByName(tx, 'Eve', 'member'))
  expect((await eve.open('/admin/people')).status).toBe(404)
})

test.each(['callback/credentials', 'signin/credentials', 'signin', 'signout', 'session', 'csrf', 'providers', 'signin/github', 'callback/oidc', 'error'])(
  '/api/auth/%s is nowhere', async path => {
    const guest = visitor()
    expect((await guest.open(`/api/auth/${path}`)).status).toBe(404)
    expect((await guest.post(`/api/auth/${path}`, { sessionToken: 'x', name: 'Lin Mei', password })).status).toBe(404)
    expect(guest.cookies.size).toBe(0)
  })

test('no page or answer shows a hash or a token', async () => {
  const lin = await signedIn('Lin Mei')
  const person = await findPersonByName(await read(), 'Lin Mei')
  for (const path of ['/me', '/me/sessions', '/people/Lin%20Mei', '/admin/people?name=Lin+Mei']) {
    const { html } = await lin.open(path)
    expect(html).not.toContain(person!.passwordHash!)
    expect(html).not.toContain('argon2')
    expect(html).not.toContain(lin.cookies.get(cookieName)!)
  }
})

function visitor(userAgent = ''): Visitor {
  return new Visitor(site.url, userAgent ? { 'user-agent': userAgent } : {})
}

function thief(cookie: string): Visitor {
  const thief = visitor()
  thief.cookies.set(cookieName, cookie)
  return thief
}

async function signUp(guest: Visitor, name: string, secret = password): Promise<Page> {
  return guest.submit(await guest.open('/sign-up'), '/do/sign-up', { name, password: secret })
}

async function signedIn(name: string, userAgent = '', secret = password): Promise<Visitor> {
  const person = visitor(userAgent)
  await person.submit(await person.open('/sign-in'), '/do/sign-in', { name, password: secret })
  return person
}

/** The name on the hub, or null where the site asks to sign in. */
async function whoIs(somebody: Visitor): Promise<string | null> {
  const page = await somebody.open('/me')
  if (new URL(page.url).pathname === '/sign-in') return null
  return /<h1[^>]*><bdi>([^<]+)<\/bdi>/.exec(page.html)?.[1] ?? ''
}

async function sessionsNamed(name: string, device: string): Promise<number[]> {
  const database = await read()
  const { id } = (await findPersonByName(database, name))!
  return (await sessionsOf(database, id, Date.now())).filter(it => it.device === device).map(it => it.id)
}

function posted(fields: Record<string, string>, origin = site.url): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields), headers: { origin } }
}

function newKey(): string {
  return Array.from({ length: 22 }, () => Math.floor(Math.random() * 36).toString(36)).join('')
}

/** Without what differs between any two answers: keys, challenges, scripts with their nonces, the name that was typed. */
function alike(text: string, name = '\u0000'): string {
  return text.replace(/<script.*?<\/script>/gs, '').replace(/draft=[\w-]+/g, 'draft').replace(/data-options="[^"]*"/g, 'data-options')
    .replace(/(name="key" value|nonce)="[^"]*"/g, '$1').replaceAll(name, 'NAME')
}
