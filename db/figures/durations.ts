import type { Stage } from '@/domain/codes'
import type { Cohort } from '@/domain/figures/cohort'
import { durationsFigureFrom, type DurationsFigure } from '@/domain/figures/durations'
import type { FigureFilter } from '@/domain/figures/filter'
import type { Database } from '../connection'
import { isUnderReview } from './under-review'
import { figureOfWaits } from './wait-figure'

/**
 * How long a stage takes; its shape is `DurationsFigure`. `now` in epoch milliseconds decides which start months have
 * settled; waits themselves never grow with the clock.
 */
export async function durationsFigure(
  database: Database, { stage, cohort, ...filter }: FigureFilter & { stage: Stage; cohort?: Cohort },
  now = Date.now(),
): Promise<DurationsFigure> {
  const figure = await figureOfWaits(
    database, { filter, stage, settling: stage }, now,
    waits => durationsFigureFrom(filter, stage, waits, { cohort }), ({ scale }) => (scale === 'day' ? 'day' : 'minute'),
  )
  return { ...figure, under_review: await isUnderReview(database, filter, stage) }
}
