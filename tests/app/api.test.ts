import { eq } from 'drizzle-orm'
import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { importLines } from '@/db/cases/import'
import { endpoints } from '@/domain/api/endpoints'
import { readQuestion } from '@/domain/figures/kept'
import { write } from '@/db/connection'
import { keepFigure } from '@/db/figures/keep'
import { cases, identities, people, sessions } from '@/db/schema'
import { fillEmptyDatabase } from '@/scripts/starting-data'
import { schemaIn } from '../support/answer-schema'
import { useSite } from '../support/server'
import { someToken } from '../support/tokens'

const site = useSite()

type Json = Record<string, unknown>
type Page = { cases: { id: number }[]; next: string | null }
type Operation = {
  responses: Record<string, { content?: Record<string, { schema: Json }> }>
  parameters?: { name: string; in: string }[]
  security?: Json[]
}

const shipped = readFileSync('db/starting/cases.ndjson', 'utf8').trim().split('\n')
const told = 40
let keptRef = ''
let token = ''

// 9 cases of the thread, and 40 people who each tell of an own one: enough for every figure to say something.
beforeAll(async () => {
  await fillEmptyDatabase()
  const report = await importLines(Array.from({ length: told }, (_, at) => ownCase(at)), { now: Date.now() })
  if (report.added !== told) throw new Error(JSON.stringify(report.bad))
  const read = readQuestion('outcomes', new URLSearchParams(), Date.now())
  if (!read.ok) throw new Error(read.problem)
  keptRef = (await write(tx => keepFigure(tx, { kind: 'outcomes', ...read, now: Date.now() })))!
  token = await write(tx => someToken(tx, ['read']))
})

describe('The document at /api/v1/openapi.json', () => {
  test('is kept by every path of the running site, empty-handed and asked for more', async () => {
    const document = await json('/openapi.json')
    const paths = Object.entries(document.paths as Record<string, { get?: Operation }>).flatMap(([path, { get }]) => (get ? [{ path, get }] : []))
    expect(paths).toHaveLength(Object.keys(endpoints).length + 1)
    for (const { path, get } of paths) {
      const [media, { schema }] = Object.entries(get.responses['200']!.content!)[0]!
      const names = (get.parameters ?? []).filter(it => it.in === 'query').map(({ name }) => name)
      const narrow = { layer: 'thread', limit: '3', subject: 'personal', sort: 'agreed' }
      for (const query of ['', queryOf(names, { layer: 'all' }), queryOf(names, narrow)]) {
        const response = await ask(`${placed(path, 1)}${query}`, get.security ? { authorization: `Bearer ${token}` } : {})
        expect([path, query, response.status]).toEqual([path, query, 200])
        expect(response.headers.get('content-type')).toBe(`${media}; charset=utf-8`)
        const body = media === 'application/json' ? await response.json() as unknown : await response.text()
        const checked = schemaIn(document, schema).safeParse(body)
        expect([path, query, checked.error?.issues]).toEqual([path, query, undefined])
      }
    }
  })

  test('tells the truth about 400, 404 and 422 too', async () => {
    const document = await json('/openapi.json')
    const problem = schemaIn(document, (document.components as { schemas: Json }).schemas.Problem as Json)
    const wrong = [['/cases?colour=red', 400], ['/cases/9999', 404], ['/stats/names?process=x', 422]] as const
    for (const [path, status] of wrong) {
      const response = await ask(path)
      expect(response.status).toBe(status)
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      expect(problem.safeParse(await response.json()).error).toBeUndefined()
    }
  })
})

describe('A list of cases', () => {
  test('of 49, asked for 20 at a time, is 3 pages with each case once, the newest first', async () => {
    const ids: number[] = []
    let [after, pages]: [string | null, number] = [null, 0]
    do {
      const page: Page = await json(`/cases?limit=20${after === null ? '' : `&after=${after}`}`) as Page
      ids.push(...page.cases.map(({ id }) => id))
      after = page.next
      pages++
    } while (after !== null)
    expect(pages).toBe(3)
    expect(ids).toEqual(Array.from({ length: 49 }, (_, at) => 49 - at))
  })

  test('narrows as the page does: 9 of the thread, 1 code review, 1 asked for a software copyright', async () => {
    expect(await count('/cases?layer=thread&limit=100')).toBe(9)
    expect(await count('/cases?process=code_review')).toBe(1)
    expect(await count('/cases?proof=software_copyright')).toBe(1)
    expect(await count('/cases?reason=category_mismatch&category=tool')).toBe(1)
    expect(await count('/cases?layer=thread&outcome=waiting')).toBe(1)
  })

  test('by agreement goes on from a cursor of its own, and refuses one of the newest', async () => {
    const first = await json('/cases?sort=agreed&limit=30') as { next: string }
    expect(await count(`/cases?sort=agreed&limit=30&after=${first.next}`)).toBe(19)
    expect((await ask('/cases?sort=agreed&after=30')).status).toBe(422)
    expect((await ask(`/cases?after=${first.next}`)).status).toBe(422)
  })

  test('says which 2 of 3 parameters are wrong, in Chinese and in English', async () => {
    const chinese = await json('/cases?process=passport&month=2023-11&limit=1000')
    expect((chinese.errors as { parameter: string }[]).map(({ parameter }) => parameter)).toEqual(['process', 'limit'])
    expect(chinese).toMatchObject({ status: 422, type: '/data#unreadable_value', title: '参数的值不对' })
    const english = await json('/cases?process=passport', { 'accept-language': 'en-GB,en;q=0.9' })
    expect(english).toMatchObject(
      { status: 422, title: 'A value that is none', errors: [{ parameter: 'process', code: 'not_in_list' }] })
  })

  test('refuses a parameter it does not know and one given twice, instead of answering something else', async () => {
    expect(await json('/cases?proces=filing')).toMatchObject(
      { status: 400, errors: [{ parameter: 'proces', code: 'unknown_parameter' }] })
    expect(await json('/cases?process=filing&process=rename')).toMatchObject(
      { status: 400, errors: [{ parameter: 'process', code: 'given_twice' }] })
  })
})

describe('A figure', () => {
  test('of the thread’s first calls says that 1 case is too few, with null for all it does not know', async () => {
    const figure = await json('/stats/durations?process=certification&stage=first_call&layer=thread')
    expect(figure).toMatchObject(
      { stage: 'first_call', events: null, waiting: null, suppressed: 'few_accounts', curve: [] })
    expect(figure.quantiles).toMatchObject({ '0.5': { value: null, lower: null, upper: null } })
    expect(figure.method).toEqual(expect.any(String))
  })

  test('of 40 own cases that waited 1, 2, … 40 minutes for the call says that half waited 20', async () => {
    const figure = await json('/stats/durations?stage=first_call')
    expect(figure).toMatchObject(
      { scale: 'minute', n: told, events: told, waiting: 0, accounts: told, suppressed: null })
    expect((figure.quantiles as Record<string, { value: number }>)['0.5']!.value).toBeCloseTo(20.5)
    expect((figure.curve as unknown[]).length).toBeGreaterThan(30)
    expect((figure.curve as Json[])[0]).toMatchObject({ t: 1, at_risk: 40, survival: 0.975 })
  })

  test('never counts the code review in certification, and asks for a stage the process has', async () => {
    expect(await json('/stats/outcomes?process=code_review&layer=thread')).toMatchObject({ suppressed: 'few_accounts' })
    expect(await json('/stats/durations?process=filing&stage=first_call')).toMatchObject(
      { status: 422, errors: [{ parameter: 'stage', allowed: ['platform', 'sms', 'bureau', 'filing_total'] }] })
    expect((await ask('/stats/names?process=code_review')).status).toBe(422)
  })

  test('has its rows: as many in the table as cases it counts', async () => {
    const table = Buffer.from(await (await ask('/cases.csv?process=certification&layer=own')).arrayBuffer())
    // Spreadsheets take it for UTF-8 by these three bytes.
    expect(table.subarray(0, 3).toString('hex')).toBe('efbbbf')
    const rows = table.subarray(3).toString().trim().split('\r\n')
    expect(rows).toHaveLength(told + 1)
    expect(rows[0]).toMatch(/^id,ref,account,source,in_figures,outcome,month,process,/)
  })
})

describe('What is not for reading', () => {
  test('is in none of the answers: no hidden and no withdrawn case, no name, hash, session or identity', async () => {
    const canaries = [
      '金丝雀先生', 'canary-password-hash', 'canary-token-hash', 'canary-device', 'canary@example.org', 'canary words',
    ]
    await plantCanaries()
    // Written by another process, of which the site hears within a quarter of a second.
    await vi.waitUntil(async () => (await ask('/cases/1')).status === 404, { timeout: 10_000 })
    const document = await json('/openapi.json')
    for (const path of Object.keys(document.paths as object)) {
      const text = await (await ask(placed(path, 3))).text()
      for (const canary of canaries) expect([path, text.includes(canary)]).toEqual([path, false])
    }
    expect((await ask('/cases/1')).status).toBe(404)
    expect((await ask('/cases/2')).status).toBe(404)
    expect(await count(`/cases?layer=thread`)).toBe(7)
    const own = await json('/cases/3')
    expect(own.account).toBe('p-canary')
    expect(JSON.stringify(own)).not.toContain(`"author`)
  })
})

describe('The way of asking', () => {
  test('again with the ETag costs 0 bytes, until something changes', async () => {
    const first = await ask('/cases/5')
    const etag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const again = await ask('/cases/5', { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])

    await write(async tx => { await tx.update(cases).set({ agreeCount: 7 }).where(eq(cases.id, 5)) })
    // Written by another process, of which the site hears within a quarter of a second.
    const changed = await vi.waitUntil(async () => {
      const answer = await ask('/cases/5', { 'if-none-match': etag })
      return answer.status === 304 ? null : answer
    }, { timeout: 10_000 })
    expect(changed.status).toBe(200)
    expect(await changed.json()).toMatchObject({ id: 5, agrees: 7 })
  })

  test('is open to pages of every origin, for GET and HEAD alone', async () => {
    const asked = await ask('/rules', { origin: 'https://example.org' })
    expect(asked.headers.get('access-control-allow-origin')).toBe('*')
    expect((await asked.json() as { rules: unknown[] }).rules).toHaveLength(6)
    const head = await fetch(`${site.url}/api/v1/cases`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('etag')).toBeTruthy()
    const preflight = await fetch(`${site.url}/api/v1/cases`, { method: 'OPTIONS' })
    expect([preflight.status, preflight.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST'])
    // No page of another origin can write: nobody tells its browser that it may.
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
    expect(preflight.headers.get('access-control-allow-headers')).not.toContain('authorization')
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is refused where there is nothing to be written, with the methods there are', async method => {
    for (const path of ['/cases', '/cases/1', '/cases.csv', '/stats/durations', '/rules', '/openapi.json', '/no']) {
      if (path === '/cases' && method === 'POST') continue
      const response = await fetch(`${site.url}/api/v1${path}`, { method })
      expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, `GET, HEAD, OPTIONS${path === '/cases' ? ', POST' : ''}`])
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    }
  })

  test.each([['outcomes/months', 'outcomes-months'], ['names/changes', 'names-changes']])('at an address it had before, %s, is led on with what it asks', async (old, now) => {
    const response = await fetch(`${site.url}/api/v1/stats/${old}?process=renewal`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([308, `/api/v1/stats/${now}?process=renewal`])
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect((await ask(`/stats/${old}?process=renewal`)).status).toBe(200)
  })

  test('for what is nowhere gets 404 as a problem', async () => {
    const nobodys = ['/cases/abc', '/cases/0', '/cases/1e3', '/cases/99999999999999999999']
    for (const path of ['', '/nowhere', '/cases/1/events', ...nobodys]) {
      expect([path, (await ask(path)).status]).toEqual([path, 404])
    }
  })
})

describe('The whole of the data', () => {
  test('downloaded is what the export command writes, line by line', async () => {
    const downloaded = await (await ask('/cases.ndjson')).text()
    const { code, said } = await site.run('export')
    expect(code).toBe(0)
    expect(said).toBe(downloaded)
    expect(downloaded.trim().split('\n').length).toBeGreaterThan(40)
  })

  test('imported by the command: 2 good lines are added, the bad third is named, and the code is 1', async () => {
    const file = `${site.folder}/in.ndjson`
    writeFileSync(file, `${renamed(0, 'new-1')}\n${renamed(1, 'new-2')}\n{"ref": "new-3"}\n`)
    const first = await site.run('import', file)
    expect(first.code).toBe(1)
    expect(first.said).toMatch(/2 added, 0 there already, 1 bad line\.|新增 2 例，已有 0 例，1 行有问题。/)
    expect(first.said).toMatch(/Line 3:|第 3 行：/)
    expect(await count('/cases?layer=thread')).toBe(9)

    const spoilt = await site.run('import', file, '--all-or-nothing')
    expect(spoilt.code).toBe(1)
    writeFileSync(file, `${renamed(0, 'new-1')}\n`)
    expect((await site.run('import', file)).code).toBe(0)
    expect(await count('/cases?layer=thread')).toBe(9)
    expect((await site.run('import', `${site.folder}/none.ndjson`)).code).toBe(1)
    expect((await site.run('import')).code).toBe(2)
  })

  test('has a page that names its addresses, its licence and its rules, in 2 languages', async () => {
    const [zh, en] = await Promise.all(['/data', '/en/data'].map(async path => (await fetch(site.url + path)).text()))
    for (const path of ['/cases.ndjson', '/cases.csv', '/stats/durations', '/openapi.json']) {
      expect(zh).toContain(path)
      expect(en).toContain(path)
    }
    expect(zh).toContain('CC BY 4.0')
    expect(en).toContain('CC BY 4.0')
    const rules = await (await fetch(`${site.url}/rules`)).text()
    expect(rules.match(/<article/g)).toHaveLength(6)
    expect(rules.indexOf('2024 年 12 月')).toBeLessThan(rules.indexOf('2023 年 9 月 1 日'))
    expect(await (await fetch(`${site.url}/en/rules`)).text()).toContain('Mini programs of private persons can apply')
  })
})

function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${site.url}/api/v1${path}`, { headers })
}

/** A path of the document with what stands between its braces. */
function placed(path: string, id: number): string {
  return path.replace('{id}', String(id)).replace('{ref}', keptRef).replace('{kind}', 'durations')
}

async function json(path: string, headers: Record<string, string> = {}): Promise<Json> {
  return (await ask(path, headers)).json() as Promise<Json>
}

async function count(path: string): Promise<number> {
  return (await json(path) as { cases: unknown[] }).cases.length
}

function queryOf(names: string[], wanted: Record<string, string>): string {
  const given = Object.entries(wanted).filter(([name]) => names.includes(name))
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** Paid on a day of 2025, called after at + 1 minutes, approved ten minutes later. */
function ownCase(at: number): string {
  const paid = `2025-${String(1 + (at % 6)).padStart(2, '0')}-10T09:00+08:00`
  return JSON.stringify({
    ref: `own-${at}`, account: `p-${at}`, process: 'certification', subject: 'personal', program_age: 'new',
    kind: 'mini_program', category: 'tool', name_pattern: ['coined'], proof_demanded: ['none'], source: 'own',
    name_verdict: at % 2 ? 'passed' : 'must_change',
    title: at === 0 ? '=cmd|calc 名称里有等号' : undefined,
    events: [
      { type: 'paid', at: [paid, paid] },
      { type: 'called', since_previous_minutes: [at + 1, at + 1] },
      { type: 'approved', since_previous_minutes: [10, 10] },
    ],
  })
}

function renamed(line: number, ref: string): string {
  return JSON.stringify({ ...JSON.parse(shipped[line]!), ref })
}

/** An author with secrets writes case 3; case 1 is hidden and case 2 withdrawn. */
async function plantCanaries(): Promise<void> {
  const now = Date.now()
  await write(async tx => {
    const [person] = await tx.insert(people).values({
      name: '金丝雀先生', nameKey: 'canary', nameSkeleton: 'canary', passwordHash: 'canary-password-hash',
      pseudonym: 'p-canary', createdAt: now,
    }).returning({ id: people.id })
    const personId = person!.id
    await tx.insert(identities).values({
      issuer: 'https://idp.example.org', subject: 'canary@example.org', personId, createdAt: now,
    })
    await tx.insert(sessions).values({
      tokenHash: 'canary-token-hash', personId, device: 'canary-device', createdAt: now, lastSeenAt: now,
      expiresAt: now + 1000,
    })
    await tx.update(cases).set({ authorId: personId, account: 'p-canary' }).where(eq(cases.id, 3))
    await tx.update(cases).set({ state: 'hidden', words: 'canary words' }).where(eq(cases.id, 1))
    await tx.update(cases).set({ state: 'withdrawn', words: 'canary words' }).where(eq(cases.id, 2))
  })
}

test('a title that a spreadsheet would run is harmless in the table', async () => {
  const table = await (await ask('/cases.csv?layer=own')).text()
  expect(table).toContain(`,'=cmd|calc 名称里有等号,`)
})
