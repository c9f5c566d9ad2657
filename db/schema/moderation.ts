import { dialect } from '../dialect'
import { cases } from './cases'
import { people } from './people'
import type { VoteSubject } from './threads'

const { table, id, text, flag, instant, integer, json, index, uniqueIndex, primaryKey } = dialect

export const tagGroups = table('tag_groups', {
  id: id(),
  slug: text().notNull(),
  nameZh: text().notNull(),
  nameEn: text().notNull(),
  position: integer().notNull(),
}, t => [uniqueIndex('tag_groups_slug').on(t.slug)])

export const tags = table('tags', {
  id: id(),
  groupId: integer().notNull().references(() => tagGroups.id),
  slug: text().notNull(),
  nameZh: text().notNull(),
  nameEn: text().notNull(),
  descriptionZh: text().notNull(),
  descriptionEn: text().notNull(),
  /** A case under this tag is told but not counted. */
  leavesFigures: flag().notNull().default(false),
  /** How many live cases stand under it; kept by db/moderation/tag-uses.ts. */
  uses: integer().notNull().default(0),
  retiredAt: instant(),
}, t => [uniqueIndex('tags_slug').on(t.slug), index('tags_group').on(t.groupId, t.id)])

export const tagSynonyms = table('tag_synonyms', {
  /** NFKC, lower case. */
  term: text().notNull(),
  tagId: integer().notNull().references(() => tags.id, { onDelete: 'cascade' }),
}, t => [primaryKey({ columns: [t.term] }), index('tag_synonyms_tag').on(t.tagId)])

export const taggings = table('taggings', {
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  tagId: integer().notNull().references(() => tags.id),
  byId: integer().notNull().references(() => people.id),
  reason: text().notNull(),
  at: instant().notNull(),
  /** Is one of the `uses` of its tag. */
  counted: flag().notNull().default(false),
}, t => [primaryKey({ columns: [t.caseId, t.tagId] }), index('taggings_tag').on(t.tagId, t.caseId), index('taggings_by').on(t.byId)])

/** What an import proposed; only a moderator makes it a tag. */
export const tagSuggestions = table('tag_suggestions', {
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  slug: text().notNull(),
}, t => [primaryKey({ columns: [t.caseId, t.slug] })])

export const hidings = table('hidings', {
  id: id(),
  subject: text().$type<VoteSubject>().notNull(),
  subjectId: integer().notNull(),
  byId: integer().notNull().references(() => people.id),
  reason: text().notNull(),
  at: instant().notNull(),
  liftedAt: instant(),
  liftedById: integer().references(() => people.id),
  liftedReason: text(),
}, t => [
  index('hidings_subject').on(t.subject, t.subjectId, t.liftedAt),
  index('hidings_by').on(t.byId),
  index('hidings_lifted_by').on(t.liftedById),
])

/** The public log. Rows are added, never changed: triggers in the migrations refuse both. */
export const logEntries = table('log_entries', {
  id: id(),
  at: instant().notNull(),
  actorId: integer().references(() => people.id),
  act: text().notNull(),
  caseId: integer(),
  replyId: integer(),
  personId: integer(),
  tagId: integer(),
  reason: text().notNull(),
  details: json<Record<string, string>>().notNull(),
}, t => [index('log_entries_case').on(t.caseId, t.id), index('log_entries_act').on(t.act, t.id)])
