import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isInstalled, startNginx } from '@/scripts/bench/nginx-before'
import { useSite } from '../support/server'
import { formOn, report, signUp } from '../support/stories'
import { Visitor } from '../support/visitor'

// With deploy/nginx.conf before the site, which keeps pages for a tenth of a second. Skipped where nginx is not installed.
describe.skipIf(!isInstalled('nginx'))('Behind nginx', () => {
  const site = useSite({ TRUST_PROXY: 'on', ACCESS_LOG: 'on' })
  let nginx: { url: string; end: () => Promise<void> }
  let id: number
  let lin: Visitor

  beforeAll(async () => {
    nginx = await startNginx({ folder: join(site.folder, 'nginx'), sites: [site.url] })
    // Forms go to the site itself, whose address their origin is; what they change is looked at from behind nginx.
    lin = await signUp(site.url, '林墙后')
    id = await report(lin, { words: '这是站在墙后面的第一个案例。' })
  })
  afterAll(async () => {
    await nginx?.end()
    rmSync(join(site.folder, 'nginx'), { recursive: true, force: true })
  })

  const stranger = async (address: string, headers: Record<string, string> = {}) => fetch(nginx.url + address, { headers })
  const member = async (address: string) => stranger(address, { cookie: [...lin.cookies].map(pair => pair.join('=')).join('; ') })
  const reply = (words: string) => lin.press('/do/reply', { ...formOn(`/cases/${id}`), case: String(id), parent: '', words })
  const made = () => site.said().split('\n').filter(line => line.includes(`"path":"/cases/${id}"`)).length

  test('a page is asked of the site a few times for hundreds of strangers, and says to browsers what it always says', async () => {
    await (await stranger(`/cases/${id}`)).text()
    const before = made()
    const texts = new Set<string>()
    for (let n = 0; n < 300; n++) texts.add(await (await stranger(`/cases/${id}`)).text())
    expect(texts.size).toBe(1)
    expect(made() - before).toBeLessThan(300)
    const headers = Object.fromEntries((await stranger(`/cases/${id}`)).headers)
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'vary': 'cookie, accept-encoding' })
    expect(Object.keys(headers)).not.toContain('x-accel-expires')
    expect((await stranger(`/cases/${id}`, { 'if-none-match': headers.etag! })).status).toBe(304)
  })

  test('20 replies, each is there for its writer at once, and for strangers who have the old page a quarter of a second later', async () => {
    for (let n = 0; n < 20; n++) {
      const words = `站在墙后写下的第 ${n} 条回复。`
      await (await stranger(`/cases/${id}`)).text()
      await reply(words)
      const written = performance.now()
      expect(await (await member(`/cases/${id}`)).text()).toContain(words)
      await sleep(Math.max(0, 250 - (performance.now() - written)))
      expect(await (await stranger(`/cases/${id}`)).text()).toContain(words)
    }
  })

  test('nothing of anybody with a cookie or a token is kept, nor given to him', async () => {
    for (let n = 0; n < 10; n++) {
      expect(await (await member(`/cases/${id}`)).text()).toContain('href="/me"')
      expect(await (await stranger(`/cases/${id}`)).text()).not.toContain('href="/me"')
      const cookie = await stranger(`/cases/${id}`, { cookie: 'guoshen-browser=abc' })
      expect((await cookie.text()).includes('href="/me"')).toBe(false)
    }
  })
})

describe('What may be kept', () => {
  const site = useSite({ TRUST_PROXY: 'on' })
  const kept = async (headers: Record<string, string>) => {
    await (await fetch(`${site.url}/rules`)).text()
    const answer = await fetch(`${site.url}/rules`, { headers })
    await answer.text()
    return answer.headers.get('x-accel-expires')
  }

  test('is said to a proxy that keeps a tenth of a second, of a page that is remembered, and to nobody else', async () => {
    expect(await kept({ 'x-guoshen-keeps': 'tenth' })).toBe('1')
    expect(await kept({})).toBe(null)
    expect(await kept({ 'x-guoshen-keeps': 'tenth', 'cookie': 'guoshen-session=x' })).toBe(null)
  })
})
