import type { Layer } from '@/domain/case/layers'
import type { FigureFilter } from '@/domain/figures/filter'
import type { AskedOf, KeptKind } from '@/domain/figures/kept'
import type { Database } from '../../connection'
import { countLayers } from '../layers'
import { areManyCases, mostAtOnce } from './many'

/**
 * Whether so many cases have to be read for the rows behind a figure that they are not given out, nor kept, while somebody waits: all of
 * them, however narrow the question, or for figures of waits those it is about.
 * @param counted how many those are in each layer, where that is known
 */
export async function areManyRows<Kind extends KeptKind>(
  database: Database, kind: Kind, asked: AskedOf<Kind>, counted?: Record<Layer, number>,
): Promise<boolean> {
  if (!await areManyCases(database)) return false
  const isOfWaits = kind === 'outcomes' || (kind === 'durations' && (asked as AskedOf<'durations'>).clock !== 'working')
  if (!isOfWaits) return true
  const { process, layer, subject, category, pattern, proof } = asked as FigureFilter
  const counts = counted ?? await countLayers(database, { process, layer, subject, category, pattern, proof } as FigureFilter)
  return counts[layer] > mostAtOnce()
}
