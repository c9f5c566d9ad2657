import { dialect } from '../dialect'
import { cases } from './cases'
import { people } from './people'
import { replies } from './threads'

const { table, id, text, integer, instant, index } = dialect

/** A case whose thread takes no new replies while `liftedAt` is null. */
export const caseLocks = table('case_locks', {
  id: id(),
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  byId: integer().notNull().references(() => people.id),
  reason: text().notNull(),
  at: instant().notNull(),
  liftedAt: instant(),
  liftedById: integer().references(() => people.id),
  liftedReason: text(),
}, t => [
  index('case_locks_case').on(t.caseId, t.liftedAt),
  index('case_locks_by').on(t.byId),
  index('case_locks_lifted_by').on(t.liftedById),
])

/** A reply that went to another case with all that answers it. */
export const branchMoves = table('branch_moves', {
  id: id(),
  replyId: integer().notNull().references(() => replies.id, { onDelete: 'cascade' }),
  fromCaseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  toCaseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  byId: integer().notNull().references(() => people.id),
  reason: text().notNull(),
  at: instant().notNull(),
}, t => [
  index('branch_moves_reply').on(t.replyId, t.id),
  index('branch_moves_from').on(t.fromCaseId),
  index('branch_moves_to').on(t.toCaseId),
  index('branch_moves_by').on(t.byId),
])
