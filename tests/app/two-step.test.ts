import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { setRoleByName } from '@/db/people/roles'
import { drafts, sessions } from '@/db/schema'
import { enrol } from '../support/authenticator'
import { useSite } from '../support/server'
import { formOn, password, report, signIn, signUp } from '../support/stories'
import { Visitor, type Page } from '../support/visitor'

const site = useSite({ MODERATORS_TWO_STEP: 'required' })
const second = '/sign-in/second-step'

/** Somebody at a new browser who knows the password. */
async function firstStep(name: string, then = '/me'): Promise<{ visitor: Visitor; page: Page }> {
  const visitor = new Visitor(site.url)
  return { visitor, page: await visitor.post('/do/sign-in', { ...formOn('/sign-in'), name, password, then }) }
}

const pathOf = (page: Page) => new URL(page.url).pathname

describe('Two steps, without JavaScript', () => {
  test('set up, asked for at the next sign-in, done with the next code, and led to where one was going', async () => {
    const lin = await signUp(site.url, '两步林')
    const { authenticator, page } = await enrol(lin)
    expect(page.html).toContain('两步验证已经开启')
    expect(page.html).toContain('还有 10 个恢复码')
    const { visitor, page: asked } = await firstStep('两步林', '/me/drafts')
    expect(pathOf(asked)).toBe(second)
    expect((await visitor.send('/me')).status).toBe(307)
    const wrong = await visitor.submit(asked, '/do/second-step', { one_time_code: '000000', one_time_recovery: '' })
    expect([pathOf(wrong), wrong.html.includes('验证码不对')]).toEqual([second, true])
    const inside = await visitor.submit(asked, '/do/second-step', { one_time_code: await authenticator.code() })
    expect([pathOf(inside), inside.status]).toEqual(['/me/drafts', 200])
    expect(visitor.cookies.has('guoshen-second-step')).toBe(false)
  })

  test('20 browsers that know the password send the same code at once: 1 gets in', async () => {
    const lin = await signUp(site.url, '二十处')
    const { authenticator } = await enrol(lin)
    const all = await Promise.all(Array.from({ length: 20 }, () => firstStep('二十处')))
    const code = await authenticator.code()
    const answers = await Promise.all(all.map(({ visitor, page }) => visitor.submit(page, '/do/second-step', { one_time_code: code })))
    expect(answers.map(pathOf).filter(path => path === '/me')).toHaveLength(1)
    expect(answers.map(pathOf).filter(path => path !== '/me')).toHaveLength(19)
    expect(await sessionsNamed('二十处')).toBe(2)
  })

  test('of wrong codes 5 are looked at, though this site has no limits else; a recovery code goes on working', async () => {
    const lin = await signUp(site.url, '猜码的人')
    const { codes } = await enrol(lin)
    const { visitor, page } = await firstStep('猜码的人')
    const answers: number[] = []
    for (let guess = 0; guess < 6; guess++) answers.push((await visitor.submit(page, '/do/second-step', { one_time_code: `00000${guess}` })).status)
    expect(answers).toEqual([200, 200, 200, 200, 200, 429])
    expect(pathOf(await visitor.submit(page, '/do/second-step', { one_time_recovery: codes[0]! }))).toBe('/me')
  })

  test('one browser that sends its code 20 times at once gets 1 session', async () => {
    const lin = await signUp(site.url, '一处二十次')
    const { authenticator } = await enrol(lin)
    const { visitor, page } = await firstStep('一处二十次')
    const code = await authenticator.code()
    await Promise.all(Array.from({ length: 20 }, () => visitor.submit(page, '/do/second-step', { one_time_code: code })))
    expect(await sessionsNamed('一处二十次')).toBe(2)
  })

  test('a recovery code works once, however it was written, and is no code for anybody else', async () => {
    const lin = await signUp(site.url, '恢复林')
    const { codes } = await enrol(lin)
    await enrol(await signUp(site.url, '恢复梅'))
    const by = async (name: string, code: string) => {
      const { visitor, page } = await firstStep(name)
      return visitor.submit(page, '/do/second-step', { one_time_recovery: code })
    }
    expect((await by('恢复梅', codes[3]!)).html).toContain('这个恢复码不对')
    expect(pathOf(await by('恢复林', codes[3]!.toUpperCase().replaceAll('-', ' ')))).toBe('/me')
    expect((await by('恢复林', codes[3]!)).html).toContain('这个恢复码不对')
    expect((await lin.open('/me/notifications')).html).toContain('用你的一个恢复码')
    expect((await lin.open('/me/two-step')).html).toContain('还有 9 个恢复码')
  })

  test('the ten codes come as a file while they wait, and never again', async () => {
    const lin = await signUp(site.url, '文件林')
    const shown = await lin.submit(await lin.open('/me/two-step'), '/do/plan-two-step')
    const file = await lin.submit(shown, '/do/take-recovery-codes')
    expect(file.headers.get('content-disposition')).toContain('guoshen-recovery-codes.txt')
    expect(file.html.match(/^\d-[0-9a-z]{5}-[0-9a-z]{5}$/gm)).toHaveLength(10)
    for (const [code] of file.html.matchAll(/^\d-.*$/gm)) expect(shown.html).toContain(code)
    await lin.submit(shown, '/do/drop-two-step')
    const { codes, page } = await enrol(lin)
    expect(codes.some(code => page.html.includes(code))).toBe(false)
    expect((await lin.submit(shown, '/do/take-recovery-codes')).status).toBe(404)
  })

  test('turned off with a code, asked for no more; its code and its recovery codes are never kept as drafts', async () => {
    const lin = await signUp(site.url, '关掉林')
    const { codes } = await enrol(lin)
    const page = await lin.open('/me/two-step')
    const wrong = await lin.submit(page, '/do/turn-off-two-step', { one_time_code: '4-aaaaa-aaaaa' })
    expect(wrong.html).toContain('这个恢复码不对')
    const kept = await (await read()).select({ body: drafts.body }).from(drafts).where(eq(drafts.act, 'turn-off-two-step'))
    expect(kept.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept)).not.toContain('4-aaaaa')
    const done = await lin.submit(page, '/do/turn-off-two-step', { one_time_code: codes[0]! })
    expect(done.html).toContain('两步验证已经关闭')
    expect(pathOf((await firstStep('关掉林')).page)).toBe('/me')
  })

  test('a sign-in that lasted is asked for its password; a wrong one changes nothing', async () => {
    const lin = await signUp(site.url, '久坐林')
    await age('久坐林')
    const page = await lin.open('/me/two-step')
    expect(page.html).toContain('autoComplete="current-password"')
    const wrong = await lin.submit(page, '/do/plan-two-step', { password: 'not it at all, no' })
    expect(wrong.html).toContain('现在的密码不对')
    expect((await lin.submit(page, '/do/plan-two-step', { password })).html).toContain('一、用验证器扫这个码')
  })

  test('other places are signed out when it is turned on, and a first step left open there leads nowhere', async () => {
    const lin = await signUp(site.url, '别处林')
    const elsewhere = await signIn(site.url, '别处林')
    await enrol(lin)
    expect((await elsewhere.send('/me')).status).toBe(307)
    const { visitor, page } = await firstStep('别处林')
    await lin.post('/do/revoke-others', formOn('/me/sessions'))
    expect((await visitor.submit(page, '/do/second-step', { one_time_code: '123456' })).html).toContain('请回到登录页')
  })

  test('without a first step the second page says so, in both languages', async () => {
    const guest = new Visitor(site.url)
    expect((await guest.open(second)).html).toContain('请回到登录页从头再来')
    expect((await guest.open(`/en${second}`)).html).toContain('start again from the sign-in page')
  })
})

describe('A moderator', () => {
  test('is led to two steps, is a member until they are set up, and a moderator at once afterwards', async () => {
    const lin = await signUp(site.url, '写案例的')
    const id = await report(lin)
    const mei = await signUp(site.url, '梅新手')
    await write(tx => setRoleByName(tx, '梅新手', 'moderator'))
    const form = { ...formOn(`/cases/${id}`), case: String(id), tag: 'joke', because: '读起来是在开玩笑。' }
    expect((await mei.open('/me')).html).toContain('设好两步验证，才能做版主的事')
    expect((await mei.send('/admin/people')).status).toBe(404)
    const refused = await mei.post('/do/tag', form)
    expect([refused.status, refused.html.includes('先设好两步验证'), refused.html.includes('/me/two-step?then=')]).toEqual([403, true, true])
    // A member he is: he may write.
    expect(await report(mei, { title: '版主自己的案例' })).toBeGreaterThan(id)
    const { page: led } = await firstStep('梅新手', '/admin/people')
    expect(led.url).toBe(`${site.url}/me/two-step?then=%2Fadmin%2Fpeople`)
    const { page } = await enrol(mei, '/admin/people')
    expect(page.html).toContain('href="/admin/people"')
    expect((await mei.send('/admin/people')).status).toBe(200)
    expect((await mei.post('/do/tag', { ...form, ...formOn(`/cases/${id}`) })).status).toBe(200)
    expect((await mei.open('/me')).html).not.toContain('设好两步验证，才能做')
  })

  test('who was one is a member again once two steps are off', async () => {
    const mei = await signUp(site.url, '关掉的梅')
    const { codes } = await enrol(mei)
    await write(tx => setRoleByName(tx, '关掉的梅', 'admin'))
    expect((await mei.send('/admin/people')).status).toBe(200)
    await mei.submit(await mei.open('/me/two-step'), '/do/turn-off-two-step', { one_time_code: codes[9]! })
    expect((await mei.send('/admin/people')).status).toBe(404)
    expect((await mei.post('/do/set-role', { ...formOn('/admin/people'), person: '1', role: 'admin', because: '只是试一试' })).status).toBe(403)
  })
})

test('who has lost everything is helped at the server: npm run two-step -- NAME off', async () => {
  await enrol(await signUp(site.url, '全丢了'))
  expect(await site.run('two-step', '全丢了', 'off')).toEqual({ code: 0, said: '全丢了 signs in with one step now.\n' })
  expect(pathOf((await firstStep('全丢了')).page)).toBe('/me')
  expect((await site.run('two-step', '没有这个人', 'off')).code).toBe(1)
  expect((await site.run('two-step', '全丢了')).code).toBe(2)
})

async function sessionsNamed(name: string): Promise<number> {
  const person = await findPersonByName(await read(), name)
  return (await read().then(it => it.select().from(sessions).where(eq(sessions.personId, person!.id)))).length
}

/** As if everybody of this name had signed in an hour ago. */
async function age(name: string): Promise<void> {
  const person = await findPersonByName(await read(), name)
  await write(tx => tx.update(sessions).set({ createdAt: Date.now() - 3_600_000 }).where(eq(sessions.personId, person!.id)))
}
