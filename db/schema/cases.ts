import { dialect } from '../dialect'
import type {
  CaseState, Ending, EventType, Motive, Outcome, Process, Source, Stage,
} from '../../domain/codes'
import type { FieldChange } from '../../domain/case/changes'
import type { Facts } from '../../domain/case/facts'
import type { Cause, SpellFlag } from '../../domain/case/spells'
import { people } from './people'

const { table, id, text, flag, instant, integer, json, index, uniqueIndex } = dialect

export const cases = table('cases', {
  id: id(),
  /** The case's name in open data and imports; an import never adds the same one twice. */
  ref: text().notNull(),
  authorId: integer().references(() => people.id),
  /** Whose report it counts as: the author's pseudonym, or the case itself where nobody is known. */
  account: text().notNull(),
  state: text().$type<CaseState>().notNull().default('live'),
  /** Has been seen by everybody. One that still waits for a moderator is hidden and has not. */
  published: flag().notNull().default(true),
  source: text().$type<Source>().notNull(),
  motive: text().$type<Motive>(),
  evidenceTier: integer().notNull().default(0),
  /** Already over when first reported. */
  retrospective: flag().notNull(),
  /** The facts as the exchange format speaks them; the columns below repeat those that lists filter by. */
  facts: json<Facts>().notNull(),
  process: text().$type<Process>().notNull(),
  subject: text().notNull(),
  category: text().notNull(),
  outcome: text().$type<Outcome>().notNull(),
  /** Month of the first dated event in Shanghai, 'YYYY-MM'; null when no event has one month. */
  month: text(),
  title: text(),
  /** Markdown as written, its HTML (sanitised on write) and the version of the renderer that made it. */
  words: text().notNull().default(''),
  html: text().notNull().default(''),
  renderVersion: integer().notNull().default(0),
  /** What figures of paths and names read of it (domain/case/course-text.ts); null until it is written for an old case. */
  course: text(),
  /** Live, of a source that counts, and under no tag that leaves the figures. */
  inFigures: flag().notNull(),
  /** Where it was written: mobile, mini_program, or null for a desk or an import. */
  device: text(),
  lastConfirmedMinute: integer(),
  agreeCount: integer().notNull().default(0),
  favouriteCount: integer().notNull().default(0),
  /** Replies to the case itself, and replies to those; hidden and deleted ones are not counted. */
  discussionCount: integer().notNull().default(0),
  replyCount: integer().notNull().default(0),
  version: integer().notNull().default(1),
  createdAt: instant().notNull(),
  editedAt: instant(),
  activeAt: instant().notNull(),
}, t => [
  uniqueIndex('cases_ref').on(t.ref),
  index('cases_newest').on(t.state, t.id),
  index('cases_active').on(t.state, t.activeAt, t.id),
  index('cases_agreed').on(t.state, t.agreeCount, t.id),
  index('cases_process').on(t.state, t.process, t.id),
  index('cases_subject').on(t.state, t.subject, t.id),
  index('cases_category').on(t.state, t.category, t.id),
  index('cases_outcome').on(t.state, t.outcome, t.id),
  index('cases_month').on(t.state, t.month, t.id),
  // Reaches the few that two or more of these have in common.
  index('cases_narrowed').on(t.state, t.process, t.category, t.subject, t.outcome, t.id),
  index('cases_author').on(t.authorId, t.id),
  index('cases_figures').on(t.inFigures, t.process, t.source),
  index('cases_figures_subject').on(t.inFigures, t.process, t.subject, t.category),
  index('cases_figures_category').on(t.inFigures, t.process, t.category),
  index('cases_account').on(t.account, t.id),
])

/** Set-valued facts, one row a value: name patterns, proofs demanded, features, reasons. */
export const caseTraits = table('case_traits', {
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  trait: text().notNull(),
  value: text().notNull(),
}, t => [
  dialect.primaryKey({ columns: [t.caseId, t.trait, t.value] }),
  index('case_traits_value').on(t.trait, t.value, t.caseId),
])

export const caseEvents = table('case_events', {
  id: id(),
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  position: integer().notNull(),
  type: text().$type<EventType>().notNull(),
  orderNo: integer().notNull(),
  round: integer().notNull(),
  earliestMinute: integer(),
  latestMinute: integer(),
  leastWait: integer(),
  mostWait: integer(),
  /** reasons, kinds and scopes, where the type has them. */
  codes: json<{ reasons?: string[]; kinds?: string[]; scopes?: string[] }>().notNull(),
  note: text(),
  source: text().notNull(),
  enteredAt: instant().notNull(),
}, t => [uniqueIndex('case_events_position').on(t.caseId, t.position)])

/** Derived from events (domain/case/spells.ts) in the same write that changes them; may be thrown away and made again. */
export const spells = table('spells', {
  id: id(),
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  /** A stage, or 'whole': the case from its first payment to its end, with its `ending`. */
  stage: text().$type<Stage | 'whole'>().notNull(),
  ending: text().$type<Ending>(),
  orderNo: integer().notNull(),
  round: integer().notNull(),
  /** 0 still pending when last heard of; the others are named by the stage. */
  cause: integer().$type<Cause>().notNull(),
  startEarliest: integer(),
  startLatest: integer(),
  exitEarliest: integer(),
  exitLatest: integer(),
  leastWait: integer(),
  mostWait: integer(),
  days: integer(),
  startMonth: text(),
  flags: json<SpellFlag[]>().notNull(),
  /** On which scales it counts, by the bits of `countsOn` (domain/statistics/tally.ts): an account has only its share. */
  counts: integer().notNull().default(0),
}, t => [index('spells_case').on(t.caseId), index('spells_stage').on(t.stage, t.caseId)])

/** The public history: one row an edit, holding each field as it was and as it became. */
export const caseRevisions = table('case_revisions', {
  id: id(),
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  version: integer().notNull(),
  byId: integer().references(() => people.id),
  act: text().notNull(),
  changes: json<FieldChange[]>().notNull(),
  at: instant().notNull(),
}, t => [uniqueIndex('case_revisions_version').on(t.caseId, t.version)])

export const ruleChanges = table('rule_changes', {
  id: id(),
  ref: text().notNull(),
  date: text().notNull(),
  precision: text().notNull(),
  processes: json<Process[]>().notNull(),
  subject: text().notNull(),
  statementZh: text().notNull(),
  statementEn: text(),
  basis: text().notNull(),
  basisEn: text(),
  confidence: text().notNull(),
  version: integer().notNull().default(1),
  /** Taken back by a moderator: it stays readable in its history and rules no chart. */
  withdrawnAt: instant(),
  createdAt: instant().notNull(),
}, t => [uniqueIndex('rule_changes_ref').on(t.ref), index('rule_changes_date').on(t.date, t.id)])

/** The public history of a rule change: one row an edit, holding the whole as it then was. */
export const ruleRevisions = table('rule_revisions', {
  id: id(),
  ruleId: integer().notNull().references(() => ruleChanges.id),
  version: integer().notNull(),
  byId: integer().references(() => people.id),
  because: text().notNull(),
  rule: json<Record<string, unknown>>().notNull(),
  at: instant().notNull(),
}, t => [uniqueIndex('rule_revisions_version').on(t.ruleId, t.version)])
