import type { ruleProblems as zh } from '../zh/rule-problems'

export const ruleProblems: typeof zh = {
  rule_precision_needed: 'Choose how exactly the date is known.',
  rule_date_needed: 'Write the date, such as 2023-09-01, 2023-11 or 2023.',
  rule_date_short: 'The date is less exact than what you chose: add the month or day, or choose month or year.',
  rule_date_none: 'There is no such day, or the year cannot be right.',
  rule_processes_needed: 'Choose at least one review.',
  rule_statement_needed: 'Say in Chinese what changed.',
  rule_basis_needed: 'Say what it rests on: where it is known from.',
  rule_confidence_needed: 'Choose how sure that is.',
  rule_line_too_long: 'Too long: please shorten it to what the field says.',
  rule_there: ({ id = '' }) => `The same words stand under the same date already, as number ${id}. Nothing was written twice.`,
  rule_already_withdrawn: ({ by = 'Another moderator' }) => `${by} has withdrawn it already. Nothing was written twice.`,
  rule_already_restored: ({ by = 'Another moderator' }) => `${by} has restored it already. Nothing was written twice.`,
}
