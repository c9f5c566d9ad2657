import { and, desc, eq, gt, isNull, or } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../connection'
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
  const [row] = await database.select().from(suspensions)
    .where(and(eq(suspensions.personId, personId), isActive(now))).orderBy(desc(suspensions.id)).limit(1)
  return row ?? null
}

/** All suspensions that hold now, oldest first. */
export async function activeSuspensions(database: Database, now: number): Promise<Suspension[]> {
  return database.select().from(suspensions).where(isActive(now)).orderBy(suspensions.id)
}

/**
 * Stops a person from writing, at once, until `endsAt` (epoch milliseconds; null: until lifted). Says so in the log
 * and to the person. False when he is suspended already.
 */
export async function suspend(
  tx: Transaction, permitted: Permitted<'suspend'>,
  { personId, reason, endsAt, now }: { personId: number; reason: string; endsAt: number | null; now: number },
): Promise<boolean> {
  if (await isSuspended(tx, personId, now)) return false
  const actorId = permitted.by.id
  await tx.insert(suspensions).values({ personId, byId: actorId, reason, at: now, endsAt })
  const details: Record<string, string> = endsAt === null ? {} : { endsAt: String(endsAt) }
  await writeLog(tx, { at: now, actorId, act: 'suspend', personId, reason, details })
  await notify(tx, { personId, kind: 'suspended', actorId, details: { reason, ...details }, now })
  return true
}

/** Lets a suspended person write again; false when nothing holds him. */
export async function liftSuspension(
  tx: Transaction, permitted: Permitted<'suspend'>,
  { personId, reason, now }: { personId: number; reason: string; now: number },
): Promise<boolean> {
  if (!(await isSuspended(tx, personId, now))) return false
  const actorId = permitted.by.id
  await tx.update(suspensions).set({ liftedAt: now, liftedById: actorId })
    .where(and(eq(suspensions.personId, personId), isActive(now)))
  await writeLog(tx, { at: now, actorId, act: 'lift_suspension', personId, reason })
  await notify(tx, { personId, kind: 'suspension_lifted', actorId, details: { reason }, now })
  return true
}

function isActive(now: number) {
  return and(isNull(suspensions.liftedAt), or(isNull(suspensions.endsAt), gt(suspensions.endsAt, now)))
}
