import { randomBytes } from 'node:crypto'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { leftName } from '@/domain/people/name'
import type { Leaving } from '@/domain/people/leaving'
import type { Permitted } from '@/domain/permission'
import { eraseCase } from '../cases/erase'
import { forgetOrigins } from '../moderation/batches/origins'
import type { Transaction } from '../connection'
import { takeBackFlags } from '../moderation/flagging'
import {
  appeals, apiTokens, caseRevisions, cases, checkInLinks, checkInRests, drafts, favourites, follows, identities, mailWishes, mentions, notifications, openSignIns, people,
  recoveryCodes, replies, sessions, silences, submissions, suspensions, twoStepPlans, twoSteps, votes, webhooks,
  mailAddresses, mailLinks, nameChanges, passkeys,
} from '../schema'
import { eraseReply } from '../threads/delete-reply'
import { keepDepartedName } from './departed-names'
import { personById } from './people'
import { changeRole } from './roles'

/**
 * Closes an account for good. Cases and replies stay without a name or are erased, as was chosen; cases that were withdrawn
 * are erased either way. All else of the person goes at once. What a moderator did in public stays under a number. Null
 * when it is done; the last administrator cannot go.
 */
export async function leaveSite(tx: Transaction, { by }: Permitted<'leave'>, leaving: Leaving & { now: number }): Promise<'last_admin' | null> {
  const { id } = by
  const { now } = leaving
  const person = await personById(tx, id)
  if (!person) return null
  if (person.role === 'admin' && await tx.$count(people, eq(people.role, 'admin')) === 1) return 'last_admin'
  if (person.role !== 'member') await changeRole(tx, { person, role: 'member', act: 'set_role', actorId: id, reason: '', now })
  await takeBackMarks(tx, id)
  await takeBackFlags(tx, id, now)
  await leaveReplies(tx, id, leaving)
  await leaveCases(tx, id, leaving)
  await forgetOrigins(tx, 'person', [id])
  await tx.delete(drafts).where(eq(drafts.owner, `p:${id}`))
  const owned = [
    apiTokens, submissions, notifications, identities, suspensions, appeals, sessions, twoSteps, twoStepPlans, recoveryCodes, openSignIns, follows, mailWishes,
    webhooks, mentions, silences, checkInRests, checkInLinks,
  ]
  await tx.delete(silences).where(eq(silences.silencedId, id))
  for (const table of owned) await tx.delete(table).where(eq(table.personId, id))
  // Nobody signs anything there again.
  await tx.delete(follows).where(and(eq(follows.subject, 'person'), eq(follows.target, String(id))))
  for (const table of [mailAddresses, mailLinks, passkeys]) await tx.delete(table).where(eq(table.personId, id))
  await keepDepartedName(tx, person.name, now)
  // The names he had before go the same way.
  const former = await tx.delete(nameChanges).where(eq(nameChanges.personId, id)).returning({ name: nameChanges.name })
  for (const it of former) await keepDepartedName(tx, it.name, now)
  const name = leftName(id)
  await tx.update(people).set({
    name, nameKey: name, nameSkeleton: name, passwordHash: null, pseudonym: `p-${randomBytes(9).toString('base64url')}`, leftAt: now,
  }).where(eq(people.id, id))
  return null
}

// Counts are always the number of rows, so they go down with them.
async function takeBackMarks(tx: Transaction, id: number): Promise<void> {
  const agreed = (subject: 'case' | 'reply') => tx.select({ id: votes.subjectId }).from(votes)
    .where(and(eq(votes.personId, id), eq(votes.subject, subject)))
  const kept = tx.select({ id: favourites.caseId }).from(favourites).where(eq(favourites.personId, id))
  await tx.update(cases).set({ agreeCount: sql`${cases.agreeCount} - 1` }).where(inArray(cases.id, agreed('case')))
  await tx.update(replies).set({ agreeCount: sql`${replies.agreeCount} - 1` }).where(inArray(replies.id, agreed('reply')))
  await tx.update(cases).set({ favouriteCount: sql`${cases.favouriteCount} - 1` }).where(inArray(cases.id, kept))
  await tx.delete(votes).where(eq(votes.personId, id))
  await tx.delete(favourites).where(eq(favourites.personId, id))
}

async function leaveReplies(tx: Transaction, id: number, leaving: Leaving & { now: number }): Promise<void> {
  if (leaving.replies === 'erase') {
    const own = await tx.select({ id: replies.id }).from(replies).where(and(eq(replies.authorId, id), isNull(replies.deletedAt)))
    // Read again one by one: each may have taken an answer from the next.
    for (const it of own) {
      const [reply] = await tx.select().from(replies).where(eq(replies.id, it.id))
      await eraseReply(tx, reply!, leaving.now)
    }
  }
  await tx.update(replies).set({ authorId: null }).where(eq(replies.authorId, id))
}

async function leaveCases(tx: Transaction, id: number, leaving: Leaving & { now: number }): Promise<void> {
  const own = await tx.select().from(cases).where(eq(cases.authorId, id))
  await forgetOrigins(tx, 'case', own.map(row => row.id))
  for (const row of own) {
    if (leaving.cases === 'erase' || row.state === 'withdrawn') await eraseCase(tx, row, leaving.now)
    else await tx.update(caseRevisions).set({ byId: null }).where(and(eq(caseRevisions.caseId, row.id), eq(caseRevisions.byId, id)))
  }
  await tx.update(cases).set({ authorId: null }).where(eq(cases.authorId, id))
}
