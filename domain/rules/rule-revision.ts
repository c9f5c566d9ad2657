import type { RuleChange } from './rule-change'

/** A rule change as it stood in one version, and whether it was taken back then. */
export type RuleState = Omit<RuleChange, 'ref'> & { withdrawn: boolean }

/** One version and what became of it: by whom (null: it came with the site), when (epoch milliseconds) and why. */
export type RuleVersion = { version: number; by: string | null; because: string; at: number; rule: RuleState }

/** How exactly a date is known stands in the date itself, so the two are one field. */
export const ruleFields = [
  'date', 'processes', 'subject', 'statement_zh', 'statement_en', 'basis', 'basis_en', 'confidence', 'withdrawn',
] as const satisfies readonly (keyof RuleState)[]
export type RuleField = (typeof ruleFields)[number]

/** The fields in which two versions differ, in the order of the form. */
export function changedFields(before: RuleState, after: RuleState): RuleField[] {
  return ruleFields.filter(field => String(before[field] ?? '') !== String(after[field] ?? ''))
}
