import { changedFields, ruleFields, type RuleField, type RuleVersion } from '@/domain/rules/rule-revision'
import type { Words } from '@/messages/words'
import { TimeOf } from '../say/time-of'
import { Basis } from './basis'
import { sayRuleField } from './rule-text'

type Props = { versions: RuleVersion[]; words: Words }

/** Every version of a rule change, the latest first: who, when, why, and what was changed; the first one in full. */
export function RuleHistory({ versions, words }: Props) {
  const { rules, log } = words
  const newestFirst = versions.map((version, at) => ({ version, before: versions[at - 1] })).reverse()
  return (
    <ol className="max-w-prose">
      {newestFirst.map(({ version, before }) => (
        <li key={version.version} className="border-t border-line py-4">
          <h2 className="text-small text-soft">
            {rules.version(version.version)} · {rules.act[actOf(version, before)]} ·{' '}
            <bdi>{version.by ?? (version.version === 1 ? rules.cameWith : log.somebody)}</bdi> · <TimeOf at={version.at} />
          </h2>
          {version.because && <p className="text-small text-soft">{log.reason}<bdi className="text-ink">{version.because}</bdi></p>}
          <dl>
            {before
              ? changedFields(before.rule, version.rule).map(field => (
                  <Change key={field} field={field} before={before} after={version} words={words} />
                ))
              : ruleFields.filter(field => field !== 'withdrawn').map(field => (
                  <Entry key={field} field={field} version={version} words={words} />
                ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}

function actOf({ rule }: RuleVersion, before: RuleVersion | undefined): keyof Words['rules']['act'] {
  if (!before) return 'added'
  if (rule.withdrawn === before.rule.withdrawn) return 'edited'
  return rule.withdrawn ? 'withdrawn' : 'restored'
}

function Entry({ field, version, words }: { field: RuleField; version: RuleVersion; words: Words }) {
  const said = sayRuleField(field, version.rule, words)
  return (
    <div className="mt-2">
      <dt className="text-small text-soft">{words.rules.field[field]}</dt>
      <dd lang={langOf(field)}>{field === 'basis' || field === 'basis_en' ? <Basis text={said} /> : said}</dd>
    </div>
  )
}

type ChangeProps = { field: RuleField; before: RuleVersion; after: RuleVersion; words: Words }

function Change({ field, before, after, words }: ChangeProps) {
  const { cases, rules } = words
  return (
    <div className="mt-2">
      <dt className="text-small text-soft">{rules.field[field]}</dt>
      <dd className="text-soft">
        <del className="no-underline">
          <span className="sr-only">{cases.historyBefore}</span>− <bdi lang={langOf(field)}>{sayRuleField(field, before.rule, words)}</bdi>
        </del>
      </dd>
      <dd>
        <ins className="no-underline">
          <span className="sr-only">{cases.historyAfter}</span>+ <bdi lang={langOf(field)}>{sayRuleField(field, after.rule, words)}</bdi>
        </ins>
      </dd>
    </div>
  )
}

function langOf(field: RuleField): string | undefined {
  if (field === 'statement_zh' || field === 'basis') return 'zh-CN'
  return field === 'statement_en' || field === 'basis_en' ? 'en' : undefined
}
