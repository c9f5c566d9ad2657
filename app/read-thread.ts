import type { Day } from '@/domain/case/interval'
import { parseThread, type Thread } from '@/domain/thread-import/page/thread'
import { readingsOf, type Reading } from '@/domain/thread-import/reading'
import { read } from '@/db/connection'
import { casesNamed, refOfComment } from '@/db/cases/thread-cases'
import { threadPageOf, type ThreadPage } from '@/db/desk/thread-pages'

/** A comment with the name its case would have, the case it has become (null: none yet), and whether it was dropped. */
export type Looked = Reading & { reference: string; caseId: number | null; dropped: boolean }

export type ReadThread = { page: ThreadPage; thread: Thread; looked: Looked[] }

/** A moderator's pasted page, read anew by the rules of today; null where it is not his, or is no more. */
export async function readThreadPage(key: string, personId: number): Promise<ReadThread | null> {
  const database = await read()
  const page = await threadPageOf(database, key, personId)
  if (!page) return null
  const thread = parseThread(page.page, { savedOn: (page.savedOn || null) as Day | null })
  const readings = readingsOf(thread, page.process, Date.now())
  const named = readings.map(reading => ({ ...reading, reference: refOfComment(reading.content) }))
  const known = await casesNamed(database, named.map(it => it.reference))
  const dropped = new Set(page.dropped)
  const looked = named.map(it => ({
    ...it, caseId: known.get(it.reference) ?? null, dropped: dropped.has(it.reference),
  }))
  return { page, thread, looked }
}
