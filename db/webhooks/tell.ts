import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { createHash, randomUUID } from 'node:crypto'
import type { Permitted } from '@/domain/permission'
import type { EventData, WebhookEvent } from '@/domain/webhooks/event'
import { mostWaiting } from '@/domain/webhooks/webhook'
import type { Transaction } from '../connection'
import { entrust } from '../outbox/entrust'
import { outbox, webhookDeliveries, webhooks } from '../schema'
import { turnOf } from './waiting'
import { webhookOf, type Webhook } from './webhooks'

type Told = {
  event: WebhookEvent
  data: EventData
  /** By what the same thing is known when it is told twice: a webhook is sent it once, as long as deliveries are kept. */
  key: string
  /** Epoch milliseconds. */
  now: number
}

/** Has the webhooks of these people told of something, in the transaction of whatever tells the people themselves. */
export async function tellWebhooks(tx: Transaction, personIds: readonly number[], told: Told): Promise<void> {
  if (personIds.length === 0) return
  const open = await tx.select().from(webhooks).where(and(inArray(webhooks.personId, [...personIds]), isNull(webhooks.pausedAt)))
  await send(tx, open, told)
}

/** Has one webhook sent something to try it out with. `paused` where it is told nothing now; `missing` where it is not his. */
export async function sendTest(
  tx: Transaction, { by }: Permitted<'follow'>, { webhookId, now }: { webhookId: number; now: number },
): Promise<'missing' | 'paused' | null> {
  const webhook = await webhookOf(tx, by.id, webhookId)
  if (!webhook) return 'missing'
  if (webhook.pausedAt !== null) return 'paused'
  await send(tx, [webhook], { event: 'test', data: {}, key: `test:${randomUUID()}`, now })
  return null
}

async function send(tx: Transaction, to: Webhook[], { event, data, key, now }: Told): Promise<void> {
  if (to.length === 0) return
  const waiting = await tx.select({ turn: outbox.turn, n: count() }).from(outbox)
    .where(and(inArray(outbox.turn, to.map(({ id }) => turnOf(id))), isNull(outbox.endedAt))).groupBy(outbox.turn)
  const full = new Set(waiting.filter(({ n }) => n >= mostWaiting).map(({ turn }) => turn))
  for (const { id, restsUntil } of to.filter(it => !full.has(turnOf(it.id)))) {
    const ref = refOf(id, key)
    const [added] = await tx.insert(webhookDeliveries).values({ webhookId: id, ref, event, body: JSON.stringify(data), createdAt: now })
      .onConflictDoNothing().returning({ id: webhookDeliveries.id })
    if (!added) continue
    const errand = { kind: 'webhook', key: `webhook:${ref}`, payload: { deliveryId: added.id }, turn: turnOf(id) } as const
    await entrust(tx, { ...errand, now, dueAt: Math.max(now, restsUntil ?? 0) })
  }
}

function refOf(webhookId: number, key: string): string {
  return `msg_${createHash('sha256').update(`${webhookId} ${key}`).digest('base64url').slice(0, 27)}`
}
