import type { Metadata } from 'next'
import { AnswerCurve } from '@/components/charts/answer-curve'
import { pictureOf } from '@/components/charts/picture-links'
import { StageBars } from '@/components/charts/stage-bars'
import { Comparison } from '@/components/figures/comparison'
import { FigureFilterForm } from '@/components/figures/figure-filter'
import { FigureHead } from '@/components/figures/figure-head'
import { FollowForm } from '@/components/following/follow-form'
import { LayerSwitch } from '@/components/figures/layer-switch'
import { Missing } from '@/components/figures/missing'
import { Sources } from '@/components/figures/sources'
import { StageSwitch } from '@/components/figures/stage-switch'
import { ViewSwitch } from '@/components/figures/view-switch'
import { sayRuleDate } from '@/components/rules/rule-date'
import { casesByIds } from '@/db/cases/rows'
import { read } from '@/db/connection'
import { areManyRows } from '@/db/figures/beforehand/rows'
import { rulesFor } from '@/db/figures/comparison'
import { countLayers } from '@/db/figures/layers'
import { readFigureFilter, readStage, stagesOf } from '@/domain/figures/filter'
import { isUnsaid } from '@/domain/figures/kept'
import { readComparison, writeComparison } from '@/domain/figures/comparison-address'
import { writeFigure } from '@/domain/following/figure-address'
import { standOf } from '@/domain/following/figure-stand'
import { readView, writeView } from '@/domain/figures/view'
import { isSilent } from '@/domain/statistics/suppression'
import { comparisonOnce, durationsOnce, workingOnce } from '../../../figures-once'
import { followedBy } from '../../../followed'
import { languageOf, type PageProps } from '../../../page-words'
import { shareOf } from '../../../share'
import { newFormKey } from '../../../typed-draft'
import { audience } from '../../../viewer'

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { lang, words } = languageOf(await params)
  return {
    title: words.stats.titles.durations, description: words.stats.hints.durations,
    ...await shareOf({ lang, words, card: 'durations', search: await searchParams }),
  }
}

/** How long one stage takes, and the others beside it. */
export default async function Durations({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const search = await searchParams
  const { filter, misread } = readFigureFilter(search)
  const stage = readStage(search, filter.process)
  const view = readView(search)
  const database = await read()
  const stages = stagesOf[filter.process]
  const figureOf = view.clock === 'working' ? workingOnce : durationsOnce
  const figures = await Promise.all(stages.map(it => figureOf(database, { ...filter, stage: it, cohort: view.cohort })))
  const figure = figures.find(it => it.stage === stage)!
  const counts = await countLayers(database, filter)
  const finding = { kind: 'durations', figure } as const
  const path = '/stats/durations'
  const target = writeFigure({ filter, stage })
  const asked = readComparison(search)
  const comparison = asked && await comparisonOnce(database, { filter, asked: { stage, ...asked, ...view } })
  const rules = asked?.by === 'rule' ? await rulesFor(database, filter) : []
  const canBeKept = !isUnsaid('durations', figure) && !await areManyRows(database, 'durations', { ...filter, ...view, stage }, counts)
  const more = { ...writeView(view), ...writeComparison(asked) }
  return (
    <>
      <FigureHead finding={finding} words={words}>
        {standOf(figure, 0) && <FollowForm subject="figure" target={target} followed={await followedBy(database, await audience(), 'figure', target)} {...{ lang, newKey: newFormKey }} words={words.following} back={`${path}?${target}`} />}
        <StageSwitch {...{ filter, stage, path, more, lang, words }} />
        <FigureFilterForm {...{ filter, misread, path, stage, more, lang, words }} isOpen={Object.keys(writeView(view)).length > 0}>
          <LayerSwitch {...{ filter, counts, path, stage, more, lang, words }} />
          <ViewSwitch {...{ filter, stage, view, path, lang, words }} counted={figure.cohort} more={writeComparison(asked)} />
        </FigureFilterForm>
      </FigureHead>
      {figure.suppressed
        ? <Missing {...{ finding, counts, path, more, lang, words }} cases={await casesByIds(database, figure.cases)} />
        : <AnswerCurve figure={figure} words={words} picture={pictureOf('durations', filter, words, stage, writeView(view))} />}
      {figures.length > 1 && figures.some(({ suppressed }) => !isSilent(suppressed)) && (
        <StageBars figures={figures} words={words} picture={pictureOf('stages', filter, words, undefined, writeView(view))} />
      )}
      <Comparison
        {...{ asked, filter, stage, path, lang, words }}
        figure={comparison}
        view={writeView(view)}
        taking={{ lang, newKey: newFormKey }}
        rules={rules.map(({ ref, date, precision, statementZh, statementEn }) => [ref, words.compare.dated(
          sayRuleDate(date, precision, words.rules), lang === 'zh' ? statementZh : statementEn ?? statementZh)])}
      />
      <Sources
        {...{ filter, stage, lang, words }} more={writeView(view)} version={figure.method} api="/api/v1/stats/durations"
        countedAt={comparison?.counted_at}
        keep={canBeKept && { kind: 'durations', formKey: newFormKey() }}
      />
    </>
  )
}
