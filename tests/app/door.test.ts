import { randomUUID } from 'node:crypto'
import { get } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { problemSchema } from '@/domain/api/problem'
import { routeOf } from '@/server/routes'
import { ask } from '../support/ask'
import { startSite, useSite } from '../support/server'
import { formOn, report, signUp, threeSteps } from '../support/stories'
import { hiddenFields, Visitor } from '../support/visitor'

const site = useSite({ ACCESS_LOG: 'on' })
let lin: Visitor
let id: number
let guest: Visitor

beforeAll(async () => {
  lin = await signUp(site.url, '林门前')
  guest = new Visitor(site.url)
  id = await report(lin, { words: '门前的第一个案例。' })
})

type Line = { method: string; path: string; status: number; bytes: number; ms: number; from: string }

/** What the log of a site says of one path, once all that was asked before has been written to it. */
async function lines(path: string, of = site): Promise<Line[]> {
  const mark = `/last/${randomUUID()}`
  await (await fetch(of.url + mark)).text()
  while (!of.said().includes(mark)) await sleep(10)
  return of.said().split('\n').filter(line => line.startsWith('{') && line.endsWith('}')).map(line => JSON.parse(line) as Line).filter(line => line.path === path)
}

const madeOf = async (path: string) => (await lines(path)).filter(line => line.from === 'made').length

const textOf = async (visitor: Visitor, address: string, headers: Record<string, string> = {}) => (await visitor.send(address, { headers })).text()
const reply = (words: string) => lin.press('/do/reply', { ...formOn(`/cases/${id}`), case: String(id), parent: '', words })

describe('A remembered page', () => {
  test('holds what was written a moment ago, for its writer and for everybody else', async () => {
    for (const words of ['一句写完马上就能看到的话。', '再来一句，也是马上。', '第三句，还是马上。']) {
      await reply(words)
      expect(await textOf(guest, `/cases/${id}`)).toContain(words)
      expect(await textOf(guest, `/api/v1/cases/${id}`)).toContain('"discussions"')
      expect(await textOf(lin, `/cases/${id}`)).toContain(words)
      expect(await textOf(guest, '/cases')).toMatch(/<html/)
    }
  })

  test('is not older than a quarter of a second when another process writes', async () => {
    const count = async () => /门外来的案例/.test(await textOf(guest, '/cases'))
    expect(await count()).toBe(false)
    const other = await startSite({ DATABASE_URL: site.databaseUrl })
    const bo = await signUp(other.url, '柏隔壁')
    await report(bo, { title: '门外来的案例' })
    await sleep(250)
    expect(await count()).toBe(true)
    await other.stop()
  })

  test('does not grow old by talk of another case, and comes from memory', async () => {
    const other = await report(lin, { words: '另外一个案例，和前面那个没有关系。' })
    const pages = ['/rules', `/cases/${other}/history`]
    for (const page of pages) await textOf(guest, page)
    await reply('关于第一个案例的一句话。')
    for (const page of pages) {
      await textOf(guest, page)
      expect((await lines(page)).at(-1)).toMatchObject({ method: 'GET', status: 200, from: 'memory' })
    }
  })

  test('that 50 strangers ask for at once is made once', async () => {
    const fresh = await report(lin, { words: '还没有人看过的一页。' })
    const texts = await Promise.all(Array.from({ length: 50 }, () => textOf(guest, `/en/cases/${fresh}`)))
    expect(texts.every(text => text.includes('还没有人看过的一页。'))).toBe(true)
    // Whoever comes a moment after it was made finds it remembered.
    const from = (await lines(`/en/cases/${fresh}`)).map(line => line.from)
    expect([from.length, from.filter(it => it === 'made').length, from.filter(it => it !== 'joined' && it !== 'memory' && it !== 'made')]).toEqual([50, 1, []])
  })

  test('never holds anything of somebody signed in, whoever comes first', async () => {
    for (const address of ['/', '/cases', `/cases/${id}`, '/stats', '/rules', `/people/${encodeURIComponent('林门前')}`]) {
      for (const [mine, headers] of [[true, {}], [false, {}], [true, { rsc: '1' }], [false, { rsc: '1' }], [false, { cookie: 'guoshen-browser=abc' }]] as const) {
        const answer = await (mine ? lin : guest).send(address, { headers })
        const text = await answer.text()
        expect([address, mine, text.includes('href="/me"')]).toEqual([address, mine, mine])
        expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
        if (mine) expect(answer.headers.get('cache-control')).toMatch(/private|no-store/)
        else expect(answer.headers.get('set-cookie')).toBeNull()
      }
    }
  })

  test('is asked about each time by browsers, and not sent to those who have it', async () => {
    const first = await guest.send(`/cases/${id}`)
    await first.text()
    const etag = first.headers.get('etag')!
    expect(Object.fromEntries(first.headers)).toMatchObject({ 'cache-control': 'no-cache', 'vary': 'cookie, accept-encoding' })
    const again = await guest.send(`/cases/${id}`, { headers: { 'if-none-match': `"other", ${etag}` } })
    expect([again.status, await again.text(), again.headers.get('etag'), again.headers.get('content-security-policy')])
      .toEqual([304, '', etag, first.headers.get('content-security-policy')])
    await reply('一句让它变样的话。')
    const changed = await guest.send(`/cases/${id}`, { headers: { 'if-none-match': etag } })
    expect([changed.status, (await changed.text()).includes('一句让它变样的话。')]).toEqual([200, true])
    expect((await lin.send(`/cases/${id}`, { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  test('has the same head without its body for HEAD, remembered or not', async () => {
    for (const address of [`/cases/${id}`, '/api/v1/cases', '/sign-in', '/nowhere']) {
      const [whole, head] = [await guest.send(address), await guest.send(address, { method: 'HEAD' })]
      const length = (await whole.arrayBuffer()).byteLength
      expect([head.status, await head.text()]).toEqual([whole.status, ''])
      if (!whole.headers.get('content-encoding')) expect(head.headers.get('content-length')).toBe(String(length))
    }
  })

  test('comes in each encoding as the same text', async () => {
    const plain = await textOf(guest, `/cases/${id}`, { 'accept-encoding': 'identity' })
    for (const encoding of ['gzip', 'br']) {
      const answer = await guest.send(`/cases/${id}`, { headers: { 'accept-encoding': encoding } })
      expect(answer.headers.get('content-encoding')).toBe(encoding)
      expect(await answer.text()).toBe(plain)
    }
  })

  test('with a query that it does not declare is made each time', async () => {
    for (const address of [`/cases/${id}?utm_source=x`, `/cases/${id}?utm_source=x`]) expect((await guest.send(address)).status).toBe(200)
    expect((await lines(`/cases/${id}`)).slice(-2).map(line => line.from)).toEqual(['next', 'next'])
  })
})

describe('The same form for everybody', () => {
  test('two guests each get their own text back, and one guest both of his', async () => {
    const page = await new Visitor(site.url).open(`/cases/${id}`)
    const { key } = hiddenFields(page, '/do/reply')
    expect(key).toMatch(/^open-/)
    const write = async (who: Visitor, words: string) => {
      const at = await who.submit(page, '/do/reply', { words })
      const then = new URL(at.url).searchParams.get('then')!
      return then
    }
    const [bo, mo] = [new Visitor(site.url), new Visitor(site.url)]
    const written: [Visitor, string][] = [[bo, '柏的第一句话，还没登录。'], [mo, '莫的一句话，也没登录。'], [bo, '柏的第二句话，换了想法。']]
    const places = []
    for (const [who, words] of written) places.push(await write(who, words))
    expect(new Set(places).size).toBe(3)
    for (const [n, [who, words]] of written.entries()) {
      expect((await who.open(places[n]!)).html).toContain(words)
      expect((await (who === bo ? mo : bo).open(places[n]!)).html).not.toContain(words)
    }
  })

  test('one person sends two texts from it and both are published, the same text twice is once', async () => {
    const page = await guest.open(`/cases/${id}`)
    const fields = hiddenFields(page, '/do/reply')
    for (const words of ['同一张表单的第一条。', '同一张表单的第二条。', '同一张表单的第一条。']) await lin.press('/do/reply', { ...fields, words })
    const rows = await ask(site.databaseUrl, `select words from replies where words like '同一张表单的%' order by id`)
    expect(rows.map(row => row.words)).toEqual(['同一张表单的第一条。', '同一张表单的第二条。'])
  })

  test('while it is written down it stays one draft', async () => {
    const form = { ...formOn('/cases/new?process=certification'), key: 'open-abcdefghijklmnop', act: 'report-case', ...threeSteps }
    const drafts = () => ask(site.databaseUrl, `select key from drafts where key like 'own-%' and act = 'report-case'`)
    const before = (await drafts()).length
    for (const words of ['写了一半', '写了一半多', '写完了']) await lin.post('/do/keep-draft', { ...form, words })
    expect((await drafts()).length).toBe(before + 1)
  })
})

describe('At the door', () => {
  test('a ready site says so, and a healthy one', async () => {
    expect((await guest.send('/readyz')).status).toBe(200)
    expect(await (await guest.send('/healthz')).json()).toMatchObject({ status: 'ok' })
  })

  test('files with a hash in their name are kept for ever, others for an hour, and nothing else can be reached through them', async () => {
    const html = await textOf(guest, '/')
    const [style] = /\/_next\/static\/[^"]+\.css/.exec(html)!
    expect((await guest.send(style)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await guest.send('/plain.css')).headers.get('cache-control')).toBe('public, max-age=3600')
    for (const address of ['/_next/static/../../package.json', '/_next/static/%2e%2e/BUILD_ID', '/..%2fpackage.json']) {
      expect([404, 400, 308]).toContain((await guest.send(address)).status)
    }
  })

  test('more than a hundred headers are refused, and more than four megabytes', async () => {
    const headers = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`x-h${n}`, '1']))
    expect((await guest.send('/', { headers })).status).toBe(431)
    const answer = await rawly(`POST /do/reply HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 413 /)
  })

  test('of a program more than four megabytes are refused as a problem, in its language', async () => {
    const answer = await rawly(`POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\nContent-Length: 5000000\r\n\r\n`, '}\n')
    expect(answer).toMatch(/^HTTP\/1.1 413 [^]*content-type: application\/problem\+json/)
    expect(answer).toContain('"type":"/data#body_too_large","title":"Too large","status":413')
  })

  test('what is too large for a form is refused, and the next request on the same connection is answered', async () => {
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
    const head = `Host: x\r\nOrigin: ${site.url}\r\nContent-Type: application/x-www-form-urlencoded\r\n`
    socket.write(`POST /do/reply HTTP/1.1\r\n${head}Content-Length: 2000000\r\n\r\n${'x'.repeat(2_000_000)}`)
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    let said = ''
    for await (const data of socket) said += data
    expect(said.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200'])
  })

  test('what comes in pieces, and more than four megabytes of them, is told so before it is cut off', async () => {
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(`POST /do/reply HTTP/1.1\r\nHost: x\r\nOrigin: ${site.url}\r\nTransfer-Encoding: chunked\r\n\r\n`)
    const piece = `100000\r\n${'x'.repeat(0x100000)}\r\n`
    for (let n = 0; n < 5; n++) socket.write(piece)
    let said = ''
    for await (const data of socket) {
      said += data
      // Only now does he say that this was all.
      if (said.includes('</html>')) socket.end('0\r\n\r\n')
    }
    expect(said).toMatch(/^HTTP\/1.1 413 [^]*<h1>太大了<\/h1>/)
    expect(said).toMatch(/\r\nconnection: close\r\n/i)
  })

  const smuggled = 'GET /en/sign-up HTTP/1.1\r\nHost: x\r\nx-swallow: '
  // Behind the door many people's requests follow one another on the same connections.
  test.each([
    ['GET', 'Content-Length: 5', 'hello'],
    ['HEAD', 'Content-Length: 5', 'hello'],
    ['GET', 'Transfer-Encoding: chunked', '5\r\nhello\r\n0\r\n\r\n'],
    ...['DELETE', 'OPTIONS', 'TRACE', 'PUT', 'POST'].map(method =>
      [method, 'Transfer-Encoding: chunked', `${smuggled.length.toString(16)}\r\n${smuggled}\r\n0\r\n\r\n`]),
    ['POST', `Content-Length: ${smuggled.length}`, smuggled],
  ])('what comes with a %s (%s) is never read as the next person’s request', async (method, length, body) => {
    const titleAt = async (address: string) => {
      const answer = await fetch(site.url + address)
      return [answer.status, /<title>(.*?)<\/title>/.exec(await answer.text())?.[1]]
    }
    const expected = await titleAt('/sign-in')
    for (let n = 0; n < 3; n++) {
      await rawly(`${method} /sign-in?n=${n} HTTP/1.1\r\nHost: x\r\n${length}\r\n\r\n${body}`)
      expect(await Promise.all(Array.from({ length: 5 }, () => titleAt('/sign-in')))).toEqual(Array(5).fill(expected))
    }
  })

  test('an address that cannot be read is said to be none', async () => {
    for (const line of ['GET /people/%zz', 'GET /en/people/%e4%b8', 'OPTIONS *']) {
      expect(await rawly(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /)
    }
  })

  test.each(['/cases/%31', '/cases/1#x', '/cases/x', '/cases/../rules', '/people/%2e%2e', '/cases?sort=newest?&draft=x', '/cases\\x'])(
    'another spelling of an address is not remembered: %s', address => {
      expect(routeOf(address)).toBe(null)
    })

  test('a line of the log says nothing of who asked or what he looked for, and nobody can write one', async () => {
    const words = '查我的名字'
    await textOf(guest, `/search?q=${encodeURIComponent(words)}%0d%0a{"from":"forged"}`, { 'user-agent': 'curious', 'cookie': 'a=b' })
    await rawly('GET /nowhere%0d%0a{"forged":1} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    const line = (await lines('/search')).at(-1)!
    expect(Object.keys(line).sort()).toEqual(['at', 'bytes', 'from', 'method', 'ms', 'path', 'status'])
    for (const secret of [words, encodeURIComponent(words), 'curious', '127.0.0.1']) expect(site.said().slice(site.said().indexOf('listens on') + 40)).not.toContain(secret)
    expect(site.said()).not.toMatch(/^\{"(from|forged)"/m)
  })

  test('a page that cannot be made says so without JavaScript, in the reader’s language', async () => {
    const broken = await startSite()
    await ask(broken.databaseUrl, 'alter table rule_changes rename to rule_changes_gone')
    for (const [address, lang, title] of [['/rules', 'zh-CN', '出错了'], ['/en/rules', 'en', 'Something went wrong']] as const) {
      const answer = await fetch(broken.url + address)
      const html = await answer.text()
      expect([answer.status, html.includes(`lang="${lang}"`), html.includes(`<h1>${title}</h1>`), html.includes('<script')]).toEqual([500, true, true, false])
    }
    await broken.stop()
  })
})

describe('Limits', () => {
  test('one address is answered 20 times a second and then asked to wait; files are not counted', async () => {
    const limited = await startSite({ RATE_LIMITS: 'on' })
    const statuses = async (address: string) => {
      const answers = await Promise.all(Array.from({ length: 60 }, () => fetch(limited.url + address)))
      const first = answers.find(({ status }) => status === 429)
      if (first) expect([first.headers.get('retry-after'), (await first.text()).includes('<h1>来得太快</h1>')]).toEqual([expect.stringMatching(/^\d+$/), true])
      return answers.filter(({ status }) => status === 429).length
    }
    expect(await statuses('/plain.css')).toBe(0)
    await fetch(`${limited.url}/rules`)
    await sleep(1_000)
    expect(await statuses('/rules')).toBeGreaterThan(0)
    await limited.stop()
  })

  test('a program is told so as a problem, with the seconds to wait; whether the site lives and is ready is not counted', async () => {
    const limited = await startSite({ RATE_LIMITS: 'on' })
    const asked = async (address: string, language = 'zh') =>
      Promise.all(Array.from({ length: 60 }, () => fetch(limited.url + address, { headers: { 'accept-language': language } })))
    const refused = (await asked('/api/v1/rules', 'en')).find(({ status }) => status === 429)!
    const wait = refused.headers.get('retry-after')!
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8', 'content-language': 'en', 'access-control-allow-origin': '*', 'cache-control': 'no-store',
      'retry-after': expect.stringMatching(/^[1-9]\d?$/), 'ratelimit-limit': expect.stringMatching(/^(20|240), 20;w=1, 240;w=60$/),
      'ratelimit-remaining': '0', 'ratelimit-reset': wait,
    })
    expect(problemSchema.parse(await refused.json())).toMatchObject({ type: '/data#limited', status: 429, title: 'Too fast' })
    for (const address of ['/healthz', '/readyz']) expect(new Set((await asked(address)).map(({ status }) => status))).toEqual(new Set([200]))
    await limited.stop()
  })

  test('300 connections that one address opens and says nothing on keep neither it nor others from being answered', async () => {
    const limited = await startSite({ RATE_LIMITS: 'on' })
    const port = Number(new URL(limited.url).port)
    let open = 0
    const silent = Array.from({ length: 300 }, () => connect(port, '127.0.0.1', () => { open++ })
      .on('error', () => undefined).on('close', () => { open-- }))
    while (silent.some(socket => socket.connecting) || open > 100) await sleep(10)
    for (const localAddress of ['127.0.0.1', '127.0.0.2']) expect(await statusFrom(localAddress, `${limited.url}/rules`)).toBe(200)
    silent.forEach(socket => socket.destroy())
    await limited.stop()
  })
})

describe('A memory of nothing', () => {
  test('makes every page anew', async () => {
    const forgetful = await startSite({ PAGE_MEMORY_MB: '0', ACCESS_LOG: 'on' })
    for (let n = 0; n < 3; n++) await (await fetch(`${forgetful.url}/rules`)).text()
    expect((await lines('/rules', forgetful)).map(line => line.from)).toEqual(['made', 'made', 'made'])
    await forgetful.stop()
  })
})

function statusFrom(localAddress: string, url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { localAddress, agent: false }, answer => resolve(answer.resume().statusCode!)).on('error', reject)
  })
}

/** What a site answers to bytes that no browser would send. */
async function rawly(bytes: string, until = '\r\n\r\n'): Promise<string> {
  const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
  socket.write(bytes)
  let said = ''
  for await (const data of socket) {
    said += data
    if (said.includes(until)) break
  }
  socket.destroy()
  return said
}
