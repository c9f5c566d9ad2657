import type { Counted } from '@/domain/figures/finding'
import type { TrendFigure, TrendMeasure, Within } from '@/domain/figures/trend'
import type { Process, Stage } from '@/domain/codes'
import { isSilent } from '@/domain/statistics/suppression'
import { fewestAccounts } from '@/domain/statistics/thresholds'
import type { Words } from '@/messages/words'
import { sayInstant } from '../say/time'
import { sayShare, sayWithin } from './say'

type Asked = { measure: TrendMeasure; stage: Stage; within: Within; filter: { process: Process } }

/** Whom a trend counts: 付款后 1 天内有结果的人. */
export function sayWhom({ measure, stage, within, filter: { process } }: Asked, words: Words): string {
  const span = sayWithin(within.time, within.scale, words)
  return measure === 'approved' ? words.trend.approved(span, process) : words.trend.answered[stage](span, process)
}

/** What the trend finds, in one sentence; or that it cannot say it yet. */
export function trendSentence(figure: TrendFigure, words: Words): string {
  const { trend, time } = words
  const { n, suppressed, change, points } = figure
  const whom = sayWhom(figure, words)
  if (suppressed === 'complement') return words.stats.covered(whom)
  if (suppressed === 'counting') return words.stats.counting(whom)
  if (suppressed === 'few_accounts') return n < fewestAccounts ? trend.few(whom, n) : trend.fewPeople(whom)
  if (suppressed || change.state === 'too_few') return trend.tooFew(whom)
  if (change.state !== 'found') return trend.none(whom, sayDate(points[0]!.first, words))
  const { first, before, after } = change
  const shares = [sayShare(before, words), sayShare(after, words)] as const
  return trend.found(whom, time.weekOf(sayDate(first, words)), after < before, ...shares, figure.measure)
}

/** How much the trend can bear: the interval of the change, its cases, who is left out, whose they are. */
export function trendWeight(figure: TrendFigure & Counted, words: Words): string {
  const { trend, stats } = words
  const { counted_at: countedAt } = figure
  const { n, waiting, left_out, capped, change, period, suppressed, filter } = figure
  const isSaid = !isSilent(suppressed)
  const weight = [
    change.difference && trend.changeLimits(trend.points(sayPointLimits(change.difference, words))),
    isSaid && stats.counted(stats.cases(n), waiting ?? 0),
    isSaid && trend.by[period],
    isSaid && left_out > 0 && trend.leftOut(left_out),
    isSaid && capped > 0 && stats.capped(stats.cases(capped)),
    stats.layerSays[filter.layer], countedAt !== undefined && stats.countedAt(sayInstant(countedAt)),
  ].filter(Boolean).join(stats.sentenceJoin) + stats.sentenceEnd
  return weight.charAt(0).toUpperCase() + weight.slice(1)
}

/** A day with its year, in words. */
export function sayDate(day: string, { rules }: Words): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return rules.sayDay(year, month, date)
}

/** A difference of shares in whole points, without its sign. */
export function sayPoints(gap: number, { trend }: Words): string {
  const points = Math.round(Math.abs(gap) * 100)
  return points === 0 && gap !== 0 ? trend.underOne : String(points)
}

/** The limits of a difference whose sign is sure, the nearer one first. */
export function sayPointLimits({ lower, upper }: { lower: number; upper: number }, words: Words): string {
  const [near, far] = [lower, upper].sort((a, b) => Math.abs(a) - Math.abs(b)) as [number, number]
  return words.trend.range(sayPoints(near, words), sayPoints(far, words))
}
