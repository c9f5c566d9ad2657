/**
 * What brings something before a moderator. One more kind is one more word here, its decisions below and its sentences in
 * messages/zh/queue.ts, which do not compile without it.
 */
export const queueKinds = ['flags', 'first_post', 'duplicate', 'suspicion', 'word_filter', 'appeal'] as const
export type QueueKind = (typeof queueKinds)[number]

/** What an item is about. */
export const queueSubjects = ['case', 'reply', 'person', 'figure'] as const
export type QueueSubject = (typeof queueSubjects)[number]

/**
 * How an open item holds what it is about out of sight: `back` before anybody has seen it (it has no place in any thread
 * and nobody was told), `hidden` after (its place stays).
 */
export const holds = ['back', 'hidden'] as const
export type Hold = (typeof holds)[number]

/** What becomes of an item. `approve` shows what was held; `dismiss` says that nothing is wrong. */
export const queueDecisions = ['approve', 'hide', 'tag', 'dismiss'] as const
export type QueueDecision = (typeof queueDecisions)[number]

type Decidable = { kind: QueueKind; subject: QueueSubject; hold: Hold | null }

/**
 * What a moderator may decide here. Nothing where the kind is decided on a page of its own, which its item names in
 * `details.at` and which settles it (db/moderation/queue/settle.ts).
 */
export function decisionsOf({ kind, subject, hold }: Decidable): readonly QueueDecision[] {
  if (kind === 'appeal' || kind === 'suspicion') return []
  if (subject !== 'case' && subject !== 'reply') return ['dismiss']
  const fine = hold ? 'approve' : 'dismiss'
  return subject === 'case' ? [fine, 'tag', 'hide'] : [fine, 'hide']
}

/** Letting in what waited needs no reason; all else is done to somebody. */
export function needsReason(decision: QueueDecision): boolean {
  return decision !== 'approve'
}

/** For so long an item is its claimer's. */
export const leaseMinutes = 15

/** So many of those whose flags weigh more hide a thing until a moderator has looked. */
export const flagsThatHide = 3
