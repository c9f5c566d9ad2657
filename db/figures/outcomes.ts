import type { FigureFilter } from '@/domain/figures/filter'
import { outcomesFigureFrom, settledLike, type OutcomesFigure } from '@/domain/figures/outcomes'
import type { Database } from '../connection'
import { isUnderReview } from './under-review'
import { figureOfWaits } from './wait-figure'

/** What became of whole cases by days since their start; its shape is `OutcomesFigure`. `now` in epoch milliseconds. */
export async function outcomesFigure(
  database: Database, filter: FigureFilter, now = Date.now(),
): Promise<OutcomesFigure> {
  const counted = { filter, stage: 'whole', settling: settledLike[filter.process] } as const
  const figure = await figureOfWaits(database, counted, now, waits => outcomesFigureFrom(filter, waits), () => 'day')
  return { ...figure, under_review: await isUnderReview(database, filter, 'whole') }
}
