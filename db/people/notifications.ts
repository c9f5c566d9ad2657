import { and, desc, eq, inArray, isNull, lt, lte } from 'drizzle-orm'
import type { CaseState } from '@/domain/codes'
import type { Database, Transaction } from '../connection'
import { cases, notifications, people } from '../schema'

export type Notification = {
  id: number
  /** A key of messages.people.notices. */
  kind: string
  caseId: number | null
  caseTitle: string | null
  replyId: number | null
  actor: string | null
  details: Record<string, string>
  createdAt: number
  readAt: number | null
}

export async function countUnread(database: Database, personId: number): Promise<number> {
  return database.$count(notifications, and(eq(notifications.personId, personId), isNull(notifications.readAt)))
}

/** What a person has been told, the latest first; `after` is the last id of the page before. */
export async function notificationsOf(
  database: Database, personId: number, { after, limit = 50 }: { after: number | null; limit?: number },
): Promise<{ notifications: Notification[]; next: number | null }> {
  const { id, kind, caseId, replyId, actorId, details, createdAt, readAt } = notifications
  const rows = await database.select({ id, kind, caseId, replyId, actorId, details, createdAt, readAt })
    .from(notifications)
    .where(and(eq(notifications.personId, personId), after === null ? undefined : lt(notifications.id, after)))
    .orderBy(desc(notifications.id)).limit(limit + 1)
  const page = rows.slice(0, limit)
  return { notifications: await withNames(database, page), next: rows.length > limit ? page.at(-1)!.id : null }
}

/** Notices with the names of who and what they are about, as these are today; in two questions for all of them. */
export async function withNames(
  database: Database, rows: (Omit<Notification, 'actor' | 'caseTitle'> & { actorId: number | null })[],
): Promise<Notification[]> {
  const [actors, titles] = await Promise.all([
    namesOf(database, rows.flatMap(row => row.actorId ?? [])),
    titlesOf(database, rows.flatMap(row => row.caseId ?? [])),
  ])
  return rows.map(({ actorId, ...row }) => {
    const it = titles.get(row.caseId ?? 0)
    // Who only follows a case is told no more of it than anybody may read.
    const isTold = it?.state === 'live' || !row.kind.startsWith('followed_')
    return { ...row, actor: actors.get(actorId ?? 0) ?? null, caseTitle: isTold ? it?.title ?? null : null }
  })
}

/** Marks everything up to this one as read; what came later stays unread. */
export async function markRead(
  tx: Transaction, personId: number, { until, now }: { until: number; now: number },
): Promise<void> {
  await tx.update(notifications).set({ readAt: now })
    .where(and(eq(notifications.personId, personId), isNull(notifications.readAt), lte(notifications.id, until)))
}

async function namesOf(database: Database, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await database.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids))
  return new Map(rows.map(row => [row.id, row.name]))
}

async function titlesOf(database: Database, ids: number[]): Promise<Map<number, { title: string | null; state: CaseState }>> {
  if (ids.length === 0) return new Map()
  const rows = await database.select({ id: cases.id, title: cases.title, state: cases.state }).from(cases).where(inArray(cases.id, ids))
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}
