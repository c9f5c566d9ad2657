import { asc, eq, inArray } from 'drizzle-orm'
import type { Case } from '@/domain/case/case'
import type { CaseEvent } from '@/domain/case/event'
import { demandedProofs } from '@/domain/case/told'
import type { EvidenceTier, Source } from '@/domain/codes'
import type { Database, Transaction } from '../connection'
import { keptQuery } from '../engines/kept-query'
import { caseEvents, cases, caseTraits } from '../schema'

export type CaseRow = typeof cases.$inferSelect
type EventRow = typeof caseEvents.$inferSelect

/** A case as it is stored, and as the domain knows it. */
export type StoredCase = { row: CaseRow; case: Case }

export async function caseById(database: Database, id: number): Promise<StoredCase | null> {
  const [row] = await rowOf(database, { id })
  return row ? { row, case: caseFrom(row, await eventsIn(database, { id })) } : null
}

const rowOf = keptQuery(['id'], (database, { id }) => database.select().from(cases).where(eq(cases.id, id)))
const eventsIn = keptQuery(['id'], (database, { id }) => (
  database.select().from(caseEvents).where(eq(caseEvents.caseId, id)).orderBy(asc(caseEvents.position))
))

export async function casesByIds(database: Database, ids: number[]): Promise<StoredCase[]> {
  if (ids.length === 0) return []
  const rows = await database.select().from(cases).where(inArray(cases.id, ids))
  return casesOf(database, rows)
}

/** Gives rows their events, in two queries however many rows there are; order is kept. */
export async function casesOf(database: Database, rows: CaseRow[]): Promise<StoredCase[]> {
  if (rows.length === 0) return []
  const events = await database.select().from(caseEvents)
    .where(inArray(caseEvents.caseId, rows.map(row => row.id)))
    .orderBy(asc(caseEvents.caseId), asc(caseEvents.position))
  const eventsOf = byCase(events)
  return rows.map(row => ({ row, case: caseFrom(row, eventsOf.get(row.id) ?? []) }))
}

/** Rows by the case they belong to, order kept. (Map.groupBy comes with Node 21.) */
export function byCase<Row extends { caseId: number }>(rows: Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.caseId)
    if (group) group.push(row)
    else groups.set(row.caseId, [row])
  }
  return groups
}

/** The columns that follow from a case and are never typed in. */
export function traitsOf(it: Case): { trait: string; value: string }[] {
  const { facts, events } = it
  const sets: [string, readonly string[]][] = [
    ['name_pattern', facts.name_pattern ?? []],
    // What was asked for in an event was demanded, whatever the facts say or leave out.
    ['proof_demanded', demandedProofs(it) ?? facts.proof_demanded ?? []],
    ['feature', facts.features ?? []],
    ['reason', events.flatMap(event => event.reasons ?? [])],
  ]
  return sets.flatMap(([trait, values]) => [...new Set(values)].map(value => ({ trait, value })))
}

/** A stored event from the domain's, at its place in the case. */
export function eventRow(caseId: number, position: number, event: CaseEvent, now: number): typeof caseEvents.$inferInsert {
  const { reasons, kinds, scopes } = event
  return {
    caseId,
    position,
    type: event.type,
    orderNo: event.order,
    round: event.round,
    earliestMinute: event.at?.[0],
    latestMinute: event.at?.[1],
    leastWait: event.since_previous_minutes?.[0],
    mostWait: event.since_previous_minutes?.[1],
    codes: { ...(reasons && { reasons }), ...(kinds && { kinds }), ...(scopes && { scopes }) },
    note: event.note,
    source: event.source ?? 'own',
    enteredAt: event.entered_at === undefined ? now : event.entered_at * 60_000,
  }
}

function caseFrom(row: CaseRow, events: EventRow[]): Case {
  return {
    ref: row.ref,
    facts: row.facts,
    ...(row.title !== null && { title: row.title }),
    ...(row.words !== '' && { words: row.words }),
    events: events.map(eventFrom),
    source: row.source,
    ...(row.motive !== null && { motive: row.motive }),
    evidence_tier: row.evidenceTier as EvidenceTier,
    created_at: row.createdAt,
    retrospective: row.retrospective,
    last_confirmed: row.lastConfirmedMinute,
  }
}

function eventFrom(row: EventRow): CaseEvent {
  const { earliestMinute, latestMinute, leastWait, mostWait } = row
  return {
    type: row.type,
    order: row.orderNo,
    round: row.round,
    ...(earliestMinute !== null && latestMinute !== null && { at: [earliestMinute, latestMinute] as const }),
    ...(leastWait !== null && mostWait !== null && { since_previous_minutes: [leastWait, mostWait] as const }),
    ...(row.codes as Pick<CaseEvent, 'reasons' | 'kinds' | 'scopes'>),
    ...(row.note !== null && { note: row.note }),
    source: row.source as Source,
    entered_at: Math.floor(row.enteredAt / 60_000),
  }
}

/** Replaces a case's traits by those it has now. */
export async function storeTraits(tx: Transaction, caseId: number, it: Case): Promise<void> {
  await tx.delete(caseTraits).where(eq(caseTraits.caseId, caseId))
  const traits = traitsOf(it)
  if (traits.length > 0) await tx.insert(caseTraits).values(traits.map(trait => ({ caseId, ...trait })))
}
