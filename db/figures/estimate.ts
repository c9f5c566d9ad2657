import { and, eq } from 'drizzle-orm'
import { minuteOf } from '@/domain/case/interval'
import type { Stage } from '@/domain/codes'
import { estimateOf, waitedSince, type EstimateFigure, type Waited } from '@/domain/figures/estimate'
import { stagesOf, type FigureFilter } from '@/domain/figures/filter'
import { caseById, type StoredCase } from '../cases/rows'
import type { Database } from '../connection'
import { spells } from '../schema'
import { datedSpellsFor } from './dated-spells'
import { guarded } from './guard'

type Asked = {
  filter: FigureFilter; stage: Stage; waited: Waited
  /** One's own case: the others are who one compares with. */
  besides?: number
}

/** How much longer somebody waits; its shape is `EstimateFigure`. `now` in epoch milliseconds. */
export async function estimateFigure(database: Database, { besides, ...question }: Asked, now = Date.now()): Promise<EstimateFigure> {
  const load = async (filter: FigureFilter) =>
    (await datedSpellsFor(database, question.stage, filter)).filter(({ caseId }) => caseId !== besides)
  return guarded(database, question.filter, { load }, others => estimateOf(question, others, minuteOf(now)))
}

/** Wider and wider questions: without the category, then without the subject. */
export function widerFilters({ category, subject, ...rest }: FigureFilter): FigureFilter[] {
  return [...(category ? [{ ...rest, ...(subject && { subject }) }] : []), ...(subject ? [rest] : [])]
}

/** The answer to the narrowest question that has one, from the one asked on; where none has, the widest one's silence. */
export async function narrowestEstimate(database: Database, asked: Asked, now = Date.now()): Promise<EstimateFigure> {
  let figure = await estimateFigure(database, asked, now)
  for (const filter of widerFilters(asked.filter)) {
    if (!figure.suppressed) break
    figure = await estimateFigure(database, { ...asked, filter }, now)
  }
  return figure
}

/** Where an open case stands: the first of its stages that waits, and for how long. Null where no wait is known. */
export type OpenWait = { stage: Stage; orderNo: number; round: number; waited: Waited }

export async function openWaitOf(database: Database, { row, case: it }: StoredCase, now: number): Promise<OpenWait | null> {
  const pending = await database.select().from(spells).where(and(eq(spells.caseId, row.id), eq(spells.cause, 0)))
  for (const stage of stagesOf[it.facts.process]) {
    const spell = pending.find(spell => spell.stage === stage)
    if (!spell || spell.startEarliest === null || spell.startLatest === null) continue
    const waited = waitedSince([spell.startEarliest, spell.startLatest], minuteOf(now))
    return { stage, orderNo: spell.orderNo, round: spell.round, waited }
  }
  return null
}

/** The same for an open case, besides itself; null where it does not wait for anything that is known. */
export async function estimateOnCase(database: Database, caseId: number, now: number): Promise<EstimateFigure | null> {
  const stored = await caseById(database, caseId)
  const wait = stored && await openWaitOf(database, stored, now)
  if (!wait) return null
  return narrowestEstimate(database, { filter: filterOf(stored), stage: wait.stage, waited: wait.waited, besides: caseId }, now)
}

/** What an open case asks of the others: its own subject and category, its own layer. */
export function filterOf({ row, case: { facts: { process, subject, category } } }: StoredCase): FigureFilter {
  return {
    process, layer: row.source === 'own' || row.source === 'demonstration' ? 'own' : 'all',
    ...(subject !== 'unknown' && { subject }), ...(category !== 'unknown' && { category }),
  }
}
