import { sql } from 'drizzle-orm'
import { dialect } from '../dialect'
import type { Problem } from '../../domain/case/problem'
import { people } from './people'

const { table, text, instant, integer, json, index, primaryKey } = dialect

/** A form as it was typed, kept whenever it cannot be published yet: problems, sign-in, a limit, a conflict. */
export const drafts = table('drafts', {
  key: text().notNull(),
  /** `p:ID` of the person, or `b:HASH` of the browser that holds the cookie. */
  owner: text().notNull(),
  act: text().notNull(),
  back: text().notNull(),
  body: json<Record<string, string[]>>().notNull(),
  problems: json<Problem[]>().notNull(),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
}, t => [
  primaryKey({ columns: [t.key] }),
  index('drafts_owner').on(t.owner, t.updatedAt),
  // Drafts of browsers are forgotten after a while; those of people never are, and would stand before them.
  index('drafts_of_browsers').on(t.updatedAt).where(sql`substr(owner, 1, 2) = 'b:'`),
])

/** What a form key has already done: the second submit gets the first one's answer. */
export const submissions = table('submissions', {
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  key: text().notNull(),
  act: text().notNull(),
  bodyHash: text().notNull(),
  location: text().notNull(),
  at: instant().notNull(),
}, t => [primaryKey({ columns: [t.personId, t.key] }), index('submissions_at').on(t.at)])

/** Single values the site keeps about itself, such as the token of the first administrator. */
export const siteValues = table('site_values', {
  name: text().notNull(),
  value: json<unknown>().notNull(),
  updatedAt: instant().notNull(),
}, t => [primaryKey({ columns: [t.name] })])
