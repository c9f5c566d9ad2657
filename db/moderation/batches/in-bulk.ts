import { createHash } from 'node:crypto'
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { batchFrom, type Batch, type BulkDeed } from '@/domain/moderation/batch'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../../connection'
import { bulkActs, bulkItems, cases, people, suspicions } from '../../schema'
import { writeLog } from '../log'
import { settleAboutBatch } from './settle'
import { deeds, type Item } from './deeds'
import { membersOf } from './members'

/** So many at most are changed in one act; a larger batch is done in several. */
export const mostInOneAct = 500

export type BulkOrder = { batch: Batch; deed: BulkDeed; /** As `digestOf` said it on the page that was looked at. */ digest: string; because: string; now: number }

/**
 * What came of it. `changed`: the batch is no longer what was looked at, since somebody told another case or another
 * moderator was there first; nothing was done.
 */
export type BulkDone = { id: number; changed: number } | { stale: true } | { nothing: true }

/** The cases a bulk act would be done to, and what tells whether they are still the same when it is done. */
export async function targetsOf(database: Database, batch: Batch): Promise<{ ids: number[]; digest: string }> {
  const rows = await database.select({ id: cases.id, state: cases.state, inFigures: cases.inFigures }).from(cases)
    .where(membersOf(database, batch)).orderBy(asc(cases.id)).limit(mostInOneAct)
  const digest = createHash('sha256').update(JSON.stringify(rows.map(({ id, state, inFigures }) => [id, state, inFigures]))).digest('base64url').slice(0, 22)
  return { ids: rows.map(({ id }) => id), digest }
}

/** Does one deed to all of a batch, in one write with one line in the log; what is so already is left as it is. */
export async function doInBulk(tx: Transaction, permitted: Permitted<'act_in_bulk'>, { batch, deed, digest, because, now }: BulkOrder): Promise<BulkDone> {
  const targets = await targetsOf(tx, batch)
  if (targets.digest !== digest) return { stale: true }
  const [act] = await tx.insert(bulkActs).values({ ...batch, deed, reason: because, byId: permitted.by.id, at: now }).returning({ id: bulkActs.id })
  const id = act!.id
  const items = await deeds[deed].do(tx, permitted, targets.ids, { because, now, act: id })
  if (items.length === 0) {
    await tx.delete(bulkActs).where(eq(bulkActs.id, id))
    return { nothing: true }
  }
  await addItems(tx, id, items)
  await settleAboutBatch(tx, batch, { byId: permitted.by.id, verdict: 'left_out', reason: because, now })
  await writeLog(tx, {
    at: now, actorId: permitted.by.id, act: 'do_in_bulk', reason: because,
    details: { deed, kind: batch.kind, n: String(items.length), bulk: String(id) },
  })
  return { id, changed: items.length }
}

/** Changes back exactly what a bulk act changed, but for what somebody has changed otherwise since. */
export async function undoBulk(
  tx: Transaction, permitted: Permitted<'act_in_bulk'>, { id, because, now }: { id: number; because: string; now: number },
): Promise<{ changed: number } | { already: string | null } | { missing: true }> {
  const act = await bulkActOf(tx, id)
  if (!act) return { missing: true }
  const marked = await tx.update(bulkActs).set({ undoneAt: now, undoneById: permitted.by.id, undoneReason: because })
    .where(and(eq(bulkActs.id, id), isNull(bulkActs.undoneAt))).returning({ id: bulkActs.id })
  if (marked.length === 0) return { already: act.undoneBy }
  const items = await tx.select({ subject: bulkItems.subject, id: bulkItems.subjectId }).from(bulkItems).where(eq(bulkItems.actId, id))
  const undone = await deeds[act.deed].undo(tx, permitted, items.map(item => item.id), { because, now, act: id, by: act.byId, at: act.at })
  for (let from = 0; from < undone.length; from += 500) {
    await tx.update(bulkItems).set({ undoneAt: now })
      .where(and(eq(bulkItems.actId, id), inArray(bulkItems.subjectId, undone.slice(from, from + 500).map(item => item.id))))
  }
  // The figures it moved are under review again.
  await tx.update(suspicions).set({ closedAt: null, closedById: null, verdict: null })
    .where(and(eq(suspicions.kind, act.batch.kind), eq(suspicions.key, act.batch.key), eq(suspicions.verdict, 'left_out')))
  await writeLog(tx, {
    at: now, actorId: permitted.by.id, act: 'undo_bulk', reason: because,
    details: { deed: act.deed, kind: act.batch.kind, n: String(undone.length), bulk: String(id) },
  })
  return { changed: undone.length }
}

export type BulkAct = {
  id: number; batch: Batch; deed: BulkDeed; reason: string; by: string; byId: number; at: number
  undoneAt: number | null; undoneBy: string | null; undoneReason: string | null
}

/** One bulk act; null where there is none. */
export async function bulkActOf(database: Database, id: number): Promise<BulkAct | null> {
  return (await listBulkActs(database, { id }))[0] ?? null
}

/** The bulk acts done to a batch, or of everybody, the newest first. */
export async function listBulkActs(database: Database, { id, batch, most = 50 }: { id?: number; batch?: Batch; most?: number } = {}): Promise<BulkAct[]> {
  const rows = await database.select({ act: bulkActs, by: people.name }).from(bulkActs).innerJoin(people, eq(people.id, bulkActs.byId))
    .where(and(id === undefined ? undefined : eq(bulkActs.id, id), batch && eq(bulkActs.kind, batch.kind), batch && eq(bulkActs.key, batch.key)))
    .orderBy(desc(bulkActs.id)).limit(most)
  const undoers = rows.map(({ act }) => act.undoneById).filter(it => it !== null)
  const names = new Map(undoers.length === 0 ? [] : (await database.select({ id: people.id, name: people.name }).from(people)
    .where(inArray(people.id, undoers))).map(({ id, name }) => [id, name]))
  return rows.map(({ act, by }) => ({
    ...act, by, batch: batchFrom(act.kind, act.key)!, undoneBy: act.undoneById === null ? null : names.get(act.undoneById) ?? null,
  }))
}

async function addItems(tx: Transaction, actId: number, items: Item[]): Promise<void> {
  for (let from = 0; from < items.length; from += 200) {
    await tx.insert(bulkItems).values(items.slice(from, from + 200).map(({ subject, id }) => ({ actId, subject, subjectId: id })))
  }
}

export type BulkItem = { id: number; /** Of a person; null of a case. */ name: string | null; undoneAt: number | null }

/** What a bulk act changed. */
export async function itemsOf(database: Database, actId: number): Promise<BulkItem[]> {
  const rows = await database.select({ subject: bulkItems.subject, id: bulkItems.subjectId, undoneAt: bulkItems.undoneAt, name: people.name })
    .from(bulkItems).leftJoin(people, and(eq(bulkItems.subject, 'person'), eq(people.id, bulkItems.subjectId)))
    .where(eq(bulkItems.actId, actId)).orderBy(asc(bulkItems.subjectId)).limit(2 * mostInOneAct)
  return rows.map(({ subject, name, ...row }) => ({ ...row, name: subject === 'person' ? name : null }))
}
