import { and, eq } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import type { LogAct } from '@/domain/moderation/log-acts'
import type { RuleDraft } from '@/domain/rules/rule-draft'
import { changedFields, type RuleField } from '@/domain/rules/rule-revision'
import type { Transaction } from '../connection'
import { contentRef } from '../content-ref'
import { writeLog } from '../moderation/log'
import { people, ruleChanges, ruleRevisions } from '../schema'
import { columnsOf, sameRule, type DatedRule } from './changes'
import { stateOf } from './history'

// Each is the row, the version in its public history and the line in the public log, in one write.

export type KeptRule = { done: true; id: number } | { same: number } | { conflict: true } | { already: string | null }

type Deed = { version: number; because: string; now: number }

/** Writes down a new rule change; one that stands already with this date and these words is not written twice. */
export async function addRule(
  tx: Transaction, permitted: Permitted<'keep_rules'>, { change, because }: RuleDraft, now: number,
): Promise<KeptRule> {
  const same = await sameRule(tx, change)
  if (same !== null) return { same }
  // The same words may have been withdrawn or corrected before: those are another rule change with another name.
  const ref = contentRef('rule', { ...change, at: now })
  const [row] = await tx.insert(ruleChanges).values({ ref, ...columnsOf(change), createdAt: now }).returning()
  await remember(tx, permitted, 'add_rule', row as DatedRule, { because, now }, [])
  return { done: true, id: row!.id }
}

/** Corrects a rule change. `version` is the one the moderator had before him; an older one changes nothing. */
export async function editRule(
  tx: Transaction, permitted: Permitted<'keep_rules'>, rule: DatedRule, { change, version, because }: RuleDraft, now: number,
): Promise<KeptRule> {
  if (rule.version !== version) return { conflict: true }
  const same = await sameRule(tx, change)
  if (same !== null && same !== rule.id) return { same }
  const changed = changedFields(stateOf(rule), { ...change, withdrawn: rule.withdrawnAt !== null })
  if (changed.length === 0) return { done: true, id: rule.id }
  return revise(tx, permitted, 'edit_rule', rule, columnsOf(change), { version, because, now }, changed)
}

/** Takes a rule change back: it leaves lists and charts and stays readable in its history. */
export async function withdrawRule(
  tx: Transaction, permitted: Permitted<'keep_rules'>, rule: DatedRule, deed: Deed,
): Promise<KeptRule> {
  if (rule.withdrawnAt !== null) return { already: await lastToChange(tx, rule) }
  if (rule.version !== deed.version) return { conflict: true }
  return revise(tx, permitted, 'withdraw_rule', rule, { withdrawnAt: deed.now }, deed, ['withdrawn'])
}

/** Lets a withdrawn rule change stand again. */
export async function restoreRule(
  tx: Transaction, permitted: Permitted<'keep_rules'>, rule: DatedRule, deed: Deed,
): Promise<KeptRule> {
  if (rule.withdrawnAt === null) return { already: await lastToChange(tx, rule) }
  if (rule.version !== deed.version) return { conflict: true }
  return revise(tx, permitted, 'restore_rule', rule, { withdrawnAt: null }, deed, ['withdrawn'])
}

async function revise(
  tx: Transaction, permitted: Permitted<'keep_rules'>, act: LogAct, rule: DatedRule,
  columns: Partial<typeof ruleChanges.$inferInsert>, { because, now }: Deed, changed: RuleField[],
): Promise<KeptRule> {
  // What came with the site has no history until somebody changes it.
  if (rule.version === 1) {
    const first = { ruleId: rule.id, version: 1, byId: null, because: '', rule: stateOf(rule), at: rule.createdAt }
    await tx.insert(ruleRevisions).values(first).onConflictDoNothing()
  }
  const [row] = await tx.update(ruleChanges).set({ ...columns, version: rule.version + 1 })
    .where(and(eq(ruleChanges.id, rule.id), eq(ruleChanges.version, rule.version))).returning()
  if (!row) return { conflict: true }
  await remember(tx, permitted, act, row as DatedRule, { because, now }, changed)
  return { done: true, id: rule.id }
}

async function remember(
  tx: Transaction, { by }: Permitted<'keep_rules'>, act: LogAct, rule: DatedRule,
  { because, now }: Omit<Deed, 'version'>, changed: RuleField[],
): Promise<void> {
  const { id: ruleId, version } = rule
  await tx.insert(ruleRevisions).values({ ruleId, version, byId: by.id, because, rule: stateOf(rule), at: now })
  await writeLog(tx, {
    at: now,
    actorId: by.id,
    act,
    reason: because,
    details: {
      rule: String(ruleId), date: rule.date, statement_zh: rule.statementZh, changed: changed.join(' '),
      ...(rule.statementEn && { statement_en: rule.statementEn }),
    },
  })
}

async function lastToChange(tx: Transaction, { id, version }: DatedRule): Promise<string | null> {
  const [row] = await tx.select({ name: people.name }).from(ruleRevisions)
    .innerJoin(people, eq(people.id, ruleRevisions.byId))
    .where(and(eq(ruleRevisions.ruleId, id), eq(ruleRevisions.version, version)))
  return row?.name ?? null
}
