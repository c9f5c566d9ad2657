import type { Words } from '@/messages/words'
import { Basis } from '../rules/basis'
import type { ShownRule } from '../rules/rule-entry'
import { sayRuleDate } from '../rules/rule-date'

/** A rule change for a reader of feeds: since when, what, for whom, and on what it rests. */
export function RuleContent({ rule, english, words }: { rule: ShownRule; english: boolean; words: Words }) {
  const { rules, codes, site } = words
  const concerned = [...rule.processes.map(process => codes.process[process]), rules.subject[rule.subject]]
  const [statement, basis] = english ? [rule.statementEn, rule.basisEn] : [null, null]
  return (
    <>
      <p>{sayRuleDate(rule.date, rule.precision, rules)}</p>
      <p lang={statement ? 'en' : 'zh-CN'}>{statement ?? rule.statementZh}</p>
      <p>{rules.concerns} {concerned.join(site.listSeparator)}</p>
      <p>{rules.confidence[rule.confidence]} · {rules.basis} <span lang={basis ? 'en' : 'zh-CN'}><Basis text={basis ?? rule.basis} /></span></p>
    </>
  )
}
