import { dialect } from '../dialect'
import { cases } from './cases'
import { people } from './people'

const { table, id, text, integer, instant, index, primaryKey } = dialect

/** A case that is one with another, while `undoneAt` is null: its address leads there, and its replies stand there. */
export const caseMerges = table('case_merges', {
  id: id(),
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  intoId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  byId: integer().notNull().references(() => people.id),
  reason: text().notNull(),
  at: instant().notNull(),
  undoneAt: instant(),
  undoneById: integer().references(() => people.id),
  undoneReason: text(),
}, t => [
  index('case_merges_case').on(t.caseId, t.undoneAt),
  index('case_merges_into').on(t.intoId, t.undoneAt),
  index('case_merges_by').on(t.byId),
  index('case_merges_undone_by').on(t.undoneById),
])

export type CarriedKind = 'discussion' | 'vote' | 'favourite' | 'follow'

/** What came along, so that it can go back: the id of a discussion’s head, or of the person whose vote it was. */
export const caseMergeItems = table('case_merge_items', {
  mergeId: integer().notNull().references(() => caseMerges.id, { onDelete: 'cascade' }),
  kind: text().$type<CarriedKind>().notNull(),
  itemId: integer().notNull(),
}, t => [primaryKey({ columns: [t.mergeId, t.kind, t.itemId] })])
