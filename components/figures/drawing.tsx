import type { KeptFigure } from '@/domain/figures/kept'
import { isSilent } from '@/domain/statistics/suppression'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { AnswerCurve } from '../charts/answer-curve'
import { OutcomeChart } from '../charts/outcome-chart'
import { TrendChart } from '../charts/trend-chart'
import { TwoCurves } from '../charts/two-curves'
import { CourseChart } from '../estimate/course-chart'
import { RobustnessPanel } from '../method/robustness-panel'
import { AfterDemand } from './after-demand'
import { LeftOut } from './comparison'
import { CopyrightCharts } from './copyright-charts'
import { CategoriesQuestion, ChangesQuestion, FilingQuestion, PatternsQuestion } from './name-questions'
import { MonthsQuestion, OrdersQuestion, ReasonsQuestion, RepairsQuestion, RoundsQuestion } from './outcome-questions'
import { RuleEffects } from './rule-effects'

type Props = { kept: KeptFigure; lang: Language; words: Words }

/** The drawing of a kept figure, from its answer alone; nothing where that may not be drawn. */
export function Drawing({ kept, lang, words }: Props) {
  const taking = { ref: kept.ref }
  switch (kept.kind) {
    case 'durations': return kept.answer.suppressed ? null : <AnswerCurve figure={kept.answer} words={words} />
    case 'comparison': return (
      <>
        {kept.answer.times.length > 0 && <TwoCurves figure={kept.answer} words={words} />}
        <LeftOut figure={kept.answer} words={words} />
      </>
    )
    case 'outcomes': return kept.answer.suppressed ? null : <OutcomeChart figure={kept.answer} words={words} />
    case 'outcomeMonths': return <MonthsQuestion figure={kept.answer} taking={taking} words={words} />
    case 'rounds': return <RoundsQuestion figure={kept.answer} taking={taking} words={words} />
    case 'orders': return <OrdersQuestion figure={kept.answer} taking={taking} words={words} />
    case 'reasons': return <ReasonsQuestion figure={kept.answer} taking={taking} words={words} />
    case 'repairs': return <RepairsQuestion figure={kept.answer} taking={taking} words={words} />
    case 'names': return (
      <>
        <PatternsQuestion figure={kept.answer} taking={taking} words={words} />
        <CategoriesQuestion figure={kept.answer} taking={taking} words={words} />
        {kept.answer.filing_passed && <FilingQuestion figure={kept.answer} taking={taking} words={words} />}
      </>
    )
    case 'nameChanges': return <ChangesQuestion figure={kept.answer} taking={taking} words={words} />
    case 'softwareCopyright': return (
      <>
        <CopyrightCharts figure={kept.answer} taking={taking} words={words} />
        <AfterDemand after={kept.answer.after} taking={taking} lang={lang} words={words} />
      </>
    )
    case 'trend': return (
      <>
        {!isSilent(kept.answer.suppressed) && kept.answer.points.some(({ n }) => n !== null && n > 0)
          && <TrendChart figure={kept.answer} words={words} />}
        <RuleEffects figure={kept.answer} lang={lang} words={words} />
      </>
    )
    case 'estimate': return <CourseChart figure={kept.answer} words={words} />
    case 'robustness': return <RobustnessPanel figure={kept.answer} words={words} />
  }
}
