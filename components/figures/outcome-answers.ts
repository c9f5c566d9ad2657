import type { OutcomeMonthsFigure } from '@/domain/figures/months'
import type { ReasonsFigure } from '@/domain/figures/reasons'
import type { RepairsFigure } from '@/domain/figures/repairs'
import type { AttemptsAnswer, OrdersFigure, RoundsFigure } from '@/domain/figures/rounds'
import { isSilent } from '@/domain/statistics/suppression'
import type { Words } from '@/messages/words'
import { namesOfPath } from '../charts/flow-chart'
import { byShare, leadingTitle, named } from '../charts/named-shares'
import { endingParts, sayOutcomeBriefly } from './say-outcome'

// What the page of outcomes answers, a sentence each: the titles of its drawings, and its list of questions.

export function monthsAnswer(figure: OutcomeMonthsFigure, words: Words): string {
  const { paths } = words
  const { days, endings, settled, suppressed } = figure
  if (suppressed) return thin(figure, words)
  return settled?.endings && settled.waiting
    ? paths.monthsTitle(days, endingParts(endings, settled.endings, settled.waiting, words)) : paths.monthsNone
}

export function roundsAnswer(figure: RoundsFigure, words: Words): string {
  const { passed_in, suppressed, filter: { process } } = figure
  if (passed_in) return words.paths.roundsTitle(...briefly(passed_in, words), process)
  return suppressed ? thin(figure, words) : words.paths.roundsShort
}

export function ordersAnswer(figure: OrdersFigure, words: Words): string {
  const { passed_in, suppressed, n } = figure
  if (passed_in) return words.paths.ordersTitle(...briefly(passed_in, words))
  if (n === 0 && suppressed !== 'complement' && suppressed !== 'counting') return words.paths.ordersNone
  return suppressed ? thin(figure, words) : words.paths.roundsShort
}

export function reasonsAnswer(figure: ReasonsFigure, words: Words): string {
  const { paths, codes } = words
  const shares = byShare(named(figure.reasons, codes.reason))
  if (figure.suppressed === 'counting') return thin(figure, words)
  if (isSilent(figure.suppressed) || shares.length === 0) return paths.few
  return leadingTitle(shares, paths.reasonsTitle, paths.reasonsTitleAt, words)
}

export function repairsAnswer(figure: RepairsFigure, words: Words): string {
  const { paths } = figure
  const first = paths.find(({ reason }) => reason !== 'various') ?? paths[0]
  if (!first) return figure.suppressed ? thin(figure, words) : words.paths.repairsShort
  const [reason, change, next] = namesOfPath(first, words)
  return words.paths.repairsTitle(reason, next, first.n, change)
}

type Thin = { suppressed: string | null; n: number }

/** What is said where there are people, and too few of them. */
function thin({ suppressed, n }: Thin, { paths, stats }: Words): string {
  if (suppressed === 'complement') return stats.coveredWhy
  if (suppressed === 'counting') return stats.countingWhy
  return suppressed === 'counts_only' ? paths.countsOnly(n) : paths.few
}

const briefly = (shares: NonNullable<AttemptsAnswer['passed_in']>, words: Words) =>
  shares.map(share => sayOutcomeBriefly(share, words)) as [string, string, string]
