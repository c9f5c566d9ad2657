import { and, eq, isNull } from 'drizzle-orm'
import { sourcesOf } from '@/domain/case/layers'
import type { Stage } from '@/domain/codes'
import type { FigureFilter } from '@/domain/figures/filter'
import type { Database } from '../connection'
import { suspicions } from '../schema'

/** Whether a batch of cases that moves this figure is being looked at; the narrower questions are marked with the whole. */
export async function isUnderReview(database: Database, { process, layer }: FigureFilter, stage: Stage | 'whole'): Promise<boolean> {
  if (!sourcesOf(layer).includes('own')) return false
  const [open] = await database.select({ id: suspicions.id }).from(suspicions)
    .where(and(isNull(suspicions.closedAt), eq(suspicions.process, process), eq(suspicions.stage, stage))).limit(1)
  return open !== undefined
}
