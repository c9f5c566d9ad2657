import { dialect } from '../dialect'
import type { AppealSubject, Verdict } from '../../domain/moderation/appeal'
import { people } from './people'

const { table, id, text, integer, instant, index, uniqueIndex } = dialect

/** One appeal against one measure: a row of `hidings` or of `suspensions`. */
export const appeals = table('appeals', {
  id: id(),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  subject: text().$type<AppealSubject>().notNull(),
  subjectId: integer().notNull(),
  words: text().notNull(),
  at: instant().notNull(),
  decidedAt: instant(),
  decidedById: integer().references(() => people.id),
  verdict: text().$type<Verdict>(),
  answer: text(),
}, t => [
  uniqueIndex('appeals_subject').on(t.subject, t.subjectId),
  index('appeals_person').on(t.personId, t.id),
  index('appeals_open').on(t.decidedAt, t.id),
  index('appeals_decided_by').on(t.decidedById),
])
