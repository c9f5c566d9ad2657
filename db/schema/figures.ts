import { dialect } from '../dialect'
import type { Stage } from '../../domain/codes'
import { cases } from './cases'

const { table, id, text, instant, integer, json, index, uniqueIndex } = dialect

/** A figure somebody kept: what was asked, what was answered then and the rows it was computed from. Never changed. */
export const keptFigures = table('kept_figures', {
  id: id(),
  /** Its place in addresses: a hash of question, method and data, so that keeping it twice keeps one. */
  ref: text().notNull(),
  kind: text().notNull(),
  question: json<Record<string, string>>().notNull(),
  method: text().notNull(),
  /** Hash of the rows, so that anybody can say whether two figures rest on the same data. */
  dataHash: text().notNull(),
  answer: json<Record<string, unknown>>().notNull(),
  /** The rows as one CSV text. */
  rows: text().notNull(),
  at: instant().notNull(),
}, t => [uniqueIndex('kept_figures_ref').on(t.ref)])

/**
 * What was said to somebody waiting, and what came. No person is on record; the case, where one was asked about, is known
 * so that its end can be compared, and forgotten with it.
 */
export const forecasts = table('forecasts', {
  id: id(),
  caseId: integer().references(() => cases.id, { onDelete: 'set null' }),
  stage: text().$type<Stage>().notNull(),
  orderNo: integer().notNull(),
  round: integer().notNull(),
  /** 'minute' or 'day': the unit of every time below. */
  scale: text().notNull(),
  method: text().notNull(),
  /** Which cases it was read from, as an address says it. */
  filter: json<Record<string, string>>().notNull(),
  waited: integer().notNull(),
  /** How many others had waited as long. */
  n: integer().notNull(),
  /** Remaining wait by which 10, 50, 75 and 90 % had an end; null: not reached. */
  p10: integer(),
  p50: integer(),
  p75: integer(),
  p90: integer(),
  /** Chance of each way to end within the horizon, by its code. */
  chances: json<Record<string, number>>().notNull(),
  madeAt: instant().notNull(),
  /** Remaining wait that came to pass, and how it ended (0: still waiting after `cameAfter`); null until scored. */
  cameAfter: integer(),
  cause: integer(),
  scoredAt: instant(),
}, t => [
  index('forecasts_open').on(t.scoredAt, t.id),
  uniqueIndex('forecasts_case').on(t.caseId, t.stage, t.orderNo, t.round, t.madeAt),
])

/**
 * The last answer to a question that is not counted while somebody waits, since so many cases have to be read one by one for it
 * (db/figures/beforehand). May be thrown away at any time: it is counted anew when it is asked.
 */
export const countedFigures = table('counted_figures', {
  id: id(),
  kind: text().notNull(),
  /** What was asked, as the one JSON text that all who ask the same come to. */
  question: text().notNull(),
  answer: json<Record<string, unknown>>().notNull(),
  /** When it was begun to be counted: of the cases of that moment it tells. */
  at: instant().notNull(),
  /** The last change there was by then (`changes`). */
  changeId: integer().notNull(),
  /** Milliseconds that it took: so it is known how often counting it anew may be borne. */
  took: integer().notNull(),
  askedAt: instant().notNull(),
}, t => [uniqueIndex('counted_figures_question').on(t.kind, t.question), index('counted_figures_asked').on(t.askedAt)])
