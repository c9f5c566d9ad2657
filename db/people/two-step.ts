import { and, eq, isNull, lt } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { newRecoveryCodes, readRecoveryCode } from '@/domain/people/recovery-codes'
import { secretLength, stepOfCode } from '@/domain/people/totp'
import type { Database, Transaction } from '../connection'
import { apiTokens, openSignIns, recoveryCodes, sessions, twoStepPlans, twoSteps } from '../schema'
import { notify } from './notify'
import { hashPassword, verifyPassword } from './password-hash'
import { seal, unseal } from './sealed'
import { endOtherSessions } from './sessions'

/** What is about to hold: a secret (null when only the recovery codes are to be new ones) and ten codes. */
export type TwoStepPlan = { secret: Buffer | null; codes: string[] }

/** A plan that nobody confirmed is forgotten after so many milliseconds. */
export const planLifetime = 30 * 60_000

const secretOf = (personId: number) => `two-step:${personId}`
const planOf = (personId: number) => `two-step-plan:${personId}`

export async function isTwoStepOn(database: Database, personId: number): Promise<boolean> {
  const [row] = await database.select({ since: twoSteps.since }).from(twoSteps).where(eq(twoSteps.personId, personId))
  return row !== undefined
}

/** Since when somebody is asked for two steps, and how many recovery codes are left; null when he is not. */
export async function twoStepOf(database: Database, personId: number): Promise<{ since: number; codesLeft: number } | null> {
  const [row] = await database.select({ since: twoSteps.since }).from(twoSteps).where(eq(twoSteps.personId, personId))
  return row ? { since: row.since, codesLeft: await countCodes(database, personId) } : null
}

/** Makes a plan in place of the one there was. A new secret if two-step is off, else new recovery codes alone. */
export async function planTwoStep(tx: Transaction, personId: number, now: number): Promise<void> {
  const secret = await isTwoStepOn(tx, personId) ? null : randomBytes(secretLength).toString('base64url')
  const sealed = seal(JSON.stringify({ secret, codes: newRecoveryCodes(randomBytes) }), planOf(personId))
  await tx.insert(twoStepPlans).values({ personId, sealed, createdAt: now })
    .onConflictDoUpdate({ target: twoStepPlans.personId, set: { sealed, createdAt: now } })
}

/** The plan that waits to be confirmed; null when there is none or it is too old. */
export async function twoStepPlan(database: Database, personId: number, now: number): Promise<TwoStepPlan | null> {
  const [row] = await database.select().from(twoStepPlans).where(eq(twoStepPlans.personId, personId))
  if (!row || now - row.createdAt > planLifetime) return null
  const opened = unseal(row.sealed, planOf(personId))
  if (opened === null) return null
  const { secret, codes } = JSON.parse(opened) as { secret: string | null; codes: string[] }
  return { secret: secret === null ? null : Buffer.from(secret, 'base64url'), codes }
}

export async function dropTwoStepPlan(tx: Transaction, personId: number): Promise<void> {
  await tx.delete(twoStepPlans).where(eq(twoStepPlans.personId, personId))
}

/** The ten hashes to be kept of a plan's codes. Slow on purpose: ask for it outside of a write. */
export function hashCodes({ codes }: TwoStepPlan): Promise<string[]> {
  return Promise.all(codes.map(code => hashPassword(readRecoveryCode(code)!.secret)))
}

/**
 * Puts a plan into force, once: the secret of which `step` was just shown, and the codes. Ends the other sessions, which
 * were begun with one step. False when the plan has gone or another has taken its place.
 */
export async function confirmTwoStep(
  tx: Transaction,
  { personId, sessionId, plan, hashes, step, now }:
  { personId: number; sessionId: number; plan: TwoStepPlan; hashes: string[]; step: number; now: number },
): Promise<boolean> {
  const present = await twoStepPlan(tx, personId, now)
  if (present?.codes[0] !== plan.codes[0]) return false
  await dropTwoStepPlan(tx, personId)
  if (plan.secret) {
    const secret = seal(plan.secret.toString('base64url'), secretOf(personId))
    await tx.insert(twoSteps).values({ personId, secret, lastStep: step, since: now })
    await endOtherSessions(tx, personId, sessionId)
    await tx.update(sessions).set({ twoSteps: true }).where(eq(sessions.id, sessionId))
  }
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await tx.insert(recoveryCodes).values(hashes.map((hash, place) => ({ personId, place, hash })))
  await notify(tx, { personId, kind: plan.secret ? 'two_step_on' : 'recovery_codes_renewed', now })
  return true
}

/** Takes a code of the authenticator; each is taken once, by whoever comes first. False when it is wrong or was used. */
export async function takeCode(tx: Transaction, personId: number, typed: string, now: number): Promise<boolean> {
  const [row] = await tx.select().from(twoSteps).where(eq(twoSteps.personId, personId))
  const secret = row && unseal(row.secret, secretOf(personId))
  if (!secret) return false
  const step = stepOfCode(Buffer.from(secret, 'base64url'), typed, { now, after: row.lastStep })
  if (step === null) return false
  const taken = await tx.update(twoSteps).set({ lastStep: step })
    .where(and(eq(twoSteps.personId, personId), lt(twoSteps.lastStep, step))).returning({ personId: twoSteps.personId })
  return taken.length > 0
}

/** Which of somebody's unused recovery codes was typed, or null. Slow on purpose: ask for it outside of a write. */
export async function placeOfRecoveryCode(database: Database, personId: number, typed: string): Promise<number | null> {
  const code = readRecoveryCode(typed)
  const [row] = code ? await database.select({ hash: recoveryCodes.hash }).from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.place, code.place), isNull(recoveryCodes.usedAt))) : []
  const right = await verifyPassword(row?.hash ?? null, code?.secret ?? typed)
  return code && right ? code.place : null
}

/** Uses up one recovery code and tells its owner; false when somebody was quicker. */
export async function takeRecoveryCode(tx: Transaction, personId: number, place: number, now: number): Promise<boolean> {
  const taken = await tx.update(recoveryCodes).set({ usedAt: now })
    .where(and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.place, place), isNull(recoveryCodes.usedAt)))
    .returning({ place: recoveryCodes.place })
  if (taken.length === 0) return false
  await notify(tx, { personId, kind: 'recovery_code_used', details: { left: String(await countCodes(tx, personId)) }, now })
  return true
}

/** One step is enough again. Sessions and tokens lose what two steps had given them; what was begun and waits for a second step ends. */
export async function turnOffTwoStep(tx: Transaction, personId: number, now: number): Promise<void> {
  for (const table of [twoSteps, twoStepPlans, recoveryCodes, openSignIns]) await tx.delete(table).where(eq(table.personId, personId))
  await tx.update(sessions).set({ twoSteps: false }).where(eq(sessions.personId, personId))
  await tx.update(apiTokens).set({ twoSteps: false }).where(eq(apiTokens.personId, personId))
  await notify(tx, { personId, kind: 'two_step_off', now })
}

function countCodes(database: Database, personId: number): Promise<number> {
  return database.$count(recoveryCodes, and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
}
