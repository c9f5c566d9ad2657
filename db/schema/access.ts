import { dialect } from '../dialect'
import type { Scope } from '../../domain/people/api-token'
import { people } from './people'

const { table, id, text, flag, integer, instant, json, index, uniqueIndex, primaryKey } = dialect

/** Keys that programs bring in their owner's name (domain/people/api-token.ts). */
export const apiTokens = table('api_tokens', {
  id: id(),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  /** What its owner calls it. */
  name: text().notNull(),
  scopes: json<Scope[]>().notNull(),
  /** SHA-256 of the token, which is shown once and nowhere kept. */
  tokenHash: text().notNull(),
  /** Made by somebody who had signed in with two steps: it counts as two itself, as long as his account asks for them. */
  twoSteps: flag().notNull().default(false),
  createdAt: instant().notNull(),
  /** Null: until it is revoked. */
  expiresAt: instant(),
  /** Midnight of the last day in Shanghai on which it was used; null: never. */
  usedOn: instant(),
}, t => [uniqueIndex('api_tokens_hash').on(t.tokenHash), index('api_tokens_person').on(t.personId, t.id)])

/** People who came while accounts were let in one by one. Whoever has no row here was let in by signing up. */
export const admissions = table('admissions', {
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  askedAt: instant().notNull(),
  /** Null: nobody has decided yet. */
  decision: text().$type<'approved' | 'refused'>(),
  decidedAt: instant(),
  decidedById: integer().references(() => people.id),
  /** What he is told when he is refused. */
  reason: text().notNull().default(''),
}, t => [primaryKey({ columns: [t.personId] }), index('admissions_waiting').on(t.decision, t.askedAt), index('admissions_decided_by').on(t.decidedById)])

/** What administrators have set (domain/site-settings.ts); a setting without a row is as the program has it. */
export const siteSettings = table('site_settings', {
  name: text().notNull(),
  value: json<unknown>().notNull(),
  changedAt: instant().notNull(),
  changedById: integer().references(() => people.id),
}, t => [primaryKey({ columns: [t.name] }), index('site_settings_changed_by').on(t.changedById)])
