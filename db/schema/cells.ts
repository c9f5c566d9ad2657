import { dialect } from '../dialect'
import type { Place } from '../../domain/statistics/tally'

const { table, text, integer, primaryKey } = dialect

/**
 * Counts of the spells of one cell (domain/figures/cells.ts) that are alike to a figure, kept up to date by every write
 * that changes a case and equal to a recount (docs/decisions/0007). Never a row of 0. On SQLite both tables lie in the
 * order of their keys (WITHOUT ROWID, by hand in the migration), so that a cell is read in one piece.
 */
export const cellCounts = table('cell_counts', {
  cell: text().notNull(),
  place: text().$type<Place>().notNull(),
  /** Of the start, as `monthNumber` counts; `everyMonth` holds their sum. */
  month: integer().notNull(),
  /** Calendar days or a bin of minutes; under 0 why it does not count. */
  at: integer().notNull(),
  cause: integer().notNull(),
  flags: integer().notNull(),
  n: integer().notNull(),
}, t => [primaryKey({ columns: [t.cell, t.place, t.month, t.at, t.cause, t.flags] })])

/** How many people of a cell have their first counted spell in these months, on minutes and on days. */
export const cellPeople = table('cell_people', {
  cell: text().notNull(),
  minuteMonth: integer().notNull(),
  dayMonth: integer().notNull(),
  n: integer().notNull(),
}, t => [primaryKey({ columns: [t.cell, t.minuteMonth, t.dayMonth] })])
