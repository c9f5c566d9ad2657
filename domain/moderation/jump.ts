import type { BatchKind } from './batch'
import type { DurationsFigure } from '../figures/durations'
import type { OutcomesFigure } from '../figures/outcomes'

/**
 * What a figure says in one number, with its 95 % interval: a median in the unit of `scale`, or a share. Value null: not said,
 * for too few. A limit null: none is known on that side.
 */
export type ShownValue = { scale: 'minute' | 'day' | 'share'; value: number | null; lower: number | null; upper: number | null }

/** Fewer cases than this are no batch: an account's own share is bounded by the cap already. */
export const smallestBatch = 8

/** From one address or network, a batch this large may have made a figure that would not be there without it. */
const standsOnIt = 0.5

/** The median of a stage; null where it is in working time, which is no headline. */
export function medianShown({ scale, quantiles }: Pick<DurationsFigure, 'scale' | 'quantiles'>): ShownValue {
  const { value, lower, upper } = quantiles['0.5']
  return { scale: scale === 'minute' ? 'minute' : 'day', value, lower, upper }
}

/** The share that had come to the good end within a week, or by the last day before it that can be said. */
export function shareShown({ table }: Pick<OutcomesFigure, 'table'>): ShownValue {
  const row = table.findLast(({ day, endings }) => endings && day <= 7)
  const share = row?.endings?.[0]
  return share
    ? { scale: 'share', value: share.share, lower: share.lower, upper: share.upper }
    : { scale: 'share', value: null, lower: null, upper: null }
}

/**
 * Whether a figure jumps for one batch: with it the value lies outside the interval that is left without it. Where without it there
 * is no value, that is suspicious only of one place: on the day a forum opens everybody joins at once.
 * @param part of those counted, how many are of the batch, 0 to 1
 */
export function isJump(kind: BatchKind, shown: ShownValue, without: ShownValue, part: number): boolean {
  if (shown.value === null) return false
  if (without.value === null) return (kind === 'address' || kind === 'block') && part >= standsOnIt
  if (shown.scale !== without.scale) return true
  const { lower, upper } = without
  return (lower !== null && shown.value < lower) || (upper !== null && shown.value > upper)
}
