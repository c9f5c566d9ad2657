import { and, eq, isNull } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from '../connection'
import { checkIns, checkInRests, notifications } from '../schema'

type Wanted = { wanted: 'on' | 'off'; now: number }

/** Lets it be so that its author is asked whether this case still waits, or is not. */
export async function wishForCase(
  tx: Transaction, _: Permitted<'confirm_case'>, { caseId, wanted }: Wanted & { caseId: number },
): Promise<void> {
  const off = wanted === 'off'
  await tx.insert(checkIns).values({ caseId, off }).onConflictDoUpdate({ target: checkIns.caseId, set: { off } })
}

/** The same for all cases of a person, whatever was wished for each. */
export async function wishForAll(tx: Transaction, personId: number, { wanted, now }: Wanted): Promise<void> {
  if (wanted === 'off') await tx.insert(checkInRests).values({ personId, at: now }).onConflictDoNothing()
  else await tx.delete(checkInRests).where(eq(checkInRests.personId, personId))
}

/** Whether this person is asked of this case, and of cases at all. */
export async function wishesOf(database: Database, { personId, caseId }: { personId: number; caseId?: number }): Promise<{ all: boolean; one: boolean }> {
  const [rests] = await database.select({ at: checkInRests.at }).from(checkInRests).where(eq(checkInRests.personId, personId))
  const [own] = caseId === undefined ? [] : await database.select({ off: checkIns.off }).from(checkIns).where(eq(checkIns.caseId, caseId))
  return { all: !rests, one: !own?.off }
}

/** Whoever has said how it stands has read that he was asked. */
export async function settleQuestions(tx: Transaction, { personId, caseId, now }: { personId: number; caseId: number; now: number }): Promise<void> {
  await tx.update(notifications).set({ readAt: now }).where(and(
    eq(notifications.personId, personId), eq(notifications.caseId, caseId), eq(notifications.kind, 'check_in'), isNull(notifications.readAt),
  ))
}
