import type { Metadata } from 'next'
import { OutcomeChart } from '@/components/charts/outcome-chart'
import { pictureOf } from '@/components/charts/picture-links'
import { FigureFilterForm } from '@/components/figures/figure-filter'
import { FigureHead } from '@/components/figures/figure-head'
import { LayerSwitch } from '@/components/figures/layer-switch'
import { Missing } from '@/components/figures/missing'
import { monthsAnswer, ordersAnswer, reasonsAnswer, repairsAnswer, roundsAnswer } from '@/components/figures/outcome-answers'
import {
  MonthsQuestion, OrdersQuestion, ReasonsQuestion, RepairsQuestion, RoundsQuestion,
} from '@/components/figures/outcome-questions'
import { Questions } from '@/components/figures/question'
import { Sources } from '@/components/figures/sources'
import { casesByIds } from '@/db/cases/rows'
import { read } from '@/db/connection'
import { areManyRows } from '@/db/figures/beforehand/rows'
import { countLayers } from '@/db/figures/layers'
import type { Paths } from '@/db/figures/paths'
import type { Process } from '@/domain/codes'
import { readFigureFilter } from '@/domain/figures/filter'
import { isUnsaid } from '@/domain/figures/kept'
import type { OutcomeMonthsFigure } from '@/domain/figures/months'
import { isSilent } from '@/domain/statistics/suppression'
import type { Words } from '@/messages/words'
import { monthsOnce, outcomesOnce, pathsOnce } from '../../../figures-once'
import { languageOf, type PageProps } from '../../../page-words'
import { shareOf } from '../../../share'
import { newFormKey } from '../../../typed-draft'

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { lang, words } = languageOf(await params)
  return {
    title: words.stats.titles.outcomes, description: words.stats.hints.outcomes,
    ...await shareOf({ lang, words, card: 'outcomes', search: await searchParams }),
  }
}

/** Nothing is paid for a filing or a code review. */
const hasFees = (process: Process) => process !== 'filing' && process !== 'code_review'

/** What the page answers besides its headline. */
function outcomeQuestions(months: OutcomeMonthsFigure, { rounds, orders, reasons, repairs }: Paths, words: Words) {
  const { ask } = words.paths
  return [
    ['months', ask.months, monthsAnswer(months, words)],
    ['rounds', ask.rounds, roundsAnswer(rounds, words)],
    ...(hasFees(months.filter.process) ? [['orders', ask.orders, ordersAnswer(orders, words)] as const] : []),
    ['reasons', ask.reasons, reasonsAnswer(reasons, words)],
    ['repairs', ask.repairs, repairsAnswer(repairs, words)],
  ] as const
}

/** What becomes of cases: day by day since they began, month by month, round by round, and what follows a refusal. */
export default async function Outcomes({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const { filter, misread } = readFigureFilter(await searchParams)
  const database = await read()
  const figure = await outcomesOnce(database, filter)
  const months = await monthsOnce(database, filter)
  const paths = await pathsOnce(database, filter)
  const counts = await countLayers(database, filter)
  const canBeKept = !isUnsaid('outcomes', figure) && !await areManyRows(database, 'outcomes', filter, counts)
  const isSaid = [months, paths.rounds, paths.reasons].some(({ suppressed }) => !isSilent(suppressed))
  const finding = { kind: 'outcomes', figure } as const
  const path = '/stats/outcomes'
  const taking = { lang, newKey: newFormKey }
  return (
    <>
      <FigureHead finding={finding} words={words}>
        <FigureFilterForm {...{ filter, misread, path, lang, words }}>
          <LayerSwitch {...{ filter, counts, path, lang, words }} />
        </FigureFilterForm>
        {isSaid && <Questions list={outcomeQuestions(months, paths, words)} title={words.paths.contents} />}
      </FigureHead>
      <div id="days">
        {figure.suppressed
          ? <Missing {...{ finding, counts, path, lang, words }} cases={await casesByIds(database, figure.cases)} />
          : <OutcomeChart figure={figure} words={words} picture={pictureOf('outcomes', filter, words)} />}
      </div>
      {months.suppressed === 'counting' && <p className="mt-10">{words.stats.countingWhy}</p>}
      {isSaid && (
        <>
          <MonthsQuestion figure={months} taking={taking} words={words} />
          <RoundsQuestion figure={paths.rounds} taking={taking} words={words} />
          {hasFees(filter.process) && <OrdersQuestion figure={paths.orders} taking={taking} words={words} />}
          <ReasonsQuestion figure={paths.reasons} taking={taking} words={words} />
          <RepairsQuestion figure={paths.repairs} taking={taking} words={words} />
        </>
      )}
      <Sources
        {...{ filter, lang, words }} version={figure.method} api="/api/v1/stats/outcomes" countedAt={paths.rounds.counted_at ?? months.counted_at}
        keep={canBeKept && { kind: 'outcomes', formKey: newFormKey() }}
      />
    </>
  )
}
