import { dialect } from '../dialect'
import { people } from './people'

const { table, text, integer, instant, index, uniqueIndex, primaryKey } = dialect

/** Where somebody gets letters, if he wants any: a confirmed address, shown to nobody but him. */
export const mailAddresses = table('mail_addresses', {
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  address: text().notNull(),
  /** The address without the case of its letters: one address is one person's. */
  addressKey: text().notNull(),
  confirmedAt: instant().notNull(),
}, t => [primaryKey({ columns: [t.personId] }), uniqueIndex('mail_addresses_key').on(t.addressKey)])

/** What a link in a letter may do, once and for ten minutes. */
export const mailLinks = table('mail_links', {
  /** SHA-256 of the 256 random bits that only the letter holds. */
  tokenHash: text().notNull(),
  use: text().$type<'confirm' | 'sign_in' | 'recover'>().notNull(),
  /** Null for an address that nobody has confirmed: then no letter was sent, and the link is known to nobody. */
  personId: integer().references(() => people.id, { onDelete: 'cascade' }),
  /** The browser that asked for it, as the owner of its drafts is called; no other may use it. */
  browser: text().notNull(),
  /** The address to be confirmed; empty for the other uses. */
  address: text().notNull(),
  /** Where to go afterwards, as Chinese has it. */
  wanted: text().notNull(),
  expiresAt: instant().notNull(),
}, t => [primaryKey({ columns: [t.tokenHash] }), index('mail_links_person').on(t.personId), index('mail_links_end').on(t.expiresAt)])
