import { minuteOf } from '@/domain/case/interval'
import type { Stage } from '@/domain/codes'
import { countWaits, type CohortNote, type CountedWaits } from '@/domain/figures/cohort'
import type { FigureFilter } from '@/domain/figures/filter'
import type { Scale } from '@/domain/statistics/scale'
import { unknownMonth } from '@/domain/statistics/settled'
import type { Suppression } from '@/domain/statistics/suppression'
import type { Database } from '../connection'
import { heldBack } from './guard'
import { isWaitGivenAway } from './wait-guard'
import { firstCases, waitsFor } from './waits'

type Figure = CohortNote & { suppressed: Suppression | null; cases: number[] }

/** What a figure counts: the spells of a stage, or whole cases; `settling` is the stage by whose age months settle. */
type Counted = { filter: FigureFilter; stage: Stage | 'whole'; settling: Stage }

/**
 * A figure made of counts: held back where it would give others away, with the cases to read where too few people told.
 * `now` in epoch milliseconds.
 */
export async function figureOfWaits<F extends Figure>(
  database: Database, { filter, stage, settling }: Counted, now: number,
  figureFrom: (waits: CountedWaits) => F, scaleOf: (figure: F) => Scale,
): Promise<F> {
  const waits = await waitsFor(database, filter, stage, settling, now)
  const figure = figureFrom(waits)
  if (figure.suppressed === 'few_accounts') return { ...figure, cases: await firstCases(database, stage, filter) }
  const until = figure.cohort === 'settled' ? waits.settled : unknownMonth
  const isHeld = await isWaitGivenAway(database, filter, stage, scaleOf(figure), until)
  return isHeld ? heldBack(figureFrom(countWaits([], settling, minuteOf(now)))) : figure
}
