import { and, desc, eq, gt, isNull, or, type Placeholder } from 'drizzle-orm'
import type { HoldKind } from '@/domain/people/viewer'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../connection'
import { keptQuery } from '../engines/kept-query'
import { settleAppeal } from '../moderation/appeal-items'
import { writeLog } from '../moderation/log'
import { suspensions } from '../schema'
import { notify } from './notify'

export type Suspension = typeof suspensions.$inferSelect

export async function isSuspended(database: Database, personId: number, now: number): Promise<boolean> {
  return (await activeSuspension(database, personId, now)) !== null
}

/** The suspension that holds now, the newest if there are several. */
export async function activeSuspension(
  database: Database, personId: number, now: number,
): Promise<Suspension | null> {
  return (await holdsOn(database, personId, now)).find(it => it.kind === 'suspension') ?? null
}

/** What holds a person now, silences and suspensions, the newest first. */
export async function holdsOn(database: Database, personId: number, now: number): Promise<Suspension[]> {
  return holdsOf(database, { personId, now })
}

const holdsOf = keptQuery(['personId', 'now'], (database, { personId, now }) => database.select().from(suspensions)
  .where(and(eq(suspensions.personId, personId), isActive(now))).orderBy(desc(suspensions.id)))

/** All silences and suspensions that hold now, oldest first. */
export async function activeSuspensions(database: Database, now: number): Promise<Suspension[]> {
  return database.select().from(suspensions).where(isActive(now)).orderBy(suspensions.id)
}

export type Hold = {
  personId: number
  /** A suspension where nothing is said. */
  kind?: HoldKind
  /** Public; see domain/moderation/because.ts. */
  reason: string
  /** Epoch milliseconds; null: until lifted. It ends by itself. */
  endsAt: number | null
  now: number
}

/**
 * Stops a person from writing, at once, until `endsAt`. Says so in the log and to the person. False when he is held in this
 * way already, or would be silenced while suspended.
 */
export async function suspend(
  tx: Transaction, permitted: Permitted<'suspend'>, { personId, kind = 'suspension', reason, endsAt, now }: Hold,
): Promise<boolean> {
  const holds = await holdsOn(tx, personId, now)
  if (holds.some(it => it.kind === kind || it.kind === 'suspension')) return false
  const actorId = permitted.by.id
  await tx.insert(suspensions).values({ personId, kind, byId: actorId, reason, at: now, endsAt })
  const details: Record<string, string> = endsAt === null ? {} : { endsAt: String(endsAt) }
  await writeLog(tx, { at: now, actorId, act: kind === 'silence' ? 'silence' : 'suspend', personId, reason, details })
  const news = kind === 'silence' ? 'silenced' : 'suspended'
  await notify(tx, { personId, kind: news, actorId, details: { reason, ...details }, now })
  return true
}

/** Lets a suspended or silenced person write again; false when nothing of this kind holds him. */
export async function liftSuspension(
  tx: Transaction, permitted: Permitted<'suspend'> | Permitted<'decide_appeal'>,
  { personId, kind = 'suspension', reason, now }: { personId: number; kind?: HoldKind; reason: string; now: number },
): Promise<boolean> {
  const actorId = permitted.by.id
  const lifted = await tx.update(suspensions).set({ liftedAt: now, liftedById: actorId })
    .where(and(eq(suspensions.personId, personId), eq(suspensions.kind, kind), isActive(now)))
    .returning({ id: suspensions.id })
  if (lifted.length === 0) return false
  await settleAppeal(tx, { kind, personId, caseId: null, replyId: null }, { byId: null, decision: 'gone', reason: '', now })
  const act = kind === 'silence' ? 'lift_silence' : 'lift_suspension'
  await writeLog(tx, { at: now, actorId, act, personId, reason })
  // An appeal that was heard says it in its own words.
  const news = permitted.act === 'decide_appeal' ? 'appeal_overturned' : kind === 'silence' ? 'silence_lifted' : 'suspension_lifted'
  await notify(tx, { personId, kind: news, actorId, details: { reason }, now })
  return true
}

/** Not lifted, and not at its end. */
export function isActive(now: number | Placeholder) {
  return and(isNull(suspensions.liftedAt), or(isNull(suspensions.endsAt), gt(suspensions.endsAt, now)))
}
