import type { WaitQuantile } from '@/domain/figures/durations'
import type { EstimateFigure } from '@/domain/figures/estimate'
import type { FigureFilter } from '@/domain/figures/filter'
import type { Counted } from '@/domain/figures/finding'
import type { Words } from '@/messages/words'
import { nameOfStage } from '../cases/event-words'
import { sayInstant } from '../say/time'
import { sayLength, sayShare, sayShareLimits, sayWaitLimits } from '../figures/say'

/** The answer in one sentence: when half, and three quarters, of those who waited as long had theirs. */
export function answerSentence({ left, scale, stage, suppressed, n, filter }: EstimateFigure, words: Words): string {
  const { estimate, stats } = words
  if (suppressed === 'complement') return stats.covered(nameOfStage(stage, filter.process, words))
  if (suppressed === 'counting') return stats.counting(nameOfStage(stage, filter.process, words))
  if (suppressed) return estimate.few(n)
  const [half, quarters] = [left['0.5'], left['0.75']]
  if (half.value === null) return estimate.answer(estimate.notReached(sayLength(half.more_than ?? 0, scale, words), stage), null)
  const first = isToday(half, scale) ? estimate.withinToday(stage) : estimate.within(sayLeft(half.value, scale, words), stage)
  if (quarters.value === null) return estimate.answer(first, null)
  return estimate.answer(first, isToday(quarters, scale) ? estimate.withinTodayAlso : estimate.withinAlso(sayLeft(quarters.value, scale, words)))
}

/** How sure that is, of how many. */
export function weightOf(figure: EstimateFigure & Counted, widened: string | null, words: Words): string {
  const { estimate, stats } = words
  const { left, scale, n, counted, waiting, early, provisional, suppressed, filter } = figure
  const limits = (it: WaitQuantile) => (it.value === null ? null : sayWaitLimits(it, scale, words))
  const [half, quarters] = [limits(left['0.5']), limits(left['0.75'])]
  return sentence([
    half && estimate.limitsOfHalf(half), quarters && estimate.limitsOfQuarters(quarters),
    suppressed === 'counting' ? null : waiting === null ? estimate.asLongOf(n, counted) : estimate.asLong(n, waiting),
    early && stats.early, provisional && !suppressed && stats.provisional, widened && estimate.widened(widened),
    stats.layerSays[filter.layer], figure.counted_at !== undefined && stats.countedAt(sayInstant(figure.counted_at)),
  ], words)
}

export function sentence(parts: (string | null | false)[], { stats }: Words): string {
  const text = parts.filter(Boolean).join(stats.sentenceJoin) + stats.sentenceEnd
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What is asked less than before: 类目, or 类目和主体. */
export function sayWidened(asked: FigureFilter, answered: FigureFilter, { estimate }: Words): string | null {
  const dropped = (['category', 'subject'] as const).filter(name => asked[name] && !answered[name])
  return dropped.length > 0 ? dropped.map(name => estimate[name].toLowerCase()).join(estimate.and) : null
}

/** Whether that is normal, by the share of all that had an answer by now; null where it may not be said. */
export function normalSentences({ answered, waited, counted, scale, stage }: EstimateFigure, words: Words): string[] | null {
  const { estimate } = words
  if (!answered) return null
  const { share, upper, t } = answered
  if (share === 0) return [estimate.answeredNone(counted, sayShare(upper ?? 1, words)), estimate.verdict.common]
  const said = sayShare(share, words)
  const limits = sayShareLimits(answered, words)
  const exactly = t === (scale === 'day' ? waited - 1 : waited)
  const first = exactly && scale === 'day'
    ? estimate.answeredByYesterday(said, stage) : estimate.answered(said, sayLength(t, scale, words), exactly, stage)
  return [first, ...(limits ? [`${words.stats.interval(limits)}${words.stats.sentenceEnd}`] : []), estimate.verdict[verdictOf(share)]]
}

function verdictOf(share: number): keyof Words['estimate']['verdict'] {
  if (share < 0.5) return 'common'
  if (share < 0.75) return 'longer'
  return share < 0.9 ? 'long' : 'rare'
}

/** The other end of the median, had the silent all waited on; null where it makes no difference. */
export function untilNowSentence({ until_now, left, scale }: EstimateFigure, words: Words): string | null {
  const { estimate } = words
  const half = left['0.5'].value
  if (!until_now || half === null) return null
  const other = until_now.value === null
    ? estimate.untilNowMore(sayLength(until_now.more_than ?? 0, scale, words)) : sayLeft(until_now.value, scale, words)
  return estimate.untilNow(sayLeft(half, scale, words), other)
}

/** What those who waited as long came to, in counts. */
export function becameSentence({ ended, endings, waiting, n }: EstimateFigure, words: Words): string | null {
  const { estimate, stats } = words
  if (!ended || waiting === null) return null
  const parts = endings.flatMap((way, k) => (ended[k]! > 0 ? [estimate.becamePart(estimate.ways[way], ended[k]!)] : []))
  return estimate.became(n, [...parts, ...(waiting > 0 ? [estimate.becameWaiting(waiting)] : [])].join(stats.listJoin))
}

/** A remaining time; less than a minute is one. */
export function sayLeft(time: number, scale: EstimateFigure['scale'], words: Words): string {
  if (scale === 'day' && Math.ceil(time) === 0) return words.estimate.today
  return sayLength(scale === 'minute' ? Math.max(1, time) : time, scale, words)
}

function isToday({ value }: WaitQuantile, scale: EstimateFigure['scale']): boolean {
  return scale === 'day' && Math.ceil(value ?? 1) === 0
}
