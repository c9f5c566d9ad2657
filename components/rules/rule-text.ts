import { ruleFields, type RuleField, type RuleState } from '@/domain/rules/rule-revision'
import type { Words } from '@/messages/words'
import { sayRuleDate } from './rule-date'

/** One field of a rule change in words. */
export function sayRuleField(field: RuleField, rule: RuleState, { rules, codes, site }: Words): string {
  switch (field) {
    case 'date': return sayRuleDate(rule.date, rule.precision, rules)
    case 'processes': return rule.processes.map(process => codes.process[process]).join(site.listSeparator)
    case 'subject': return rules.subject[rule.subject]
    case 'statement_zh': return rule.statement_zh
    case 'statement_en': return rule.statement_en ?? rules.nothing
    case 'basis': return rule.basis
    case 'basis_en': return rule.basis_en ?? rules.nothing
    case 'confidence': return rules.confidence[rule.confidence]
    case 'withdrawn': return rule.withdrawn ? rules.isWithdrawn : rules.stands
  }
}

/** A rule change as plain text that a person can compare line by line. */
export function ruleInWords(rule: RuleState, words: Words): string {
  return ruleFields.map(field => words.site.named(words.rules.field[field], sayRuleField(field, rule, words))).join('\n')
}
