import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Case } from '@/domain/case/case'
import { partOf } from '@/domain/case/layers'
import { processes, type Process, type Source } from '@/domain/codes'
import { cellsOf, type TracedSpell } from '@/domain/figures/cells'
import { causeOf, endingsOf } from '@/domain/figures/outcomes'
import { byCase, traitsOf } from '../../cases/rows'
import type { Database } from '../../connection'
import { cases, caseTraits, spells } from '../../schema'
import { waitFrom } from '../spell-columns'

/** A counted spell as it is stored: with the scales that it was last found to count on. */
export type StoredSpell = TracedSpell & { id: number; kept: number }

type SpellRow = Pick<
  typeof spells.$inferInsert,
  'stage' | 'ending' | 'orderNo' | 'round' | 'cause' | 'days' | 'leastWait' | 'mostWait' | 'startMonth'
>

type Told = { id: number; account: string; process: Process; source: Source; subject: string; category: string }

/**
 * All counted spells that these accounts have of these processes, in the order in which cases came. Asks for accounts alone, for
 * of a thousand of them and of what counts at all SQLite would take the latter to be fewer, and read every case.
 */
export async function storedSpells(
  database: Database, accounts: string[], ofProcesses: readonly Process[] = processes,
): Promise<StoredSpell[]> {
  const ofAccounts = inArray(cases.account, accounts)
  const theirs = database.select({ id: cases.id }).from(cases).where(ofAccounts)
  const told = await database.select({
    id: cases.id, account: cases.account, process: cases.process, source: cases.source, subject: cases.subject,
    category: cases.category, inFigures: cases.inFigures,
  }).from(cases).where(ofAccounts)
  const counted = new Map(told.filter(it => it.inFigures && ofProcesses.includes(it.process)).map(it => [it.id, it]))
  if (counted.size === 0) return []
  const rows = await database.select({
    id: spells.id, caseId: spells.caseId, stage: spells.stage, ending: spells.ending, orderNo: spells.orderNo, round: spells.round,
    cause: spells.cause, leastWait: spells.leastWait, mostWait: spells.mostWait, days: spells.days,
    startMonth: spells.startMonth, counts: spells.counts,
  }).from(spells).where(inArray(spells.caseId, theirs)).orderBy(asc(spells.caseId), asc(spells.id))
  const traitsIn = byCase(await database.select({ caseId: caseTraits.caseId, trait: caseTraits.trait, value: caseTraits.value })
    .from(caseTraits).where(and(inArray(caseTraits.caseId, theirs), inArray(caseTraits.trait, ['name_pattern', 'proof_demanded']))))
  return rows.flatMap(row => {
    const of = counted.get(row.caseId)
    return of ? [{ ...traced(of, row, traitsIn.get(of.id) ?? []), id: row.id, kept: row.counts }] : []
  })
}

/** The spells of a case as they will be stored. */
export function newSpells(told: Omit<Told, 'process' | 'subject' | 'category'>, it: Case, rows: readonly SpellRow[]): TracedSpell[] {
  const { process, subject, category } = it.facts
  const traits = traitsOf(it)
  return rows.map(row => traced({ ...told, process, subject, category }, row, traits))
}

type Trait = { trait: string; value: string }

function traced(told: Told, row: SpellRow, traits: Trait[]): TracedSpell {
  const { process, subject, category } = told
  const valuesOf = (trait: string) => traits.filter(it => it.trait === trait).map(({ value }) => value)
  const [patterns, proofs] = [valuesOf('name_pattern'), valuesOf('proof_demanded')]
  const { leastWait = null, mostWait = null } = row
  return {
    stage: row.stage,
    account: told.account,
    caseId: told.id,
    order: row.orderNo,
    round: row.round,
    cause: row.ending ? causeOf(row.ending, endingsOf[process]) : row.cause,
    wait: waitFrom({ leastWait, mostWait }),
    days: row.days ?? null,
    startMonth: row.startMonth ?? null,
    cells: cellsOf({ process, part: partOf(told.source), subject, category, patterns, proofs }, row.stage),
  }
}
