import { and, asc, desc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Appeal, AppealSubject, Measure, Verdict } from '@/domain/moderation/appeal'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../connection'
import { notify } from '../people/notify'
import { namesOf } from '../people/people'
import { liftSuspension } from '../people/suspensions'
import { appeals, people } from '../schema'
import { queueAppeal, settleAppeal } from './appeal-items'
import { restoreSubject } from './hiding'
import { writeLog } from './log'
import { measuresByIds } from './measures'

export type HeardAppeal = { appeal: Appeal; measure: Measure; person: string | null }

/** One measure by its id; null when there is none. */
export async function measureOf(
  database: Database, subject: AppealSubject, subjectId: number, now: number,
): Promise<Measure | null> {
  return (await measuresByIds(database, [{ subject, subjectId }], now))[0] ?? null
}

/** Writes an appeal down, once for each measure, and says in the log that there is one. */
export async function makeAppeal(
  tx: Transaction, { by }: Permitted<'appeal'>, measure: Measure, { words, now }: { words: string; now: number },
): Promise<'appeal_made' | 'appeal_moot' | null> {
  if (!measure.stands) return 'appeal_moot'
  const { subject, id: subjectId } = measure
  const made = await tx.insert(appeals).values({ personId: by.id, subject, subjectId, words, at: now })
    .onConflictDoNothing().returning({ id: appeals.id })
  if (made.length === 0) return 'appeal_made'
  await queueAppeal(tx, measure, made[0]!.id, now)
  // What he says is between him and the moderators; that he was heard is everybody's.
  await writeLog(tx, { ...aboutOf(measure), at: now, actorId: null, act: 'appeal', reason: '' })
  return null
}

/** An appeal with what it is against; null when there is none. */
export async function appealById(database: Database, id: number, now: number): Promise<HeardAppeal | null> {
  const rows = await database.select().from(appeals).where(eq(appeals.id, id))
  return (await heard(database, rows, now))[0] ?? null
}

export type Judged = { done: true } | { already: string | null } | { moot: true }

/**
 * Decides an appeal in one write: the measure stays, or is taken back with all that follows from it. Decided by somebody else
 * a moment ago, or taken back meanwhile, nothing is written.
 */
export async function decideAppeal(
  tx: Transaction, permitted: Permitted<'decide_appeal'>, { appeal, measure }: HeardAppeal,
  { verdict, because, now }: { verdict: Verdict; because: string; now: number },
): Promise<Judged> {
  if (appeal.decision) return { already: appeal.decision.by }
  if (measure.over || measure.personId === null) return { moot: true }
  const actorId = permitted.by.id
  await tx.update(appeals).set({ decidedAt: now, decidedById: actorId, verdict, answer: because })
    .where(and(eq(appeals.id, appeal.id), isNull(appeals.decidedAt)))
  const about = aboutOf(measure)
  await settleAppeal(tx, measure, { byId: actorId, decision: verdict, reason: because, now })
  await writeLog(tx, { ...about, at: now, actorId, act: verdict, reason: because })
  // What has run out by itself is lifted already.
  if (verdict === 'uphold' || !measure.stands) {
    const { caseId, replyId } = measure
    const kind = verdict === 'uphold' ? 'appeal_upheld' : 'appeal_overturned'
    await notify(tx, { personId: measure.personId, kind, caseId, replyId, actorId, details: { reason: because }, now })
    return { done: true }
  }
  await takeBack(tx, permitted, measure, because, now)
  return { done: true }
}

/** Appeals that wait for somebody, the oldest first; those whose measure was taken back wait for nobody. */
export async function openAppeals(
  database: Database, { after = 0, limit = 50, now }: { after?: number; limit?: number; now: number },
): Promise<{ appeals: HeardAppeal[]; next: number | null }> {
  const rows = await database.select().from(appeals).where(and(isNull(appeals.decidedAt), gt(appeals.id, after)))
    .orderBy(asc(appeals.id)).limit(limit + 1)
  const page = await heard(database, rows.slice(0, limit), now)
  return { appeals: page.filter(it => !it.measure.over), next: rows.length > limit ? rows[limit - 1]!.id : null }
}

/** How many wait for somebody; from 100 on it says 100. */
export async function countOpenAppeals(database: Database, now: number): Promise<number> {
  return (await openAppeals(database, { limit: 100, now })).appeals.length
}

/** What was decided last, the newest first. */
export async function decidedAppeals(database: Database, now: number, limit = 20): Promise<HeardAppeal[]> {
  const rows = await database.select().from(appeals).where(isNotNull(appeals.decidedAt))
    .orderBy(desc(appeals.decidedAt), desc(appeals.id)).limit(limit)
  return heard(database, rows, now)
}

/** All appeals of a person, the newest first. */
export async function appealsOf(database: Database, personId: number, now: number): Promise<HeardAppeal[]> {
  const rows = await database.select().from(appeals).where(eq(appeals.personId, personId)).orderBy(desc(appeals.id)).limit(100)
  return heard(database, rows, now)
}

/** Whether there is anybody who may decide: a moderator, or an administrator, who neither acted nor appeals. */
export async function someoneMayDecide(database: Database, { byId, personId, ofKeeper }: Measure): Promise<boolean> {
  // Two of them may be these two; a third is somebody else.
  const rows = await database.select({ id: people.id }).from(people)
    .where(inArray(people.role, ofKeeper ? ['admin'] : ['moderator', 'admin'])).orderBy(people.role, people.id).limit(3)
  return rows.some(({ id }) => id !== byId && id !== personId)
}

async function takeBack(
  tx: Transaction, permitted: Permitted<'decide_appeal'>, measure: Measure, because: string, now: number,
): Promise<void> {
  const { kind, caseId, replyId, personId } = measure
  if (kind === 'silence' || kind === 'suspension') {
    await liftSuspension(tx, permitted, { personId: personId!, kind, reason: because, now })
    return
  }
  await restoreSubject(tx, permitted, { subject: kind, subjectId: (kind === 'reply' ? replyId : caseId)!, because, now })
}

// Whom a hiding concerns stands beneath what is hidden, and nowhere else.
function aboutOf({ subject, kind, caseId, replyId, personId }: Measure) {
  return { caseId, replyId, personId: subject === 'suspension' ? personId : null, details: { measure: kind } }
}

async function heard(database: Database, rows: (typeof appeals.$inferSelect)[], now: number): Promise<HeardAppeal[]> {
  if (rows.length === 0) return []
  const measures = await measuresByIds(database, rows, now)
  const names = await namesOf(database, rows.flatMap(row => [row.personId, row.decidedById]))
  return rows.flatMap(row => {
    const measure = measures.find(it => it.subject === row.subject && it.id === row.subjectId)
    if (!measure) return []
    const { id, words, at, verdict, answer, decidedAt, decidedById } = row
    const decision = decidedAt === null ? null
      : { verdict: verdict!, by: names.get(decidedById) ?? null, answer: answer ?? '', at: decidedAt }
    return [{ appeal: { id, words, at, decision }, measure, person: names.get(row.personId) ?? null }]
  })
}
