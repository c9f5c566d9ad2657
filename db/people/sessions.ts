import { and, asc, desc, eq, gt, inArray, lte, ne } from 'drizzle-orm'
import { createHash, randomBytes } from 'node:crypto'
import { mostSessions, seenEvery, sessionEnd } from '@/domain/people/session'
import type { Member, Role } from '@/domain/people/viewer'
import type { Database, Transaction } from '../connection'
import { keptQuery } from '../engines/kept-query'
import { isAwaiting } from './admissions'
import { openSignIns, people, sessions } from '../schema'
import { moderatorsNeedTwoSteps } from '../site'
import { holdsOn } from './suspensions'

export type Session = typeof sessions.$inferSelect
export type SessionLine = Pick<Session, 'id' | 'device' | 'createdAt' | 'lastSeenAt' | 'expiresAt'>

/**
 * Starts a session and answers its token: 256 random bits that only the cookie holds. The person's dead sessions go,
 * and beyond `mostSessions` the one seen longest ago. `twoSteps`: it was begun with two.
 */
export async function startSession(
  tx: Transaction,
  { personId, device, twoSteps = false, now }: { personId: number; device: string; twoSteps?: boolean; now: number },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.delete(sessions).where(and(eq(sessions.personId, personId), lte(sessions.expiresAt, now)))
  await tx.insert(sessions).values({
    tokenHash: hashOf(token),
    personId,
    device,
    twoSteps,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: sessionEnd({ createdAt: now, lastSeenAt: now }),
  })
  const newestFirst = await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.personId, personId))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
  const surplus = newestFirst.slice(mostSessions).map(session => session.id)
  if (surplus.length > 0) await tx.delete(sessions).where(inArray(sessions.id, surplus))
  return token
}

/** Who holds this token now, and whether being seen should be written down; null when the session has ended. */
export async function memberOfToken(
  database: Database, token: string, now: number,
): Promise<{ member: Member; unseen: boolean } | null> {
  return memberIn(database, await rowOfToken(database, { tokenHash: hashOf(token), now }), now)
}

/** The same by the session's id, which is never given twice. */
export async function memberOfSessionId(
  database: Database, sessionId: number, now: number,
): Promise<{ member: Member; unseen: boolean } | null> {
  return memberIn(database, await rowOfSession(database, { sessionId, now }), now)
}

/** The member alone, for asking again within the transaction that acts; null when it has ended meanwhile. */
export async function memberOfSession(tx: Transaction, sessionId: number, now: number): Promise<Member | null> {
  return (await memberOfSessionId(tx, sessionId, now))?.member ?? null
}

const whose = {
  id: people.id, name: people.name, role: people.role, sessionId: sessions.id, twoSteps: sessions.twoSteps,
  lastSeenAt: sessions.lastSeenAt,
}
const rowOfToken = keptQuery(['tokenHash', 'now'], (database, { tokenHash, now }) => database.select(whose)
  .from(sessions).innerJoin(people, eq(people.id, sessions.personId))
  .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now))))
const rowOfSession = keptQuery(['sessionId', 'now'], (database, { sessionId, now }) => database.select(whose)
  .from(sessions).innerJoin(people, eq(people.id, sessions.personId))
  .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, now))))

async function memberIn(database: Database, [row]: Awaited<ReturnType<typeof rowOfToken>>, now: number) {
  if (!row) return null
  const { lastSeenAt, ...person } = row
  return { member: await memberFrom(database, person, now), unseen: now - lastSeenAt >= seenEvery }
}

type Known = { id: number; name: string; role: Role; sessionId: number; twoSteps: boolean }

/** Somebody who has shown who he is, as what he may be here and now. */
export async function memberFrom(database: Database, { role, twoSteps, ...person }: Known, now: number): Promise<Member> {
  const holds = await holdsOn(database, person.id, now)
  const awaiting = await isAwaiting(database, person.id)
  const [suspended, silenced] = (['suspension', 'silence'] as const).map(kind => holds.some(it => it.kind === kind)) as [boolean, boolean]
  return { kind: 'member', ...person, ...roleIn(role, twoSteps), suspended, ...silenced && { silenced }, ...awaiting && { awaiting } }
}

// Whoever signed in with one step is a member here, whatever he is elsewhere: so no page and no act has to ask for it.
function roleIn(role: Role, twoSteps: boolean): Pick<Member, 'role' | 'waitingRole'> {
  if (role === 'member' || twoSteps || !moderatorsNeedTwoSteps()) return { role }
  return { role: 'member', waitingRole: role }
}

/** Whether this session was begun with two steps. */
export async function isTwoStepSession(database: Database, sessionId: number): Promise<boolean> {
  const [row] = await database.select({ twoSteps: sessions.twoSteps }).from(sessions).where(eq(sessions.id, sessionId))
  return row?.twoSteps === true
}

/** Notes that a session was used; it will end later than it would have, never later than its absolute limit. */
export async function noteSeen(tx: Transaction, sessionId: number, now: number): Promise<void> {
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, sessionId))
  if (!session || session.expiresAt <= now) return
  const expiresAt = sessionEnd({ createdAt: session.createdAt, lastSeenAt: now })
  await tx.update(sessions).set({ lastSeenAt: now, expiresAt }).where(eq(sessions.id, sessionId))
}

/** A person's living sessions, the one seen last first. */
export async function sessionsOf(database: Database, personId: number, now: number): Promise<SessionLine[]> {
  return database
    .select({
      id: sessions.id, device: sessions.device, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions).where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), asc(sessions.id))
}

/** Ends one session of this person; false when it is not his or has gone already. */
export async function endSession(tx: Transaction, personId: number, sessionId: number): Promise<boolean> {
  const ended = await tx.delete(sessions).where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId)))
    .returning({ id: sessions.id })
  return ended.length > 0
}

/** Ends all sessions of this person but one, and those that wait for a second step; answers how many had begun. */
export async function endOtherSessions(tx: Transaction, personId: number, kept: number): Promise<number> {
  await tx.delete(openSignIns).where(eq(openSignIns.personId, personId))
  const ended = await tx.delete(sessions).where(and(eq(sessions.personId, personId), ne(sessions.id, kept)))
    .returning({ id: sessions.id })
  return ended.length
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
