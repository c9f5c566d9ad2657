import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { reportCase } from '@/domain/case/report'
import type { MailHow } from '@/domain/following/mail-wish'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { storeCase } from '@/db/cases/store'
import { checkInLinkOf } from '@/db/check-ins/links'
import { read, write } from '@/db/connection'
import { setMailWish } from '@/db/following/mail-wish'
import { keepMailAddress } from '@/db/people/mail-addresses'
import { checkInLinks, notifications } from '@/db/schema'
import { openPost, type Post } from '@/server/mail/post'
import { hands } from '@/server/outbox/hands'
import { everyHour } from '@/server/outbox/hands/ask-check-ins'
import { Worker } from '@/server/outbox/worker'
import { useDatabase } from '../support/database'
import { openMailServer } from '../support/mail-server'
import { somebody } from '../support/threads'

useDatabase('per test')

const day = 86_400_000
const tools = { siteUrl: 'https://guoshen.example', secret: 'a secret of thirty-two characters' }
let now: number
let mail: Awaited<ReturnType<typeof openMailServer>>
let post: Post
let lin: Member, caseId: number

beforeAll(async () => {
  mail = await openMailServer()
  post = openPost({ SMTP_URL: mail.url, MAIL_FROM: 'guoshen@example.com', SITE_URL: tools.siteUrl })
})
afterAll(async () => {
  post.close()
  await mail.close()
})
beforeEach(async () => {
  now = Date.parse('2026-11-02T09:00:00+08:00')
  mail.arrived.length = 0
  lin = await somebody('林')
  const paid = now / 60_000
  const reported = reportCase({
    facts: { process: 'certification', subject: 'personal', program_age: 'new', kind: 'mini_program', category: 'tool', name_pattern: ['coined'], proof_demanded: ['none'] },
    events: [{ type: 'paid', at: [paid, paid] }, { type: 'still_waiting', at: [paid, paid] }],
  }, now)
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  caseId = await write(tx => storeCase(tx, { case: reported.case, authorId: lin.id, account: 'p', now }))
  await write(tx => keepMailAddress(tx, { personId: lin.id, address: 'lin@example.com', now }))
})

const wish = (how: MailHow) => write(async tx => {
  const permission = permit('follow', lin, null)
  if ('permitted' in permission) await setMailWish(tx, permission.permitted, { how, lang: 'en', now })
})
/** What a process does in a day and more: two workers, each with its hourly look. */
async function work(through: Post | null = post): Promise<void> {
  const workers = [1, 2].map(() => new Worker(hands, { now: () => now, post: through, ...tools }, [everyHour(() => now)]))
  await Promise.all(workers.map(worker => worker.drain()))
}
const questions = async () => (await read()).$count(notifications)
const tokenIn = (raw: string) => /check-in\?token=3D([\w-]{20,})|check-in\?token=([\w-]{20,})/.exec(raw.replace(/=\r\n/g, ''))

describe('A question by mail', () => {
  test('comes once, with a link of its own and a way to end all letters; nothing more of it', async () => {
    await wish('each')
    now += 1.5 * day
    await work()
    now += 120_000
    await work()
    expect(await questions()).toBe(1)
    expect(mail.arrived).toHaveLength(1)
    const { raw } = mail.arrived[0]!
    expect(raw).toMatch(/list-unsubscribe-post: List-Unsubscribe=One-Click/i)
    const token = tokenIn(raw)?.slice(1).find(Boolean)
    expect(await checkInLinkOf(await read(), token!, now)).toEqual({ caseId, personId: lin.id })
    const [kept] = await (await read()).select().from(checkInLinks)
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  test.each([['weekly', 'post'], ['none', 'post'], ['each', 'no post']] as const)('where he wants %s, and there is %s: on the site alone', async (how, through) => {
    await wish(how)
    now += 1.5 * day
    await work(through === 'post' ? post : null)
    expect(await questions()).toBe(1)
    expect(mail.arrived).toHaveLength(0)
    expect(await (await read()).$count(checkInLinks)).toBe(0)
  })

  test('is looked for once an hour', async () => {
    now += 0.9 * day
    await work()
    now += 0.11 * day
    await work()
    expect(await questions()).toBe(1)
  })
})
