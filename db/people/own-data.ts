import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { recordOf } from '@/domain/case/exchange'
import type { Member } from '@/domain/people/viewer'
import { casesOf } from '../cases/rows'
import type { Database } from '../connection'
import {
  admissions, appeals, caseRevisions, cases, checkInRests, drafts, favourites, flags, follows, forecasts, hidings, identities, logEntries, mailWishes,
  nameChanges, notifications, people, queueItems, recoveryCodes, replies, replyRevisions, ruleRevisions, sessions, silences, submissions, suspensions,
  taggings, twoSteps, votes, webhookDeliveries, webhooks,
  mailAddresses, passkeys,
} from '../schema'
import { tokensOf } from './api-tokens'

// A page of somebody's life in memory at a time.
const pageSize = 200

/**
 * All that the site holds of a person, as one JSON document in pieces. Instants are epoch milliseconds. Nothing of it
 * opens a door: no password, no token, no key of a form; and no words of anybody else are in it, but a reason that a
 * moderator gave him.
 */
export async function* ownData(database: Database, { id }: Member, now: number): AsyncGenerator<string> {
  const [person] = await database.select().from(people).where(eq(people.id, id))
  if (!person) return
  const { name, role, pseudonym, createdAt, passwordHash } = person
  const account = { id, name, role, pseudonym, createdAt, hasPassword: passwordHash !== null }
  yield `{"exportedAt":${now},\n"account":${JSON.stringify(account)}`
  for (const [part, rows] of Object.entries(partsOf)) {
    yield `,\n${JSON.stringify(part)}:[`
    let between = '\n'
    for await (const page of rows(database, id)) {
      for (const row of page) {
        yield between + JSON.stringify(row)
        between = ',\n'
      }
    }
    yield ']'
  }
  yield '}\n'
}

type Rows = (database: Database, personId: number) => AsyncIterable<unknown[]>

// In the order of the file.
const partsOf = {
  former_names: whole((database, id) => {
    const { name, at } = nameChanges
    return database.select({ name, until: at }).from(nameChanges).where(eq(nameChanges.personId, id))
  }),
  identities: whole((database, id) => {
    const { issuer, subject, createdAt } = identities
    return database.select({ issuer, subject, createdAt }).from(identities).where(eq(identities.personId, id))
  }),
  sessions: whole((database, id) => {
    const { device, createdAt, lastSeenAt, expiresAt } = sessions
    return database.select({ device, createdAt, lastSeenAt, expiresAt }).from(sessions).where(eq(sessions.personId, id))
  }),
  mail_address: whole((database, id) => {
    const { address, confirmedAt } = mailAddresses
    return database.select({ address, confirmedAt }).from(mailAddresses).where(eq(mailAddresses.personId, id))
  }),
  passkeys: whole((database, id) => {
    const { name, createdAt, lastUsedAt } = passkeys
    return database.select({ name, createdAt, lastUsedAt }).from(passkeys).where(eq(passkeys.personId, id))
  }),
  two_step: whole((database, id) => {
    const { since } = twoSteps
    return database.select({ since }).from(twoSteps).where(eq(twoSteps.personId, id))
  }),
  recovery_codes: whole((database, id) => {
    const { place, usedAt } = recoveryCodes
    return database.select({ place, usedAt }).from(recoveryCodes).where(eq(recoveryCodes.personId, id))
  }),
  api_tokens: whole(async (database, id) => tokensOf(database, id)),
  admissions: whole((database, id) => {
    const { askedAt, decision, decidedAt, reason } = admissions
    return database.select({ askedAt, decision, decidedAt, reason }).from(admissions).where(eq(admissions.personId, id))
  }),
  cases: paged(async (database, id, after) => {
    const rows = await database.select().from(cases).where(and(eq(cases.authorId, id), gt(cases.id, after)))
      .orderBy(asc(cases.id)).limit(pageSize)
    return (await casesOf(database, rows)).map(({ row, case: it }) => {
      const { state, outcome, inFigures, device, agreeCount, favouriteCount, version, createdAt, editedAt } = row
      const about = { state, outcome, inFigures, device, agreeCount, favouriteCount, version, createdAt, editedAt }
      return { id: row.id, ref: row.ref, case: recordOf(it, true), ...about }
    })
  }),
  case_revisions: whole((database, id) => {
    const { caseId, version, act, changes, at } = caseRevisions
    return database.select({ caseId, version, act, changes, at }).from(caseRevisions)
      .innerJoin(cases, eq(cases.id, caseId)).where(and(eq(cases.authorId, id), eq(caseRevisions.byId, id)))
  }),
  forecasts: whole((database, id) => {
    const { caseId, stage, scale, waited, n, p10, p50, p75, p90, chances, madeAt, cameAfter, cause } = forecasts
    return database.select({ caseId, stage, scale, waited, n, p10, p50, p75, p90, chances, madeAt, cameAfter, cause })
      .from(forecasts).innerJoin(cases, eq(cases.id, caseId)).where(eq(cases.authorId, id))
  }),
  replies: paged(async (database, personId, after) => {
    const { id, caseId, replyToId, words, device, agreeCount, hidden, version, createdAt, editedAt, deletedAt } = replies
    const rows = await database.select({ id, caseId, replyToId, words, device, agreeCount, hidden, version, createdAt, editedAt, deletedAt })
      .from(replies).where(and(eq(replies.authorId, personId), gt(id, after))).orderBy(asc(id)).limit(pageSize)
    const versions = rows.length === 0 ? [] : await database.select().from(replyRevisions)
      .where(inArray(replyRevisions.replyId, rows.map(row => row.id))).orderBy(asc(replyRevisions.id))
    const of = (reply: number) => versions.filter(it => it.replyId === reply).map(it => ({ version: it.version, words: it.words, at: it.at }))
    return rows.map(row => ({ ...row, versions: of(row.id) }))
  }),
  flags: whole((database, id) => {
    const { subject, subjectId, reason, words, at } = flags
    return database.select({ subject, subjectId, reason, words, at }).from(flags).where(eq(flags.personId, id))
  }),
  queue_about_me: whole((database, id) => {
    const { kind, subject, subjectId, at, decidedAt, decision } = queueItems
    return database.select({ kind, subject, subjectId, at, decidedAt, decision }).from(queueItems).where(eq(queueItems.personId, id))
  }),
  votes: whole((database, id) => {
    const { subject, subjectId, at } = votes
    return database.select({ subject, subjectId, at }).from(votes).where(eq(votes.personId, id))
  }),
  favourites: whole((database, id) => {
    const { caseId, at } = favourites
    return database.select({ caseId, at }).from(favourites).where(eq(favourites.personId, id))
  }),
  silences: whole((database, id) => {
    const { silencedId, at } = silences
    return database.select({ silencedId, at }).from(silences).where(eq(silences.personId, id))
  }),
  check_in_rests: whole((database, id) => {
    const { at } = checkInRests
    return database.select({ at }).from(checkInRests).where(eq(checkInRests.personId, id))
  }),
  drafts: whole((database, id) => {
    const { act, back, body, createdAt, updatedAt } = drafts
    return database.select({ act, back, body, createdAt, updatedAt }).from(drafts).where(eq(drafts.owner, `p:${id}`))
  }),
  submissions: whole((database, id) => {
    const { act, location, at } = submissions
    return database.select({ act, location, at }).from(submissions).where(eq(submissions.personId, id))
  }),
  notifications: whole((database, id) => {
    const { kind, caseId, replyId, details, createdAt, readAt } = notifications
    return database.select({ kind, caseId, replyId, details, createdAt, readAt }).from(notifications).where(eq(notifications.personId, id))
  }),
  follows: whole((database, id) => {
    const { subject, target, createdAt } = follows
    return database.select({ subject, target, createdAt }).from(follows).where(eq(follows.personId, id))
  }),
  mail_wishes: whole((database, id) => {
    const { how, lang, at } = mailWishes
    return database.select({ how, lang, at }).from(mailWishes).where(eq(mailWishes.personId, id))
  }),
  webhooks: whole((database, id) => {
    const { id: number, url, lang, createdAt, renewedAt, failures, pausedAt, pausedWhy } = webhooks
    return database.select({ id: number, url, lang, createdAt, renewedAt, failures, pausedAt, pausedWhy }).from(webhooks).where(eq(webhooks.personId, id))
  }),
  webhook_deliveries: paged((database, personId, after) => {
    const { id, webhookId, ref, event, body, createdAt, attempts, status, failure, deliveredAt, givenUpAt } = webhookDeliveries
    return database.select({ id, webhookId, ref, event, body, createdAt, attempts, status, failure, deliveredAt, givenUpAt }).from(webhookDeliveries)
      .innerJoin(webhooks, eq(webhooks.id, webhookId)).where(and(eq(webhooks.personId, personId), gt(id, after))).orderBy(asc(id)).limit(pageSize)
  }),
  suspensions: whole((database, id) => {
    const { kind, reason, at, endsAt, liftedAt } = suspensions
    return database.select({ kind, reason, at, endsAt, liftedAt }).from(suspensions).where(eq(suspensions.personId, id))
  }),
  appeals: whole((database, id) => {
    const { subject, words, at, decidedAt, verdict, answer } = appeals
    return database.select({ subject, words, at, decidedAt, verdict, answer }).from(appeals).where(eq(appeals.personId, id))
  }),
  // What a moderator did.
  appeals_decided: whole((database, id) => {
    const { subject, decidedAt, verdict, answer } = appeals
    return database.select({ subject, decidedAt, verdict, answer }).from(appeals).where(eq(appeals.decidedById, id))
  }),
  taggings: whole((database, id) => {
    const { caseId, tagId, reason, at } = taggings
    return database.select({ caseId, tagId, reason, at }).from(taggings).where(eq(taggings.byId, id))
  }),
  hidings: whole((database, id) => {
    const { subject, subjectId, reason, at } = hidings
    return database.select({ subject, subjectId, reason, at }).from(hidings).where(eq(hidings.byId, id))
  }),
  hidings_lifted: whole((database, id) => {
    const { subject, subjectId, liftedAt, liftedReason } = hidings
    return database.select({ subject, subjectId, liftedAt, liftedReason }).from(hidings).where(eq(hidings.liftedById, id))
  }),
  queue_decided: whole((database, id) => {
    const { kind, subject, subjectId, decidedAt, decision, reason } = queueItems
    return database.select({ kind, subject, subjectId, decidedAt, decision, reason }).from(queueItems).where(eq(queueItems.decidedById, id))
  }),
  rule_revisions: whole((database, id) => {
    const { ruleId, version, because, rule, at } = ruleRevisions
    return database.select({ ruleId, version, because, rule, at }).from(ruleRevisions).where(eq(ruleRevisions.byId, id))
  }),
  log_by_me: paged(async (database, actorId, after) => {
    const { id, at, act, caseId, replyId, tagId, reason, details } = logEntries
    return database.select({ id, at, act, caseId, replyId, tagId, reason, details }).from(logEntries)
      .where(and(eq(logEntries.actorId, actorId), gt(id, after))).orderBy(asc(id)).limit(pageSize)
  }),
  log_about_me: paged(async (database, personId, after) => {
    const { id, at, act, reason, details } = logEntries
    return database.select({ id, at, act, reason, details }).from(logEntries)
      .where(and(eq(logEntries.personId, personId), gt(id, after))).orderBy(asc(id)).limit(pageSize)
  }),
} satisfies Record<string, Rows>

/** The names of all parts, for the test that none is forgotten. */
export const ownParts = Object.keys(partsOf)

/** Rows that are few, or small. */
function whole(ask: (database: Database, personId: number) => Promise<unknown[]>): Rows {
  return async function* (database, personId) {
    yield await ask(database, personId)
  }
}

function paged(ask: (database: Database, personId: number, after: number) => Promise<{ id: number }[]>): Rows {
  return async function* (database, personId) {
    for (let after = 0; ;) {
      const page = await ask(database, personId, after)
      if (page.length === 0) return
      yield page
      after = page.at(-1)!.id
    }
  }
}
