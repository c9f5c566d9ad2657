import type { Metadata } from 'next'
import { pictureOf } from '@/components/charts/picture-links'
import { TrendChart } from '@/components/charts/trend-chart'
import { Emphasised } from '@/components/figures/emphasised'
import { FigureFilterForm } from '@/components/figures/figure-filter'
import { kindWords } from '@/components/figures/figure-head'
import { LayerSwitch } from '@/components/figures/layer-switch'
import { RuleEffects } from '@/components/figures/rule-effects'
import { Sources } from '@/components/figures/sources'
import { TrendMissing } from '@/components/figures/trend-missing'
import { TrendSwitch } from '@/components/figures/trend-switch'
import { trendSentence, trendWeight } from '@/components/figures/trend-words'
import { casesByIds } from '@/db/cases/rows'
import { read } from '@/db/connection'
import { countLayers } from '@/db/figures/layers'
import { readFigureFilter, stagesOf } from '@/domain/figures/filter'
import { isUnsaid } from '@/domain/figures/kept'
import { trendStage } from '@/domain/figures/trend'
import { isSilent } from '@/domain/statistics/suppression'
import { trendOnce } from '../../../figures-once'
import { languageOf, type PageProps } from '../../../page-words'
import { shareOf } from '../../../share'
import { newFormKey } from '../../../typed-draft'

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { lang, words } = languageOf(await params)
  return {
    title: words.trend.title, description: words.trend.hint,
    ...await shareOf({ lang, words, card: 'trend', search: await searchParams }),
  }
}

/** Whether it is getting slower or stricter, by when people began, ruled by the rule changes. */
export default async function Trend({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const search = await searchParams
  const { filter, misread } = readFigureFilter(search)
  const stage = stagesOf[filter.process].find(it => it === search.stage) ?? trendStage[filter.process]
  const measure = search.measure === 'approved' ? 'approved' : 'answered'
  const question = { filter, measure, stage } as const
  const database = await read()
  const figure = await trendOnce(database, question)
  const counts = await countLayers(database, filter)
  const path = '/stats/trend'
  const kept = measure === 'approved' ? { more: { measure } } : { stage }
  const isDrawn = figure.points.some(({ n }) => n !== null && n > 0) && !isSilent(figure.suppressed)
  return (
    <>
      <header>
        <p className="eyebrow">{kindWords(filter, words)}</p>
        <h1 className="finding mt-1"><Emphasised text={trendSentence(figure, words)} /></h1>
        <p className="weight mt-2">{trendWeight(figure, words)}</p>
        <p className="weight">{words.stats.caveat}{words.stats.waitingMeaning}</p>
        <TrendSwitch {...{ question, path, lang, words }} />
        <FigureFilterForm {...{ filter, misread, path, lang, words }} {...kept}>
          <LayerSwitch {...{ filter, counts, path, lang, words }} {...kept} />
        </FigureFilterForm>
      </header>
      {isDrawn && <TrendChart figure={figure} words={words} picture={pictureOf('trend', filter, words, kept.stage, kept.more)} />}
      {figure.suppressed && (
        <TrendMissing figure={figure} cases={await casesByIds(database, figure.cases)} lang={lang} words={words} />
      )}
      <RuleEffects figure={figure} lang={lang} words={words} />
      <Sources
        {...{ filter, lang, words }} {...kept} version={figure.method} api="/api/v1/stats/trend"
        keep={!isUnsaid('trend', figure) && { kind: 'trend', formKey: newFormKey() }}
      />
    </>
  )
}
