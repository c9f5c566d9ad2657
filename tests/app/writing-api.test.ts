import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { and, count, desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { exampleCase } from '@/domain/api/examples'
import { problemSchema } from '@/domain/api/problem'
import { writings, type Writing } from '@/domain/api/writings'
import { read, write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { apiTokens, cases, logEntries, replies, taggings } from '@/db/schema'
import { schemaIn } from '../support/answer-schema'
import { Program, type Told } from '../support/program'
import { startSite, useSite } from '../support/server'
import { report, signUp } from '../support/stories'
import { someToken, tokenFor } from '../support/tokens'
import type { Visitor } from '../support/visitor'

const site = useSite({ STARTING_DATA: 'on' })
let lin: Visitor
let program: Program
let moderator: Program
let caseId: number

const because = '读起来是在开玩笑。'

beforeAll(async () => {
  lin = await signUp(site.url, '林程序')
  caseId = await report(lin, { 'events.2.type': '', 'events.2.when_kind': '', 'events.2.wait_least': '', 'events.2.wait_most': '' })
  const person = await findPersonByName(await read(), '林程序')
  program = new Program(site.url, await write(tx => tokenFor(tx, person!.id, ['read', 'report', 'reply'])))
  moderator = new Program(site.url, await write(tx => someToken(tx, ['moderate'], { role: 'moderator', name: '梅管事' })))
})

describe('A case told by a program', () => {
  test('as the manual shows it is made, found at its Location, and its author’s; asked for again it is the same', async () => {
    const key = randomUUID()
    const made = await program.send('/cases', exampleCase, { 'idempotency-key': key })
    expect(made).toMatchObject({ status: 201, body: { masked: [] } })
    expect(made.headers.get('location')).toBe(`/api/v1${String(made.body.page)}`)
    const found = await program.read(String(made.body.page))
    expect(found.body).toMatchObject({ process: 'certification', outcome: 'waiting', source: 'own', words: exampleCase.words })
    expect((await lin.open('/me/cases')).html).toContain(`href="/cases/${String(made.body.id)}"`)
    expect((await program.send('/cases', exampleCase, { 'idempotency-key': key })).body).toEqual(made.body)
  })

  test('keeps the rules of the form: four things wrong are four pointers, each with its words, and nothing is stored', async () => {
    const before = await all()
    const told = { ...exampleCase, fee_yuan: 5000, colour: 'red', events: [{ type: 'paid', at: ['2026-11-09', '2126-11-09'] }, { type: 'flew' }] }
    const refused = await program.send('/cases', told, { 'accept-language': 'en' })
    expect(refused.status).toBe(422)
    const pointers = (refused.body.errors as { pointer: string; detail: string }[])
    expect(pointers.map(it => it.pointer).sort()).toEqual(['#/colour', '#/events/1/type', '#/fee_yuan'])
    expect(pointers.every(it => /[a-z]/.test(it.detail))).toBe(true)
    const late = await program.send('/cases', { ...exampleCase, events: [{ type: 'paid', at: ['2126-11-09', '2126-11-09'] }] })
    expect(late.body).toMatchObject({ status: 422, errors: [{ pointer: '#/events/0/at', code: 'in_future' }] })
    expect(await all()).toBe(before)
  })

  test.each(['ref', 'account', 'suggested_tags', 'note_zh', 'id', 'author_id', 'hidden_at', 'created_at', 'evidence_tier', 'score', 'role', 'trust_level', 'in_figures'])(
    'may not say its %s', async name => {
      const refused = await program.send('/cases', { ...exampleCase, [name]: 'x' })
      expect(refused.body).toMatchObject({ status: 422, errors: [{ pointer: `#/${name}`, code: 'unknown_field' }] })
    })

  test.each(['thread', 'simulated'])('is not of the layer %s', async source => {
    expect((await program.send('/cases', { ...exampleCase, source })).body).toMatchObject({ status: 422, errors: [{ pointer: '#/source' }] })
  })

  test('loses a phone number on the way in, and says so', async () => {
    const made = await program.send('/cases', { ...exampleCase, words: '打 13800138000 找我，付款当天就来电话了。' })
    expect(made.body.masked).toEqual(['phone'])
    expect(JSON.stringify((await program.read(String(made.body.page))).body)).not.toContain('13800138000')
  })

  test('is taken with 202 where newcomers’ posts wait for a moderator, and says so, also when it is sent again; so is a reply', async () => {
    const { siteSettings } = await import('@/db/schema')
    const { eq } = await import('drizzle-orm')
    await write(tx => tx.insert(siteSettings).values({ name: 'pre_moderation', value: 'newcomers', changedAt: 0 }))
    try {
      const fresh = new Program(site.url, await write(tx => someToken(tx, ['report', 'reply'])))
      const key = randomUUID()
      const taken = await fresh.send('/cases', exampleCase, { 'idempotency-key': key })
      expect(taken).toMatchObject({ status: 202, body: { state: 'waiting', masked: [] } })
      expect(taken.headers.get('location')).toBeNull()
      const again = await fresh.send('/cases', exampleCase, { 'idempotency-key': key })
      expect([again.status, again.body]).toEqual([202, taken.body])
      expect((await new Program(site.url, null).read(String(taken.body.page))).status).toBe(404)
      expect(await fresh.send(`/cases/${caseId}/replies`, { words: '我也在等，第一次来。' })).toMatchObject({ status: 202, body: { state: 'waiting' } })
    } finally {
      await write(tx => tx.delete(siteSettings).where(eq(siteSettings.name, 'pre_moderation')))
    }
    expect(await program.send(`/cases/${caseId}/replies`, { words: '这一条不用等。' })).toMatchObject({ status: 201, body: { state: 'done' } })
  })

  test('is done once, however often it is sent: of 50 at once under one key each is told of one case', async () => {
    const before = await all()
    const key = randomUUID()
    // A busy house asks to come back; whoever does, under the same key, has lost nothing.
    const persistent = async (): Promise<Told> => {
      const told = await program.send('/cases', exampleCase, { 'idempotency-key': key })
      return told.status === 503 ? sleep(200).then(persistent) : told
    }
    const told = await Promise.all(Array.from({ length: 50 }, persistent))
    expect(new Set(told.map(it => `${it.status} ${JSON.stringify(it.body)}`)).size).toBe(1)
    expect(told[0]!.status).toBe(201)
    expect(await all()).toBe(before + 1)
    expect((await program.send('/cases', { ...exampleCase, motive: 'ask' }, { 'idempotency-key': key })).body).toMatchObject({ status: 409, type: '/data#key_reused' })
    expect((await program.send(`/cases/${caseId}/replies`, { words: '同一个键，另一件事。' }, { 'idempotency-key': key })).status).toBe(409)
    expect(await all()).toBe(before + 1)
  })

  test('that was refused may be mended and sent again under the same key', async () => {
    const key = randomUUID()
    expect((await program.send('/cases', { ...exampleCase, events: [] }, { 'idempotency-key': key })).status).toBe(422)
    expect((await program.send('/cases', exampleCase, { 'idempotency-key': key })).status).toBe(201)
  })
})

describe('What else a program does', () => {
  test('it replies to a case and to that reply, each on its page', async () => {
    const first = await program.send(`/cases/${caseId}/replies`, { words: '第二天上午来的电话。\r\n很快。' })
    expect(first).toMatchObject({ status: 201, body: { masked: [] } })
    expect(first.headers.get('location')).toBe(`/replies/${String(first.body.id)}`)
    const answer = await program.send(`/cases/${caseId}/replies`, { words: '补一句：是外包打来的。', parent: first.body.id })
    expect(answer.status).toBe(201)
    const page = await lin.open(String(answer.body.page))
    expect(page.html).toContain('补一句：是外包打来的。')
    const [row] = await (await read()).select({ words: replies.words }).from(replies).where(eq(replies.id, Number(first.body.id)))
    expect(row!.words).toBe('第二天上午来的电话。\n很快。')
    expect((await program.send(`/cases/${caseId}/replies`, { words: ' ' })).body).toMatchObject({ status: 422, errors: [{ pointer: '#/words', code: 'words_needed' }] })
    expect((await program.send('/cases/2147483647/replies', { words: '没有这个案例。' })).status).toBe(404)
    expect((await program.send('/cases/abc/replies', { words: '没有这个案例。' })).status).toBe(404)
  })

  test('it says that its owner still waits, of his own cases alone', async () => {
    const said = await program.send(`/cases/${caseId}/still-waiting`, {})
    expect(said).toMatchObject({ status: 200, body: { id: caseId, page: `/cases/${caseId}` } })
    const { events } = (await program.read(`/cases/${caseId}`)).body as { events: { type: string }[] }
    expect(events.at(-1)!.type).toBe('still_waiting')
    const other = new Program(site.url, await write(tx => someToken(tx, ['report'])))
    expect((await other.send(`/cases/${caseId}/still-waiting`, {})).body).toMatchObject({ status: 403, type: '/data#not_allowed' })
  })

  test('a moderator’s puts on and takes off a tag, hides and restores, and the public log has a line for each', async () => {
    const steps = [['tag', { tag: 'joke', because }], ['untag', { tag: 'joke', because }], ['hide', { because }], ['restore', { because }]] as const
    for (const [act, body] of steps) {
      expect(await moderator.send(`/cases/${caseId}/${act}`, body), act).toMatchObject({ status: 200, body: { id: caseId, page: `/cases/${caseId}` } })
    }
    const lines = await (await read()).select({ act: logEntries.act }).from(logEntries)
      .where(eq(logEntries.caseId, caseId)).orderBy(desc(logEntries.id)).limit(4)
    expect(lines.map(({ act }) => act)).toEqual(['restore', 'hide', 'untag', 'tag'])
    expect(await (await read()).$count(taggings, and(eq(taggings.caseId, caseId)))).toBe(0)
    const reply = (await program.send(`/cases/${caseId}/replies`, { words: '这一条会被隐藏，再恢复。' })).body.id
    expect((await moderator.send(`/replies/${String(reply)}/hide`, { because })).status).toBe(200)
    expect((await moderator.send(`/replies/${String(reply)}/hide`, { because })).body).toMatchObject({ status: 422, errors: [{ pointer: '#', code: 'already_hidden' }] })
    expect((await moderator.send(`/replies/${String(reply)}/restore`, { because })).body).toMatchObject({ id: reply, page: `/replies/${String(reply)}` })
    expect((await moderator.send(`/cases/${caseId}/tag`, { tag: 'no-such-tag', because })).body).toMatchObject({ errors: [{ pointer: '#/tag', code: 'tag_unknown' }] })
    expect((await moderator.send(`/cases/${caseId}/tag`, { tag: 'joke', because: '' })).body).toMatchObject({ errors: [{ pointer: '#/because' }] })
  })

  test('a reply to a hidden case is a conflict that says so', async () => {
    const hidden = await report(lin)
    await moderator.send(`/cases/${hidden}/hide`, { because })
    expect((await program.send(`/cases/${hidden}/replies`, { words: '还来得及回复吗？' })).body).toMatchObject({ status: 409, type: '/data#conflict' })
  })

  test('with the scope read it sees its owner’s cases that nobody else sees, and nobody keeps the answer', async () => {
    const hidden = await report(lin)
    await moderator.send(`/cases/${hidden}/hide`, { because })
    const mine = await program.read('/me/cases?limit=100')
    expect((mine.body.cases as { id: number; state: string }[]).find(it => it.id === hidden)?.state).toBe('hidden')
    expect([mine.headers.get('cache-control'), mine.headers.get('access-control-allow-origin')]).toEqual(['no-store', null])
    expect((await program.read('/me')).body).toMatchObject({ name: '林程序', scopes: ['read', 'report', 'reply'], expires_at: null })
    expect((await moderator.read('/me/cases')).status).toBe(403)
  })
})

describe('The document', () => {
  test('describes all of it: what it takes is taken, what it answers and refuses is as it says', async () => {
    const document = (await program.read('/openapi.json')).body as { paths: Record<string, { post?: Operation }>; components: { schemas: Record<string, object> } }
    const operations = Object.entries(document.paths).flatMap(([path, { post }]) => (post ? [{ path, post }] : []))
    expect(operations.map(({ path }) => path).sort()).toEqual(Object.values(writings).map(({ path }) => path).sort())
    const problem = schemaIn(document, document.components.schemas.Problem as never)
    for (const { path, post } of operations) {
      const body = bodyFor(path)
      const takes = schemaIn(document, post.requestBody.content['application/json'].schema as never)
      expect([path, takes.safeParse(body).error?.issues]).toEqual([path, undefined])
      expect([path, takes.safeParse({ ...body, colour: 'red' }).success]).toEqual([path, false])
      const answer = await (await programFor(path)).send(await placed(path), body)
      const [status, described] = Object.entries(post.responses)[0]!
      expect([path, String(answer.status)], JSON.stringify(answer.body)).toEqual([path, status])
      expect([path, schemaIn(document, described.content!['application/json']!.schema as never).safeParse(answer.body).error?.issues]).toEqual([path, undefined])
      const bad = await (await programFor(path)).send(await placed(path), { ...body, colour: 'red' })
      expect([path, bad.status, Object.keys(post.responses).includes('422'), problem.safeParse(bad.body).error?.issues]).toEqual([path, 422, true, undefined])
    }
  })
})

describe('Whoever comes', () => {
  // A table of who × what. Everything that a token is asked for stands in `writings` or is one of the two questions about oneself.
  const asked = [...Object.values(writings).map((it: Writing) => ({ path: it.path, scope: it.scope as string, body: it })), ...['/me', '/me/cases'].map(path => ({ path, scope: 'read', body: null }))]
  const callers = ['no token', 'a cookie alone', 'a token of nobody', 'a broken token', 'read', 'report', 'reply', 'moderate', 'moderate of one who is none now', 'all, suspended', 'all, closed', 'all, ended', 'all, revoked'] as const
  const tokens = {} as Record<(typeof callers)[number], string | null>

  beforeAll(async () => {
    await write(async tx => {
      for (const scope of ['read', 'report', 'reply'] as const) tokens[scope] = await someToken(tx, [scope])
      tokens.moderate = await someToken(tx, ['moderate'], { role: 'moderator' })
      tokens['moderate of one who is none now'] = await someToken(tx, ['moderate'], { role: 'moderator', name: '卸任版主' })
      const whole = ['read', 'report', 'reply', 'moderate'] as const
      tokens['all, suspended'] = await someToken(tx, [...whole], { role: 'moderator', name: '停用版主' })
      tokens['all, closed'] = await someToken(tx, [...whole], { role: 'moderator', name: '离开版主' })
      const keeper = await findPersonByName(tx, '梅管事')
      tokens['all, ended'] = await tokenFor(tx, keeper!.id, [...whole], Date.now() - 1)
      tokens['all, revoked'] = await tokenFor(tx, keeper!.id, [...whole])
    })
    tokens['no token'] = tokens['a cookie alone'] = null
    tokens['a token of nobody'] = 'guoshen_0123456789ABCDEFGHIJKLMNOPQRSTzzzzzz'
    tokens['a broken token'] = tokens.read!.slice(0, -1)
    const { people, suspensions } = await import('@/db/schema')
    await write(async tx => {
      await tx.update(people).set({ role: 'member' }).where(eq(people.name, '卸任版主'))
      await tx.update(people).set({ leftAt: Date.now() }).where(eq(people.name, '离开版主'))
      const [held, keeper] = await Promise.all(['停用版主', '梅管事'].map(name => findPersonByName(tx, name)))
      await tx.insert(suspensions).values({ personId: held!.id, byId: keeper!.id, reason: because, at: Date.now() })
      const [last] = await tx.select({ id: apiTokens.id }).from(apiTokens).orderBy(desc(apiTokens.id)).limit(1)
      await tx.delete(apiTokens).where(eq(apiTokens.id, last!.id))
    })
  })

  test.each(callers)('with %s', async caller => {
    const visitor = new Program(site.url, tokens[caller])
    const cookie: Record<string, string> = caller === 'a cookie alone' ? { cookie: [...lin.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}
    for (const { path, scope, body } of asked) {
      const place = await placed(path)
      const told = body ? await visitor.send(place, bodyFor(path), cookie) : await visitor.read(place, cookie)
      const hasScope = caller === scope
      // Whose case it is, is another question: a stranger's "still waiting" passes the token and is told no.
      const mayNot = path === '/cases/{id}/still-waiting'
      const expected = caller === 'all, suspended' ? 403
        : ['read', 'report', 'reply', 'moderate', 'moderate of one who is none now'].includes(caller) ? (hasScope && !mayNot ? body?.status ?? 200 : 403)
          : 401
      expect([caller, path, told.status], JSON.stringify(told.body)).toEqual([caller, path, expected])
      expect(told.headers.get('cache-control')).toBe('no-store')
      expect([told.headers.get('access-control-allow-origin'), told.headers.get('set-cookie')]).toEqual([null, null])
      if (expected === 401) expect(told.headers.get('www-authenticate')).toMatch(/^Bearer realm="guoshen"/)
      if (told.status >= 400) expect(problemSchema.safeParse(told.body).error).toBeUndefined()
    }
  })

  test('reads what is open with a good token, for himself alone; a bad one is told so rather than served', async () => {
    const path = `/cases/${caseId}`
    const own = await new Program(site.url, tokens.read).read(path)
    expect([own.status, own.headers.get('cache-control'), own.headers.get('access-control-allow-origin')]).toEqual([200, 'no-store', null])
    expect((await new Program(site.url, tokens.read).read('/cases?limit=1')).body.cases).toHaveLength(1)
    const stranger = await new Program(site.url, null).read(path)
    expect([stranger.status, stranger.headers.get('cache-control'), stranger.headers.get('access-control-allow-origin')])
      .toEqual([200, 'public, max-age=0, must-revalidate', '*'])
    for (const caller of ['a token of nobody', 'a broken token', 'all, revoked', 'all, ended', 'all, closed'] as const) {
      // A stranger has just been told, so it is remembered: not for these.
      expect([caller, (await new Program(site.url, tokens[caller]).read(path)).status]).toEqual([caller, 401])
    }
  })
})

describe('What no program sends by mistake', () => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
  const whole = JSON.stringify(exampleCase)
  const bad: [name: string, body: string, headers: Record<string, string>, query: string, status: number, code?: string][] = [
    ['nested 10,000 deep', deep, {}, '', 400, 'too_deep'],
    ['10,000 objects deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, {}, '', 400, 'too_deep'],
    ['1 MB of [', '['.repeat(1_048_576), {}, '', 413],
    ['500 kB of [', '['.repeat(500_000), {}, '', 400, 'too_deep'],
    ['__proto__', whole.replace('{', '{"__proto__":{"role":"admin"},'), {}, '', 400, 'not_a_name'],
    ['__proto__ in other letters', whole.replace('{', '{"\\u005f_proto__":{"role":"admin"},'), {}, '', 400, 'not_a_name'],
    ['constructor.prototype', whole.replace('{', '{"constructor":{"prototype":{"role":"admin"}},'), {}, '', 400, 'not_a_name'],
    ['a field twice', whole.replace('{', '{"process":"filing",'), {}, '', 400, 'said_twice'],
    ['a field twice, far inside', whole.replace('{"type":"paid"', '{"type":"paid","type":"flew"'), {}, '', 400, 'said_twice'],
    ['a query', whole, {}, '?dry=1', 400, 'unknown_parameter'],
    ['a query given twice', whole, {}, '?dry=1&dry=2', 400, 'unknown_parameter'],
    ['half of it', whole.slice(0, 100), {}, '', 400, 'not_json'],
    ['nothing', '', {}, '', 400, 'not_json'],
    ['a list', `[${whole}]`, {}, '', 422],
    ['null', 'null', {}, '', 422],
    ['a form', 'process=certification', { 'content-type': 'application/x-www-form-urlencoded' }, '', 415],
    ['plain text', whole, { 'content-type': 'text/plain' }, '', 415],
    ['packed', whole, { 'content-encoding': 'gzip' }, '', 415],
    ['without a key', whole, { 'idempotency-key': '' }, '', 400],
    ['with a key of three letters', whole, { 'idempotency-key': 'abc' }, '', 400],
    ['with a key that is a sentence', whole, { 'idempotency-key': 'the first of them' }, '', 400],
  ]

  test.each(bad)('%s', async (_, body, headers, query, status, code) => {
    const before = await all()
    const told = await program.send(`/cases${query}`, body, headers)
    expect(told.status, JSON.stringify(told.body)).toBe(status)
    expect(told.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    if (code) expect(told.body.errors).toMatchObject([{ code }])
    expect(await all()).toBe(before)
  })

  test('bytes that are no text', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), authorization: `Bearer ${await write(tx => someToken(tx, ['report']))}` }
    const answer = await fetch(`${site.url}/api/v1/cases`, { method: 'POST', headers, body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) })
    expect(answer.status).toBe(400)
  })
})

test('a program keeps its owner’s pace: after a case by form the next by program waits, for as long as is said', async () => {
  const limited = await startSite({ RATE_LIMITS: 'on' })
  const here = process.env.DATABASE_URL
  try {
    const bo = await signUp(limited.url, '柏快手')
    process.env.DATABASE_URL = limited.databaseUrl
    const { closeDatabase } = await import('@/db/connection')
    await closeDatabase()
    const person = await findPersonByName(await read(), '柏快手')
    const fast = new Program(limited.url, await write(tx => tokenFor(tx, person!.id, ['report'])))
    await report(bo)
    const told = await fast.send('/cases', exampleCase)
    expect(told.body).toMatchObject({ status: 429, type: '/data#limited' })
    expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0)
    await closeDatabase()
  } finally {
    process.env.DATABASE_URL = here
    await limited.stop()
  }
})

type Operation = {
  requestBody: { content: { 'application/json': { schema: object } } }
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}

async function all(): Promise<number> {
  const [row] = await (await read()).select({ n: count() }).from(cases)
  return row!.n
}

function bodyFor(path: string): Record<string, unknown> {
  if (path === '/cases') return exampleCase
  if (path.endsWith('/replies')) return { words: '这里是程序写的一条回复。' }
  if (path.endsWith('/still-waiting')) return { when: 'now' }
  return /tag$/.test(path) ? { tag: 'joke', because } : { because }
}

/** The path with a fresh case of Lin's, or a reply to it, that is as the change needs to find it. */
async function placed(path: string): Promise<string> {
  if (!path.includes('{id}')) return path
  const id = await report(lin, { 'events.2.type': '', 'events.2.when_kind': '', 'events.2.wait_least': '', 'events.2.wait_most': '' })
  let subject = String(id)
  if (path.startsWith('/replies')) subject = String((await program.send(`/cases/${id}/replies`, { words: '先在这里写一条回复。' })).body.id)
  const before: Record<string, [string, object]> = { untag: ['tag', { tag: 'joke', because }], restore: ['hide', { because }] }
  const [act, body] = before[path.split('/').at(-1)!] ?? []
  if (act) await moderator.send(path.replace('{id}', subject).replace(/[a-z]+$/, act), body)
  return path.replace('{id}', subject)
}

async function programFor(path: string): Promise<{ send: (path: string, body: unknown) => Promise<Told> }> {
  return Object.values(writings).find(it => it.path === path)!.scope === 'moderate' ? moderator : program
}
