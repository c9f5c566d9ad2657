import { createHmac, randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { and, eq, inArray, lt } from 'drizzle-orm'
import { dayOf } from '@/domain/moderation/batch'
import { networkOf } from '@/domain/network'
import type { Transaction } from '../../connection'
import { origins, originSalts } from '../../schema'

type Told = { subject: 'case' | 'person'; subjectId: number; /** As the server says it. */ address: string; /** Epoch milliseconds. */ now: number }

/**
 * Remembers from where a case was told or an account opened, for as long as the day lasts in a form that could be compared
 * with an address, and from then on only as "the same as those". What has no address, such as an import, leaves no row.
 */
export async function rememberOrigin(tx: Transaction, { subject, subjectId, address, now }: Told): Promise<void> {
  if (isIP(address) === 0) return
  const day = dayOf(now)
  const salt = await saltOf(tx, day)
  const hash = (text: string) => createHmac('sha256', salt).update(text).digest('hex').slice(0, 16)
  await tx.insert(origins)
    .values({ subject, subjectId, day, address: hash(address), block: hash(networkOf(address)) }).onConflictDoNothing()
}

/** Forgets where these came from. */
export async function forgetOrigins(tx: Transaction, subject: 'case' | 'person', ids: number[]): Promise<void> {
  if (ids.length > 0) await tx.delete(origins).where(and(eq(origins.subject, subject), inArray(origins.subjectId, ids)))
}

/** Forgets where anything came from that was told before this day (since the epoch, in Shanghai). */
export async function forgetOriginsBefore(tx: Transaction, day: number): Promise<void> {
  await tx.delete(origins).where(and(inArray(origins.subject, ['case', 'person']), lt(origins.day, day)))
}

async function saltOf(tx: Transaction, day: number): Promise<string> {
  const known = await tx.select({ salt: originSalts.salt }).from(originSalts).where(eq(originSalts.day, day))
  if (known[0]) return known[0].salt
  // The first of a day throws away the salts of those before.
  await tx.delete(originSalts).where(lt(originSalts.day, day))
  await tx.insert(originSalts).values({ day, salt: randomBytes(32).toString('base64') }).onConflictDoNothing()
  const [made] = await tx.select({ salt: originSalts.salt }).from(originSalts).where(eq(originSalts.day, day))
  return made!.salt
}
