import { and, asc, eq, isNull, ne, or } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../connection'
import { keptQuery } from '../engines/kept-query'
import { writeLog } from '../moderation/log'
import { admissions, people } from '../schema'
import { siteSetting } from '../site-settings'
import { notify } from './notify'

export type Waiting = { id: number; name: string; askedAt: number }

/** Notes that a new account waits until an administrator lets it in, where the site is set so. */
export async function askForAdmission(tx: Transaction, personId: number, now: number): Promise<void> {
  if (await siteSetting(tx, 'sign_up') === 'approval') await tx.insert(admissions).values({ personId, askedAt: now })
}

/** Whether somebody may not publish yet, since nobody has let him in, or somebody has refused to. */
export async function isAwaiting(database: Database, personId: number): Promise<boolean> {
  return (await notApproved(database, { personId })).length > 0
}

const notApproved = keptQuery(['personId'], (database, { personId }) => database.select({ personId: admissions.personId })
  .from(admissions).where(and(eq(admissions.personId, personId), or(isNull(admissions.decision), ne(admissions.decision, 'approved')))))

/** Those who wait to be let in, the longest first. */
export async function waitingPeople(database: Database, limit: number): Promise<Waiting[]> {
  return database.select({ id: people.id, name: people.name, askedAt: admissions.askedAt })
    .from(admissions).innerJoin(people, eq(people.id, admissions.personId))
    .where(isNull(admissions.decision)).orderBy(asc(admissions.askedAt), asc(admissions.personId)).limit(limit)
}

/**
 * Lets somebody in, or refuses to, with the reason that he is told. Whoever was refused can be let in later. False when
 * he does not wait, or it is so already.
 */
export async function decideAdmission(
  tx: Transaction, { by }: Permitted<'admit'>,
  { personId, decision, reason, now }: { personId: number; decision: 'approved' | 'refused'; reason: string; now: number },
): Promise<boolean> {
  const [row] = await tx.select().from(admissions).where(eq(admissions.personId, personId))
  if (!row || row.decision === decision || row.decision === 'approved') return false
  await tx.update(admissions).set({ decision, reason, decidedAt: now, decidedById: by.id }).where(eq(admissions.personId, personId))
  await writeLog(tx, { at: now, actorId: by.id, act: decision === 'approved' ? 'admit' : 'refuse_admission', personId, reason })
  await notify(tx, { personId, kind: decision === 'approved' ? 'admitted' : 'admission_refused', actorId: by.id, details: { reason }, now })
  return true
}
