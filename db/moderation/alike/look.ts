import { and, asc, eq, gt } from 'drizzle-orm'
import { wordsOf } from '@/domain/moderation/alike'
import { caseById } from '../../cases/rows'
import { readCurrent, write, type Transaction } from '../../connection'
import { endErrand, keepMark, type Errand } from '../../outbox/errands'
import { entrust } from '../../outbox/entrust'
import { cases, queueItems, replies, siteValues } from '../../schema'
import type { VoteSubject } from '../../schema/threads'
import { queueUp } from '../queue/queue-up'
import { sameAsCase, sameAsReply, type Same } from './find'
import { dropPrints, keepPrints } from './prints'

type Thing = { subject: VoteSubject; subjectId: number }

/** Looks at one thing, soon after it was written or changed. */
export async function lookForSame(errand: Errand<'look_for_same'>, now: () => number): Promise<void> {
  await write(async tx => {
    await compare(tx, errand.payload, now())
    await endErrand(tx, errand, now())
  })
}

// What one write may hold others up for.
const atOnce = 25
// Another number has all prints made anew: raise it when `printsOf` says something else.
const version = 1
const name = 'text_prints'

/** Begins once with what was there before anything was looked at. Looked at often, so that it asks the database once. */
export function beginWithOld(now: () => number): () => Promise<void> {
  let begun = false
  return async () => {
    if (begun) return
    const [kept] = await (await readCurrent()).select({ value: siteValues.value }).from(siteValues).where(eq(siteValues.name, name))
    const isDone = (kept?.value as { version: number } | undefined)?.version === version
    if (!isDone) await write(tx => entrust(tx, { kind: 'look_for_same_in_old', key: `same-in-old:${version}`, payload: { subject: 'case', after: 0 }, now: now() }))
    begun = true
  }
}

/**
 * Looks at all cases and then all replies, in the order of their ids, some in a write of their own. How far it came is kept
 * with what it found, so whoever ends it and begins it again loses nothing and finds nothing twice.
 */
export async function lookForSameInOld(errand: Errand<'look_for_same_in_old'>, now: () => number): Promise<void> {
  for (let mark: Mark | null = errand.payload; mark;) {
    const from: Mark = mark
    mark = await write(tx => step(tx, errand, from, now()))
  }
}

type Mark = Errand<'look_for_same_in_old'>['payload']

async function step(tx: Transaction, errand: Errand<'look_for_same_in_old'>, { subject, after }: Mark, now: number): Promise<Mark | null> {
  const table = subject === 'case' ? cases : replies
  const ids = await tx.select({ id: table.id }).from(table).where(gt(table.id, after)).orderBy(asc(table.id)).limit(atOnce)
  for (const { id } of ids) await compare(tx, { subject, subjectId: id }, now)
  const next: Mark | null = ids.length === atOnce ? { subject, after: ids.at(-1)!.id } : subject === 'case' ? { subject: 'reply', after: 0 } : null
  if (next) {
    await keepMark(tx, errand, next, now)
    return next
  }
  await tx.delete(siteValues).where(eq(siteValues.name, name))
  await tx.insert(siteValues).values({ name, value: { version }, updatedAt: now })
  await endErrand(tx, errand, now)
  return null
}

async function compare(tx: Transaction, thing: Thing, now: number): Promise<void> {
  if (thing.subject === 'case') return compareCase(tx, thing.subjectId, now)
  const { id, caseId, authorId, words, deletedAt } = replies
  const [row] = await tx.select({ id, caseId, authorId, words, deletedAt }).from(replies).where(eq(id, thing.subjectId))
  if (!row || row.deletedAt !== null) return dropPrints(tx, thing)
  const same = await sameAsReply(tx, row, await keepPrints(tx, thing, row.words))
  if (same) await suspect(tx, thing, same, now)
}

async function compareCase(tx: Transaction, subjectId: number, now: number): Promise<void> {
  const stored = await caseById(tx, subjectId)
  const thing: Thing = { subject: 'case', subjectId }
  if (stored?.row.state !== 'live' && stored?.row.state !== 'hidden') return dropPrints(tx, thing)
  const same = await sameAsCase(tx, stored, await keepPrints(tx, thing, wordsOf(stored.case)))
  if (same) await suspect(tx, thing, same, now)
}

/** Brings two before the moderators as one item about the later of them, once: what was answered is not asked again. */
async function suspect(tx: Transaction, { subject, subjectId }: Thing, { id, by, likeness }: Same, now: number): Promise<void> {
  const [later, earlier] = [Math.max(subjectId, id), Math.min(subjectId, id)]
  const mark = String(earlier)
  const [asked] = await tx.select({ id: queueItems.id }).from(queueItems).where(and(
    eq(queueItems.subject, subject), eq(queueItems.subjectId, later), eq(queueItems.kind, 'duplicate'), eq(queueItems.mark, mark),
  )).limit(1)
  const about = asked ? null : await whoseIs(tx, subject, later)
  if (!about) return
  await queueUp(tx, {
    kind: 'duplicate', subject, subjectId: later, mark, ...about, rank: 2,
    details: { of: mark, by, likeness: likeness.toFixed(2) }, now,
  })
}

async function whoseIs(tx: Transaction, subject: VoteSubject, id: number): Promise<{ caseId: number; personId: number | null } | null> {
  if (subject === 'case') {
    const [row] = await tx.select({ personId: cases.authorId }).from(cases).where(eq(cases.id, id))
    return row ? { caseId: id, ...row } : null
  }
  const [row] = await tx.select({ caseId: replies.caseId, personId: replies.authorId }).from(replies).where(eq(replies.id, id))
  return row ?? null
}
