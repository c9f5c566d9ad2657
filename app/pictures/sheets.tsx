import type { ReactNode } from 'react'
import { CourseChart, coursePicture } from '@/components/estimate/course-chart'
import { questionOf } from '@/components/estimate/estimate-answer'
import { answerSentence, weightOf as estimateWeight } from '@/components/estimate/say'
import { BiasChart } from '@/components/method/bias-chart'
import { biasIntro } from '@/components/method/bias-part'
import { AnswerCurve } from '@/components/charts/answer-curve'
import { OutcomeChart } from '@/components/charts/outcome-chart'
import { pictureOf } from '@/components/charts/picture-links'
import { StageBars } from '@/components/charts/stage-bars'
import { TrendChart } from '@/components/charts/trend-chart'
import { TwoCurves } from '@/components/charts/two-curves'
import { AfterDemand } from '@/components/figures/after-demand'
import { CopyrightCharts } from '@/components/figures/copyright-charts'
import { Calibration, calibrationSentence, calibrationWeight } from '@/components/figures/calibration'
import { kindWords } from '@/components/figures/figure-head'
import {
  CategoriesQuestion, ChangesQuestion, FilingQuestion, PatternsQuestion,
} from '@/components/figures/name-questions'
import {
  MonthsQuestion, OrdersQuestion, ReasonsQuestion, RepairsQuestion, RoundsQuestion,
} from '@/components/figures/outcome-questions'
import { sentenceOf } from '@/components/figures/sentence'
import { trendSentence, trendWeight } from '@/components/figures/trend-words'
import { weightOf } from '@/components/figures/weight'
import { chartsIn } from '@/components/pictures/found-charts'
import { sayRuleDate } from '@/components/rules/rule-date'
import type { Database } from '@/db/connection'
import { figureFor } from '@/db/figures/beforehand/ask'
import { calibrationFigure } from '@/db/figures/calibration'
import { minuteOf } from '@/domain/case/interval'
import { readComparison, writeComparison } from '@/domain/figures/comparison-address'
import { readEstimate } from '@/domain/figures/estimate-address'
import { namedProcesses, namesOtherStage, readFigureFilter, readStage, stagesOf, type FigureFilter } from '@/domain/figures/filter'
import type { FigureFinding } from '@/domain/figures/finding'
import { trendStage } from '@/domain/figures/trend'
import type { RuleEffect } from '@/domain/figures/trend-rules'
import { readView, writeView } from '@/domain/figures/view'
import { isSilent } from '@/domain/statistics/suppression'
import type { Words } from '@/messages/words'
import {
  comparisonOnce, durationsOnce, monthsOnce, nameChangesOnce, namesOnce, outcomesOnce, pathsOnce, softwareCopyrightOnce, trendOnce, workingOnce,
} from '../figures-once'

/** What a page says about a question, and the part of it that holds its charts. */
export type Sheet = {
  headline: string; whose: string; weight: string
  /** Whose cases are counted, as a sentence. */
  layer: string
  finding: FigureFinding | null
  /** What the numbers in a drawing stand for, a line each. */
  notes?: readonly string[]
  charts: ReactNode
}

type Search = Record<string, string>
type Ask = (database: Database, search: Search, words: Words) => Promise<Sheet | null>

/**
 * The pages whose charts have pictures, and the names of these charts. Each asks what its page asks, so that a picture
 * shows what the page shows and keeps back what it keeps back; null where the address is not understood.
 */
export const sheets: Record<string, { page: string; charts: readonly string[]; ask: Ask }> = {
  durations: { page: '/stats/durations', charts: ['durations', 'stages', 'groups'], ask: durations },
  outcomes: {
    page: '/stats/outcomes', ask: outcomes,
    charts: ['outcomes', ...['months', 'rounds', 'orders', 'reasons', 'repairs'].map(it => `outcomes-${it}`)],
  },
  names: {
    page: '/stats/names', charts: ['names', ...['categories', 'filing', 'changes', 'made'].map(it => `names-${it}`)], ask: names,
  },
  'software-copyright': {
    page: '/stats/software-copyright', ask: softwareCopyright,
    charts: ['software-copyright', ...['names', 'responses', 'had', 'results'].map(it => `software-copyright-${it}`)],
  },
  trend: { page: '/stats/trend', charts: ['trend'], ask: trend },
  'estimate-course': { page: '/estimate', charts: ['estimate-course'], ask: estimate },
  'method-bias': { page: '/method', charts: ['method-bias'], ask: bias },
  'method-calibration': { page: '/method', charts: ['method-calibration'], ask: calibration },
}

/** The page a chart stands on; nothing for a chart nobody draws. */
export function sheetOf(chart: string) {
  return Object.values(sheets).find(({ charts }) => charts.includes(chart))
}

async function durations(database: Database, search: Search, words: Words): Promise<Sheet | null> {
  const { filter, misread } = readFigureFilter(search)
  if (misread || namesOtherStage(search, filter.process)) return null
  const [stage, view, asked] = [readStage(search, filter.process), readView(search), readComparison(search)]
  const figureOf = view.clock === 'working' ? workingOnce : durationsOnce
  const ask = (it: typeof stage) => figureOf(database, { ...filter, stage: it, cohort: view.cohort })
  const figures = await Promise.all(stagesOf[filter.process].map(ask))
  const figure = figures.find(it => it.stage === stage)!
  const groups = asked && await comparisonOnce(database, { filter, asked: { stage, ...asked, ...view } })
  const more = writeView(view)
  const place = (chart: string) => pictureOf(chart, filter, words, stage, more)
  return sheet({ kind: 'durations', figure }, words, (
    <>
      {!figure.suppressed && <AnswerCurve figure={figure} words={words} picture={place('durations')} />}
      {figures.some(({ suppressed }) => !isSilent(suppressed)) && (
        <StageBars figures={figures} words={words} picture={place('stages')} />
      )}
      {groups && groups.times.length > 0 && (
        <TwoCurves
          figure={groups} words={words} picture={pictureOf('groups', filter, words, stage, { ...more, ...writeComparison(asked) })}
        />
      )}
    </>
  ))
}

async function outcomes(database: Database, search: Search, words: Words): Promise<Sheet | null> {
  const { filter, misread } = readFigureFilter(search)
  if (misread) return null
  const figure = await outcomesOnce(database, filter)
  const [months, paths] = [await monthsOnce(database, filter), await pathsOnce(database, filter)]
  return sheet({ kind: 'outcomes', figure }, words, (
    <>
      {!figure.suppressed && <OutcomeChart figure={figure} words={words} picture={pictureOf('outcomes', filter, words)} />}
      <MonthsQuestion figure={months} words={words} />
      <RoundsQuestion figure={paths.rounds} words={words} />
      <OrdersQuestion figure={paths.orders} words={words} />
      <ReasonsQuestion figure={paths.reasons} words={words} />
      <RepairsQuestion figure={paths.repairs} words={words} />
    </>
  ))
}

async function names(database: Database, search: Search, words: Words): Promise<Sheet | null> {
  const { filter, misread } = readFigureFilter(search, namedProcesses)
  if (misread) return null
  const figure = await namesOnce(database, filter)
  return sheet({ kind: 'names', figure }, words, isSilent(figure.suppressed) ? null : (
    <>
      <PatternsQuestion figure={figure} words={words} />
      <CategoriesQuestion figure={figure} words={words} />
      <FilingQuestion figure={figure} words={words} />
      <ChangesQuestion figure={await nameChangesOnce(database, filter)} made={figure.changes} words={words} />
    </>
  ))
}

async function softwareCopyright(database: Database, search: Search, words: Words): Promise<Sheet | null> {
  const { filter: { proof: _, ...filter }, misread } = readFigureFilter(search, namedProcesses)
  if (misread) return null
  const figure = await softwareCopyrightOnce(database, filter)
  return sheet({ kind: 'software_copyright', figure }, words, isSilent(figure.suppressed) ? null : (
    <>
      <CopyrightCharts figure={figure} words={words} />
      <AfterDemand after={figure.after} lang={words.pictures.lang} words={words} />
    </>
  ))
}

async function trend(database: Database, search: Search, words: Words): Promise<Sheet | null> {
  const { filter, misread } = readFigureFilter(search)
  if (misread || namesOtherStage(search, filter.process)) return null
  const stage = stagesOf[filter.process].find(it => it === search.stage) ?? trendStage[filter.process]
  const measure = search.measure === 'approved' ? 'approved' : 'answered'
  const figure = await trendOnce(database, { filter, measure, stage })
  const picture = measure === 'approved'
    ? pictureOf('trend', filter, words, undefined, { measure }) : pictureOf('trend', filter, words, stage)
  const isDrawn = figure.points.some(({ n }) => n !== null && n > 0) && !isSilent(figure.suppressed)
  return {
    headline: trendSentence(figure, words), whose: kindWords(filter, words), weight: trendWeight(figure, words),
    layer: layerOf(filter, words), finding: null, notes: isDrawn ? figure.rules.map((rule, i) => noteOf(rule, i + 1, words)) : [],
    charts: isDrawn && <TrendChart figure={figure} words={words} picture={picture} />,
  }
}

/** A rule change as the drawing numbers it. */
function noteOf({ date, precision, statement_zh, statement_en }: RuleEffect, number: number, words: Words): string {
  const statement = words.pictures.lang === 'en' ? statement_en ?? statement_zh : statement_zh
  return words.pictures.note(number, sayRuleDate(date, precision, words.rules), statement)
}

async function estimate(database: Database, search: Search, words: Words): Promise<Sheet | null> {
  const now = Date.now()
  const { filter, stage, waited, typed, misread } = readEstimate(search, minuteOf(now))
  if (misread || !waited) return null
  const figure = await figureFor(database, 'estimate', { ...filter, stage, ...typed }, now)
  return {
    headline: answerSentence(figure, words), whose: `${questionOf(figure, words)} · ${words.stats.layerName[filter.layer]}`,
    weight: estimateWeight(figure, null, words), layer: layerOf(filter, words), finding: null,
    charts: <CourseChart figure={figure} words={words} picture={coursePicture(figure, words)} />,
  }
}

/** Made by the simulation, of no cases at all. */
async function bias(_: Database, search: Search, words: Words): Promise<Sheet | null> {
  if (Object.keys(search).length > 0) return null
  const charts = <BiasChart words={words} />
  const [chart] = chartsIn(charts)
  return { headline: chart!.title, whose: words.method.biasTitle, weight: biasIntro(words), layer: '', finding: null, charts }
}

async function calibration(database: Database, search: Search, words: Words): Promise<Sheet | null> {
  if (Object.keys(search).length > 0) return null
  const figure = await calibrationFigure(database)
  return {
    headline: calibrationSentence(figure, words), whose: words.method.calibrationTitle, weight: calibrationWeight(figure, words),
    layer: '', finding: null, charts: <Calibration figure={figure} words={words} />,
  }
}

function sheet(finding: FigureFinding, words: Words, charts: ReactNode): Sheet {
  const { filter } = finding.figure
  return {
    headline: sentenceOf(finding, words), whose: kindWords(filter, words), weight: weightOf(finding, words),
    layer: layerOf(filter, words), finding, charts,
  }
}

const layerOf = ({ layer }: FigureFilter, { stats }: Words) => stats.layerSays[layer] + stats.sentenceEnd
