import type { FigureFilter } from '@/domain/figures/filter'
import {
  copyrightLines, sayDemand, softwareCopyrightFigureOf, type SoftwareCopyrightFigure,
} from '@/domain/figures/software-copyright'
import type { ToldCase } from '@/domain/figures/told'
import type { Database } from '../connection'
import { guarded } from './guard'
import { outcomesFigure } from './outcomes'
import { toldFor } from './told'

/**
 * Who was asked for a software copyright, and what followed; its shape is `SoftwareCopyrightFigure`. Not to be narrowed by
 * proof, which is what it counts. `now` in epoch milliseconds.
 */
export async function softwareCopyrightFigure(
  database: Database, { proof: _, ...filter }: FigureFilter, now = Date.now(),
): Promise<SoftwareCopyrightFigure> {
  const outcomes = await outcomesFigure(database, { ...filter, proof: 'software_copyright' }, now)
  const reading = { load: (it: FigureFilter) => toldFor(database, it), counted: (told: ToldCase[]) => [sayDemand(told)], lines: copyrightLines }
  return guarded(database, filter, reading, (told, held) => softwareCopyrightFigureOf(filter, told, outcomes, held))
}
