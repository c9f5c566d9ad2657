import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { isId } from '@/domain/ids'
import type { LogAct } from '@/domain/moderation/log-acts'
import type { LogEntry } from '@/domain/moderation/log-entry'
import type { Database } from '../connection'
import { namesOf } from '../people/people'
import { cases, logEntries } from '../schema'

export type LogQuery = {
  /** `next` of the page before; a text that is none begins at the newest. */
  after?: string | null
  act?: LogAct
  caseId?: number
  limit?: number
}

/** One page of the public log, newest first. Keyset: a page costs the same however far back it lies. */
export async function logPage(
  database: Database, query: LogQuery = {},
): Promise<{ entries: LogEntry[]; next: string | null }> {
  const { after, act, caseId, limit = 50 } = query
  const rows = await database.select().from(logEntries)
    .where(and(
      after && isId(after) ? lt(logEntries.id, Number(after)) : undefined,
      act && eq(logEntries.act, act),
      caseId === undefined ? undefined : eq(logEntries.caseId, caseId),
    ))
    .orderBy(desc(logEntries.id))
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const names = await namesOf(database, shown.flatMap(row => [row.actorId, row.personId]))
  const open = await openCases(database, shown.map(row => row.caseId))
  const entries = shown.map(({ actorId, personId, tagId: _, act, ...row }) => ({
    ...row,
    act: act as LogAct,
    actor: names.get(actorId) ?? null,
    person: names.get(personId) ?? null,
    caseIsOpen: open.has(row.caseId),
  }))
  return { entries, next: rows.length > limit ? String(shown.at(-1)?.id) : null }
}

async function openCases(database: Database, ids: (number | null)[]): Promise<Set<number | null>> {
  const wanted = present(ids)
  if (wanted.length === 0) return new Set()
  const rows = await database.select({ id: cases.id }).from(cases)
    .where(and(inArray(cases.id, wanted), eq(cases.state, 'live')))
  return new Set(rows.map(row => row.id))
}

function present(ids: (number | null)[]): number[] {
  return [...new Set(ids.filter(id => id !== null))]
}
