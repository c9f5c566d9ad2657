import type { FollowSubject } from '../following/subjects'
import type { Happening } from '../outbox/happening'

/** What a webhook is told of. */
export const webhookEvents = [
  'case.reported', 'case.revised', 'case.replied', 'case.tagged', 'case.hidden', 'case.restored', 'figure.moved', 'test',
] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/**
 * What is kept of a delivery. No words and no names are in it: what its author changes, withdraws or has hidden meanwhile is
 * not carried out of the house after all.
 */
export type EventData = {
  case?: number
  reply?: number
  /** Its name in addresses. */
  tag?: string
  /** Of a revision: an outcome, or one more step. */
  told?: 'outcome' | 'event'
  /** Why its owner is told: what he follows. */
  followed?: { subject: FollowSubject; target: string }
  figure?: { before: number; after: number; scale_before: string; scale_after: string; n: number }
}

const names = {
  case_reported: 'case.reported', case_revised: 'case.revised', reply_added: 'case.replied', case_tagged: 'case.tagged',
  case_hidden: 'case.hidden', case_restored: 'case.restored',
} as const satisfies Record<Happening['what'], WebhookEvent>

/** A happening as a webhook is told of it. */
export function eventOf(
  it: Happening, { tags, tagIds }: { tags: readonly string[]; tagIds: readonly number[] }, followed: { subject: FollowSubject; target: string },
): { event: WebhookEvent; data: EventData } {
  const data: EventData = { case: it.caseId, followed }
  if (it.what === 'reply_added') data.reply = it.replyId
  if (it.what === 'case_tagged') {
    const tag = tags[tagIds.indexOf(it.tagId)]
    if (tag !== undefined) data.tag = tag
  }
  if (it.what === 'case_revised') data.told = it.told
  return { event: names[it.what], data }
}
