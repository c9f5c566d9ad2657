type Values = Record<string, string | number>

/** What can be wrong with the form of a rule change; part of messages.problems. */
export const ruleProblems = {
  rule_precision_needed: '请选择日期知道到什么程度。',
  rule_date_needed: '请写上日期，如 2023-09-01、2023-11 或 2023。',
  rule_date_short: '日期写得没有所选的那么细：补上月或日，或者改选只知道到月、到年。',
  rule_date_none: '没有这一天，或者年份不对。',
  rule_processes_needed: '请至少选一种审核。',
  rule_statement_needed: '请用中文写明变了什么。',
  rule_basis_needed: '请写明依据：从哪里知道的。',
  rule_confidence_needed: '请选择把握有多大。',
  rule_line_too_long: '太长了：请缩短到字段上写的字数以内。',
  rule_there: ({ id = '' }: Values) => `同一天、同样的话已经记过了，是第 ${id} 条，没有重复记。`,
  rule_already_withdrawn: ({ by = '另一位版主' }: Values) => `${by} 已经撤回了它，没有重复记录。`,
  rule_already_restored: ({ by = '另一位版主' }: Values) => `${by} 已经恢复了它，没有重复记录。`,
}
