import { expect, test } from 'vitest'
import { read } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { useSite } from '../support/server'
import { formOn, report, signIn, signUp } from '../support/stories'

const site = useSite()

test('an account is closed with its password, without JavaScript: asked twice when something is missing, then gone everywhere', async () => {
  const lin = await signUp(site.url, '林下风')
  const elsewhere = await signIn(site.url, '林下风')
  const id = await report(lin, { title: '三天就过审了' })
  const page = await lin.open('/me/leave')
  const typed = { cases: 'erase', replies: 'keep', sure: 'on' }
  const wrong = await lin.submit(page, '/do/leave-for-good', { ...typed, password: '不是这个密码，肯定不是' })
  expect([new URL(wrong.url).pathname, wrong.html.includes('现在的密码不对')]).toEqual(['/me/leave', true])
  const unsure = await lin.submit(await lin.open('/me/leave'), '/do/leave-for-good', { ...typed, sure: '', password: '山高水长又一年，等一个电话' })
  expect(unsure.html).toContain('请勾选')
  const done = await lin.submit(await lin.open('/me/leave'), '/do/leave-for-good', { ...typed, password: '山高水长又一年，等一个电话' })
  expect(done.html).toContain('账号已经注销')
  for (const visitor of [lin, elsewhere]) expect((await visitor.send('/me')).status).toBeGreaterThanOrEqual(300)
  expect(await findPersonByName(await read(), '林下风')).toBe(null)
  expect((await fetch(`${site.url}/people/${encodeURIComponent('林下风')}`)).status).toBe(404)
  expect(await (await fetch(`${site.url}/cases/${id}`)).text()).not.toContain('三天就过审了')
  const again = await lin.post('/do/sign-up', { ...formOn('/sign-up'), name: '林下风', password: '另外一句很长的话作密码', then: '/', via: '' })
  expect(again.html).toContain('已经有人用了')
})
