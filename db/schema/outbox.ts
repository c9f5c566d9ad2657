import { dialect } from '../dialect'

const { table, id, text, flag, instant, integer, json, index, uniqueIndex } = dialect

/**
 * What is still to be done because of something that is stored: written in the same transaction as its cause, done by
 * a worker of any process (db/outbox).
 */
export const outbox = table('outbox', {
  id: id(),
  /** A kind of domain/outbox/errands.ts. */
  kind: text().notNull(),
  /** The same thing said twice is one errand. */
  dedupKey: text().notNull(),
  /** Emptied once it has ended: addresses and words of mail are kept no longer than they are needed. */
  payload: json<Record<string, unknown>>().notNull(),
  createdAt: instant().notNull(),
  /** Not before this. While somebody is at it: when his lease ends and another may take it. */
  dueAt: instant().notNull(),
  /** Of no use to anybody afterwards, such as a link that has expired. */
  uselessAt: instant(),
  /** How often it was taken. Whoever took it ends it by this number, so that one who was too late ends nothing. */
  attempts: integer().notNull().default(0),
  /** How many of these nobody heard the end of: so often it may have been done twice. */
  lost: integer().notNull().default(0),
  /** Of those that share one, one at a time is done; null: it waits for nobody. */
  turn: text(),
  underWay: flag().notNull().default(false),
  endedAt: instant(),
  /** Why the last attempt failed; set on an ended one, it was given up. */
  failure: text(),
}, t => [
  uniqueIndex('outbox_dedup').on(t.dedupKey),
  index('outbox_due').on(t.endedAt, t.dueAt, t.id),
  index('outbox_turn').on(t.turn, t.endedAt, t.underWay),
])
