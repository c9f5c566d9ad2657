import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, min, or, sql, type SQL } from 'drizzle-orm'
import { backOff, lease, mostAttempts } from '@/domain/outbox/back-off'
import type { ErrandKind, Errands } from '@/domain/outbox/errands'
import { read, readCurrent, write, type Transaction } from '../connection'
import { outbox } from '../schema'
import { siteSetting } from '../site-settings'

/** An errand that was taken: nobody else has it until its lease ends. */
export type Errand<Kind extends ErrandKind = ErrandKind> = Kind extends ErrandKind ? {
  id: number
  kind: Kind
  /** The same at each attempt, for those who are to know it again. */
  key: string
  payload: Errands[Kind]
  /** This one counted. */
  attempt: number
  createdAt: number
  uselessAt: number | null
} : never

/** Thrown where an errand is ended that somebody else has taken meanwhile: what was done with it is taken back. */
export class LeaseLost extends Error {}

/**
 * Takes up to `most` errands that are due, the longest due first, for as long as a lease; `inTurn`: at most one of each turn.
 * Instants are epoch milliseconds.
 */
export async function takeErrands(
  kinds: ErrandKind[], { now, most, inTurn = false }: { now: number; most: number; inTurn?: boolean },
): Promise<Errand[]> {
  const isDue = dueAmong(kinds, now)
  // Mostly there is none, and to find that out no write is begun.
  if (most < 1 || !await anyAmong(isDue)) return []
  return write(async tx => {
    const due = inTurn ? await firstOfTurns(tx, isDue, most) : await firstDue(tx, isDue, most)
    if (due.length === 0) return []
    const taken = await tx.update(outbox).set({
      underWay: true, dueAt: now + lease, attempts: sql`${outbox.attempts} + 1`,
      lost: sql`${outbox.lost} + case when ${outbox.underWay} then 1 else 0 end`,
    }).where(and(inArray(outbox.id, due), isDue)).returning()
    return taken.map(({ id, kind, dedupKey, payload, attempts, createdAt, uselessAt }) => (
      { id, kind, key: dedupKey, payload, attempt: attempts, createdAt, uselessAt } as unknown as Errand
    ))
  })
}

/** Whether anything waits to be done now. */
export async function anyDue(now: number): Promise<boolean> {
  return anyAmong(and(isNull(outbox.endedAt), lte(outbox.dueAt, now), hasItsTurn(now)))
}

/** Marks an errand as done, in the transaction of what it did to the database; or writes down why it is given up. */
export async function endErrand(tx: Transaction, errand: Errand, now: number, failure: string | null = null): Promise<void> {
  await setOwn(tx, errand, { endedAt: now, underWay: false, payload: {}, failure })
}

/** Keeps how far a long errand has come, in the transaction of the step, and begins its lease anew. */
export async function keepMark<Kind extends ErrandKind>(
  tx: Transaction, errand: Errand<Kind>, payload: Errands[Kind], now: number,
): Promise<void> {
  await setOwn(tx, errand as Errand, { payload, dueAt: now + lease })
}

/** An attempt failed and is made again at a time of its own, in the transaction of what that did. */
export async function putOffUntil(tx: Transaction, errand: Errand, failure: string, dueAt: number): Promise<void> {
  await setOwn(tx, errand, { underWay: false, failure, dueAt })
}

/** An attempt failed: it is made again later, or given up after the last one. `failure` says why, in a word. */
export async function putOff(errand: Errand, failure: string, now: number): Promise<void> {
  await write(tx => (
    errand.attempt >= mostAttempts
      ? endErrand(tx, errand, now, failure)
      : putOffUntil(tx, errand, failure, now + backOff(errand.attempt))
  ))
}

// Long enough that nothing which is told twice within a restart, a rolled-back clock or a slow client is done twice.
const day = 86_400_000
const doneKept = 7 * day

/** Forgets what has ended long ago, some hundred at a time; what was given up, after as many days as are set. Answers how many. */
export async function forgetEnded(now: number): Promise<number> {
  const database = await read()
  const givenUpKept = await siteSetting(database, 'failed_days') * day
  const old = await database.select({ id: outbox.id }).from(outbox)
    .where(and(isNotNull(outbox.endedAt), lt(outbox.endedAt, now - doneKept), sql`(${outbox.failure} is null or ${outbox.endedAt} < ${now - givenUpKept})`))
    .limit(500)
  if (old.length > 0) await write(tx => tx.delete(outbox).where(inArray(outbox.id, old.map(({ id }) => id))))
  return old.length
}

function dueAmong(kinds: ErrandKind[], now: number): SQL | undefined {
  return and(isNull(outbox.endedAt), lte(outbox.dueAt, now), inArray(outbox.kind, kinds), hasItsTurn(now))
}

// Nobody is at another one of its turn, or his lease has ended.
function hasItsTurn(now: number): SQL | undefined {
  const taken = sql`(select turn from ${outbox} where turn is not null and ended_at is null and under_way and due_at > ${now})`
  return or(isNull(outbox.turn), sql`${outbox.turn} not in ${taken}`)
}

async function firstDue(tx: Transaction, isDue: SQL | undefined, most: number): Promise<number[]> {
  const due = await tx.select({ id: outbox.id }).from(outbox).where(isDue).orderBy(asc(outbox.dueAt), asc(outbox.id)).limit(most)
  return due.map(({ id }) => id)
}

const looked = 500

// Mostly some hundred are enough to find as many turns; where a few turns have more than these, all are gone through.
async function firstOfTurns(tx: Transaction, isDue: SQL | undefined, most: number): Promise<number[]> {
  const near = await tx.select({ id: outbox.id, turn: outbox.turn }).from(outbox).where(isDue)
    .orderBy(asc(outbox.dueAt), asc(outbox.id)).limit(looked)
  const first = new Map<string | null, number>()
  // Whose has waited longest comes first; of a turn, what was given first, in order.
  for (const { id, turn } of near) first.set(turn, Math.min(first.get(turn) ?? id, id))
  if (first.size >= most || near.length < looked) return [...first.values()].slice(0, most)
  const all = await tx.select({ id: min(outbox.id) }).from(outbox).where(isDue)
    .groupBy(outbox.turn).orderBy(asc(min(outbox.dueAt)), asc(min(outbox.id))).limit(most)
  return all.map(({ id }) => id!)
}

async function anyAmong(isDue: SQL | undefined): Promise<boolean> {
  const rows = await (await readCurrent()).select({ id: outbox.id }).from(outbox).where(isDue).limit(1)
  return rows.length > 0
}

async function setOwn(tx: Transaction, { id, attempt }: Errand, change: Partial<typeof outbox.$inferInsert>): Promise<void> {
  const set = await tx.update(outbox).set(change)
    .where(and(eq(outbox.id, id), eq(outbox.attempts, attempt), isNull(outbox.endedAt))).returning({ id: outbox.id })
  if (set.length === 0) throw new LeaseLost(`Errand ${id} is no longer ours.`)
}
