import { beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../support/ask'
import { useSite } from '../support/server'
import { formOn, report, signUp, threeSteps } from '../support/stories'
import { Visitor } from '../support/visitor'
import { acts } from './permission-table'

const site = useSite({ STARTING_DATA: 'on' })
let lin: Visitor
let bo: Visitor
let id: number

beforeAll(async () => {
  lin = await signUp(site.url, '林门口')
  bo = await signUp(site.url, '柏门外')
  id = await report(lin)
})

describe('a form from elsewhere is refused by every act', () => {
  const foreign: [name: string, headers: Record<string, string>][] = [
    ['from another site', { origin: 'https://elsewhere.example' }],
    ['from nowhere (Origin: null)', { origin: 'null' }],
    ['without an Origin', {}],
    ['from a sub-domain of ours', { origin: 'http://evil.127.0.0.1' }],
    ['marked cross-site by the browser', { 'origin': 'SITE', 'sec-fetch-site': 'cross-site' }],
    ['marked same-site by the browser', { 'origin': 'SITE', 'sec-fetch-site': 'same-site' }],
  ]

  test.each(foreign)('%s', async (_, headers) => {
    const own: Record<string, string> = headers.origin === 'SITE' ? { origin: site.url } : {}
    for (const act of Object.keys(acts)) {
      const body = new URLSearchParams({ ...formOn('/cases'), ...threeSteps, case: String(id) })
      const answer = await lin.send(`/do/${act}`, { method: 'POST', body, headers: { ...headers, ...own } })
      expect([act, answer.status]).toEqual([act, 403])
    }
  })

  test('as text/plain or JSON: 415; by GET, PUT or DELETE: 405; none changes anything', async () => {
    const before = await ask(site.databaseUrl, 'select count(*) as n from submissions')
    for (const act of Object.keys(acts)) {
      for (const type of ['text/plain', 'application/json']) {
        const answer = await lin.send(`/do/${act}`, { method: 'POST', body: 'key=abcdefghijklmnop&lang=zh', headers: { 'content-type': type, 'origin': site.url } })
        expect([act, type, answer.status]).toEqual([act, type, 415])
      }
      for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
        const answer = await lin.send(`/do/${act}?case=${id}`, { method, headers: { origin: site.url } })
        expect([act, method, answer.status]).toEqual([act, method, 405])
      }
    }
    expect(await ask(site.databaseUrl, 'select count(*) as n from submissions')).toEqual(before)
  })

  test('a method named in the form or a header is not believed', async () => {
    const answer = await lin.send('/do/withdraw-case?_method=POST', { method: 'GET', headers: { 'x-http-method-override': 'POST', 'origin': site.url } })
    expect(answer.status).toBe(405)
  })

  test('the same form from our own page passes', async () => {
    expect(await report(lin)).toBeGreaterThan(id)
  })
})

describe('what belongs to somebody else', () => {
  test('a draft opens for its writer alone; with its key anybody else sees an empty form', async () => {
    const form = { ...formOn('/cases/new?process=certification'), act: 'report-case', ...threeSteps, words: '只写给自己看的草稿。' }
    await lin.post('/do/keep-draft', form)
    const address = `/cases/new?process=certification&draft=${form.key}`
    expect((await lin.open(address)).html).toContain('只写给自己看的草稿。')
    for (const other of [bo, new Visitor(site.url)]) expect((await other.open(address)).html).not.toContain('只写给自己看的草稿。')
  })

  test('somebody else cannot overwrite, publish or drop a draft by knowing its key', async () => {
    const form = { ...formOn('/cases/new?process=certification'), act: 'report-case', ...threeSteps, words: '第二份只给自己的草稿。' }
    await lin.post('/do/keep-draft', form)
    await bo.post('/do/keep-draft', { ...form, words: '被别人改掉了的草稿。' })
    await bo.post('/do/drop-draft', { ...formOn('/me/drafts'), draft: form.key })
    expect((await lin.open(`/cases/new?process=certification&draft=${form.key}`)).html).toContain('第二份只给自己的草稿。')
  })

  test('a session of somebody else is not found, and lives on', async () => {
    const [row] = await ask(site.databaseUrl, `select sessions.id from sessions join people on people.id = person_id where name = '林门口'`)
    const page = await bo.post('/do/revoke-session', { ...formOn('/me/sessions'), session: String(row!.id) })
    expect(page.status).toBe(404)
    expect((await lin.open('/me')).html).toContain('林门口')
  })
})

describe('fields nobody asked for', () => {
  test('role, author, times, state, source and trust in a form change nothing', async () => {
    const extra = {
      role: 'admin', author_id: '1', authorId: '1', created_at: '0', createdAt: '0', hidden_at: '1', state: 'hidden', score: '99',
      agreeCount: '99', agree_count: '99', trust_level: '9', evidence_tier: '2', in_figures: '1', ref: 'thread-1', account: 'x', id: '1',
    }
    const made = await report(lin, extra)
    const [row] = await ask(site.databaseUrl, `select * from cases where id = ${made}`)
    const [me] = await ask(site.databaseUrl, `select * from people where name = '林门口'`)
    expect(row).toMatchObject({ author_id: me!.id, state: 'live', source: 'own', agree_count: 0, account: me!.pseudonym })
    expect(row!.ref).not.toBe('thread-1')
    expect(row!.evidence_tier).toBeLessThan(2)
    expect(Number(row!.created_at)).toBeGreaterThan(1_700_000_000_000)
    expect(me!.role).toBe('member')
  })

  test('a source that people may not claim is refused beside its field', async () => {
    const page = await lin.post('/do/report-case', { ...formOn('/cases/new?process=certification'), ...threeSteps, source: 'thread' })
    expect(page.html).toContain('href="#source"')
  })

  test('prototype keys, files and 3,000 fields are refused with 400, two megabytes with 413', async () => {
    const post = (body: BodyInit) => lin.send('/do/report-case', { method: 'POST', body, headers: { origin: site.url } })
    expect((await post(new URLSearchParams({ ...formOn('/'), '__proto__': 'x', 'a.__proto__.b': 'y' }))).status).toBe(400)
    const many = new URLSearchParams(formOn('/'))
    for (let n = 0; n < 3000; n++) many.append(`f${n}`, 'x')
    expect((await post(many)).status).toBe(400)
    const file = new FormData()
    for (const [name, value] of Object.entries(formOn('/'))) file.append(name, value)
    file.append('words', new Blob(['x']), 'x.html')
    expect((await post(file)).status).toBe(400)
    expect((await post(new URLSearchParams({ ...formOn('/'), words: 'x'.repeat(2 * 1024 * 1024) }))).status).toBe(413)
  })
})

describe('what pages and answers never hold', () => {
  test('no password hash, session token, browser mark or address stands on any page or answer', async () => {
    const [person] = await ask(site.databaseUrl, `select password_hash from people where name = '林门口'`)
    const sessions = await ask(site.databaseUrl, 'select token_hash from sessions')
    const drafts = await ask(site.databaseUrl, 'select owner from drafts')
    const secrets = [String(person!.password_hash), ...sessions.map(row => String(row.token_hash)), ...drafts.map(row => String(row.owner)).filter(owner => owner.startsWith('b:'))]
    expect(secrets.length).toBeGreaterThan(2)
    const addresses = [
      '/', '/cases', `/cases/${id}`, `/cases/${id}/history`, `/people/${encodeURIComponent('林门口')}`, '/moderation', '/search?q=电话', '/stats', '/me',
      '/me/sessions', '/api/v1/cases', `/api/v1/cases/${id}`, '/api/v1/cases.csv', '/api/v1/cases.ndjson', '/api/v1/openapi.json',
    ]
    for (const address of addresses) {
      for (const [reader, headers] of [[lin, {}], [bo, {}], [bo, { rsc: '1' }]] as const) {
        const text = await (await reader.send(address, { headers })).text()
        for (const secret of [...secrets, '$argon2id$']) expect(text.includes(secret), `${address} holds ${secret.slice(0, 12)}…`).toBe(false)
      }
    }
  })

  test('pages of people signed in are not stored; every page carries the same strict headers', async () => {
    for (const reader of [lin, new Visitor(site.url)]) {
      for (const address of ['/', `/cases/${id}`, '/nowhere', '/api/v1/cases', '/healthz']) {
        const { headers } = await reader.send(address)
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        const policy = headers.get('content-security-policy') ?? ''
        expect(policy).toContain("object-src 'none'")
        expect(policy).toContain("base-uri 'none'")
        expect(policy).toContain("frame-ancestors 'none'")
        expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/)
        if (reader === lin && address === '/') expect(headers.get('cache-control')).toMatch(/no-store/)
      }
    }
  })
})
