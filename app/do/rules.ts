import { ruleInWords } from '@/components/rules/rule-text'
import { fromSchema } from '@/domain/fields'
import { permit } from '@/domain/permission'
import { readRuleForm, ruleStateDraft } from '@/domain/rules/rule-draft'
import type { RuleState } from '@/domain/rules/rule-revision'
import { ruleById, type DatedRule } from '@/db/rules/changes'
import { stateOf } from '@/db/rules/history'
import {
  addRule as add, editRule as edit, restoreRule as restore, withdrawRule as withdraw, type KeptRule,
} from '@/db/rules/keeping'
import { wordsFor } from '@/messages/words'
import { moderatorAct, type Act, type ActAnswer, type MemberContext } from '../act'

/** Fields: the form of a rule change, and because. */
export const addRule = moderatorAct({ draft: readRuleForm }, async (tx, draft, context) => {
  const permission = permit('keep_rules', context.author, null)
  if ('refused' in permission) return permission
  return answerOf(await add(tx, permission.permitted, draft, context.now), '')
})

/** Fields: rule, version, the form of a rule change, and because. */
export const editRule = moderatorAct({ draft: readRuleForm }, async (tx, draft, context) => {
  const permission = permit('keep_rules', context.author, null)
  if ('refused' in permission) return permission
  const rule = await ruleById(tx, draft.rule)
  if (!rule) return { missing: true }
  const kept = await edit(tx, permission.permitted, rule, draft, context.now)
  const yours = { ...draft.change, withdrawn: rule.withdrawnAt !== null }
  return 'conflict' in kept ? bothTexts(rule, sayRule(yours, context), context) : answerOf(kept, '')
})

export const withdrawRule = stateAct(withdraw, 'rule_already_withdrawn')

export const restoreRule = stateAct(restore, 'rule_already_restored')

/** Fields: rule, version, because. */
function stateAct(work: typeof withdraw, already: string): Act {
  return moderatorAct({ draft: fromSchema(ruleStateDraft) }, async (tx, draft, context) => {
    const permission = permit('keep_rules', context.author, null)
    if ('refused' in permission) return permission
    const rule = await ruleById(tx, draft.rule)
    if (!rule) return { missing: true }
    const kept = await work(tx, permission.permitted, rule, { ...draft, now: context.now })
    return 'conflict' in kept ? bothTexts(rule, draft.because, context) : answerOf(kept, already)
  })
}

function answerOf(kept: KeptRule, already: string): ActAnswer {
  if ('done' in kept) return { to: `/rules/${kept.id}/history` }
  if ('same' in kept) return { problems: [{ path: 'statement_zh', code: 'rule_there', values: { id: kept.same } }] }
  if ('conflict' in kept) return { missing: true }
  return { problems: [{ path: 'because', code: already, ...(kept.already ? { values: { by: kept.already } } : {}) }] }
}

function bothTexts(rule: DatedRule, yours: string, context: MemberContext): ActAnswer {
  return { conflict: { yours, theirs: sayRule(stateOf(rule), context) } }
}

function sayRule(state: RuleState, { lang }: MemberContext): string {
  return ruleInWords(state, wordsFor(lang))
}
