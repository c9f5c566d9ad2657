import { processes } from '@/domain/codes'
import { valueOf, type Fields } from '@/domain/fields'
import { longestReason } from '@/domain/moderation/because'
import {
  longestBasis, longestStatement, ruleConfidences, rulePrecisions, ruleSubjects,
} from '@/domain/rules/rule-change'
import type { RuleState } from '@/domain/rules/rule-revision'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../form/error-summary'
import { ChoiceField, SelectField, TextArea, TextField } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'

type Props = {
  /** Null: a new one. */
  rule: (RuleState & { id: number; version: number }) | null
  /** This form as it came back, if it did. */
  returned: Typed | null
  back: string
  lang: Language
  words: Words
  newKey: () => string
}

/** Writes down a rule change or corrects one. */
export function RuleForm({ rule, returned, back, lang, words, newKey }: Props) {
  const { rules, codes, site } = words
  const fields = returned?.fields ?? (rule ? fieldsOf(rule) : {})
  const problems = returned?.problems ?? []
  const field = (name: keyof Words['rules']['label'], longest?: number) => ({
    name, label: rules.label[name], hint: [rules.labelHint[name], longest && rules.atMost(longest)].filter(Boolean).join(lang === 'zh' ? '' : ' '),
    error: problemAt(problems, name, words),
  })
  const act = rule ? 'edit-rule' : 'add-rule'
  return (
    <form
      method="post" action={`/do/${act}`} className="max-w-form" data-draft={`${act}-${rule?.id}-${rule?.version}`}
      data-filled={rule || returned ? '' : undefined}
    >
      <ErrorSummary problems={problems} words={words} />
      <FormKey formKey={returned?.key ?? newKey()} lang={lang} back={back} />
      {rule && <input type="hidden" name="rule" value={rule.id} />}
      {rule && <input type="hidden" name="version" value={rule.version} />}
      <ChoiceField
        {...field('precision')} kind="radio" values={fields.precision ?? []}
        options={rulePrecisions.map(code => [code, rules.precision[code]] as const)}
      />
      <TextField {...field('date')} required autoComplete="off" maxLength={40} defaultValue={valueOf(fields, 'date')} />
      <ChoiceField
        {...field('processes')} kind="checkbox" values={fields.processes ?? []}
        options={processes.map(code => [code, codes.process[code]] as const)}
      />
      <SelectField
        {...field('subject')} value={valueOf(fields, 'subject')}
        options={ruleSubjects.map(code => [code, rules.subject[code]] as const)}
      />
      <TextArea
        {...field('statement_zh', longestStatement.zh)} lang="zh-CN" required maxLength={longestStatement.zh} defaultValue={valueOf(fields, 'statement_zh')}
      />
      <TextArea
        {...field('statement_en', longestStatement.en)} maxLength={longestStatement.en} defaultValue={valueOf(fields, 'statement_en')} lang="en"
      />
      <TextArea
        {...field('basis', longestBasis)} lang="zh-CN" required maxLength={longestBasis} defaultValue={valueOf(fields, 'basis')}
      />
      <TextArea {...field('basis_en', longestBasis)} maxLength={longestBasis} defaultValue={valueOf(fields, 'basis_en')} lang="en" />
      <ChoiceField
        {...field('confidence')} kind="radio" values={fields.confidence ?? []}
        options={ruleConfidences.map(code => [code, rules.confidence[code], rules.confidenceHint[code]] as const)}
      />
      <TextField
        {...field('because')} label={site.because} hint={site.becauseHint} required maxLength={longestReason}
        autoComplete="off" defaultValue={valueOf(fields, 'because')}
      />
      <div className="flex flex-wrap items-center gap-5">
        <button className="button button-main">{rule ? rules.saveEdit : rules.saveNew}</button>
        <a className="word-button" href={pathIn(lang, '/rules')}>{rules.backToList}</a>
      </div>
    </form>
  )
}

function fieldsOf(rule: RuleState): Fields {
  const { precision, date, processes: concerned, subject, statement_zh, statement_en = '', basis, basis_en = '', confidence } = rule
  return {
    precision: [precision], date: [date], processes: concerned, subject: [subject], statement_zh: [statement_zh],
    statement_en: [statement_en], basis: [basis], basis_en: [basis_en], confidence: [confidence],
  }
}
