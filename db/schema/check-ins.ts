import { dialect } from '../dialect'
import { cases } from './cases'
import { people } from './people'

const { table, text, flag, instant, integer, index, primaryKey } = dialect

/** How often the author of an open case was asked whether it still waits; no row: never. */
export const checkIns = table('check_ins', {
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  /** Asked so often since its author last said anything of it. */
  times: integer().notNull().default(0),
  askedAt: instant(),
  /** Its author does not want to be asked of this one. */
  off: flag().notNull().default(false),
}, t => [primaryKey({ columns: [t.caseId] })])

/** People who do not want to be asked of any case. */
export const checkInRests = table('check_in_rests', {
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  at: instant().notNull(),
}, t => [primaryKey({ columns: [t.personId] })])

/** Links in mail by which one question about one case can be answered once, without signing in. */
export const checkInLinks = table('check_in_links', {
  /** SHA-256 of the token; the token itself lives only in the mail. */
  tokenHash: text().notNull(),
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  expiresAt: instant().notNull(),
  usedAt: instant(),
}, t => [
  primaryKey({ columns: [t.tokenHash] }),
  index('check_in_links_case').on(t.caseId),
  index('check_in_links_person').on(t.personId),
  index('check_in_links_expires').on(t.expiresAt),
])
