import { and, asc, eq, gt, lte } from 'drizzle-orm'
import { readFilter } from '@/domain/case/filter'
import { fits } from '@/domain/following/fits'
import type { FollowSubject } from '@/domain/following/subjects'
import type { Happening } from '@/domain/outbox/happening'
import type { Transaction } from '../connection'
import { follows } from '../schema'
import type { CaseInSight } from './case-in-sight'

/** Some of those who followed a target by then, in the order of their asking; `after` is the last id of those before. */
export async function followersAfter(
  tx: Transaction, subject: FollowSubject, target: string, { after, since, limit }: { after: number; since: number; limit: number },
): Promise<{ id: number; personId: number }[]> {
  return tx.select({ id: follows.id, personId: follows.personId }).from(follows)
    .where(and(eq(follows.subject, subject), eq(follows.target, target), gt(follows.id, after), lte(follows.createdAt, since)))
    .orderBy(asc(follows.id)).limit(limit)
}

/** What comes after `past` of all that followers of this kind may follow and that this is about; null at the end. */
export async function nextTarget(
  tx: Transaction, subject: FollowSubject, past: string, it: Happening, about: CaseInSight,
): Promise<string | null> {
  if (subject === 'filter') return nextFilter(tx, past, about)
  return targetsOf(subject, it, about).sort().find(target => target > past) ?? null
}

function targetsOf(subject: FollowSubject, it: Happening, about: CaseInSight): string[] {
  switch (subject) {
    case 'case': return [String(about.id)]
    case 'tag': return (it.what === 'case_tagged' ? [it.tagId] : about.tagIds).map(String)
    // Whoever wrote it; who moderates something has not signed it.
    case 'person': return [it.what === 'reply_added' ? it.actorId : about.authorId].filter(id => id !== null).map(String)
    default: return []
  }
}

const filtersAtATime = 100

// Filters are as many as people think of, and one may be asked by many: what does not fit is passed by once for all of them.
async function nextFilter(tx: Transaction, past: string, about: CaseInSight): Promise<string | null> {
  for (let seen = past; ;) {
    const some = await tx.selectDistinct({ target: follows.target }).from(follows)
      .where(and(eq(follows.subject, 'filter'), gt(follows.target, seen))).orderBy(asc(follows.target)).limit(filtersAtATime)
    const fitting = some.find(({ target }) => isAbout(target, about))
    if (fitting) return fitting.target
    if (some.length < filtersAtATime) return null
    seen = some.at(-1)!.target
  }
}

// A word that was taken out of our lists since asks for something that nothing has.
function isAbout(target: string, about: CaseInSight): boolean {
  const { filter, unknown } = readFilter(Object.fromEntries(new URLSearchParams(target)))
  return unknown.length === 0 && fits(filter, about)
}
