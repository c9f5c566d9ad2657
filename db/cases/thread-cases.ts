import { inArray } from 'drizzle-orm'
import type { Case } from '@/domain/case/case'
import type { Permitted } from '@/domain/permission'
import type { Reading } from '@/domain/thread-import/reading'
import type { Database, Transaction } from '../connection'
import { contentRef } from '../content-ref'
import { writeLog } from '../moderation/log'
import { cases } from '../schema'
import { storeCase } from './store'

/** The name of a comment's case: what the comment says, so that the same one pasted again is found. */
export function refOfComment(content: Reading['content']): string {
  return contentRef('thread', content)
}

/** Which of these names are cases already, and of which id. */
export async function casesNamed(database: Database | Transaction, refs: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  // A statement bears so many parameters and no more.
  for (let from = 0; from < refs.length; from += 500) {
    const rows = await database.select({ id: cases.id, ref: cases.ref }).from(cases)
      .where(inArray(cases.ref, refs.slice(from, from + 500)))
    for (const { id, ref } of rows) found.set(ref, id)
  }
  return found
}

/**
 * Takes a comment's case into the layer of threads, with its line in the public log. It belongs to nobody here and counts
 * as an account of its own. `already`: it is there; nothing is done and no line written.
 */
export async function acceptThreadCase(
  tx: Transaction, permitted: Permitted<'import_thread'>, told: { case: Case & { ref: string }; because: string; now: number },
): Promise<{ id: number } | { already: number }> {
  const { case: it, because, now } = told
  const present = (await casesNamed(tx, [it.ref])).get(it.ref)
  if (present !== undefined) return { already: present }
  const id = await storeCase(tx, { case: it, authorId: null, account: null, now })
  await writeLog(tx, { at: now, actorId: permitted.by.id, act: 'add_thread_case', reason: because, caseId: id })
  return { id }
}
