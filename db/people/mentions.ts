import { and, eq, inArray, isNull } from 'drizzle-orm'
import { hasLeft } from '@/domain/people/name'
import { namesSoughtIn, renderWords, type Rendered } from '@/domain/text/markdown'
import { calledInHtml, mostCalled, withTodaysNames } from '@/domain/text/mentions'
import type { Database, Transaction } from '../connection'
import { mentions, people, silences } from '../schema'
import type { VoteSubject } from '../schema/threads'
import { formerlyCalled } from './names'
import { notify } from './notify'
import { namesOf } from './people'

/** Renders words together with the people they call by name, as those are called now. */
export async function renderCalling(database: Database, words: string): Promise<Rendered> {
  const sought = namesSoughtIn(words)
  if (sought.length === 0) return renderWords(words)
  const rows = await database.select({ id: people.id, key: people.nameKey }).from(people)
    .where(and(inArray(people.nameKey, sought), isNull(people.leftAt)))
  // Whoever is called by a name he had before is meant too.
  return renderWords(words, new Map([...await formerlyCalled(database, sought), ...rows.map(({ id, key }) => [key, id] as const)]))
}

type Calls = {
  subject: VoteSubject
  subjectId: number
  /** As `renderCalling` found them. */
  called: readonly number[]
  byId: number
  /** Where the words stand: the case, and the reply unless they are the case's own. */
  caseId: number
  replyId?: number
  /** Who is told of the same words for another reason. */
  told?: readonly (number | null)[]
  /** Epoch milliseconds. */
  now: number
}

/**
 * Remembers who is called in a text and tells them, each once however often it is edited, and ten people in all. Nobody is
 * told of his own words, nor of somebody's whose calls he does not want to hear.
 */
export async function callPeople(tx: Transaction, { subject, subjectId, called, byId, told = [], now, ...place }: Calls): Promise<void> {
  if (called.length === 0) return
  const before = await tx.select({ id: mentions.personId }).from(mentions)
    .where(and(eq(mentions.subject, subject), eq(mentions.subjectId, subjectId)))
  const known = new Set(before.map(({ id }) => id))
  const fresh = called.filter(id => id !== byId && !known.has(id)).slice(0, Math.max(0, mostCalled - known.size))
  if (fresh.length === 0) return
  await tx.insert(mentions).values(fresh.map(personId => ({ subject, subjectId, personId, at: now })))
  const deaf = await tx.select({ id: silences.personId }).from(silences)
    .where(and(inArray(silences.personId, fresh), eq(silences.silencedId, byId)))
  const unheard = new Set<number | null>([...deaf.map(({ id }) => id), ...told])
  for (const personId of fresh.filter(id => !unheard.has(id))) {
    await notify(tx, { personId, kind: 'called', caseId: place.caseId, replyId: place.replyId ?? null, actorId: byId, now })
  }
}

/** Stored HTML with the names of today, in one question for all of it. */
export async function withNames<Html extends string | null>(database: Database, htmls: readonly Html[]): Promise<Html[]> {
  const ids = htmls.flatMap(html => (html === null ? [] : calledInHtml(html)))
  if (ids.length === 0) return [...htmls]
  const names = await namesOf(database, ids)
  return htmls.map(html => (html === null ? html : withTodaysNames(html, names, hasLeft) as Html))
}

/** Lets it be so that this person hears no more of it when another calls him, or does again. */
export async function setSilence(
  tx: Transaction, personId: number, { silencedId, wanted, now }: { silencedId: number; wanted: 'on' | 'off'; now: number },
): Promise<void> {
  if (wanted === 'on') {
    await tx.insert(silences).values({ personId, silencedId, at: now }).onConflictDoNothing()
    return
  }
  await tx.delete(silences).where(and(eq(silences.personId, personId), eq(silences.silencedId, silencedId)))
}

/** Whose calls this person does not hear, by name. */
export async function silencedBy(database: Database, personId: number): Promise<{ id: number; name: string }[]> {
  return database.select({ id: people.id, name: people.name }).from(silences)
    .innerJoin(people, eq(people.id, silences.silencedId))
    .where(and(eq(silences.personId, personId), isNull(people.leftAt))).orderBy(people.name)
}
