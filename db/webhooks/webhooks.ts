import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { secretBytes, secretOf } from '@/domain/webhooks/signature'
import { mostWebhooks } from '@/domain/webhooks/webhook'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../connection'
import { notify } from '../people/notify'
import { seal } from '../people/sealed'
import { webhooks } from '../schema'
import { giveUpWaiting } from './waiting'

export type Webhook = typeof webhooks.$inferSelect
export type WebhookLine = Omit<Webhook, 'secret' | 'formerSecret' | 'personId'>

/** Adds a webhook, tells its owner and answers its secret, this once; null when its owner has as many as he may. */
export async function addWebhook(
  tx: Transaction, { by }: Permitted<'follow'>, { url, lang, now }: { url: string; lang: string; now: number },
): Promise<string | null> {
  if (await tx.$count(webhooks, eq(webhooks.personId, by.id)) >= mostWebhooks) return null
  const secret = secretOf(randomBytes(secretBytes))
  await tx.insert(webhooks).values({ personId: by.id, url, secret: seal(secret, sealingUse(by.id)), lang, createdAt: now })
  await notify(tx, { personId: by.id, kind: 'webhook_added', details: { host: new URL(url).host }, now })
  return secret
}

/** Makes a new secret and answers it, this once. The one before signs as well for a day; null where it is not his. */
export async function renewSecret(
  tx: Transaction, { by }: Permitted<'follow'>, { webhookId, now }: { webhookId: number; now: number },
): Promise<{ secret: string; url: string } | null> {
  const webhook = await webhookOf(tx, by.id, webhookId)
  if (!webhook) return null
  const secret = secretOf(randomBytes(secretBytes))
  await tx.update(webhooks).set({ secret: seal(secret, sealingUse(by.id)), formerSecret: webhook.secret, renewedAt: now })
    .where(eq(webhooks.id, webhookId))
  return { secret, url: webhook.url }
}

/** Lets it be so that it is told of things, or is not; what waits when it is paused is not sent afterwards. False where it is not his. */
export async function setPaused(
  tx: Transaction, { by }: Permitted<'follow'>, { webhookId, paused, now }: { webhookId: number; paused: boolean; now: number },
): Promise<boolean> {
  const isHis = and(eq(webhooks.id, webhookId), eq(webhooks.personId, by.id))
  const change = paused
    ? { pausedAt: now, pausedWhy: 'owner' as const }
    : { pausedAt: null, pausedWhy: null, failures: 0, restsUntil: null }
  const set = await tx.update(webhooks).set(change).where(and(isHis, paused ? isNull(webhooks.pausedAt) : isNotNull(webhooks.pausedAt)))
    .returning({ id: webhooks.id })
  if (set.length > 0 && paused) await giveUpWaiting(tx, webhookId, now)
  return set.length > 0 || await webhookOf(tx, by.id, webhookId) !== null
}

/** Takes it away with all that it was told; what waits goes nowhere. False where it is not his. */
export async function removeWebhook(tx: Transaction, personId: number, { webhookId, now }: { webhookId: number; now: number }): Promise<boolean> {
  if (!await webhookOf(tx, personId, webhookId)) return false
  await giveUpWaiting(tx, webhookId, now)
  await tx.delete(webhooks).where(eq(webhooks.id, webhookId))
  return true
}

/** Takes all of this person's away. */
export async function removeWebhooks(tx: Transaction, personId: number, now: number): Promise<void> {
  for (const { id } of await webhooksOf(tx, personId)) await removeWebhook(tx, personId, { webhookId: id, now })
}

/** A webhook of this person; null where it is not his, or not there. */
export async function webhookOf(database: Database, personId: number, webhookId: number): Promise<Webhook | null> {
  const [row] = await database.select().from(webhooks).where(and(eq(webhooks.id, webhookId), eq(webhooks.personId, personId)))
  return row ?? null
}

/** All of a person, the oldest first, without their secrets. */
export async function webhooksOf(database: Database, personId: number): Promise<WebhookLine[]> {
  const { id, url, lang, createdAt, renewedAt, failures, restsUntil, pausedAt, pausedWhy } = webhooks
  return database.select({ id, url, lang, createdAt, renewedAt, failures, restsUntil, pausedAt, pausedWhy }).from(webhooks)
    .where(eq(webhooks.personId, personId)).orderBy(asc(webhooks.id))
}

/** A secret sealed for one person opens for nobody else. */
export function sealingUse(personId: number): string {
  return `webhook:${personId}`
}
