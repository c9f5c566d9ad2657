import { dialect } from '../dialect'
import { cases } from './cases'
import { people } from './people'

const { table, id, text, flag, instant, integer, bytes, index, uniqueIndex, primaryKey } = dialect

export const replies = table('replies', {
  id: id(),
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  parentId: integer(),
  /** The discussion it belongs to: the reply to the case itself at its head. */
  rootId: integer(),
  /** Whom it answers in words; differs from the parent only below the deepest stored level. */
  replyToId: integer(),
  depth: integer().notNull(),
  /** Four bytes (big-endian id) a level: ordering by it is reading order, a prefix is a branch. */
  path: bytes().notNull(),
  authorId: integer().references(() => people.id),
  words: text().notNull(),
  html: text().notNull(),
  renderVersion: integer().notNull(),
  /** mobile, mini_program or null for a desk. */
  device: text(),
  agreeCount: integer().notNull().default(0),
  /** Direct answers that still stand; a deleted reply with answers stays as a tombstone. */
  answerCount: integer().notNull().default(0),
  hidden: flag().notNull().default(false),
  /** Has had its place in the thread. One that still waits for a moderator is hidden and has none. */
  published: flag().notNull().default(true),
  version: integer().notNull().default(1),
  createdAt: instant().notNull(),
  editedAt: instant(),
  deletedAt: instant(),
  /** Stands where that reply stood before it went to another case with all below it. */
  movedId: integer(),
}, t => [
  uniqueIndex('replies_path').on(t.caseId, t.path),
  index('replies_newest').on(t.caseId, t.depth, t.id),
  index('replies_latest').on(t.caseId, t.id),
  index('replies_agreed').on(t.caseId, t.depth, t.agreeCount, t.id),
  index('replies_root').on(t.rootId, t.path),
  index('replies_author').on(t.authorId, t.id),
])

export const replyRevisions = table('reply_revisions', {
  id: id(),
  replyId: integer().notNull().references(() => replies.id, { onDelete: 'cascade' }),
  version: integer().notNull(),
  words: text().notNull(),
  at: instant().notNull(),
}, t => [uniqueIndex('reply_revisions_version').on(t.replyId, t.version)])

export type VoteSubject = 'case' | 'reply'

export const votes = table('votes', {
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  subject: text().$type<VoteSubject>().notNull(),
  subjectId: integer().notNull(),
  at: instant().notNull(),
}, t => [
  primaryKey({ columns: [t.personId, t.subject, t.subjectId] }),
  index('votes_subject').on(t.subject, t.subjectId),
])

export const favourites = table('favourites', {
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  at: instant().notNull(),
}, t => [primaryKey({ columns: [t.personId, t.caseId] }), index('favourites_case').on(t.caseId)])

/** What search looks through: a case's words or one reply, cut into terms by domain/text/terms.ts. */
export const searchEntries = table('search_entries', {
  id: id(),
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  /** Null: the case's own words. */
  replyId: integer().references(() => replies.id, { onDelete: 'cascade' }),
  terms: text().notNull(),
}, t => [index('search_entries_case').on(t.caseId, t.replyId)])
