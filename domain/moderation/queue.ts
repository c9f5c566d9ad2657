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

/** For so long an item is its claimer's. */
export const leaseMinutes = 15
