import { lt, lte } from 'drizzle-orm'
import type { Transaction } from '../connection'
import { checkInLinks, mailLinks, openSignIns, sessions, twoStepPlans, usedChallenges } from '../schema'
import { planLifetime } from './two-step'

/** Forgets what let somebody in once and does so no longer: sessions, links, sign-ins and plans that have ended. */
export async function forgetEndedAccess(tx: Transaction, now: number): Promise<void> {
  for (const table of [sessions, mailLinks, openSignIns, checkInLinks, usedChallenges]) await tx.delete(table).where(lte(table.expiresAt, now))
  await tx.delete(twoStepPlans).where(lt(twoStepPlans.createdAt, now - planLifetime))
}
