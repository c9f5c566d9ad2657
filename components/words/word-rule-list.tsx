import { valueOf } from '@/domain/fields'
import { longestPattern, longestWordReason, type WordRule } from '@/domain/moderation/words/rule'
import { FormKey } from '../form/form-key'
import { BecauseField } from '../moderation/because-field'
import { FormProblems } from '../moderation/form-problems'
import { LineField } from '../moderation/line-field'
import { returnedTo } from '../moderation/returned'
import { TimeOf } from '../say/time-of'
import { ActionChoice, type WordFormProps } from './word-form'

type State = { rule: Omit<WordRule, 'id'>; by: string; because: string; at: number }
type Line = WordRule & { states: State[] }

/** The rules, each with what was done to it and the form that changes it. */
export function WordRuleList({ rules, ...form }: WordFormProps & { rules: Line[] }) {
  const { wordFilter } = form.words
  if (rules.length === 0) return <p className="border-y border-hair py-4 text-soft">{wordFilter.none}</p>
  return (
    <ul className="border-b border-hair">
      {rules.map(rule => (
        <li key={rule.id} id={`word-${rule.id}`} className="border-t border-hair py-2">
          <p>
            <span className="text-small text-soft">{wordFilter.ruleNo(rule.id)}</span>{' '}
            <bdi className={`break-words ${rule.kind === 'pattern' ? 'font-mono' : 'font-semibold'}`}>{rule.text}</bdi>
            <span className="text-small text-soft">
              {' · '}{wordFilter.kinds[rule.kind].name}{' · '}{wordFilter.actions[rule.action].name}
              {!rule.enabled && <> · {wordFilter.disabled}</>}
              {rule.reason && <> · <bdi>{rule.reason}</bdi></>}
            </span>
          </p>
          <EditForm rule={rule} {...form} />
        </li>
      ))}
    </ul>
  )
}

function EditForm({ rule, lang, words, typed, newKey, back }: WordFormProps & { rule: Line }) {
  const { wordFilter } = words
  const returned = returnedTo(typed, ['edit-word'], { word: rule.id })
  const form = `word-${rule.id}`
  const value = (name: string, stored: string) => (returned ? valueOf(returned.fields, name) : stored)
  return (
    <details open={returned !== null}>
      <summary className="min-h-11 py-2 text-small text-soft">{wordFilter.edit}{rule.states.length > 1 && ` · ${wordFilter.states(rule.states.length - 1)}`}</summary>
      <ul className="mb-4 text-small text-soft">
        {rule.states.map((state, at) => (
          <li key={at}>
            <TimeOf at={state.at} /> <bdi>{wordFilter.state(state.by, state.because)}</bdi>{' · '}<bdi>{state.rule.text}</bdi>
            {' · '}{wordFilter.actions[state.rule.action].name}{!state.rule.enabled && ` · ${wordFilter.disabled}`}
          </li>
        ))}
      </ul>
      <form method="post" action="/do/edit-word" className="max-w-form pb-4">
        <FormProblems typed={returned} words={words} />
        <FormKey formKey={returned?.key ?? newKey()} lang={lang} back={back} />
        <input type="hidden" name="word" value={rule.id} />
        <input type="hidden" name="kind" value={rule.kind} />
        <LineField
          {...{ form, words }} typed={returned} name="text" label={wordFilter.text[rule.kind]} longest={longestPattern}
          value={value('text', rule.text)}
        />
        <ActionChoice value={value('action', rule.action)} words={words} />
        <LineField
          optional {...{ form, words }} typed={returned} name="reason" label={wordFilter.reason} hint={wordFilter.reasonHint}
          longest={longestWordReason} value={value('reason', rule.reason)}
        />
        <label className="mb-3 flex min-h-11 items-center gap-2.5">
          <input type="checkbox" name="enabled" value="on" defaultChecked={value('enabled', rule.enabled ? 'on' : '') === 'on'} />
          <span>{wordFilter.enabled}</span>
        </label>
        <BecauseField form={form} typed={returned} words={words} />
        <button className="button">{wordFilter.save}</button>
      </form>
    </details>
  )
}
