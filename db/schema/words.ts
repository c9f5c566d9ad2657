import { dialect } from '../dialect'
import type { WordAction, WordKind, WordRule } from '../../domain/moderation/words/rule'
import { people } from './people'

const { table, id, text, integer, flag, instant, json, index, uniqueIndex } = dialect

/** The rules of the word filter (domain/moderation/words). They are disabled, never deleted: what waited names its rule. */
export const wordRules = table('word_rules', {
  id: id(),
  kind: text().$type<WordKind>().notNull(),
  text: text().notNull(),
  /** How it is compared, for a word; a pattern as it is. One of each. */
  reading: text().notNull(),
  action: text().$type<WordAction>().notNull(),
  reason: text().notNull().default(''),
  enabled: flag().notNull().default(true),
}, t => [uniqueIndex('word_rules_reading').on(t.kind, t.reading), index('word_rules_enabled').on(t.enabled, t.id)])

/** Every state a rule has had, with who gave it and why. The last row says which list is in force (db/moderation/words). */
export const wordRuleChanges = table('word_rule_changes', {
  id: id(),
  ruleId: integer().notNull().references(() => wordRules.id, { onDelete: 'cascade' }),
  byId: integer().notNull().references(() => people.id),
  rule: json<Omit<WordRule, 'id'>>().notNull(),
  because: text().notNull(),
  /** By chance, so that two databases never mean the same list. */
  stamp: text().notNull(),
  at: instant().notNull(),
}, t => [index('word_rule_changes_rule').on(t.ruleId, t.id), index('word_rule_changes_by').on(t.byId)])
