import { eq, inArray, type SQL } from 'drizzle-orm'
import { sourcesOf } from '@/domain/case/layers'
import type { FigureFilter } from '@/domain/figures/filter'
import { hasTrait } from '../cases/list'
import type { Database } from '../connection'
import { cases } from '../schema'

/** Which cases a figure counts: in the figures, of one process and layer, and as narrow as was asked for. */
export function countedCases(database: Database, filter: FigureFilter): (SQL | undefined)[] {
  const { process, layer, subject, category, pattern, proof } = filter
  return [
    eq(cases.inFigures, true),
    eq(cases.process, process),
    inArray(cases.source, [...sourcesOf(layer)]),
    subject && eq(cases.subject, subject),
    category && eq(cases.category, category),
    pattern && hasTrait(database, 'name_pattern', pattern),
    proof && hasTrait(database, 'proof_demanded', proof),
  ]
}
