import { dialect } from '../dialect'
import type { HoldKind, Role } from '../../domain/people/viewer'

const { table, id, text, flag, instant, integer, index, uniqueIndex, primaryKey } = dialect

export const people = table('people', {
  id: id(),
  name: text().notNull(),
  // Two readings of the name that must be nobody else's: folded (NFKC, case) and by its shapes (UTS 39 skeleton).
  nameKey: text().notNull(),
  nameSkeleton: text().notNull(),
  /** argon2id, PHC string; null for people who came through a provider. */
  passwordHash: text(),
  role: text().$type<Role>().notNull().default('member'),
  /** What open data calls this account: says that two cases have one author, not who it is. */
  pseudonym: text().notNull(),
  createdAt: instant().notNull(),
  /** Closed the account: all that is left is a number, for what a moderator did in public. */
  leftAt: instant(),
}, t => [
  uniqueIndex('people_name_key').on(t.nameKey),
  uniqueIndex('people_name_skeleton').on(t.nameSkeleton),
  uniqueIndex('people_pseudonym').on(t.pseudonym),
  index('people_role').on(t.role, t.id),
  index('people_created').on(t.createdAt),
])

/** Names that people had before; nobody else may have them as long as the account stands, and their links lead on. */
export const nameChanges = table('name_changes', {
  id: id(),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  /** The name that was given up, and its two readings. */
  name: text().notNull(),
  nameKey: text().notNull(),
  nameSkeleton: text().notNull(),
  at: instant().notNull(),
}, t => [
  index('name_changes_person').on(t.personId, t.id),
  index('name_changes_key').on(t.nameKey),
  index('name_changes_skeleton').on(t.nameSkeleton),
])

/** Names of people who left, as hashes of their two readings: nobody else may have them for a while. */
export const departedNames = table('departed_names', {
  reading: text().notNull(),
  until: instant().notNull(),
}, t => [primaryKey({ columns: [t.reading] }), index('departed_names_until').on(t.until)])

export const identities = table('identities', {
  // An account elsewhere is (issuer, subject), never an e-mail address.
  issuer: text().notNull(),
  subject: text().notNull(),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  createdAt: instant().notNull(),
}, t => [primaryKey({ columns: [t.issuer, t.subject] }), index('identities_person').on(t.personId)])

export const sessions = table('sessions', {
  id: id(),
  /** SHA-256 of the 256-bit token; the token itself lives only in the cookie. */
  tokenHash: text().notNull(),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  device: text().notNull(),
  /** Begun with two steps, or with what counts as two. */
  twoSteps: flag().notNull().default(false),
  createdAt: instant().notNull(),
  lastSeenAt: instant().notNull(),
  expiresAt: instant().notNull(),
}, t => [uniqueIndex('sessions_token').on(t.tokenHash), index('sessions_person').on(t.personId, t.id)])

export const suspensions = table('suspensions', {
  id: id(),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  /** What a silence leaves, and a suspension does not, stands in domain/permission.ts. */
  kind: text().$type<HoldKind>().notNull().default('suspension'),
  byId: integer().notNull().references(() => people.id),
  reason: text().notNull(),
  at: instant().notNull(),
  /** Null: until lifted. */
  endsAt: instant(),
  liftedAt: instant(),
  liftedById: integer().references(() => people.id),
}, t => [index('suspensions_person').on(t.personId, t.liftedAt), index('suspensions_standing').on(t.liftedAt, t.endsAt)])

export const notifications = table('notifications', {
  id: id(),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  kind: text().notNull(),
  caseId: integer(),
  replyId: integer(),
  actorId: integer(),
  details: dialect.json<Record<string, string>>().notNull(),
  createdAt: instant().notNull(),
  readAt: instant(),
}, t => [
  index('notifications_person').on(t.personId, t.id),
  index('notifications_unread').on(t.personId, t.readAt),
  index('notifications_case').on(t.personId, t.caseId, t.id),
])
