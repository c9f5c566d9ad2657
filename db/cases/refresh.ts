import { and, eq } from 'drizzle-orm'
import type { Case } from '@/domain/case/case'
import { monthOf } from '@/domain/case/interval'
import { writeCourse } from '@/domain/case/course-text'
import { mayCount } from '@/domain/case/layers'
import { deriveOutcome } from '@/domain/case/outcome'
import { outcomeSpell, spellsOf, type OutcomeSpell, type Spell } from '@/domain/case/spells'
import type { Transaction } from '../connection'
import { cases, spells, taggings, tags } from '../schema'
import { keepCells } from '../figures/cells/keep'
import { keptCells } from '../figures/cells/kept'
import { rebuildCells } from '../figures/cells/recount'
import { newSpells, storedSpells } from '../figures/cells/traced'
import { scoreForecasts } from '../figures/forecasts'
import { countUses } from '../moderation/tag-uses'
import { demonstration } from '../site'
import { caseById, storeTraits, type CaseRow, type StoredCase } from './rows'

/**
 * Derives again all that follows from a case's events, facts, state and tags: its outcome, month, traits and
 * spells, and whether it is in the figures. Called in every write that changes any of them, so that a figure is
 * never older than its cases. Doing it twice changes nothing.
 */
export async function refreshCase(tx: Transaction, caseId: number): Promise<void> {
  const stored = await caseById(tx, caseId)
  if (!stored) return
  const { row, case: it } = stored
  const kept = await keptCells(tx)
  const before = kept ? await storedSpells(tx, [row.account], [row.process, it.facts.process]) : []
  const inFigures = await isCounted(tx, stored)
  await tx.update(cases).set({ ...derivedColumns(it), inFigures }).where(eq(cases.id, caseId))
  await countUses(tx, caseId, row.state === 'live')
  await storeTraits(tx, row.id, it)
  await tx.delete(spells).where(eq(spells.caseId, caseId))
  const rows = spellRows(caseId, it)
  const counts = kept ? await keepCells(tx, caseId, before, inFigures ? newSpells(row, it, rows) : [], kept) : []
  if (rows.length > 0) await tx.insert(spells).values(rows.map((spell, at) => ({ ...spell, counts: counts[at] ?? 0 })))
  if (!kept) await rebuildCells(tx)
  // The write that brought the case here is the last that touched it.
  await scoreForecasts(tx, caseId, Math.max(row.activeAt, row.editedAt ?? 0))
}

/** What a case's row repeats of its facts and events, for lists to filter by and figures to read. */
export function derivedColumns(it: Case): Pick<CaseRow, 'process' | 'subject' | 'category' | 'outcome' | 'month' | 'course'> {
  const { process, subject, category } = it.facts
  return { process, subject, category, outcome: deriveOutcome(it.events, process), month: startMonthOf(it), course: writeCourse(it) }
}

/** All spells of a case as rows; the whole case is one of them. */
export function spellRows(caseId: number, it: Case): (typeof spells.$inferInsert)[] {
  const whole = outcomeSpell(it)
  const rows = spellsOf(it).map(spell => spellRow(caseId, spell.stage, null, spell))
  return whole ? [...rows, spellRow(caseId, 'whole', whole.ending, whole)] : rows
}

async function isCounted(tx: Transaction, { row }: StoredCase): Promise<boolean> {
  if (row.state !== 'live' || !mayCount(row.source, demonstration())) return false
  const [leaving] = await tx.select({ id: tags.id }).from(taggings)
    .innerJoin(tags, eq(tags.id, taggings.tagId))
    .where(and(eq(taggings.caseId, row.id), eq(tags.leavesFigures, true))).limit(1)
  return !leaving
}

function startMonthOf(it: Case): string | null {
  const at = it.events.find(event => event.at)?.at
  if (!at) return null
  const month = monthOf(at[0])
  return month === monthOf(at[1]) ? month : null
}

type SpellRow = typeof spells.$inferInsert

function spellRow(
  caseId: number, stage: SpellRow['stage'], ending: SpellRow['ending'], spell: Omit<Spell, 'stage'> | OutcomeSpell,
): SpellRow {
  return {
    caseId,
    stage,
    ending,
    orderNo: spell.order,
    round: spell.round,
    cause: spell.cause,
    startEarliest: spell.startEarliest,
    startLatest: spell.startLatest,
    exitEarliest: spell.exitEarliest,
    exitLatest: spell.exitLatest,
    leastWait: spell.wait?.[0],
    mostWait: spell.wait?.[1],
    days: spell.days,
    startMonth: spell.startMonth,
    flags: spell.flags,
  }
}
