import { dialect } from '../dialect'

const { table, id, instant, json, index } = dialect

/**
 * One row for each write that changed something a page shows: what it was about. Other processes read it to know which
 * of the pages they remember are old (docs/decisions/0013); kept for an hour.
 */
export const changes = table('changes', {
  id: id(),
  topics: json<string[]>().notNull(),
  at: instant().notNull(),
}, t => [index('changes_at').on(t.at)])
