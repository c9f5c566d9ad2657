import { and, asc, eq, gt, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { askAt, mostAsked } from '@/domain/case/check-in'
import type { Process, Stage } from '@/domain/codes'
import { casesOf, type CaseRow } from '../cases/rows'
import { read, write, type Database, type Transaction } from '../connection'
import { durationsFigure } from '../figures/durations'
import { openWaitOf } from '../figures/estimate'
import { notify } from '../people/notify'
import { holdsOn } from '../people/suspensions'
import { cases, checkIns, checkInRests } from '../schema'

const day = 86_400_000
const minute = 60_000
const perPage = 200
/** Somebody with many open cases is asked of one a day. */
const apart = day

export type Asked = { caseId: number; personId: number }

/**
 * Asks every author of an open case that is due whether it still waits, and answers how many. Any number of processes may
 * do it at once: each case is asked about in a write of its own that looks again. `also` belongs into that write, such as
 * a letter. `now` in epoch milliseconds.
 */
export async function askAll(now: number, also: (tx: Transaction, asked: Asked) => Promise<void> = async () => undefined): Promise<number> {
  const p90 = remembered()
  let count = 0
  for (let after = 0; ;) {
    const database = await read()
    const page = await openCases(database, after)
    for (const due of page.filter(it => mayBeDue(it, now))) {
      const at = await dueAt(database, due, now, p90)
      if (at !== null && at <= now && await write(tx => ask(tx, due, now, also))) count++
    }
    if (page.length < perPage) return count
    after = page.at(-1)!.row.id
  }
}

type Open = { row: CaseRow; asked: { times: number; askedAt: number | null } }

/** Live cases of people's own that wait, and whose authors want to be asked; in the order of ids. */
async function openCases(database: Database, after: number): Promise<Open[]> {
  const rows = await database.select({ row: cases, times: checkIns.times, askedAt: checkIns.askedAt }).from(cases)
    .leftJoin(checkIns, eq(checkIns.caseId, cases.id))
    .leftJoin(checkInRests, eq(checkInRests.personId, cases.authorId))
    .where(and(isOpen, gt(cases.id, after), or(isNull(checkIns.off), eq(checkIns.off, false)), isNull(checkInRests.personId)))
    .orderBy(asc(cases.id)).limit(perPage)
  return rows.map(({ row, times, askedAt }) => ({ row, asked: { times: times ?? 0, askedAt } }))
}

const isOpen = and(eq(cases.state, 'live'), eq(cases.outcome, 'waiting'), eq(cases.source, 'own'), isNotNull(cases.authorId))

/** When its author last said anything of it. */
function heardAt({ lastConfirmedMinute, createdAt, editedAt }: CaseRow): number {
  return Math.max((lastConfirmedMinute ?? 0) * minute, createdAt, editedAt ?? 0)
}

/** Most were heard of lately: that is seen without a question more. */
function mayBeDue({ row, asked }: Open, now: number): boolean {
  if (asked.askedAt !== null && asked.askedAt > heardAt(row) && asked.times >= mostAsked) return false
  return Math.max(heardAt(row), asked.askedAt ?? 0) + day <= now
}

type P90 = (database: Database, process: Process, stage: Stage, now: number) => Promise<number | null>

async function dueAt(database: Database, { row, asked }: Open, now: number, p90: P90): Promise<number | null> {
  const [stored] = await casesOf(database, [row])
  const wait = await openWaitOf(database, stored!, now)
  const heard = heardAt(row)
  return askAt({
    process: row.process,
    p90: wait && await p90(database, row.process, wait.stage, now),
    waited: wait ? Math.max(0, wait.waited.minutes * minute - (now - heard)) : 0,
    heardAt: heard,
    asked: asked.times,
    askedAt: asked.askedAt,
  })
}

/** How long nine in ten wait, or how long anybody did where that is not known, from the figures that everybody sees. */
function remembered(): P90 {
  const known = new Map<string, Promise<number | null>>()
  return (database, process, stage, now) => {
    const key = `${process} ${stage}`
    const found = known.get(key) ?? durationsFigure(database, { process, layer: 'own', stage }, now)
      .then(({ scale, quantiles, last }) => scaled(quantiles['0.9'].value ?? last, scale))
    known.set(key, found)
    return found
  }
}

function scaled(value: number | null, scale: 'minute' | 'day' | string): number | null {
  return value === null ? null : value * (scale === 'day' ? day : minute)
}

/** Asks about one case, unless anything is otherwise than when it was found due. */
async function ask(tx: Transaction, { row, asked }: Open, now: number, also: (tx: Transaction, asked: Asked) => Promise<void>): Promise<boolean> {
  const [still] = await tx.select({ id: cases.id, authorId: cases.authorId }).from(cases)
    .where(and(eq(cases.id, row.id), eq(cases.version, row.version), isOpen))
  const personId = still?.authorId
  if (personId == null) return false
  const [known] = await tx.select().from(checkIns).where(eq(checkIns.caseId, row.id))
  if (known?.off || (known?.askedAt ?? null) !== asked.askedAt) return false
  const [resting] = await tx.select({ at: checkInRests.at }).from(checkInRests).where(eq(checkInRests.personId, personId))
  // Whoever may not write could not answer.
  if (resting || (await holdsOn(tx, personId, now)).length > 0) return false
  const [lately] = await tx.select({ id: checkIns.caseId }).from(checkIns).innerJoin(cases, eq(cases.id, checkIns.caseId))
    .where(and(eq(cases.authorId, personId), ne(cases.id, row.id), gt(checkIns.askedAt, now - apart))).limit(1)
  if (lately) return false
  const again = asked.askedAt !== null && asked.askedAt > heardAt(row)
  const set = { times: again ? asked.times + 1 : 1, askedAt: now }
  await tx.insert(checkIns).values({ caseId: row.id, ...set }).onConflictDoUpdate({ target: checkIns.caseId, set })
  await notify(tx, { personId, kind: 'check_in', caseId: row.id, now })
  await also(tx, { caseId: row.id, personId })
  return true
}
