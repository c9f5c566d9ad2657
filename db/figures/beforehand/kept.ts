import { and, desc, eq, gt, lt } from 'drizzle-orm'
import { read, write, type Database } from '../../connection'
import { changes, countedFigures } from '../../schema'
import { areManyCases } from './many'
import { answerTo, growsOlder, type CountedQuestion } from './question'

/** An answer as it was last counted. */
export type KeptAnswer = typeof countedFigures.$inferSelect

/** In milliseconds. One so old is counted anew even without any change, for months settle. */
export const oldest = 6 * 3_600_000

/**
 * The answer that was counted last. None where that is too long ago for what has changed since: somebody may have taken back a case
 * that stands in it, and the first who asks after days would still be shown it.
 */
export async function keptAnswer(database: Database, question: CountedQuestion, now: number): Promise<KeptAnswer | null> {
  const { kind, text } = question
  const [row] = await database.select().from(countedFigures).where(and(eq(countedFigures.kind, kind), eq(countedFigures.question, text)))
  if (!row) return null
  const isPast = row.at < now - oldest && (growsOlder(question) || await hasChangedSince(database, row.changeId))
  return isPast ? null : row
}

/** When each question was counted, how long that took, and when it was asked last. */
export type Standing = Pick<KeptAnswer, 'at' | 'took' | 'changeId' | 'askedAt'>

export async function standings(database: Database): Promise<(CountedQuestion & Standing)[]> {
  const { kind, question, at, took, changeId, askedAt } = countedFigures
  return await database.select({ kind, text: question, at, took, changeId, askedAt }).from(countedFigures) as (CountedQuestion & Standing)[]
}

/**
 * Counts the answer to a question and keeps it. Reads outside of the transaction, so that no writer waits for it; what is written
 * meanwhile is a change after the one it names, and has it counted anew.
 */
export async function countAndKeep(question: CountedQuestion, askedAt: number, now = Date.now()): Promise<Standing> {
  const database = await read()
  const changeId = await lastChange(database)
  const from = performance.now()
  const answer = await answerTo(database, question, now)
  const standing = { at: now, took: Math.round(performance.now() - from), changeId, askedAt }
  if (!answer) return standing
  const { kind, text } = question
  const row = { ...standing, answer: answer as unknown as Record<string, unknown> }
  await write(tx => tx.insert(countedFigures).values({ kind, question: text, ...row })
    .onConflictDoUpdate({ target: [countedFigures.kind, countedFigures.question], set: row }))
  return standing
}

async function lastChange(database: Database): Promise<number> {
  const [last] = await database.select({ id: changes.id }).from(changes).orderBy(desc(changes.id)).limit(1)
  return last?.id ?? 0
}

// What a figure is made of. That figures were counted is no reason to count them.
const told = ['cases', 'rules']
// So many writes at once, or ones so old that they are no longer known one by one, are taken to be about cases.
const mostLookedAt = 200

/** Whether cases or rules have changed since. */
export async function hasChangedSince(database: Database, changeId: number): Promise<boolean> {
  const since = await database.select({ id: changes.id, topics: changes.topics }).from(changes)
    .where(gt(changes.id, changeId)).orderBy(desc(changes.id)).limit(mostLookedAt)
  if (since.length === mostLookedAt) return true
  return since.some(({ topics }) => topics.some(topic => told.includes(topic))) || (since[0]?.id ?? changeId) - changeId > since.length
}

/** Lets go of what nobody has asked for since, and of all where there are too few cases for it. */
export async function forgetUnasked(before: number): Promise<void> {
  const isNeeded = await areManyCases(await read())
  await write(tx => tx.delete(countedFigures).where(isNeeded ? lt(countedFigures.askedAt, before) : undefined))
}
