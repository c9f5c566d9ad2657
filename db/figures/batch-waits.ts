import { and, asc, eq, inArray } from 'drizzle-orm'
import { minuteOf } from '@/domain/case/interval'
import { partOf } from '@/domain/case/layers'
import type { Stage } from '@/domain/codes'
import { countWaits, withoutWaits, type CountedWaits } from '@/domain/figures/cohort'
import type { FigureFilter } from '@/domain/figures/filter'
import { causeOf, endingsOf } from '@/domain/figures/outcomes'
import type { Batch } from '@/domain/moderation/batch'
import type { Database } from '../connection'
import { idsOf } from '../moderation/batches/members'
import { cases, spells } from '../schema'
import { countedCases } from './counted'
import { spellColumns, waitFrom } from './spell-columns'
import { waitsFor } from './waits'

type Counted = { filter: FigureFilter; stage: Stage | 'whole'; settling: Stage }

/**
 * The counts of a figure with a batch, those of the batch alone, and those left without it. Reads the cells and the spells of the batch,
 * so that it costs what the batch costs. Where somebody told cases inside of it and outside, the cap that kept some of his
 * others out is not lifted: those stay out.
 */
export async function waitsAround(
  database: Database, { filter, stage, settling }: Counted, batch: Batch, now: number,
): Promise<{ whole: CountedWaits; batch: CountedWaits; rest: CountedWaits }> {
  const whole = await waitsFor(database, filter, stage, settling, now)
  const rows = await database.select({ ...spellColumns, ending: spells.ending, source: cases.source, counts: spells.counts })
    .from(spells).innerJoin(cases, eq(cases.id, spells.caseId))
    .where(and(inArray(spells.caseId, idsOf(database, batch)), eq(spells.stage, stage), ...countedCases(database, filter)))
    .orderBy(asc(cases.id), asc(spells.orderNo), asc(spells.round))
  const theirs = countWaits(rows.map(({ leastWait, mostWait, ending, source, ...row }) => ({
    ...row,
    wait: waitFrom({ leastWait, mostWait }),
    account: `${partOf(source)} ${row.account}`,
    cause: ending === null ? row.cause : causeOf(ending, endingsOf[filter.process]),
  })), settling, minuteOf(now))
  return { whole, batch: theirs, rest: withoutWaits(whole, theirs) }
}
