import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Process } from '@/domain/codes'
import type { RuleChange, RuleConfidence, RulePrecision, RuleSubject } from '@/domain/rules/rule-change'
import type { Database, Transaction } from '../connection'
import { contentRef } from '../content-ref'
import { ruleChanges } from '../schema'

export type DatedRule = {
  id: number
  ref: string
  /** As precise as `precision` says: 2023-09-01, 2023-11 or 2023. */
  date: string
  precision: RulePrecision
  processes: Process[]
  subject: RuleSubject
  statementZh: string
  statementEn: string | null
  basis: string
  basisEn: string | null
  confidence: RuleConfidence
  version: number
  /** Epoch milliseconds; null while it stands. */
  withdrawnAt: number | null
  createdAt: number
}

/**
 * Writes rule changes down; those that are there already (by ref, or by what they say where they have none) stay as
 * they are. Answers how many were new. `now` in epoch milliseconds.
 */
export async function storeRuleChanges(tx: Transaction, changes: RuleChange[], now: number): Promise<number> {
  let added = 0
  for (const change of changes) {
    // What it says in English may be bettered: it stays the same rule change.
    const { statement_en: _, basis_en: __, ...content } = change
    const rows = await tx.insert(ruleChanges).values({
      ref: change.ref ?? contentRef('rule', content), ...columnsOf(change), createdAt: now,
    }).onConflictDoNothing().returning({ id: ruleChanges.id })
    added += rows.length
  }
  return added
}

/** The columns that say what a rule change says. */
export function columnsOf(change: RuleChange) {
  const { date, precision, processes, subject, basis, confidence } = change
  return {
    date, precision, processes, subject, basis, confidence, statementZh: change.statement_zh,
    statementEn: change.statement_en ?? null, basisEn: change.basis_en ?? null,
  }
}

/** All rule changes that stand, newest first. They are written by hand, so there are few. */
export async function listRuleChanges(database: Database): Promise<DatedRule[]> {
  const rows = await database.select().from(ruleChanges).where(isNull(ruleChanges.withdrawnAt))
    .orderBy(desc(ruleChanges.date), desc(ruleChanges.id))
  return rows as DatedRule[]
}

/** Those that were taken back, newest first: they stay readable and can be restored. */
export async function listWithdrawnRules(database: Database): Promise<DatedRule[]> {
  const rows = await database.select().from(ruleChanges).where(isNotNull(ruleChanges.withdrawnAt))
    .orderBy(desc(ruleChanges.date), desc(ruleChanges.id))
  return rows as DatedRule[]
}

/** One rule change, withdrawn or not. */
export async function ruleById(database: Database, id: number): Promise<DatedRule | null> {
  const [row] = await database.select().from(ruleChanges).where(eq(ruleChanges.id, id))
  return (row as DatedRule | undefined) ?? null
}

/** The id of a rule change that stands and says the same of the same date. */
export async function sameRule(database: Database, change: RuleChange): Promise<number | null> {
  const { date, statementZh, withdrawnAt } = ruleChanges
  const [row] = await database.select({ id: ruleChanges.id }).from(ruleChanges)
    .where(and(eq(date, change.date), eq(statementZh, change.statement_zh), isNull(withdrawnAt)))
  return row?.id ?? null
}
