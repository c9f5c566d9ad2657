import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { version } from '@/package.json'
import { ask } from '../support/ask'
import { createPostgresDatabase, dropPostgresDatabase } from '../support/postgres'
import { runProgram, startSite, trySite } from '../support/server'

const folder = mkdtempSync(join(tmpdir(), 'guoshen-start-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('A start', () => {
  test('on an empty place makes the database and the secret, and answers', async () => {
    const site = await startSite({ AUTH_SECRET: '' })
    const answer = await fetch(`${site.url}/healthz`)

    expect(await answer.json()).toEqual({ status: 'ok', version })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(statSync(join(site.folder, 'auth-secret')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(site.folder, 'auth-secret'), 'utf8').trim().length).toBeGreaterThanOrEqual(32)
    await site.stop()
  })

  test('the second time keeps the secret and the data, and makes no backup of what did not change', async () => {
    const database = { DATABASE_URL: `file:${join(folder, 'again', 'guoshen.db')}`, AUTH_SECRET: '' }
    await (await startSite(database)).stop()
    const secret = readFileSync(join(folder, 'again', 'auth-secret'), 'utf8')
    await ask(database.DATABASE_URL, `INSERT INTO site_values (name, value, updated_at) VALUES ('kept', '1', 1)`)

    await (await startSite(database)).stop()

    expect(readFileSync(join(folder, 'again', 'auth-secret'), 'utf8')).toBe(secret)
    expect(await ask(database.DATABASE_URL, `SELECT value FROM site_values WHERE name = 'kept'`)).toEqual([{ value: '1' }])
    expect(() => statSync(join(folder, 'again', 'backups'))).toThrow('ENOENT')
  })

  test('prints a token for the first administrator and keeps only its hash, for 30 minutes', async () => {
    const site = await startSite()
    const token = /become the first: (\S+)/.exec(site.said())?.[1] ?? ''
    const [row] = await ask(site.databaseUrl, `SELECT value, updated_at AS at FROM site_values WHERE name = 'first_admin'`)

    expect(JSON.parse(String(row?.value))).toEqual({
      hash: createHash('sha256').update(token).digest('base64url'),
      expiresAt: Number(row?.at) + 30 * 60_000,
    })
    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16)
    await site.stop()
  })

  test('serves on PostgreSQL as on SQLite', async () => {
    const server = process.env.TEST_POSTGRES_URL ? await createPostgresDatabase() : null
    const site = await startSite({ DATABASE_URL: server ?? `pglite:${join(folder, 'pg')}` })
    expect((await fetch(`${site.url}/`)).status).toBe(200)
    await site.stop()
    if (server) await dropPostgresDatabase(server)
  })
})

describe('A start that cannot be', () => {
  test('on an old Node ends with 10 and says which one is needed', async () => {
    const old = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '18.20.4' })`
    expect(await runProgram(['--import', old, 'scripts/start.mjs'], {}))
      .toEqual({ code: 10, said: 'Guoshen needs Node.js 20.19 or newer; this is 18.20.4.\n' })
  })

  test('on a taken port ends with 11 and touches no database', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const file = join(folder, 'untouched.db')

    expect(await trySite({ PORT: String(port), DATABASE_URL: `file:${file}` }))
      .toEqual({ code: 11, said: `Port ${port} is taken; stop what listens there or set PORT.\n` })
    expect(() => statSync(file)).toThrow('ENOENT')
    other.close()
  })

  test.each([
    ['garbage', Buffer.alloc(20_000, 'garbage ')],
    ['a cut-off database', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(3_000, 7)])],
    ['a text file', Buffer.from('hello')],
  ])('on %s ends with 12, in one sentence, and leaves each byte', async (name, bytes) => {
    const file = join(folder, `${name}.db`)
    writeFileSync(file, bytes)

    const { code, said } = await trySite({ DATABASE_URL: `file:${file}` })

    expect(code).toBe(12)
    expect(said).toContain(file)
    expect(said.trim().split('\n')).toHaveLength(1)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test('on a database of another program ends with 12', async () => {
    const url = `file:${join(folder, 'another.db')}`
    await ask(url, 'CREATE TABLE somebody_elses (id integer)')
    expect(await trySite({ DATABASE_URL: url })).toMatchObject({ code: 12, said: expect.stringContaining('another program') })
  })

  test('on a folder in place of a file, or a server that is not there, ends with 12', async () => {
    expect((await trySite({ DATABASE_URL: `file:${folder}` })).code).toBe(12)
    expect((await trySite({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' })).code).toBe(12)
  })

  test.each([['PORT', 'http'], ['SITE_URL', 'guoshen'], ['AUTH_SECRET', 'short'], ['HOST', '203.0.113.7']])(
    'with %s=%s ends with 13 and names it',
    async (name, value) => {
      const { code, said } = await trySite({ [name]: value })
      expect(code).toBe(13)
      expect(said).toMatch(new RegExp(`^${name} [^\n]*\n$`))
    },
  )
})

describe('Asked to stop', () => {
  test('the site finishes the request under way, takes no other, and ends with 0', async () => {
    const site = await startSite()
    const slow = await openRequest(site.url, 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n')
    const idle = await openRequest(site.url, '')

    site.signal('SIGTERM')
    await once(idle, 'close')
    await expect(fetch(`${site.url}/healthz`)).rejects.toThrow()
    slow.write('Connection: close\r\n\r\n')

    expect(await everythingFrom(slow)).toContain('"status":"ok"')
    expect(await site.ended).toBe(0)
    await site.stop()
  })

  test('the site does not wait for ever for somebody who never finishes', async () => {
    const site = await startSite()
    const stuck = await openRequest(site.url, 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n')
    stuck.on('error', () => undefined)
    site.signal('SIGTERM')
    expect(await site.ended).toBe(0)
    await site.stop()
  })
})

describe('Every answer', () => {
  test('carries the security headers, and a policy that runs nothing but files of ours', async () => {
    const site = await startSite({ SITE_URL: 'https://guoshen.example', AUTH_OIDC_ISSUER: 'https://id.example/realm',
      AUTH_OIDC_ID: 'guoshen', AUTH_OIDC_SECRET: 'shh' })
    for (const address of ['/', '/sign-in', '/nowhere', '/api/v1/cases', '/healthz', '/plain.css']) {
      const answer = await fetch(site.url + address)
      const html = await answer.text()

      expect(answer.headers.get('content-security-policy')).toBe(
        `default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; object-src 'none'; `
        + `base-uri 'none'; form-action 'self' https://id.example; frame-ancestors 'none'`)
      expect((html.match(/<script\b[^>]*>/g) ?? []).filter(script => !/ src="\/_next\/static\/|type="application\/ld\+json"/.test(script))).toEqual([])
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
      })
      expect(answer.headers.get('x-powered-by')).toBeNull()
    }
    await site.stop()
  })

  test('promises TLS only where the site has it, and takes no policy from a visitor', async () => {
    const site = await startSite()
    const forged = { 'x-nonce': 'mine', 'content-security-policy': `script-src 'nonce-mine'` }
    for (const address of ['/', '/sign-in']) {
      const answer = await fetch(site.url + address, { headers: forged })
      expect(answer.headers.get('strict-transport-security')).toBeNull()
      expect(answer.headers.get('content-security-policy')).not.toContain('nonce')
      expect(await answer.text()).not.toContain('nonce')
    }
    await site.stop()
  })

  test('to a head of more than 64 kB is a refusal', async () => {
    const site = await startSite()
    expect((await fetch(`${site.url}/healthz`, { headers: { 'x-long': 'x'.repeat(60_000) } })).status).toBe(200)
    expect((await fetch(`${site.url}/healthz`, { headers: { 'x-long': 'x'.repeat(70_000) } })).status).toBe(431)
    await site.stop()
  })
})

/** A connection on which the beginning of a request has been sent. */
async function openRequest(url: string, beginning: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(beginning)
  // The server has seen both connections once it has answered a third.
  await fetch(`${url}/healthz`)
  return socket
}

async function everythingFrom(socket: Socket): Promise<string> {
  let received = ''
  for await (const data of socket) received += data
  return received
}
