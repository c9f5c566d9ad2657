import type { FollowSubject } from '../../domain/following/subjects'
import type { MailHow } from '../../domain/following/mail-wish'
import type { PausedWhy } from '../../domain/webhooks/webhook'
import type { FigureStand } from '../../domain/following/figure-stand'
import { dialect } from '../dialect'
import { people } from './people'

const { table, id, text, instant, integer, json, index, uniqueIndex, primaryKey } = dialect

/** What people asked to be told of. */
export const follows = table('follows', {
  id: id(),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  subject: text().$type<FollowSubject>().notNull(),
  /** The id of a case, tag or person; the address part of a filter or figure, in the one order we write it. */
  target: text().notNull(),
  /** Of a figure: what it said when this was last told, or asked for. */
  stand: json<FigureStand>(),
  /** Of a figure: not looked at again before this. */
  checkAt: instant(),
  createdAt: instant().notNull(),
}, t => [
  uniqueIndex('follows_once').on(t.personId, t.subject, t.target),
  index('follows_target').on(t.subject, t.target, t.id),
  index('follows_person').on(t.personId, t.id),
  index('follows_check').on(t.checkAt, t.id),
])

/** Whether and how a person wants mail; no row is no. */
export const mailWishes = table('mail_wishes', {
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  how: text().$type<MailHow>().notNull(),
  lang: text().notNull(),
  /** When the next digest is to be sent; null unless mail is wanted weekly. */
  digestAt: instant(),
  /** The last notice that a digest has told of. */
  digestUntil: integer().notNull().default(0),
  at: instant().notNull(),
}, t => [primaryKey({ columns: [t.personId] }), index('mail_wishes_digest').on(t.digestAt)])

/** Where a person's programs are told of what he follows. */
export const webhooks = table('webhooks', {
  id: id(),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  url: text().notNull(),
  /** What deliveries are signed with, sealed. Shown to its owner once. */
  secret: text().notNull(),
  /** The one before, sealed; signs beside the new one for a day after that was made. */
  formerSecret: text(),
  renewedAt: instant(),
  lang: text().notNull(),
  createdAt: instant().notNull(),
  /** Attempts that failed in a row; set back by one that arrives. */
  failures: integer().notNull().default(0),
  /** Nothing is sent before this: it has failed, or took long. */
  restsUntil: instant(),
  pausedAt: instant(),
  pausedWhy: text().$type<PausedWhy>(),
}, t => [index('webhooks_person').on(t.personId, t.id)])

/** What a webhook was told, or is to be; the sending of it is an errand of the outbox. */
export const webhookDeliveries = table('webhook_deliveries', {
  id: id(),
  webhookId: integer().notNull().references(() => webhooks.id, { onDelete: 'cascade' }),
  /** Sent along, the same at each attempt: what a receiver has had, it knows again. */
  ref: text().notNull(),
  event: text().notNull(),
  /** What it tells, as JSON of codes and numbers: no words that anybody wrote. */
  body: text().notNull(),
  createdAt: instant().notNull(),
  attempts: integer().notNull().default(0),
  /** The last answer's; null where there was none. */
  status: integer(),
  failure: text(),
  deliveredAt: instant(),
  /** Not tried again. */
  givenUpAt: instant(),
  lastAt: instant(),
}, t => [
  uniqueIndex('webhook_deliveries_ref').on(t.ref),
  index('webhook_deliveries_webhook').on(t.webhookId, t.id),
  index('webhook_deliveries_created').on(t.createdAt, t.id),
])
