import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ask } from '../support/ask'
import { startSite, type RunningSite } from '../support/server'
import { formOn, report, signUp } from '../support/stories'

const mortal = { NODE_OPTIONS: `--import ${join(import.meta.dirname, '../support/end-thread.mjs')}` }
const again = 'Pages are made again, in a new thread.'

const times = (text: string, site: RunningSite) => site.said().split(text).length - 1

async function endThread(site: RunningSite, nth: number): Promise<void> {
  site.signal('SIGUSR2')
  while (times('The thread that makes pages has ended.', site) < nth) await sleep(10)
}

test('when the thread that makes pages ends, another begins, and a reply sent meanwhile is stored once or given back', async () => {
  const site = await startSite(mortal)
  const lin = await signUp(site.url, '林不掉线')
  const id = await report(lin, { words: '线断了也要在的案例。' })
  await endThread(site, 1)
  // Nobody is there at this moment, or hardly: what has not been made before waits, and a form waits or comes back whole.
  const [page, healthy] = await Promise.all([fetch(`${site.url}/en/cases?sort=agreed`), fetch(`${site.url}/healthz`)])
  expect([page.status, healthy.status]).toEqual([200, 200])
  const form = { ...formOn(`/cases/${id}`), case: String(id), parent: '', words: '断线的时候写的一句。' }
  site.signal('SIGUSR2')
  for (;;) {
    const answer = await lin.send('/do/reply', { method: 'POST', body: new URLSearchParams(form), headers: { origin: site.url } })
    const text = await answer.text()
    if (answer.status === 303) break
    expect([answer.status, Number(answer.headers.get('retry-after')) > 0, text.includes(form.words)]).toEqual([503, true, true])
    await sleep(100)
  }
  while (times(again, site) < 2) await sleep(10)
  expect(await ask(site.databaseUrl, `select count(*) as n from replies where words = '${form.words}'`)).toEqual([{ n: 1 }])
  expect((await fetch(`${site.url}/readyz`)).status).toBe(200)
  await site.stop()
})

test('a thread that hangs is ended and another begins: what was asked meanwhile is answered or comes back', async () => {
  const site = await startSite({ ...mortal, BACKUPS: 'off' })
  const lin = await signUp(site.url, '林不等人')
  const id = await report(lin, { words: '线卡住了也要在的案例。' })
  site.signal('SIGURG')
  while (times('has hung for', site) < 1) await sleep(100)
  while (times(again, site) < 1) await sleep(10)
  const page = await lin.open(`/cases/${id}`)
  expect([page.status, page.html.includes('线卡住了也要在的案例')]).toEqual([200, true])
  expect((await fetch(`${site.url}/readyz`)).status).toBe(200)
  await site.stop()
})

test('a thread that ends for the fourth time within a minute ends the program, with a sentence and the code 15', async () => {
  const site = await startSite(mortal)
  for (let nth = 1; nth <= 3; nth++) {
    await endThread(site, nth)
    while (times(again, site) < nth) await sleep(10)
  }
  site.signal('SIGUSR2')
  expect(await site.ended).toBe(15)
  expect(site.said()).toContain('ended again and again within a minute')
  await site.stop()
})
