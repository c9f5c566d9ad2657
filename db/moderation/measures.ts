import { and, desc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { AppealSubject, Measure } from '@/domain/moderation/appeal'
import type { Database } from '../connection'
import { namesOf } from '../people/people'
import { isActive } from '../people/suspensions'
import { cases, hidings, people, replies, suspensions } from '../schema'

/** What holds against a person now: hidings of what he wrote, silences, suspensions; the newest first. */
export async function measuresAgainst(database: Database, personId: number, now: number): Promise<Measure[]> {
  const found = [
    ...await hidingsWhere(database, and(eq(cases.authorId, personId), holdsCase)),
    ...await hidingsWhere(database, and(eq(replies.authorId, personId), holdsReply)),
    ...await holdsWhere(database, now, and(eq(suspensions.personId, personId), isActive(now))),
  ]
  return named(database, found.sort((a, b) => b.at - a.at || b.id - a.id))
}

/** These measures by their ids, whether they still hold or not. */
export async function measuresByIds(
  database: Database, ids: readonly { subject: AppealSubject; subjectId: number }[], now: number,
): Promise<Measure[]> {
  const idsOf = (subject: AppealSubject) => ids.filter(it => it.subject === subject).map(it => it.subjectId)
  const [hidden, held] = [idsOf('hiding'), idsOf('suspension')]
  return named(database, [
    ...hidden.length > 0 ? await hidingsWhere(database, inArray(hidings.id, hidden)) : [],
    ...held.length > 0 ? await holdsWhere(database, now, inArray(suspensions.id, held)) : [],
  ])
}

// What was withdrawn or deleted meanwhile is hidden no longer: there is nothing to show again.
const holdsCase = and(eq(hidings.subject, 'case'), isNull(hidings.liftedAt), eq(cases.state, 'hidden'))
const holdsReply = and(
  eq(hidings.subject, 'reply'), isNull(hidings.liftedAt), eq(replies.hidden, true), isNull(replies.deletedAt),
)

type Unnamed = Omit<Measure, 'by'>

async function hidingsWhere(database: Database, where: SQL | undefined): Promise<Unnamed[]> {
  const rows = await database.select({
    id: hidings.id, subject: hidings.subject, subjectId: hidings.subjectId, byId: hidings.byId, reason: hidings.reason, at: hidings.at,
    // As columns: of an expression PostgreSQL's driver makes a text.
    ofCase: cases.authorId, ofReply: replies.authorId, hiddenCase: cases.id, aroundReply: replies.caseId,
    stands: sql<boolean | number>`coalesce(${or(holdsCase, holdsReply)}, false)`,
  }).from(hidings)
    .leftJoin(cases, and(eq(hidings.subject, 'case'), eq(cases.id, hidings.subjectId)))
    .leftJoin(replies, and(eq(hidings.subject, 'reply'), eq(replies.id, hidings.subjectId)))
    .where(where).orderBy(desc(hidings.id))
  return rows.map(({ subject, subjectId, ofCase, ofReply, hiddenCase, aroundReply, stands, ...row }) => ({
    ...row, subject: 'hiding', kind: subject, caseId: hiddenCase ?? aroundReply, replyId: subject === 'reply' ? subjectId : null,
    personId: ofCase ?? ofReply, endsAt: null,
    ofKeeper: false, stands: Boolean(stands), over: !stands,
  }))
}

async function holdsWhere(database: Database, now: number, where: SQL | undefined): Promise<Unnamed[]> {
  const rows = await database.select({ hold: suspensions, role: people.role }).from(suspensions)
    .innerJoin(people, eq(people.id, suspensions.personId)).where(where).orderBy(desc(suspensions.id))
  return rows.map(({ hold: { id, kind, personId, byId, reason, at, endsAt, liftedAt }, role }) => ({
    id, subject: 'suspension', kind, caseId: null, replyId: null, personId, byId, reason, at, endsAt,
    over: liftedAt !== null, ofKeeper: role !== 'member', stands: liftedAt === null && (endsAt === null || endsAt > now),
  }))
}

async function named(database: Database, measures: Unnamed[]): Promise<Measure[]> {
  const names = await namesOf(database, measures.map(it => it.byId))
  return measures.map(it => ({ ...it, by: names.get(it.byId) ?? null }))
}
