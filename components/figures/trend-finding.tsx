import { pageOf } from '@/domain/figures/filter'
import type { TrendFigure } from '@/domain/figures/trend'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { Emphasised } from './emphasised'
import { trendSentence, trendWeight } from './trend-words'

/** Whether it changed, among other findings: the sentence, its weight, and the way to its drawing. */
export function TrendFinding({ figure, lang, words }: { figure: TrendFigure; lang: Language; words: Words }) {
  return (
    <article className="border-b border-hair py-5 last:border-0">
      <h2 className="finding"><Emphasised text={trendSentence(figure, words)} /></h2>
      <p className="weight mt-2">{trendWeight(figure, words)}</p>
      <p className="text-small">
        <a className="inline-flex min-h-11 items-center" href={pathIn(lang, pageOf('/stats/trend', figure.filter, figure.stage))}>
          {words.stats.see(words.trend.title)}
        </a>
      </p>
    </article>
  )
}
