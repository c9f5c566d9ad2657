import { minuteOf } from '@/domain/case/interval'
import type { FigureFilter } from '@/domain/figures/filter'
import { monthLines, outcomeMonthsFigureOf, type OutcomeMonthsFigure } from '@/domain/figures/months'
import type { WholeSpell } from '@/domain/figures/outcomes'
import type { Database } from '../connection'
import { guarded } from './guard'
import { wholeSpellsFor } from './spells'

/** Outcomes by start month at one age; its shape is `OutcomeMonthsFigure`. `now` in epoch milliseconds. */
export async function outcomeMonthsFigure(
  database: Database, filter: FigureFilter, now = Date.now(),
): Promise<OutcomeMonthsFigure> {
  const reading = {
    load: (it: FigureFilter) => wholeSpellsFor(database, it),
    counted: (spells: WholeSpell[]) => [spells.filter(({ days }) => days !== null)],
    lines: monthLines,
  }
  return guarded(database, filter, reading, (spells, held) => outcomeMonthsFigureOf(filter, spells, minuteOf(now), held))
}
