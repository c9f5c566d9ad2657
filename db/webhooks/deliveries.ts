import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { EventData, WebhookEvent } from '@/domain/webhooks/event'
import { formerSecretKept, mostFailures, type PausedWhy } from '@/domain/webhooks/webhook'
import { mostTries, oldest, rest, restAfter } from '@/domain/webhooks/patience'
import { read, write, type Database, type Transaction } from '../connection'
import { siteSetting } from '../site-settings'
import { endErrand, putOffUntil, type Errand } from '../outbox/errands'
import { notify } from '../people/notify'
import { unseal } from '../people/sealed'
import { webhookDeliveries, webhooks } from '../schema'
import { giveUpWaiting, restUntil, wakeAt } from './waiting'
import { sealingUse } from './webhooks'

export type Delivery = typeof webhookDeliveries.$inferSelect

/** A delivery with what it takes to send it. */
export type ToSend = {
  id: number
  webhookId: number
  ref: string
  event: WebhookEvent
  data: EventData
  createdAt: number
  url: string
  lang: string
  /** Those that sign it, the new one first; none where they were sealed under another AUTH_SECRET. */
  secrets: string[]
  isPaused: boolean
}

/** What is to be sent; null where it, or its webhook, is gone, or it has ended. */
export async function deliveryToSend(database: Database, deliveryId: number, now: number): Promise<ToSend | null> {
  const [row] = await database.select().from(webhookDeliveries).innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(and(eq(webhookDeliveries.id, deliveryId), isNull(webhookDeliveries.deliveredAt), isNull(webhookDeliveries.givenUpAt)))
  if (!row) return null
  const { webhooks: webhook, webhook_deliveries: { id, webhookId, ref, event, body, createdAt } } = row
  const { url, lang, secret, formerSecret, renewedAt, personId, pausedAt } = webhook
  const former = formerSecret !== null && now < (renewedAt ?? 0) + formerSecretKept ? [formerSecret] : []
  const secrets = [secret, ...former].flatMap(sealed => unseal(sealed, sealingUse(personId)) ?? [])
  return {
    id, webhookId, ref, event: event as WebhookEvent, data: JSON.parse(body) as EventData, createdAt, url, lang, secrets, isPaused: pausedAt !== null,
  }
}

/** It arrived: its receiver has failed no longer. `took` in milliseconds. */
export async function delivered(
  tx: Transaction, errand: Errand<'webhook'>, { id, webhookId }: ToSend, { status, took, now }: { status: number; took: number; now: number },
): Promise<void> {
  const until = now + restAfter(took)
  await tx.update(webhookDeliveries).set({ attempts: errand.attempt, status, failure: null, deliveredAt: now, lastAt: now })
    .where(eq(webhookDeliveries.id, id))
  const [before] = await tx.select({ failures: webhooks.failures }).from(webhooks).where(eq(webhooks.id, webhookId))
  await tx.update(webhooks).set({ failures: 0, restsUntil: until > now ? until : null }).where(eq(webhooks.id, webhookId))
  if (before?.failures) await wakeAt(tx, webhookId, until)
  if (until > now) await restUntil(tx, webhookId, until)
  await endErrand(tx, errand, now)
}

type Failed = {
  /** A code of messages.webhooks.failures. */
  failure: string
  status: number | null
  /** For how many milliseconds its receiver asked us to stay away. */
  asked?: number
  now: number
}

/** It did not arrive: it is tried again later, or given up; its receiver rests, or is paused and its owner told. */
export async function attemptFailed(tx: Transaction, errand: Errand<'webhook'>, it: ToSend, { failure, status, asked, now }: Failed): Promise<void> {
  await tx.update(webhookDeliveries).set({ attempts: errand.attempt, status, failure, lastAt: now }).where(eq(webhookDeliveries.id, it.id))
  const [webhook] = await tx.select().from(webhooks).where(eq(webhooks.id, it.webhookId))
  const failures = (webhook?.failures ?? 0) + 1
  const until = now + rest(failures, { asked })
  await tx.update(webhooks).set({ failures, restsUntil: until }).where(eq(webhooks.id, it.webhookId))
  const again = now + Math.max(rest(errand.attempt, { asked }), until - now)
  const why = failure === 'gone' ? 'gone' : failures >= mostFailures ? 'failing' : null
  if (why || errand.attempt >= mostTries || again > it.createdAt + oldest) await giveUpDelivery(tx, errand, it, failure, now)
  else await putOffUntil(tx, errand, failure, again)
  if (why && webhook?.pausedAt === null) await pauseFor(tx, webhook, why, now)
  else await restUntil(tx, it.webhookId, until)
}

/** It is not tried again. */
export async function giveUpDelivery(tx: Transaction, errand: Errand<'webhook'>, { id }: Pick<ToSend, 'id'>, failure: string, now: number): Promise<void> {
  await tx.update(webhookDeliveries).set({ givenUpAt: now, failure }).where(eq(webhookDeliveries.id, id))
  await endErrand(tx, errand, now, failure)
}

/** What a webhook was last told, the latest first. */
export async function deliveriesOf(database: Database, webhookId: number, limit = 10): Promise<Delivery[]> {
  return database.select().from(webhookDeliveries).where(eq(webhookDeliveries.webhookId, webhookId))
    .orderBy(desc(webhookDeliveries.id)).limit(limit)
}

/** Forgets what was sent longer ago than the days that are set, some hundred at a time. Answers how many. */
export async function forgetDeliveries(now: number): Promise<number> {
  const database = await read()
  const kept = await siteSetting(database, 'delivery_days') * 86_400_000
  const old = await database.select({ id: webhookDeliveries.id }).from(webhookDeliveries)
    .where(lt(webhookDeliveries.createdAt, now - kept)).orderBy(asc(webhookDeliveries.createdAt)).limit(500)
  if (old.length > 0) await write(tx => tx.delete(webhookDeliveries).where(inArray(webhookDeliveries.id, old.map(({ id }) => id))))
  return old.length
}

async function pauseFor(tx: Transaction, { id, personId, url }: typeof webhooks.$inferSelect, why: PausedWhy, now: number): Promise<void> {
  await tx.update(webhooks).set({ pausedAt: now, pausedWhy: why }).where(eq(webhooks.id, id))
  await giveUpWaiting(tx, id, now)
  await notify(tx, { personId, kind: 'webhook_paused', details: { host: new URL(url).host, why }, now })
}
