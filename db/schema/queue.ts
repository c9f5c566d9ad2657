import { sql } from 'drizzle-orm'
import { dialect } from '../dialect'
import type { FlagReason } from '../../domain/moderation/flag'
import type { Hold, QueueKind, QueueSubject } from '../../domain/moderation/queue'
import { people } from './people'
import type { VoteSubject } from './threads'

const { table, id, text, integer, instant, json, index, uniqueIndex, primaryKey } = dialect

/**
 * What a moderator is to look at, until one has decided (db/moderation/queue). Of one kind there is one open item about a
 * thing. While it is open it may hold the thing out of sight, so the item is also the reason why nobody sees it.
 */
export const queueItems = table('queue_items', {
  id: id(),
  kind: text().$type<QueueKind>().notNull(),
  subject: text().$type<QueueSubject>().notNull(),
  subjectId: integer().notNull(),
  /** Tells two items of one kind about one thing apart, such as the figure that moved; mostly empty. */
  mark: text().notNull().default(''),
  /** The case it belongs to, where it belongs to one. */
  caseId: integer(),
  /** Whose doing it is about: the author of the thing, the person suspected or suspended. */
  personId: integer().references(() => people.id),
  details: json<Record<string, string>>().notNull(),
  /** 0 before all others, 1 as they come, 2 when there is nothing else. */
  rank: integer().notNull().default(1),
  /** Null: it is seen meanwhile. */
  hold: text().$type<Hold>(),
  at: instant().notNull(),
  /** Whose it is for a while, so that two do not work on one; see `leaseMinutes`. */
  claimedById: integer().references(() => people.id),
  claimedUntil: instant(),
  decidedAt: instant(),
  /** Null with a time: what it was about has gone, or those who asked have taken it back. */
  decidedById: integer().references(() => people.id),
  decision: text(),
  reason: text(),
}, t => [
  uniqueIndex('queue_items_open_once').on(t.kind, t.subject, t.subjectId, t.mark).where(sql`decided_at is null`),
  index('queue_items_open').on(t.rank, t.id).where(sql`decided_at is null`),
  index('queue_items_open_kind').on(t.kind, t.rank, t.id).where(sql`decided_at is null`),
  index('queue_items_subject').on(t.subject, t.subjectId, t.decidedAt),
  index('queue_items_person').on(t.personId, t.decidedAt),
  index('queue_items_claimed_by').on(t.claimedById, t.claimedUntil),
  index('queue_items_decided_by').on(t.decidedById),
])

/** Somebody says that something is wrong with a case or a reply. All that are open about one thing are one item. */
export const flags = table('flags', {
  id: id(),
  subject: text().$type<VoteSubject>().notNull(),
  subjectId: integer().notNull(),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  itemId: integer().notNull().references(() => queueItems.id),
  reason: text().$type<FlagReason>().notNull(),
  words: text(),
  /** How far this person was trusted then (domain/people/trust.ts). */
  level: integer().notNull(),
  at: instant().notNull(),
}, t => [
  uniqueIndex('flags_once').on(t.personId, t.subject, t.subjectId, t.itemId),
  index('flags_item').on(t.itemId, t.id),
])

/**
 * By what near-identical texts are found (domain/text/prints.ts): two that share a print are worth comparing. Derived from
 * the words of cases and replies in the write that changes them.
 */
export const textPrints = table('text_prints', {
  print: integer().notNull(),
  subject: text().$type<VoteSubject>().notNull(),
  subjectId: integer().notNull(),
}, t => [
  primaryKey({ columns: [t.print, t.subject, t.subjectId] }),
  index('text_prints_subject').on(t.subject, t.subjectId),
])
