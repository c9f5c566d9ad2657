import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { digestEvery, type MailHow } from '@/domain/following/mail-wish'
import { isUnsubscribeToken, personOfUnsubscribeToken, unsubscribeToken } from '@/domain/following/unsubscribe'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { entrustDigests, mailWishOf, setMailWish, stopMail } from '@/db/following/mail-wish'
import { keepMailAddress } from '@/db/people/mail-addresses'
import { markRead } from '@/db/people/notifications'
import { notify } from '@/db/people/notify'
import { cases, outbox } from '@/db/schema'
import { openPost, type Post } from '@/server/mail/post'
import { hands } from '@/server/outbox/hands'
import { Worker } from '@/server/outbox/worker'
import { useDatabase } from '../support/database'
import { openMailServer } from '../support/mail-server'
import { caseBy, somebody } from '../support/threads'

useDatabase('per test')

const secret = 'a secret of thirty-two characters'
const siteUrl = 'https://guoshen.example'
let now: number
let mail: Awaited<ReturnType<typeof openMailServer>>
let post: Post
let lin: Member, mei: Member, caseId: number

beforeAll(async () => {
  mail = await openMailServer()
  post = openPost({ SMTP_URL: mail.url, MAIL_FROM: 'guoshen@example.com', SITE_URL: siteUrl })
})
afterAll(async () => {
  post.close()
  await mail.close()
})
beforeEach(async () => {
  now = 1_700_000_100_000
  mail.arrived.length = 0
  lin = await somebody('林')
  mei = await somebody('梅')
  caseId = await caseBy(lin)
  await write(tx => keepMailAddress(tx, { personId: lin.id, address: 'Lin@example.com', now }))
})

const wish = (how: MailHow, lang = 'zh') => write(async tx => {
  const permission = permit('follow', lin, null)
  if ('permitted' in permission) await setMailWish(tx, permission.permitted, { how, lang, now })
})
const tell = (kind = 'case_answered', details = {}) => write(tx => notify(tx, { personId: lin.id, kind, caseId, actorId: mei.id, details, now }))
const work = (through: Post | null = post) => new Worker(hands, { now: () => now, post: through, siteUrl, secret }).drain()
const later = async (milliseconds: number) => {
  now += milliseconds
  await work()
}
/** What one part of the latest letter says, unpacked. */
const partOf = (type: 'plain' | 'html') => {
  const [, head, body] = new RegExp(`(content-type: text/${type}[^]*?)\\r\\n\\r\\n([^]*?)\\r\\n----_`, 'i').exec(mail.arrived.at(-1)!.raw)!
  if (/base64/i.test(head!)) return Buffer.from(body!, 'base64').toString()
  const bytes = body!.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
const words = () => partOf('plain')

describe('one by one', () => {
  test('a notice is sent a minute later, in both forms, with a way out in head and text', async () => {
    await wish('each')
    await tell()
    await work()
    expect(mail.arrived).toEqual([])
    await later(60_000)
    expect(mail.arrived).toMatchObject([{ from: 'guoshen@example.com', to: ['Lin@example.com'] }])
    const { head, raw } = mail.arrived[0]!
    const stop = `${siteUrl}/mail/stop/${unsubscribeToken({ personId: lin.id, address: 'Lin@example.com' }, secret)}`
    expect(head.get('list-unsubscribe')).toEqual([`<${stop}>`])
    expect(head.get('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click'])
    expect(raw).toMatch(/text\/html/)
    expect(words()).toContain(`梅 在“案例 ${caseId}”下面发表了回复`)
    for (const url of [`${siteUrl}/cases/${caseId}`, stop, `${siteUrl}/me/mail`]) expect(words()).toContain(url)
    await later(86_400_000)
    expect(mail.arrived).toHaveLength(1)
  })

  test('in English, for whoever asked on an English page', async () => {
    await wish('each', 'en')
    await tell()
    await work()
    await later(60_000)
    expect(words()).toContain(`${siteUrl}/en/cases/${caseId}`)
    expect(words()).not.toMatch(/\p{Script=Han}{3}/u)
  })

  test('none is sent of what was read on the site within the minute', async () => {
    await wish('each')
    await tell()
    await work()
    await write(tx => markRead(tx, lin.id, { until: 1_000_000, now }))
    await later(60_000)
    expect(mail.arrived).toEqual([])
  })

  test('none to whoever did not ask, has no address, or stopped it in between', async () => {
    await tell()
    await later(60_000)
    await wish('each')
    await tell()
    await work()
    await write(tx => stopMail(tx, lin.id, now))
    await later(60_000)
    await write(tx => notify(tx, { personId: mei.id, kind: 'case_answered', caseId, actorId: lin.id, now }))
    await later(120_000)
    expect(mail.arrived).toEqual([])
  })

  test('what was told while there was no mail server is not sent when there is one', async () => {
    await wish('each')
    await tell()
    await work(null)
    await later(60_000)
    expect(mail.arrived).toEqual([])
  })

  test('line breaks and markup in a title or a reason are words, in the head as in the text', async () => {
    await wish('each')
    await write(tx => tx.update(cases).set({ title: '<b>坏</b>\r\nBcc: eve@example.com\r\n\r\n<script>alert(1)</script>' }).where(eq(cases.id, caseId)))
    await tell('hidden', { reason: '<img src=x onerror=alert(1)>\r\nBcc: eve@example.com' })
    await work()
    await later(60_000)
    const { head, to } = mail.arrived[0]!
    expect([head.has('bcc'), to]).toEqual([false, ['Lin@example.com']])
    const html = partOf('html')
    expect(html).not.toMatch(/<script|<img|<b>/)
  })
})

describe('once a week', () => {
  const week = async () => {
    now += digestEvery
    await entrustDigests(now)
    await work()
  }

  test('what was not read is sent in one letter, in the order it happened; what was before the wish is not', async () => {
    await tell('reply_answered')
    await wish('weekly')
    await tell('case_answered')
    await tell('tagged', { name_zh: '玩笑', reason: '是玩笑' })
    await later(digestEvery - 1)
    expect(await entrustDigests(now)).toBe(0)
    now -= digestEvery - 1
    await week()
    expect(mail.arrived).toHaveLength(1)
    const text = words()
    expect(text.indexOf('发表了回复')).toBeGreaterThan(-1)
    expect(text.indexOf('玩笑')).toBeGreaterThan(text.indexOf('发表了回复'))
    expect(text).not.toContain('里回复了你')
  })

  test('nothing twice, and no letter in a week without news', async () => {
    await wish('weekly')
    await tell()
    await week()
    await week()
    expect(mail.arrived).toHaveLength(1)
    await tell('tagged', { name_zh: '玩笑' })
    await week()
    expect(mail.arrived).toHaveLength(2)
    expect(words()).not.toContain('发表了回复')
  })

  test('one, from 2 processes that both see that it is time; one also after a month away', async () => {
    await wish('weekly')
    await tell()
    now += 4 * digestEvery
    await Promise.all([entrustDigests(now), entrustDigests(now)])
    await Promise.all([work(), work()])
    await entrustDigests(now)
    await work()
    expect(mail.arrived).toHaveLength(1)
    expect((await mailWishOf(await read(), lin.id))!.digestAt).toBeGreaterThan(now)
  })
})

describe('the link that ends it', () => {
  test('names its person and his address, and nobody else’s, and not when a sign of it is changed', () => {
    const letters = { personId: 12, address: 'Lin@example.com' }
    const token = unsubscribeToken(letters, secret)
    expect([personOfUnsubscribeToken(token), isUnsubscribeToken(token, letters, secret)]).toEqual([12, true])
    expect(isUnsubscribeToken(token, { ...letters, address: 'lin@EXAMPLE.com' }, secret)).toBe(true)
    for (const other of [token.replace('12.', '13.'), `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, '12.', '', `${token}x`]) {
      expect(isUnsubscribeToken(other, letters, secret)).toBe(false)
    }
    expect(isUnsubscribeToken(token, letters, 'another secret')).toBe(false)
    expect(isUnsubscribeToken(token, { ...letters, address: 'new@example.com' }, secret)).toBe(false)
    expect(isUnsubscribeToken(token, { ...letters, personId: 13 }, secret)).toBe(false)
  })
})

test('what was sent leaves no address and no words behind in the outbox', async () => {
  await wish('each')
  await tell()
  await work()
  await later(60_000)
  const rows = await (await read()).select().from(outbox)
  expect(rows.map(({ payload, endedAt }) => [payload, endedAt !== null])).toEqual(rows.map(() => [{}, true]))
})
