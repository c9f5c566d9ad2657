import type { DurationsFigure } from '../figures/durations'

/**
 * What a followed figure said when its follower was last told: its median and the interval that went with it, in
 * minutes or days as `scale` says. A null limit is an open end.
 */
export type FigureStand = { value: number; low: number | null; high: number | null; scale: 'minute' | 'day'; n: number; at: number }

/** How it stands now; null where it says no median, is held back, or a batch of cases that moves it is under review. */
export function standOf({ suppressed, under_review, quantiles, scale, n }: DurationsFigure, at: number): FigureStand | null {
  const { value, lower, upper } = quantiles['0.5']
  if (suppressed !== null || under_review || value === null || scale === 'working_minute') return null
  return { value, low: lower, high: upper, scale, n, at }
}

/** Whether the median lies beyond the interval it had; a wait told in days is no longer that which was told in minutes. */
export function hasMoved(before: FigureStand, now: FigureStand): boolean {
  if (before.scale !== now.scale) return true
  return (before.low !== null && now.value < before.low) || (before.high !== null && now.value > before.high)
}

/** Milliseconds between two looks at a followed figure; and until the next where it is still being counted. */
export const lookAtFigureEvery = 86_400_000
export const lookAtUncountedEvery = 300_000
