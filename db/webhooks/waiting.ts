import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Transaction } from '../connection'
import { outbox, webhookDeliveries } from '../schema'

/** What is sent to one webhook is sent one by one, so that a slow receiver has one place of the lane at most. */
export function turnOf(webhookId: number): string {
  return `webhook:${webhookId}`
}

/** Has all that waits for this webhook wait until then. What is under way is not touched. */
export async function restUntil(tx: Transaction, webhookId: number, until: number): Promise<void> {
  await tx.update(outbox).set({ dueAt: until }).where(and(waits(webhookId), lt(outbox.dueAt, until)))
}

/** Its receiver answers again: what waited for that alone, and was never tried, waits no longer than until then. */
export async function wakeAt(tx: Transaction, webhookId: number, at: number): Promise<void> {
  await tx.update(outbox).set({ dueAt: at }).where(and(waits(webhookId), eq(outbox.attempts, 0), gt(outbox.dueAt, at)))
}

/** Gives up all that waits for this webhook. What is under way just now finds that it was given up. */
export async function giveUpWaiting(tx: Transaction, webhookId: number, now: number): Promise<void> {
  await tx.update(outbox).set({ endedAt: now, payload: {}, failure: 'paused' }).where(waits(webhookId))
  await tx.update(webhookDeliveries).set({ givenUpAt: now, failure: 'paused' }).where(and(
    eq(webhookDeliveries.webhookId, webhookId), isNull(webhookDeliveries.deliveredAt), isNull(webhookDeliveries.givenUpAt),
  ))
}

function waits(webhookId: number) {
  return and(eq(outbox.turn, turnOf(webhookId)), isNull(outbox.endedAt), eq(outbox.underWay, false))
}
