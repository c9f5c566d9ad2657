import { minuteOf } from '@/domain/case/interval'
import type { Stage } from '@/domain/codes'
import type { Cohort } from '@/domain/figures/cohort'
import type { FigureFilter } from '@/domain/figures/filter'
import { onWorkingClock, workingFigureOf, type DatedSpell } from '@/domain/figures/working-figure'
import { timeOn } from '@/domain/statistics/scale'
import type { Database } from '../connection'
import { datedSpellsFor } from './dated-spells'
import { guarded } from './guard'
import { isUnderReview } from './under-review'

/** How long a stage takes on the clock of working hours; else as `durationsFigure`. `now` in epoch milliseconds. */
export async function workingFigure(
  database: Database, { stage, cohort, ...filter }: FigureFilter & { stage: Stage; cohort?: Cohort }, now = Date.now(),
) {
  const reading = {
    load: (it: FigureFilter) => datedSpellsFor(database, stage, it),
    counted: (spells: DatedSpell[]) => [spells.filter(spell => timeOn('minute', onWorkingClock(spell)) !== null)],
  }
  const figure = await guarded(database, filter, reading, spells => workingFigureOf(filter, stage, spells, minuteOf(now), cohort))
  return { ...figure, under_review: await isUnderReview(database, filter, stage) }
}
