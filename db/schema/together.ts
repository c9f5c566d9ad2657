import { dialect } from '../dialect'
import { cases } from './cases'
import { people } from './people'
import type { VoteSubject } from './threads'

const { table, text, instant, integer, index, primaryKey } = dialect

/** "Me too": a case that was reported because the same happened to its author. */
export const meToos = table('me_toos', {
  caseId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  ofId: integer().notNull().references(() => cases.id, { onDelete: 'cascade' }),
  at: instant().notNull(),
}, t => [primaryKey({ columns: [t.caseId] }), index('me_toos_of').on(t.ofId, t.caseId)])

/** Who was ever called by name in a case's words or a reply: nobody is told twice of one text. */
export const mentions = table('mentions', {
  subject: text().$type<VoteSubject>().notNull(),
  subjectId: integer().notNull(),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  at: instant().notNull(),
}, t => [primaryKey({ columns: [t.subject, t.subjectId, t.personId] }), index('mentions_person').on(t.personId, t.at)])

/** Whose calls a person no longer wants to hear. */
export const silences = table('silences', {
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  silencedId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  at: instant().notNull(),
}, t => [primaryKey({ columns: [t.personId, t.silencedId] }), index('silences_silenced').on(t.silencedId)])
