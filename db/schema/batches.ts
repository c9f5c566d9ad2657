import { dialect } from '../dialect'
import type { Process, Stage } from '../../domain/codes'
import type { BatchKind, BulkDeed } from '../../domain/moderation/batch'
import type { ShownValue } from '../../domain/moderation/jump'
import { people } from './people'

const { table, id, text, instant, integer, json, index, uniqueIndex, primaryKey } = dialect

/** From where a case was told, or an account opened: hashes under a salt of that day, so that two days cannot be joined. */
export const origins = table('origins', {
  subject: text().$type<'case' | 'person'>().notNull(),
  subjectId: integer().notNull(),
  /** Since the epoch, in Shanghai. */
  day: integer().notNull(),
  address: text().notNull(),
  /** Of its network: /24, or /48 of IPv6. */
  block: text().notNull(),
}, t => [
  primaryKey({ columns: [t.subject, t.subjectId] }),
  index('origins_address').on(t.subject, t.day, t.address),
  index('origins_block').on(t.subject, t.day, t.block),
])

/** Forgotten as soon as the day is over: from then on nobody can tell which address a hash is of. */
export const originSalts = table('origin_salts', {
  day: integer().notNull(),
  salt: text().notNull(),
}, t => [primaryKey({ columns: [t.day] })])

/** A figure that stands elsewhere once one batch is left out. */
export const suspicions = table('suspicions', {
  id: id(),
  kind: text().$type<BatchKind>().notNull(),
  key: text().notNull(),
  process: text().$type<Process>().notNull(),
  /** `whole`: the share that came to the good end. */
  stage: text().$type<Stage | 'whole'>().notNull(),
  /** Of the batch among those the figure counts. */
  cases: integer().notNull(),
  accounts: integer().notNull(),
  shown: json<ShownValue>().notNull(),
  without: json<ShownValue>().notNull(),
  foundAt: instant().notNull(),
  /** Null while the figure is under review. */
  closedAt: instant(),
  closedById: integer().references(() => people.id),
  /** Whether the batch left the figures, or was found honest. */
  verdict: text().$type<'left_out' | 'honest'>(),
}, t => [
  uniqueIndex('suspicions_batch').on(t.kind, t.key, t.process, t.stage),
  index('suspicions_open').on(t.closedAt, t.id),
])

/** One act done to all of a batch. */
export const bulkActs = table('bulk_acts', {
  id: id(),
  kind: text().$type<BatchKind>().notNull(),
  key: text().notNull(),
  deed: text().$type<BulkDeed>().notNull(),
  reason: text().notNull(),
  byId: integer().notNull().references(() => people.id),
  at: instant().notNull(),
  undoneAt: instant(),
  undoneById: integer().references(() => people.id),
  undoneReason: text(),
}, t => [index('bulk_acts_batch').on(t.kind, t.key, t.id)])

/** What a bulk act changed, and nothing it found so already: exactly this is what undoing changes back. */
export const bulkItems = table('bulk_items', {
  actId: integer().notNull().references(() => bulkActs.id, { onDelete: 'cascade' }),
  subject: text().$type<'case' | 'person'>().notNull(),
  subjectId: integer().notNull(),
  /** Changed back; null also where somebody had changed it otherwise in the meantime. */
  undoneAt: instant(),
}, t => [primaryKey({ columns: [t.actId, t.subject, t.subjectId] }), index('bulk_items_subject').on(t.subject, t.subjectId)])
