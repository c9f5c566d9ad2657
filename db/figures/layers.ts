import { and, count } from 'drizzle-orm'
import { layers, sourcesOf, type Layer } from '@/domain/case/layers'
import type { FigureFilter } from '@/domain/figures/filter'
import type { Database } from '../connection'
import { cases } from '../schema'
import { countedCases } from './counted'

/** How many counted cases each layer holds under a filter, fragments included. */
export async function countLayers(database: Database, filter: FigureFilter): Promise<Record<Layer, number>> {
  const rows = await database.select({ source: cases.source, n: count() }).from(cases)
    .where(and(...countedCases(database, { ...filter, layer: 'all' }))).groupBy(cases.source)
  return Object.fromEntries(layers.map(layer => [
    layer, rows.filter(({ source }) => sourcesOf(layer).includes(source)).reduce((sum, { n }) => sum + n, 0),
  ])) as Record<Layer, number>
}
