import type { Ending } from '@/domain/codes'
import type { Share } from '@/domain/statistics/shares'
import type { OutcomeShare } from '@/domain/statistics/outcomes'
import type { Words } from '@/messages/words'
import { sayShare, sayShareLimits } from './say'

/** A share with its limits; none at all is said with what it may be at most. */
export function sayOutcome(share: OutcomeShare, words: Words): string {
  if (isNone(share)) return words.paths.none(sayMost(share, words))
  const limits = sayShareLimits(share, words)
  return limits ? `${sayShare(share.share, words)} (${limits})` : sayShare(share.share, words)
}

/** The same without limits, for a sentence. */
export function sayOutcomeBriefly(share: OutcomeShare, words: Words): string {
  return isNone(share) ? words.paths.none(sayMost(share, words)) : sayShare(share.share, words)
}

/** A counted share: 12/30, 40%; where none of n is, "none in n (at most x %)". */
export function sayCounted(share: Share, words: Words): string {
  const { x, n } = share
  if (x === null) return ''
  const count = words.stats.xOfN(x, n)
  if (share.share === null) return count
  return x === 0 && share.upper !== null ? words.paths.noneOf(n, sayMost(share, words)) : `${sayShare(share.share, words)} · ${count}`
}

/** "approved 78%, failed 6%, still waiting 3%": what is less than one in a hundred has its place in picture and table. */
export function endingParts(
  endings: readonly Exclude<Ending, 'waiting'>[], shares: readonly OutcomeShare[], waiting: OutcomeShare, words: Words,
): string {
  const { stats, codes } = words
  const ended = endings.flatMap((ending, k) =>
    (shares[k]!.share >= 0.01 ? [stats.outcomePart(codes.ending[ending], sayShare(shares[k]!.share, words))] : []))
  return [...ended, sayWaiting(waiting, words)].join(stats.listJoin)
}

/** "still waiting 3%"; where nobody is left, with what it may be at most. */
export function sayWaiting(waiting: OutcomeShare, words: Words): string {
  const { stats } = words
  return isNone(waiting) ? stats.noneWaits(sayMost(waiting, words)) : stats.outcomePart(stats.endWaiting, sayShare(waiting.share, words))
}

const isNone = ({ share, upper }: OutcomeShare) => share === 0 && upper !== null

/** An upper limit in whole percents, rounded away from nothing. */
export function sayMost({ upper }: { upper: number | null }, { stats }: Words): string {
  return stats.percent(Math.max(1, Math.round((upper ?? 1) * 100)))
}
