import { yearOf } from '@/domain/rules/rule-change'
import { RuleEntry, type RuleEntryProps, type ShownRule } from './rule-entry'

type Props = Omit<RuleEntryProps, 'rule'> & { rules: ShownRule[] }

/** Rule changes down one line, newest first, each year under its number. */
export function RuleTimeline({ rules, ...shown }: Props) {
  const years = [...new Set(rules.map(yearOf))]
  return (
    <div>
      {years.map(year => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`} className="eyebrow mt-8 mb-3">{shown.words.rules.sayYear(year)}</h2>
          <ol className="border-s border-line">
            {rules.filter(rule => yearOf(rule) === year).map(rule => (
              <li key={rule.id} id={`rule-${rule.id}`}><RuleEntry rule={rule} {...shown} /></li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
