import { and, eq, sql } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import { talkOf } from '../changes/noting'
import type { Database, Transaction } from '../connection'
import { cases, favourites } from '../schema'

type Favourite = { caseId: number; wanted: 'on' | 'off'; now: number }

/** Lets it be so that this person keeps the case, or does not. False when there is no such live case. */
export async function setFavourite(
  whole: Transaction, { by }: Permitted<'favourite'>, { caseId, wanted, now }: Favourite,
): Promise<boolean> {
  const tx = talkOf(whole, caseId)
  const [it] = await tx.select({ state: cases.state }).from(cases).where(eq(cases.id, caseId))
  // What has left public sight can still be taken off one's own list.
  if (!it || (wanted === 'on' && it.state !== 'live')) return false
  const own = and(eq(favourites.personId, by.id), eq(favourites.caseId, caseId))
  const changed = wanted === 'on'
    ? await tx.insert(favourites).values({ personId: by.id, caseId, at: now }).onConflictDoNothing()
      .returning({ at: favourites.at })
    : await tx.delete(favourites).where(own).returning({ at: favourites.at })
  if (changed.length > 0) {
    const by = wanted === 'on' ? 1 : -1
    await tx.update(cases).set({ favouriteCount: sql`${cases.favouriteCount} + ${by}` }).where(eq(cases.id, caseId))
  }
  return true
}

export async function isFavourite(database: Database, personId: number, caseId: number): Promise<boolean> {
  const rows = await database.select({ at: favourites.at }).from(favourites)
    .where(and(eq(favourites.personId, personId), eq(favourites.caseId, caseId)))
  return rows.length > 0
}
