import type { FigureFilter } from '@/domain/figures/filter'
import { judgedOf, nameLines, namesFigureOf, type NamesFigure } from '@/domain/figures/names'
import type { ToldCase } from '@/domain/figures/told'
import type { Database } from '../connection'
import { guarded } from './guard'
import { toldFor } from './told'

/** Which names were told to change or to prove; its shape is `NamesFigure`. */
export async function namesFigure(database: Database, filter: FigureFilter): Promise<NamesFigure> {
  const reading = { load: (it: FigureFilter) => toldFor(database, it), counted: (told: ToldCase[]) => [judgedOf(told)], lines: nameLines }
  return guarded(database, filter, reading, (told, held) => namesFigureOf(filter, told, held))
}
