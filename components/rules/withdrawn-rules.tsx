import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { sayRuleDate } from './rule-date'
import type { ShownRule } from './rule-entry'

type Props = { rules: readonly ShownRule[]; lang: Language; words: Words }

/** What was taken back, folded up: each leads to its history, where it says by whom and why. */
export function WithdrawnRules({ rules, lang, words: { rules: words } }: Props) {
  if (rules.length === 0) return null
  return (
    <details className="mt-6 border-t border-hair text-small">
      <summary className="inline-flex min-h-11 items-center text-soft">{words.withdrawnTitle(rules.length)}</summary>
      <ul className="grid gap-y-1 pb-3">
        {rules.map(({ id, date, precision, statementZh, statementEn }) => {
          const english = lang === 'en' ? statementEn : null
          return (
            <li key={id}>
              <span className="text-soft">{sayRuleDate(date, precision, words)}</span>{' '}
              <a className="lone" href={pathIn(lang, `/rules/${id}/history`)}><s lang={english ? 'en' : 'zh-CN'}>{english ?? statementZh}</s></a>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
