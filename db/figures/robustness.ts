import { and, asc, eq, type SQL } from 'drizzle-orm'
import { minuteOf } from '@/domain/case/interval'
import type { Stage } from '@/domain/codes'
import type { FigureFilter } from '@/domain/figures/filter'
import { robustnessHead, robustShare, robustWait, type RobustnessFigure } from '@/domain/figures/robustness'
import type { EnteringSpell } from '@/domain/statistics/entering'
import type { Database } from '../connection'
import { cases, spells } from '../schema'
import { countedCases } from './counted'
import { guarded } from './guard'
import { asKept, inPortions } from './portions'
import { spellColumns, waitFrom } from './spell-columns'
import { wholeSpellsFor } from './spells'

/**
 * How far the median of a stage and the share approved could be from the honest ones; its shape is `RobustnessFigure`. Reads
 * the counted spells one by one, since whose they are is the question. `now` in epoch milliseconds.
 */
export async function robustnessFigure(
  database: Database, { stage, ...filter }: FigureFilter & { stage: Stage }, now = Date.now(),
): Promise<RobustnessFigure> {
  const at = minuteOf(now)
  const entering = {
    load: (it: FigureFilter) => inPortions(database, within => enteringSpellQuery(database, stage, it, within), enteringFrom),
  }
  const wholes = { load: (it: FigureFilter) => wholeSpellsFor(database, it) }
  return {
    ...robustnessHead(filter, stage),
    wait: await guarded(database, filter, entering, spells => robustWait(stage, spells, at)),
    outcome: await guarded(database, filter, wholes, spells => robustShare(filter, spells, at)),
  }
}

/** The spells of a stage with their start and the moment their case was first told. */
export function enteringSpellQuery(database: Database, stage: Stage, filter: FigureFilter, within?: SQL) {
  return database.select({
    ...spellColumns, startEarliest: spells.startEarliest, startLatest: spells.startLatest, createdAt: cases.createdAt,
  }).from(spells).innerJoin(cases, eq(cases.id, spells.caseId))
    .where(and(eq(spells.stage, stage), ...countedCases(database, filter), within))
    .orderBy(asc(cases.id), asc(spells.orderNo), asc(spells.round))
}

type Row = Awaited<ReturnType<typeof enteringSpellQuery>>[number]

function enteringFrom({ leastWait, mostWait, startEarliest, startLatest, createdAt, ...row }: Row): EnteringSpell {
  return {
    ...row, stage: asKept(row.stage), startMonth: asKept(row.startMonth),
    wait: waitFrom({ leastWait, mostWait }),
    started: startEarliest === null || startLatest === null ? null : [startEarliest, startLatest],
    reported: minuteOf(createdAt),
  }
}
