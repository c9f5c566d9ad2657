import { isAhead } from '@/domain/rules/rule-change'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'

type Rule = { date: string; statementZh: string; statementEn: string | null }

/** `today` is YYYY-MM-DD in Shanghai: what is dated later is only announced. */
export function LastRule({ rule, today, lang, words }: { rule: Rule; today: string; lang: Language; words: Words }) {
  const { home, rules } = words
  const english = lang === 'en' && rule.statementEn
  return (
    <section>
      <h2 className="text-lead">{home.lastRule}</h2>
      <p><span className="text-soft">{rule.date}</span> {isAhead(rule, today) && <strong className="font-semibold text-waiting">{rules.ahead} </strong>}<span lang={english ? 'en' : 'zh-CN'}>{english || rule.statementZh}</span></p>
      <p><a className="inline-flex min-h-11 items-center text-small" href={pathIn(lang, '/rules')}>{home.allRules}</a></p>
    </section>
  )
}
