import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import { createHash, randomBytes } from 'node:crypto'
import { dayNumber, dayStart, minuteOf } from '@/domain/case/interval'
import { chanceBytes, isTokenForm, mostTokens, tokenOf, type Scope } from '@/domain/people/api-token'
import type { Member } from '@/domain/people/viewer'
import { isModerator, type Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../connection'
import { apiTokens, people } from '../schema'
import { notify } from './notify'
import { memberFrom } from './sessions'

export type TokenLine = Omit<typeof apiTokens.$inferSelect, 'tokenHash' | 'personId'>

/** Somebody's program: in whose name it speaks, and what it may do now. */
export type Bearer = Pick<TokenLine, 'name' | 'scopes' | 'expiresAt' | 'usedOn'> & { tokenId: number; member: Member }

type NewToken = {
  name: string
  scopes: Scope[]
  /** Whoever makes it has signed in with two steps, so it counts as two. */
  twoSteps: boolean
  /** Epoch milliseconds; null: until it is revoked. */
  expiresAt: number | null
  now: number
}

/** Makes a token, tells its owner and answers it, this once; null when he holds as many as he may. Those that have ended make room. */
export async function makeToken(
  tx: Transaction, { by }: Permitted<'make_token'>, { name, scopes, twoSteps, expiresAt, now }: NewToken,
): Promise<string | null> {
  const living = await tx.select({ id: apiTokens.id }).from(apiTokens).where(and(eq(apiTokens.personId, by.id), isLiving(now)))
  if (living.length >= mostTokens) return null
  const token = tokenOf(randomBytes(chanceBytes))
  await tx.insert(apiTokens).values({ personId: by.id, name, scopes, twoSteps, tokenHash: hashOf(token), createdAt: now, expiresAt })
  await notify(tx, { personId: by.id, kind: 'token_made', details: { name }, now })
  return token
}

/**
 * Who brings this token; null when nobody does, or not any longer. Asked anew each time, so that it holds no longer than the
 * account and no more than its owner: what moderators do is done by moderators alone.
 */
export async function bearerOf(database: Database, token: string, now: number): Promise<Bearer | null> {
  if (!isTokenForm(token)) return null
  return bearerBy(database, and(eq(apiTokens.tokenHash, hashOf(token)), isLiving(now)), now)
}

/** The same for one whose token was read already, for asking again within the transaction that acts. */
export async function bearerAgain(tx: Transaction, tokenId: number, now: number): Promise<Bearer | null> {
  return bearerBy(tx, and(eq(apiTokens.id, tokenId), isLiving(now)), now)
}

/** Notes on which day a token was used. */
export async function noteTokenUse(tx: Transaction, tokenId: number, now: number): Promise<void> {
  await tx.update(apiTokens).set({ usedOn: dayOf(now) }).where(eq(apiTokens.id, tokenId))
}

/** Whether this day is not noted yet. */
export function isFirstUseToday({ usedOn }: Pick<Bearer, 'usedOn'>, now: number): boolean {
  return usedOn !== dayOf(now)
}

/** All tokens of a person, the oldest first; those that have ended too. */
export async function tokensOf(database: Database, personId: number): Promise<TokenLine[]> {
  const { id, name, scopes, twoSteps, createdAt, expiresAt, usedOn } = apiTokens
  return database.select({ id, name, scopes, twoSteps, createdAt, expiresAt, usedOn }).from(apiTokens)
    .where(eq(apiTokens.personId, personId)).orderBy(asc(apiTokens.id))
}

/** Ends one token of this person; false when it is not his or has gone already. */
export async function revokeToken(tx: Transaction, personId: number, tokenId: number): Promise<boolean> {
  const gone = await tx.delete(apiTokens).where(and(eq(apiTokens.id, tokenId), eq(apiTokens.personId, personId)))
    .returning({ id: apiTokens.id })
  return gone.length > 0
}

/** Ends all tokens of this person; answers how many there were. */
export async function revokeTokens(tx: Transaction, personId: number): Promise<number> {
  return (await tx.delete(apiTokens).where(eq(apiTokens.personId, personId)).returning({ id: apiTokens.id })).length
}

/** How many of somebody's tokens may be used now. */
export async function countTokens(database: Database, personId: number, now: number): Promise<number> {
  return database.$count(apiTokens, and(eq(apiTokens.personId, personId), isLiving(now)))
}

async function bearerBy(database: Database, which: ReturnType<typeof and>, now: number): Promise<Bearer | null> {
  const [row] = await database.select({
    tokenId: apiTokens.id, token: apiTokens.name, scopes: apiTokens.scopes, twoSteps: apiTokens.twoSteps,
    expiresAt: apiTokens.expiresAt, usedOn: apiTokens.usedOn,
    id: people.id, name: people.name, role: people.role,
  }).from(apiTokens).innerJoin(people, eq(people.id, apiTokens.personId)).where(and(which, isNull(people.leftAt)))
  if (!row) return null
  const { tokenId, token: name, scopes, expiresAt, usedOn, ...person } = row
  const member = await memberFrom(database, { ...person, sessionId: 0 }, now)
  return { tokenId, name, member, expiresAt, usedOn, scopes: scopes.filter(scope => scope !== 'moderate' || isModerator(member)) }
}

function isLiving(now: number) {
  return or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, now))
}

function dayOf(now: number): number {
  return dayStart(dayNumber(minuteOf(now))) * 60_000
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
