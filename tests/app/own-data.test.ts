import { expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { suspensions } from '@/db/schema'
import { useSite } from '../support/server'
import { formOn, report, signUp } from '../support/stories'
import { Visitor } from '../support/visitor'

const site = useSite({ RATE_LIMITS: 'on' })

test('one press on /me gives a suspended person one file with her case in it, once a day; a stranger is asked who he is', async () => {
  const lin = await signUp(site.url, '林下风')
  const id = await report(lin, { title: '三天就过审了' })
  const me = (await findPersonByName(await read(), '林下风'))!
  await write(tx => tx.insert(suspensions).values({ personId: me.id, byId: me.id, reason: '测试', at: Date.now() }))
  const press = (visitor: Visitor) => visitor.send('/do/take-own-data', {
    method: 'POST', headers: { origin: site.url }, body: new URLSearchParams(formOn('/me')),
  })
  expect((await lin.open('/me')).html).toContain('action="/do/take-own-data"')
  const file = await press(lin)
  expect([file.status, file.headers.get('content-disposition'), file.headers.get('cache-control')])
    .toEqual([200, 'attachment; filename="guoshen-my-data.json"', 'no-store'])
  expect(await file.json()).toMatchObject({
    account: { name: '林下风', hasPassword: true }, cases: [{ id, state: 'live', case: { title: '三天就过审了' } }],
    suspensions: [{ reason: '测试' }], sessions: [expect.any(Object)],
  })
  const again = await press(lin)
  expect([again.status, Number(again.headers.get('retry-after')) > 80_000]).toEqual([429, true])
  expect((await press(new Visitor(site.url))).headers.get('location')).toMatch(/^\/sign-in\?/)
})
