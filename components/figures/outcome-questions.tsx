import type { OutcomeMonthsFigure } from '@/domain/figures/months'
import type { ReasonsFigure } from '@/domain/figures/reasons'
import type { RepairsFigure } from '@/domain/figures/repairs'
import type { AttemptsAnswer, OrdersFigure, RoundsFigure } from '@/domain/figures/rounds'
import { isSilent } from '@/domain/statistics/suppression'
import type { Words } from '@/messages/words'
import { AttemptColumns } from '../charts/attempt-columns'
import { FlowChart } from '../charts/flow-chart'
import { MonthColumns } from '../charts/month-columns'
import { byShare, named } from '../charts/named-shares'
import { ShareBars } from '../charts/share-bars'
import { FeeTable } from './fee-table'
import { monthsAnswer, ordersAnswer, reasonsAnswer, repairsAnswer, roundsAnswer } from './outcome-answers'
import { Question, Unanswered } from './question'
import { sayShareLimits } from './say'
import { pictureIn, shown, type Taking } from './take'

type Props<Figure> = { figure: Figure; taking?: Taking; words: Words }

export function MonthsQuestion({ figure, taking, words }: Props<OutcomeMonthsFigure>) {
  const { paths, stats, codes } = words
  const { filter, suppressed, n, unended, undated, left_out, capped, settled, endings } = figure
  const limits = settled?.endings && sayShareLimits(settled.endings[0]!, words)
  const weight = isSilent(suppressed) ? [] : [
    limits && paths.monthsInterval(codes.ending[endings[0]!], limits, settled!.n), stats.counted(stats.cases(n), unended ?? 0),
    undated > 0 && paths.undated(undated), left_out > 0 && stats.leftOut(stats.cases(left_out), 'day'), capped > 0 && stats.capped(stats.cases(capped)),
  ]
  const answer = monthsAnswer(figure, words)
  return (
    <Question id="months" ask={paths.ask.months} weight={weight} {...shown('outcomeMonths', figure, taking, words)}>
      {suppressed
        ? <Unanswered>{answer}</Unanswered>
        : <MonthColumns figure={figure} title={answer} words={words} picture={pictureIn(taking, 'outcomes-months', filter, words)} />}
    </Question>
  )
}

export function RoundsQuestion({ figure, taking, words }: Props<RoundsFigure>) {
  const { paths } = words
  const { filter, passed_in, left_out } = figure
  const title = roundsAnswer(figure, words)
  return (
    <Question
      id="rounds" ask={paths.ask.rounds}
      {...shown('rounds', figure, taking, words)}
      weight={weightOf(figure, words, left_out > 0 && paths.roundsLeftOut(left_out))}
    >
      {passed_in
        ? <AttemptColumns {...{ figure, title, words }} label={paths.roundsLabel(title)} caption={paths.roundsCaption} nameOf={paths.roundColumn} prefix="rounds" picture={pictureIn(taking, 'outcomes-rounds', filter, words)} />
        : <Unanswered>{title}</Unanswered>}
    </Question>
  )
}

export function OrdersQuestion({ figure, taking, words }: Props<OrdersFigure>) {
  const { paths } = words
  const { filter, passed_in, left_out, fees } = figure
  const title = ordersAnswer(figure, words)
  return (
    <Question
      id="orders" ask={paths.ask.orders}
      {...shown('orders', figure, taking, words)}
      weight={weightOf(figure, words, left_out > 0 && paths.ordersLeftOut(left_out))}
    >
      {passed_in
        ? <AttemptColumns {...{ figure, title, words }} label={paths.roundsLabel(title)} caption={paths.ordersCaption} nameOf={paths.orderColumn} prefix="orders" picture={pictureIn(taking, 'outcomes-orders', filter, words)} />
        : <Unanswered>{title}</Unanswered>}
      <FeeTable fees={fees} words={words} />
    </Question>
  )
}

export function ReasonsQuestion({ figure, taking, words }: Props<ReasonsFigure>) {
  const { paths, stats, codes } = words
  const { filter, suppressed, n, case_count, left_out, capped } = figure
  const shares = byShare(named(figure.reasons, codes.reason))
  const weight = isSilent(suppressed) ? [] : [
    paths.reasonsCount(n, case_count), left_out > 0 && paths.reasonsLeftOut(left_out), capped > 0 && stats.capped(stats.rounds(capped)),
  ]
  return (
    <Question id="reasons" ask={paths.ask.reasons} weight={weight} {...shown('reasons', figure, taking, words)}>
      {isSilent(suppressed) || shares.length === 0
        ? <Unanswered>{reasonsAnswer(figure, words)}</Unanswered>
        : (
            <ShareBars
              title={reasonsAnswer(figure, words)} shares={shares} caption={paths.reasonsCaption} words={words}
              picture={pictureIn(taking, 'outcomes-reasons', filter, words)}
            />
          )}
    </Question>
  )
}

export function RepairsQuestion({ figure, taking, words }: Props<RepairsFigure>) {
  const { paths, stats } = words
  const { filter, suppressed, n, left_out, capped, other, gone } = figure
  const weight = isSilent(suppressed) ? [] : [
    paths.repairsCount(n), ...cohortParts(figure, words), other > 0 && !suppressed && paths.repairsOther(other, gone),
    left_out > 0 && paths.repairsLeftOut(left_out), capped > 0 && stats.capped(stats.cases(capped)),
  ]
  const answer = repairsAnswer(figure, words)
  return (
    <Question id="repairs" ask={paths.ask.repairs} weight={weight} {...shown('repairs', figure, taking, words)}>
      {figure.paths.length > 0
        ? <FlowChart figure={figure} title={answer} words={words} picture={pictureIn(taking, 'outcomes-repairs', filter, words)} />
        : <Unanswered>{answer}</Unanswered>}
    </Question>
  )
}

type Cohort = { cohort: string; provisional: boolean; unsettled: number; suppressed: string | null }

export function cohortParts({ cohort, provisional, unsettled, suppressed }: Cohort, { stats }: Words) {
  return [
    cohort === 'settled' && stats.settled(unsettled > 0 && stats.cases(unsettled)), provisional && !suppressed && stats.provisional,
  ]
}

function weightOf(figure: AttemptsAnswer, words: Words, leftOut: string | false) {
  const { stats } = words
  const { n, waiting, capped, early, suppressed } = figure
  if (isSilent(suppressed)) return []
  const limits = figure.passed_in && sayShareLimits(figure.passed_in[0], words)
  return [
    limits && stats.interval(limits), stats.counted(stats.cases(n), waiting ?? 0), early && stats.early, ...cohortParts(figure, words), leftOut,
    capped > 0 && stats.capped(stats.cases(capped)),
  ]
}
