import { and, eq, ne } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { formerSecretKept, mostWebhooks } from '@/domain/webhooks/webhook'
import { read, write } from '@/db/connection'
import { hideSubject } from '@/db/moderation/hiding'
import { leaveSite } from '@/db/people/leave'
import { removeWebhook, removeWebhooks, renewSecret, setPaused } from '@/db/webhooks/webhooks'
import { notifications, webhooks } from '@/db/schema'
import { useDatabase } from '../support/database'
import { isSigned } from '../support/receiver'
import { caseBy, sayIn, somebody } from '../support/threads'
import { may, useReceiver } from '../support/webhooks'

useDatabase('per test')
const at = useReceiver()

let author: Member, reader: Member, moderator: Member, caseId: number
beforeEach(async () => {
  author = await somebody('林')
  reader = await somebody('梅')
  moderator = await somebody('许', 'moderator')
  caseId = await caseBy(author)
})

const sayNow = (by: Member, words: string) => write(tx => sayIn(tx, by, caseId, words, null, at.now))
// But that the webhook was added.
const told = async ({ id }: Member) => (await read()).select().from(notifications)
  .where(and(eq(notifications.personId, id), ne(notifications.kind, 'webhook_added'))).orderBy(notifications.id)
const bodies = () => at.receiver.received.map(it => JSON.parse(it.body) as { type: string; text: string; data: Record<string, unknown> })

describe('A webhook', () => {
  test('is sent what its owner follows, signed with the secret he was shown, in numbers and links alone', async () => {
    const secret = await at.hook(reader)
    await at.follows(reader, 'case', caseId)
    const replyId = await sayNow(moderator, '三天就好了')
    await at.deliver()
    expect(at.receiver.received).toHaveLength(1)
    const [it] = at.receiver.received
    expect(isSigned(it!, secret!)).toBe(true)
    expect(isSigned({ ...it!, body: `${it!.body} ` }, secret!)).toBe(false)
    expect(it!.at).toBe(at.now / 1_000)
    expect(bodies()[0]).toEqual({
      type: 'case.replied', timestamp: new Date(at.now).toISOString(), text: `案例 ${caseId} 有新回复`,
      data: {
        case: { id: caseId, url: `https://guoshen.example/cases/${caseId}`, api: `https://guoshen.example/api/v1/cases/${caseId}` },
        reply: { id: replyId, url: `https://guoshen.example/replies/${replyId}` },
        followed: { subject: 'case', target: String(caseId) },
      },
    })
    expect(it!.body).not.toMatch(/三天|许|林/)
    expect(await at.deliveries()).toMatchObject([{ ref: it!.id, attempts: 1, status: 204, failure: null, deliveredAt: at.now }])
  })

  test('is sent each of 3 replies, also where a line on the site tells of them together, and none of its owner’s own', async () => {
    await at.hook(reader)
    await at.follows(reader, 'case', caseId)
    await sayNow(moderator, '一')
    await sayNow(author, '二')
    await sayNow(reader, '我自己')
    await sayNow(moderator, '三')
    await at.deliver()
    expect(bodies().map(({ type }) => type)).toEqual(['case.replied', 'case.replied', 'case.replied'])
    expect(await told(reader)).toHaveLength(1)
  })

  test('is sent once what reaches its owner in two ways: the case, and who wrote there', async () => {
    await at.hook(reader)
    await at.follows(reader, 'case', caseId)
    await at.follows(reader, 'person', moderator.id)
    await sayNow(moderator, '一')
    await at.deliver()
    expect(at.receiver.received).toHaveLength(1)
  })

  test('hears that a case was hidden, and what is told of it names it by its number', async () => {
    await at.hook(reader)
    await at.follows(reader, 'case', caseId)
    const permission = permit('hide', moderator, null)
    if ('refused' in permission) throw new Error(permission.refused)
    await write(tx => hideSubject(tx, permission.permitted, { subject: 'case', subjectId: caseId, because: '重复了', now: at.now }))
    await at.deliver()
    expect(bodies()).toMatchObject([{ type: 'case.hidden', text: `案例 ${caseId} 被版主隐藏` }])
    expect(at.receiver.received[0]!.body).not.toContain('重复了')
  })

  test('of somebody who follows nothing of it is sent nothing', async () => {
    await at.hook(moderator)
    await at.follows(reader, 'case', caseId)
    await sayNow(author, '一')
    await at.deliver()
    expect(at.receiver.received).toEqual([])
    expect(await at.deliveries()).toEqual([])
  })

  test('is one of 5 at the most, and its secrets are sealed', async () => {
    const secrets: (string | null)[] = []
    for (let n = 0; n <= mostWebhooks; n++) secrets.push(await at.hook(reader, `https://${n}.example.org/`))
    expect(secrets.map(it => it !== null)).toEqual([true, true, true, true, true, false])
    const kept = await (await read()).select({ secret: webhooks.secret }).from(webhooks)
    for (const { secret } of kept) expect(secrets.some(it => it !== null && secret.includes(it.slice(6)))).toBe(false)
    expect(new Set(secrets).size).toBe(6)
  })

  test('that is nobody else’s is neither tested, renewed, paused nor removed by others', async () => {
    await at.hook(reader)
    const webhookId = (await at.hookOf(reader)).id
    expect(await at.test(author, webhookId)).toBe('missing')
    expect(await write(tx => renewSecret(tx, may(author), { webhookId, now: at.now }))).toBe(null)
    expect(await write(tx => setPaused(tx, may(author), { webhookId, paused: true, now: at.now }))).toBe(false)
    expect(await write(tx => removeWebhook(tx, author.id, { webhookId, now: at.now }))).toBe(false)
    expect(await at.hookOf(reader)).toMatchObject({ pausedAt: null, renewedAt: null })
  })

  test('renewed, is signed for with both secrets for a day, then with the new one alone', async () => {
    const old = await at.hook(reader)
    const webhookId = (await at.hookOf(reader)).id
    const renewed = await write(tx => renewSecret(tx, may(reader), { webhookId, now: at.now }))
    const signedBy = async () => {
      await at.test(reader)
      await at.deliver()
      return [old!, renewed!.secret].map(secret => isSigned(at.receiver.received.at(-1)!, secret))
    }
    expect(await signedBy()).toEqual([true, true])
    at.now += formerSecretKept
    expect(await signedBy()).toEqual([false, true])
  })

  test('whose secret was sealed under another AUTH_SECRET is sent nothing unsigned', async () => {
    await at.hook(reader)
    await at.test(reader)
    process.env.AUTH_SECRET = 'another secret that is used in tests'
    await at.deliver()
    expect(at.receiver.received).toEqual([])
    expect(await at.deliveries()).toMatchObject([{ failure: 'sealed', givenUpAt: at.now }])
  })

  test('that is added is told to its owner, once for each, and not the one that is too many', async () => {
    for (let n = 0; n <= mostWebhooks; n++) await at.hook(reader, `https://${n}.example.org/`)
    const notices = await (await read()).select().from(notifications).where(eq(notifications.personId, reader.id)).orderBy(notifications.id)
    expect(notices.map(({ kind, details }) => [kind, details.host])).toEqual([0, 1, 2, 3, 4].map(n => ['webhook_added', `${n}.example.org`]))
  })

  test('of somebody who recovers his account goes with all the others of his, and nobody else’s', async () => {
    for (const by of [reader, reader, author]) {
      await at.hook(by)
      await at.test(by)
    }
    await write(tx => removeWebhooks(tx, reader.id, at.now))
    expect((await (await read()).select().from(webhooks)).map(it => it.personId)).toEqual([author.id])
    await at.deliver()
    expect(at.receiver.received).toHaveLength(1)
    expect((await at.deliveries()).map(it => it.deliveredAt)).toEqual([at.now])
  })

  test('that is removed, or whose owner goes, leaves nothing behind and is sent nothing more', async () => {
    for (const by of [reader, author]) {
      await at.hook(by)
      await at.test(by)
    }
    const { id: webhookId } = await at.hookOf(reader)
    await write(tx => removeWebhook(tx, reader.id, { webhookId, now: at.now }))
    const leaving = permit('leave', author, null)
    if ('refused' in leaving) throw new Error(leaving.refused)
    await write(tx => leaveSite(tx, leaving.permitted, { cases: 'keep', replies: 'keep', now: at.now } as never))
    await at.deliver()
    expect(at.receiver.received).toEqual([])
    expect(await at.deliveries()).toEqual([])
    expect(await (await read()).select().from(webhooks)).toEqual([])
  })
})
