import { asc, eq, max } from 'drizzle-orm'
import type { RuleState, RuleVersion } from '@/domain/rules/rule-revision'
import type { Database } from '../connection'
import { people, ruleRevisions } from '../schema'
import type { DatedRule } from './changes'

/** A rule change as its history keeps it. */
export function stateOf(rule: DatedRule): RuleState {
  const { date, precision, processes, subject, basis, basisEn, confidence, statementZh, statementEn, withdrawnAt } = rule
  return {
    date, precision, processes, subject, basis, confidence, statement_zh: statementZh,
    ...(statementEn && { statement_en: statementEn }), ...(basisEn && { basis_en: basisEn }), withdrawn: withdrawnAt !== null,
  }
}

/** Every version of a rule change, the first one first; one that nobody has touched has one. */
export async function versionsOfRule(database: Database, rule: DatedRule): Promise<RuleVersion[]> {
  const { version, because, at, rule: state } = ruleRevisions
  const rows = await database.select({ version, because, at, rule: state, by: people.name }).from(ruleRevisions)
    .leftJoin(people, eq(people.id, ruleRevisions.byId))
    .where(eq(ruleRevisions.ruleId, rule.id)).orderBy(asc(version))
  if (rows.length > 0) return rows as unknown as RuleVersion[]
  return [{ version: 1, by: null, because: '', at: rule.createdAt, rule: stateOf(rule) }]
}

/** When each rule change was last edited, by its id; in epoch milliseconds. What nobody has edited is not in it. */
export async function lastEdits(database: Database): Promise<Map<number, number>> {
  const { ruleId, at } = ruleRevisions
  const rows = await database.select({ ruleId, at: max(at) }).from(ruleRevisions).groupBy(ruleId)
  return new Map(rows.map(row => [row.ruleId, Number(row.at)]))
}
