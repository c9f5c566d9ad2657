import { and, eq, isNull } from 'drizzle-orm'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleCheck } from '@/domain/webhooks/examples'
import { read, write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { outbox, sessions, webhooks } from '@/db/schema'
import { isSigned, openReceiver, type Received } from '../support/receiver'
import { startSite, useSite } from '../support/server'
import { formOn, password, report, signUp } from '../support/stories'
import type { Page, Visitor } from '../support/visitor'

const site = useSite({ WEBHOOKS_ANYWHERE: 'on' })
let receiver: Awaited<ReturnType<typeof openReceiver>>
let answer: () => number = () => 204
let lin: Visitor, mei: Visitor
let caseId: number
let secret: string

beforeAll(async () => {
  receiver = await openReceiver(() => answer())
  lin = await signUp(site.url, '写案例的林')
  mei = await signUp(site.url, '等消息的梅')
  caseId = await report(lin, { words: '付完款就一直等着。' })
})
afterAll(() => receiver.close())

const secretOn = (page: Page) => /whsec_[A-Za-z0-9+/=]+/.exec(page.html)?.[0] ?? ''
const arrived = (n: number) => expect.poll(() => receiver.received.length, { timeout: 50_000 }).toBe(n)
const sayAs = (who: Visitor, words: string) => who.post('/do/reply', { ...formOn(`/cases/${caseId}`), case: String(caseId), parent: '', words })
const own = '/me/webhooks'
const press = async (act: string, more: Record<string, string> = {}) => mei.submit(await mei.open(own), `/do/${act}`, more)

describe('Somebody who follows a case', () => {
  test('adds an address, is shown its secret once, and is sent a signed request for a reply', async () => {
    await mei.post('/do/follow', { ...formOn(`/cases/${caseId}`), subject: 'case', target: String(caseId), wanted: 'on' })
    const page = await press('add-webhook', { address: receiver.url })
    secret = secretOn(page)
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const list = await mei.open(own)
    expect(list.html).toContain(receiver.url)
    expect(secretOn(list)).toBe('')
    await sayAs(lin, '今天来电话了，问了名称。')
    await arrived(1)
    const [it] = receiver.received
    expect(isSigned(it!, secret)).toBe(true)
    expect(JSON.parse(it!.body)).toMatchObject({ type: 'case.replied', data: { case: { id: caseId, url: `${site.url}/cases/${caseId}` } } })
    expect(it!.body).not.toContain('电话')
    await expect.poll(async () => (await mei.open(own)).html, { timeout: 50_000 }).toContain('已送达（204）')
    expect((await mei.open(own)).html).toContain(it!.id)
  })

  test('checks it with the example of the manual, which refuses what was changed or is old', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guoshen-check-'))
    try {
      writeFileSync(join(folder, 'check.mjs'), exampleCheck)
      const { isGenuine } = await import(pathToFileURL(join(folder, 'check.mjs')).href) as {
        isGenuine: (headers: Received['headers'], body: string, secret: string) => boolean
      }
      const { headers, body } = receiver.received[0]!
      expect(isGenuine(headers, body, secret)).toBe(true)
      expect(isGenuine(headers, body.replace('replied', 'hidden'), secret)).toBe(false)
      expect(isGenuine({ ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 301) }, body, secret)).toBe(false)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    expect((await mei.open('/api-docs')).html).toContain('isGenuine')
  })

  test('sends a test, pauses, resumes, takes a new secret and removes it', async () => {
    await press('test-webhook')
    await arrived(2)
    expect(JSON.parse(receiver.received[1]!.body)).toMatchObject({ type: 'test', text: '这是一条测试' })
    expect((await press('pause-webhook')).html).toContain('已暂停')
    await sayAs(lin, '又补了一次材料，还在等。')
    // Whom to tell is looked at a moment later; he has paused until then.
    await expect.poll(async () => (await (await read()).select().from(outbox).where(and(eq(outbox.kind, 'happening'), isNull(outbox.endedAt)))).length, { timeout: 50_000 }).toBe(0)
    expect((await press('pause-webhook')).html).toContain('已经恢复')
    const renewed = secretOn(await press('renew-webhook-secret'))
    expect(renewed).not.toBe(secret)
    await press('test-webhook')
    await arrived(3)
    expect([secret, renewed].map(it => isSigned(receiver.received[2]!, it))).toEqual([true, true])
    expect((await press('remove-webhook')).html).toContain('已经删除')
    expect(await (await read()).select().from(webhooks)).toEqual([])
  })

  test('whose receiver is away sees that it failed, and that it is tried again', async () => {
    answer = () => 503
    await press('add-webhook', { address: receiver.url })
    await press('test-webhook')
    await arrived(4)
    await expect.poll(async () => (await mei.open(own)).html, { timeout: 50_000 }).toContain('没有送到：对方回答 503，会再试')
    const [errand] = await (await read()).select().from(outbox).where(eq(outbox.failure, 'answer'))
    expect(errand).toMatchObject({ kind: 'webhook', attempts: 1, endedAt: null })
  })

  test('is told beside the field what is wrong with an address, and gets back what he typed', async () => {
    const page = await press('add-webhook', { address: 'ftp://hooks.example.org/' })
    expect(page.html).toContain('网址要以 https:// 开头')
    expect(page.html).toContain('ftp://hooks.example.org/')
    expect((await press('add-webhook', { address: `${site.url}/do/reply` })).html).toContain('这是本站自己的地址')
  })

  test('does nothing to the webhook of another', async () => {
    const [it] = await (await read()).select().from(webhooks)
    for (const act of ['test-webhook', 'pause-webhook', 'renew-webhook-secret', 'remove-webhook']) {
      const page = await lin.post(`/do/${act}`, { ...formOn(own), webhook: String(it!.id), wanted: 'on' })
      expect([act, page.status, secretOn(page)]).toEqual([act, 404, ''])
    }
    expect((await (await read()).select().from(webhooks))[0]).toMatchObject({ pausedAt: null, renewedAt: null })
  })
})

test('Where the sign-in has lasted a webhook and a new secret ask for the password, and the owner is told', async () => {
  const tao = await signUp(site.url, '要密码的陶')
  const { id } = (await findPersonByName(await read(), '要密码的陶'))!
  await write(tx => tx.update(sessions).set({ createdAt: Date.now() - 3_600_000 }).where(eq(sessions.personId, id)))
  const add = async (typed: string) => tao.submit(await tao.open(own), '/do/add-webhook', { address: receiver.url, password: typed })
  expect((await add('not it at all, no')).html).toContain('现在的密码不对')
  const added = secretOn(await add(password))
  expect(added).toMatch(/^whsec_/)
  const [it] = await (await read()).select().from(webhooks).where(eq(webhooks.personId, id))
  const renew = async (typed: string) => tao.submit(await tao.open(own), '/do/renew-webhook-secret', { webhook: String(it!.id), current_password: typed })
  const refused = await renew('')
  expect([refused.html.includes('现在的密码不对'), secretOn(refused)]).toEqual([true, ''])
  expect(secretOn(await renew(password))).toMatch(/^whsec_/)
  expect((await tao.open('/me/notifications')).html).toMatch(/href="\/me\/webhooks"[^>]*><bdi>你的账号添加了推送网址/)
})

test('Where the setting does not allow it no address inside is taken', async () => {
  const strict = await startSite({ DATABASE_URL: site.databaseUrl })
  try {
    const visitor = await signUp(strict.url, '往里看的人')
    for (const address of [receiver.url, receiver.url.replace('http:', 'https:'), 'https://169.254.169.254/', 'https://[::ffff:127.0.0.1]/', 'https://localhost/']) {
      const page = await visitor.submit(await visitor.open(own), '/do/add-webhook', { address })
      expect([address, secretOn(page)]).toEqual([address, ''])
    }
  } finally {
    await strict.stop()
  }
})
