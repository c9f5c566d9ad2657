import type { Process } from '@/domain/codes'
import { pageOf } from '@/domain/figures/filter'
import { isAhead, type RuleConfidence, type RulePrecision, type RuleSubject } from '@/domain/rules/rule-change'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { Basis } from './basis'
import { sayRuleDate } from './rule-date'

export type ShownRule = {
  id: number
  date: string
  precision: RulePrecision
  processes: Process[]
  subject: RuleSubject
  statementZh: string
  statementEn: string | null
  basis: string
  basisEn: string | null
  confidence: RuleConfidence
  version: number
}

export type RuleEntryProps = {
  rule: ShownRule; lang: Language; words: Words
  /** The reader may correct it. */
  keeper: boolean
  /** The rule changes that the trend compares before and after. */
  compared: ReadonlySet<number>
  /** YYYY-MM-DD in Shanghai: what is dated later is announced. */
  today: string
}

/** One change: when, what, for whom, on what it rests and how sure that is. */
export function RuleEntry({ rule, lang, words, keeper, compared, today }: RuleEntryProps) {
  const { rules, codes, site } = words
  const english = lang === 'en' ? rule.statementEn : null
  const basisEnglish = lang === 'en' ? rule.basisEn : null
  const concerned = [...rule.processes.map(process => codes.process[process]), rules.subject[rule.subject]]
  return (
    <article className="relative pb-7 ps-6">
      <Bead confidence={rule.confidence} />
      <p className="text-small text-soft">
        <time dateTime={rule.date} className="text-ink">{sayRuleDate(rule.date, rule.precision, rules)}</time>
        {rule.precision === 'month' && ` · ${rules.onlyMonth}`}
        {rule.precision === 'year' && ` · ${rules.onlyYear}`}
        {isAhead(rule, today) && <strong className="font-semibold text-waiting">{` · ${rules.ahead}`}</strong>}
      </p>
      {english
        ? <h3 className="mt-1 text-lead text-pretty" lang="en"><bdi>{english}</bdi></h3>
        : <h3 className="mt-1 text-lead text-pretty font-song" lang="zh-CN"><bdi>{rule.statementZh}</bdi>{lang === 'en' && <ChineseOriginal words={rules} />}</h3>}
      <p className="mt-1 text-small text-soft">{rules.concerns} {concerned.join(site.listSeparator)}</p>
      <p className="text-small text-soft">
        <span className={`font-semibold ${rule.confidence === 'official' ? 'text-approved' : 'text-waiting'}`}>
          {rules.confidence[rule.confidence]}
        </span>
        {' · '}{rules.basis}{' '}
        {basisEnglish
          ? <span lang="en"><Basis text={basisEnglish} /></span>
          : <span lang="zh-CN"><Basis text={rule.basis} />{lang === 'en' && <ChineseOriginal words={rules} />}</span>}
      </p>
      <ul className="flex flex-wrap gap-x-5 text-small">
        <li><a className="lone" href={pathIn(lang, `/rules/${rule.id}/history`)}>{rules.historyOf(rule.version)}</a></li>
        {compared.has(rule.id) && (
          <li className="flex flex-wrap items-center gap-x-3">
            <span className="text-soft">{rules.beforeAfter}</span>
            {rule.processes.map(process => (
              <a key={process} className="lone" href={pathIn(lang, trendOf(process, rule.id))}>{codes.process[process]}</a>
            ))}
          </li>
        )}
        {keeper && <li><a className="lone" href={pathIn(lang, `/rules/${rule.id}/edit`)}>{rules.edit}</a></li>}
      </ul>
    </article>
  )
}

/** Said where an English page has only the Chinese. */
function ChineseOriginal({ words }: { words: Words['rules'] }) {
  return <span lang="en" className="font-han text-mini font-normal text-soft"> ({words.inChinese})</span>
}

function trendOf(process: Process, id: number): string {
  return `${pageOf('/stats/trend', { process, layer: 'own' })}#rule-${id}`
}

// Filled where an official document says it, open where only people do: the shape tells it without the colour.
function Bead({ confidence }: { confidence: RuleConfidence }) {
  const fill = confidence === 'official' ? 'border-approved bg-approved' : 'border-waiting bg-paper'
  const dash = confidence === 'rumoured' ? 'border-dashed' : ''
  const place = 'absolute -start-[0.4375rem] top-2 size-3.5 rounded-full border-2'
  return <span aria-hidden="true" className={`${place} ${fill} ${dash}`} />
}
