import type { TrendFigure } from '@/domain/figures/trend'
import type { RuleEffect } from '@/domain/figures/trend-rules'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { sayRuleDate } from '../rules/rule-date'
import { Emphasised } from './emphasised'
import { sayShare } from './say'
import { sayPointLimits, sayPoints } from './trend-words'

type Props = { figure: TrendFigure; lang: Language; words: Words }

/** The rule changes of the time that is drawn, numbered as in the drawing, each with what was before and after it. */
export function RuleEffects({ figure, lang, words }: Props) {
  const { trend } = words
  return (
    <section className="mt-10 max-w-[46rem]">
      <h2 className="text-lead">{trend.rulesTitle}</h2>
      {figure.rules.length === 0
        ? <p className="mt-1 text-soft">{trend.rulesNone}</p>
        : (
            <>
              <ol className="mt-2">
                {figure.rules.map((rule, at) => (
                  <li key={rule.id} id={`rule-${rule.id}`} className="flex gap-3 border-b border-hair py-3 last:border-0">
                    <span aria-hidden="true" className={mark}>{at + 1}</span>
                    <Effect rule={rule} figure={figure} lang={lang} words={words} />
                  </li>
                ))}
              </ol>
              <p className="text-small text-soft">{trend.rulesNote}</p>
            </>
          )}
      <p><a className="lone text-small" href={pathIn(lang, '/rules')}>{trend.rulesAll}</a></p>
    </section>
  )
}

const mark = 'mt-0.5 inline-grid size-6 shrink-0 place-items-center rounded-full border border-edge text-mini'

function Effect({ rule, figure, lang, words }: Props & { rule: RuleEffect }) {
  const { rules, trend } = words
  const { before, after, difference, withheld } = rule
  const english = lang === 'en' && rule.statement_en
  return (
    <div>
      <p className="text-small text-soft">
        <time dateTime={rule.date} className="text-ink">{sayRuleDate(rule.date, rule.precision, rules)}</time>
        {' · '}{rules.confidence[rule.confidence]}
      </p>
      <p lang={english ? 'en' : 'zh-CN'}>
        <a href={pathIn(lang, `/rules#rule-${rule.id}`)}><bdi>{english || rule.statement_zh}</bdi></a>
      </p>
      <p className="text-small">
        {before && after && difference
          ? (
              <Emphasised
                text={trend.effect(figure.period, sayShare(before.share, words), before.n, sayShare(after.share, words), after.n)
                  + sayDifference(difference, words)}
              />
            )
          : withheld && trend.withheld[withheld](figure.period)}
      </p>
    </div>
  )
}

function sayDifference(gap: NonNullable<RuleEffect['difference']>, words: Words): string {
  const { trend } = words
  if (gap.clear) return trend.clear(gap.value < 0, trend.points(sayPoints(gap.value, words)), sayPointLimits(gap, words))
  const [lower, upper] = [gap.lower, gap.upper].map(limit => (
    limit < 0 ? trend.fewer(trend.points(sayPoints(limit, words))) : trend.more(trend.points(sayPoints(limit, words)))
  ))
  return trend.unclear(lower!, upper!)
}
