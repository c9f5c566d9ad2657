import { and, eq, inArray, sql } from 'drizzle-orm'
import {
  changeCells, countRows, peopleRows, type CellCount, type CellPeople, type CellSums, type TracedSpell,
} from '@/domain/figures/cells'
import { type MarkedSpell } from '@/domain/statistics/tally'
import type { Transaction } from '../../connection'
import { dialect } from '../../dialect'
import { cellCounts, cellPeople, spells } from '../../schema'
import type { KeptCells } from './kept'
import type { StoredSpell } from './traced'

/**
 * Brings the cells from an account's counted spells `before` a change of one case to those after it, of which `own` are the
 * case's: takes off what no longer counts and adds what does, exactly. Another case of the account may take the place of this
 * one in its share; that is written to its spells. Answers on which scales each of `own` counts, in their order.
 */
export async function keepCells(
  tx: Transaction, caseId: number, before: readonly StoredSpell[], own: readonly TracedSpell[], { from }: KeptCells,
): Promise<number[]> {
  const others = before.filter(it => it.caseId !== caseId)
  const { sums, marked } = changeCells(caseId, before, [...others, ...own], from)
  const marks = new Map(marked.map(it => [nameOf(it), it.counts]))
  await markSpells(tx, others.map(({ id, kept, ...it }) => ({ id, kept, counts: marks.get(nameOf(it))! })))
  await addSums(tx, sums)
  return own.map(it => marks.get(nameOf(it))!)
}

/** Writes down on which scales spells count, where that is another than was `kept`. */
export async function markSpells(
  tx: Transaction, marked: readonly Pick<StoredSpell & MarkedSpell, 'id' | 'kept' | 'counts'>[],
): Promise<void> {
  const changed = marked.filter(({ kept, counts }) => kept !== counts)
  for (const counts of new Set(changed.map(it => it.counts))) {
    const ids = changed.filter(it => it.counts === counts).map(({ id }) => id)
    for (const some of inPieces(ids, idsAtOnce)) await tx.update(spells).set({ counts }).where(inArray(spells.id, some))
  }
}

/** Adds to the cells, row by row in one order: two writers never wait for each other in a ring. Rows of 0 go. */
export async function addSums(tx: Transaction, sums: CellSums): Promise<void> {
  for (const rows of inPieces(countRows(sums), rowsAtOnce)) await addCounts(tx, rows)
  for (const rows of inPieces(peopleRows(sums), rowsAtOnce)) await addPeople(tx, rows)
}

async function addCounts(tx: Transaction, rows: CellCount[]): Promise<void> {
  const { n, cell, place, month, at, cause, flags } = cellCounts
  const key = [cell, place, month, at, cause, flags]
  const types = ['text', 'text', 'integer', 'integer', 'integer', 'integer'] as const
  const keyOf = (row: CellCount) => [row.cell, row.place, row.month, row.at, row.cause, row.flags]
  await tx.insert(cellCounts).select(dialect.unpack(rows.map(row => [...keyOf(row), row.n]), [...types, 'integer']))
    .onConflictDoUpdate({ target: key, set: { n: sql`${n} + excluded.n` } })
  const lowered = rows.filter(row => row.n < 0).map(keyOf)
  if (lowered.length === 0) return
  await tx.delete(cellCounts).where(and(eq(n, 0), sql`(${sql.join(key, sql`, `)}) in (${dialect.unpack(lowered, types)})`))
}

async function addPeople(tx: Transaction, rows: CellPeople[]): Promise<void> {
  const { n, cell, minuteMonth, dayMonth } = cellPeople
  const key = [cell, minuteMonth, dayMonth]
  const types = ['text', 'integer', 'integer'] as const
  const keyOf = (row: CellPeople) => [row.cell, row.minute, row.day]
  await tx.insert(cellPeople).select(dialect.unpack(rows.map(row => [...keyOf(row), row.n]), [...types, 'integer']))
    .onConflictDoUpdate({ target: key, set: { n: sql`${n} + excluded.n` } })
  const lowered = rows.filter(row => row.n < 0).map(keyOf)
  if (lowered.length === 0) return
  await tx.delete(cellPeople).where(and(eq(n, 0), sql`(${sql.join(key, sql`, `)}) in (${dialect.unpack(lowered, types)})`))
}

// One value holds them all; a hundred kilobytes or so of it is enough.
const rowsAtOnce = 1000
// Far below the number of values that either engine takes in one statement.
const idsAtOnce = 1000

function* inPieces<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let piece: T[] = []
  for (const it of all) {
    piece.push(it)
    if (piece.length < size) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

const nameOf = ({ cells, caseId, order, round }: TracedSpell) => `${cells[0]} ${caseId} ${order} ${round}`
