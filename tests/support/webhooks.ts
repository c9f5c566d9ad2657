import { beforeAll, afterAll, beforeEach } from 'vitest'
import type { FollowSubject } from '@/domain/following/subjects'
import type { Member } from '@/domain/people/viewer'
import { permit, type Permitted } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { follow } from '@/db/following/follow'
import { webhookDeliveries } from '@/db/schema'
import { sendTest } from '@/db/webhooks/tell'
import { addWebhook, webhooksOf, type WebhookLine } from '@/db/webhooks/webhooks'
import { hands } from '@/server/outbox/hands'
import { Worker } from '@/server/outbox/worker'
import { openSender, type Sender } from '@/server/webhooks/send'
import { openReceiver } from './receiver'

type Answer = NonNullable<Parameters<typeof openReceiver>[0]>
export type Receiver = Awaited<ReturnType<typeof openReceiver>>

const toAnywhere = openSender({ anywhere: true, patience: 30_000 })

/** A receiver on this machine, whose answer each test may set, and what one does with webhooks at a time that each test sets. */
export function useReceiver() {
  const it = { now: 0, answer: (() => 204) as Answer, receiver: {} as Receiver }
  beforeAll(async () => { it.receiver = await openReceiver(received => it.answer(received)) })
  afterAll(() => it.receiver.close())
  beforeEach(() => {
    process.env.AUTH_SECRET = 'a secret that is only used in tests'
    it.now = 1_700_000_100_000
    it.answer = () => 204
    it.receiver.received.length = 0
  })
  const hookOf = async (by: Member): Promise<WebhookLine> => (await webhooksOf(await read(), by.id)).at(-1)!
  const worker = (sender: Sender = toAnywhere) =>
    new Worker(hands, { now: () => it.now, post: null, sender, siteUrl: 'https://guoshen.example', secret: 's' })
  return Object.assign(it, {
    /** Adds a webhook, at the receiver unless told otherwise, and answers its secret. */
    hook: (by: Member, url = it.receiver.url) => write(tx => addWebhook(tx, may(by), { url, lang: 'zh', now: it.now })),
    hookOf,
    follows: (by: Member, subject: FollowSubject, target: string | number) =>
      write(tx => follow(tx, may(by), { subject, target: String(target), now: it.now })),
    test: async (by: Member, webhookId?: number) => {
      const id = webhookId ?? (await hookOf(by)).id
      return write(tx => sendTest(tx, may(by), { webhookId: id, now: it.now }))
    },
    sender: toAnywhere,
    worker,
    deliver: () => worker().drain(),
    deliveries: async () => (await read()).select().from(webhookDeliveries).orderBy(webhookDeliveries.id),
  })
}

/** The receipt that somebody may follow things, and have them sent. */
export function may(by: Member): Permitted<'follow'> {
  const permission = permit('follow', by, null)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted
}
