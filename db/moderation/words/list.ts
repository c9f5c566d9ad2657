import { and, asc, count, desc, eq, gt, inArray } from 'drizzle-orm'
import type { WordAction, WordRule } from '@/domain/moderation/words/rule'
import type { Database } from '../../connection'
import { people, wordRuleChanges, wordRules } from '../../schema'

/** A state that a rule had, and who gave it. */
export type WordRuleState = { rule: Omit<WordRule, 'id'>; by: string; because: string; at: number }
export type WordRuleLine = WordRule & { /** The newest first. */ states: WordRuleState[] }

export type WordQuery = { enabled: boolean; action?: WordAction; after?: number; limit?: number }

/** One page of the rules, in the order they were added; `next` is the `after` of the page that follows. */
export async function wordRulesPage(
  database: Database, { enabled, action, after = 0, limit = 50 }: WordQuery,
): Promise<{ rules: WordRuleLine[]; next: number | null }> {
  const rows = await database.select().from(wordRules)
    .where(and(eq(wordRules.enabled, enabled), gt(wordRules.id, after), action && eq(wordRules.action, action)))
    .orderBy(asc(wordRules.id)).limit(limit + 1)
  const rules = await withStates(database, rows.slice(0, limit))
  return { rules, next: rows.length > limit ? rules.at(-1)!.id : null }
}

/** Rules by their numbers. */
export async function wordRulesBy(database: Database, ids: number[]): Promise<WordRuleLine[]> {
  if (ids.length === 0) return []
  return withStates(database, await database.select().from(wordRules).where(inArray(wordRules.id, ids)).orderBy(asc(wordRules.id)))
}

/** How many rules are in force, and how many are not. */
export async function countWordRules(database: Database): Promise<{ on: number; off: number }> {
  const rows = await database.select({ enabled: wordRules.enabled, n: count() }).from(wordRules).groupBy(wordRules.enabled)
  const of = (enabled: boolean) => rows.find(row => row.enabled === enabled)?.n ?? 0
  return { on: of(true), off: of(false) }
}

async function withStates(database: Database, rows: (typeof wordRules.$inferSelect)[]): Promise<WordRuleLine[]> {
  if (rows.length === 0) return []
  const { ruleId, rule, because, at } = wordRuleChanges
  const states = await database.select({ ruleId, rule, by: people.name, because, at }).from(wordRuleChanges)
    .innerJoin(people, eq(people.id, wordRuleChanges.byId))
    .where(inArray(ruleId, rows.map(row => row.id))).orderBy(asc(ruleId), desc(wordRuleChanges.id))
  return rows.map(({ reading: _, ...row }) => ({
    ...row, states: states.filter(it => it.ruleId === row.id).map(({ ruleId: __, ...state }) => state),
  }))
}
