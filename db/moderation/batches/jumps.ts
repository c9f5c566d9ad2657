import { and, count, eq, inArray } from 'drizzle-orm'
import type { Process, Stage } from '@/domain/codes'
import { durationsFigureFrom } from '@/domain/figures/durations'
import { stagesOf } from '@/domain/figures/filter'
import { outcomesFigureFrom, settledLike } from '@/domain/figures/outcomes'
import type { Batch } from '@/domain/moderation/batch'
import { isJump, medianShown, shareShown, smallestBatch, type ShownValue } from '@/domain/moderation/jump'
import type { Database } from '../../connection'
import { waitsAround } from '../../figures/batch-waits'
import { cases } from '../../schema'
import { idsOf } from './members'

/** What one figure says with a batch and without it; `n` and `accounts` of the batch are among those it counts. */
export type Influence = {
  batch: Batch; process: Process; stage: Stage | 'whole'; n: number; accounts: number; shown: ShownValue; without: ShownValue; jumps: boolean
}

/**
 * What a batch does to the headline of every stage it has cases in, and to the share that came to the good end. `now` in epoch
 * milliseconds.
 */
export async function influencesOf(database: Database, batch: Batch, now: number): Promise<Influence[]> {
  const found: Influence[] = []
  for (const process of await processesIn(database, batch)) {
    for (const stage of [...stagesOf[process], 'whole'] as const) {
      const influence = await influenceOn(database, { batch, process, stage }, now)
      if (influence) found.push(influence)
    }
  }
  return found
}

type Asked = { batch: Batch; process: Process; stage: Stage | 'whole' }

async function influenceOn(database: Database, { batch, process, stage }: Asked, now: number): Promise<Influence | null> {
  const filter = { process, layer: 'own' } as const
  const settling = stage === 'whole' ? settledLike[process] : stage
  const waits = await waitsAround(database, { filter, stage, settling }, batch, now)
  const said = (of: typeof waits.whole) => {
    if (stage === 'whole') {
      const figure = outcomesFigureFrom(filter, of)
      return { n: figure.n, accounts: figure.accounts, value: shareShown(figure) }
    }
    const figure = durationsFigureFrom(filter, stage, of)
    return { n: figure.n, accounts: figure.accounts, value: medianShown(figure) }
  }
  const [whole, theirs, rest] = [said(waits.whole), said(waits.batch), said(waits.rest)]
  if (theirs.n === 0) return null
  const jumps = theirs.n >= smallestBatch && isJump(batch.kind, whole.value, rest.value, theirs.n / Math.max(theirs.n, whole.n))
  return { batch, process, stage, n: theirs.n, accounts: theirs.accounts, shown: whole.value, without: rest.value, jumps }
}

/** The processes of which a batch has counted cases, the most first. */
async function processesIn(database: Database, batch: Batch): Promise<Process[]> {
  const rows = await database.select({ process: cases.process, n: count() }).from(cases)
    .where(and(inArray(cases.id, idsOf(database, batch)), eq(cases.inFigures, true))).groupBy(cases.process)
  return rows.filter(({ n }) => n >= smallestBatch).sort((a, b) => b.n - a.n).map(({ process }) => process)
}
