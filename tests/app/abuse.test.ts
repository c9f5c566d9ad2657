import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '@/domain/api/endpoints'
import { startSite, useSite, type RunningSite } from '../support/server'
import { formOn, report, signUp } from '../support/stories'
import type { Visitor } from '../support/visitor'
import { wordBombs } from '../support/word-bombs'

// Whoever wants the site to be busy with him alone. Everybody else is answered meanwhile.

const site = useSite({ RATE_LIMITS: 'off' })
let lin: Visitor
let id: number
beforeAll(async () => {
  lin = await signUp(site.url, '林很忙')
  id = await report(lin)
})

describe('While somebody asks for the most', () => {
  test('each bomb of words is stored once or comes back with its words, and the case is read in between', async () => {
    const bombs = Object.entries(wordBombs)
    const told = await Promise.all([
      ...bombs.map(async ([name, bomb]) => {
        const words = `${name}\n\n${bomb}`.slice(0, 20_000)
        const answer = await lin.send('/do/reply', {
          method: 'POST', headers: { origin: site.url }, body: new URLSearchParams({ ...formOn(`/cases/${id}`), case: String(id), parent: '', words }),
        })
        const there = answer.headers.get('location') ?? ''
        return [name, answer.status, /#(reply-\d+|problems)$/.test(there) || there]
      }),
      ...bombs.map(async ([name]) => [name, (await fetch(`${site.url}/cases/${id}`)).status, true]),
    ])
    expect(told.filter(([, status]) => status !== 303 && status !== 200)).toEqual([])
    expect(told.filter(([,, there]) => there !== true)).toEqual([])
    expect((await fetch(`${site.url}/cases/${id}`)).status).toBe(200)
  })

  test('200 searches at once of one sign, of 200, of 10,000 and of nothing but operators are answered, and none is an error of ours', async () => {
    const asked = Array.from({ length: 200 }, (_, n) => searches[n % searches.length]!.replaceAll('#', String(n)))
    const told = await Promise.all(asked.flatMap(query => ['/search', '/en/search'].map(async path => {
      const { status } = await fetch(`${site.url}${path}?${new URLSearchParams({ q: query })}`)
      return [query.slice(0, 40), status]
    })))
    expect(told.filter(([, status]) => status !== 200)).toEqual([])
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200)
  })

  test('every figure with every narrowing at once, twice, misspelt and of 5,000 characters is a figure or a refusal', async () => {
    const figures = Object.values(endpoints).map(({ path }) => path).filter(path => !path.includes('{'))
    const told = await Promise.all(figures.flatMap(path => narrowings.map(async narrowing => {
      const answer = await fetch(`${site.url}/api/v1${path}?${narrowing}`)
      await answer.text()
      return [path, narrowing.slice(0, 60), answer.status]
    })))
    expect(told.length).toBeGreaterThan(100)
    expect(told.filter(([,, status]) => ![200, 400, 401, 404, 405, 422].includes(status as number))).toEqual([])
  })
})

describe('10,000 connections that say nothing', () => {
  let limited: RunningSite
  const silent: Socket[] = []
  beforeAll(async () => { limited = await startSite({ RATE_LIMITS: 'on' }) })
  afterAll(async () => {
    silent.forEach(socket => socket.destroy())
    await limited.stop()
  })

  test('from 200 addresses leave others room: never more than 4,000 are held, and a page is answered', { timeout: 120_000 }, async () => {
    const port = Number(new URL(limited.url).port)
    let settled = 0
    let open = 0
    // Two hundred at a time, as fast as they are taken.
    for (let n = 0; n < 10_000; n++) {
      const localAddress = `127.0.${1 + Math.floor((n % 200) / 100)}.${1 + n % 100}`
      const socket = connect({ port, host: '127.0.0.1', localAddress }, () => { settled++; open++ })
      let isOpen = false
      socket.once('connect', () => { isOpen = true })
      socket.on('error', () => undefined).once('close', () => {
        if (isOpen) open--
        else settled++
      })
      silent.push(socket)
      while (n + 1 - settled >= 200) await sleep(1)
    }
    while (settled < 10_000 || open > 4_000) await sleep(10)
    expect(open).toBeGreaterThan(0)
    for (const path of ['/healthz', '/rules']) expect((await fetch(limited.url + path)).status).toBe(200)
  })
})

const searches = [
  'a', '认', '#', '认证#', '%', '_', '*', '"', `${'"'.repeat(199)}a`, '认'.repeat(200), `${'认证 '.repeat(66)}`, 'a b '.repeat(50), 'x'.repeat(10_000),
  '认证* OR 备案*', '((((((认证))))))', 'NEAR(认证 备案, 5)', '-认证 -备案', 'terms:认证', "' OR 1=1 --", '\\', '\u0000', '\ud800', '%%%%%%', '👨‍👩‍👧‍👦'.repeat(40),
]

const all = 'process=certification&subject=personal&category=tool&pattern=app_like&proof=software_copyright&layer=all&month=2026-11&tag=joke'
const narrowings = [
  '', all, `${all}&${all}`, `${all}&stage=total&lang=en`, 'process=filing&stage=bureau&layer=thread', 'limit=100&sort=agreed', 'limit=99999999', 'after=99999999999999999999',
  `subject=${'a'.repeat(5_000)}`, Array.from({ length: 300 }, (_, n) => `p${n}=${n}`).join('&'), 'months=99999', 'from=0001-01-01&to=9999-12-31', 'subject[]=personal', '__proto__=1',
]
