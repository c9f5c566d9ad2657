import { inArray } from 'drizzle-orm'
import type { Case } from '@/domain/case/case'
import { parseLine } from '@/domain/case/exchange'
import type { Problem } from '@/domain/case/problem'
import { reportCase } from '@/domain/case/report'
import type { Masked } from '@/domain/case/text'
import { write, type Transaction } from '../connection'
import { contentRef } from '../content-ref'
import { cases } from '../schema'
import { storeCase } from './store'

export type ImportOptions = {
  /** Nothing is stored when one line is bad; otherwise the good ones are. */
  allOrNothing?: boolean
  /** Epoch milliseconds: when the import was told. */
  now: number
}

/** What became of a file. `line` counts from 1; blank lines are counted but say nothing. */
export type ImportReport = {
  added: number
  /** Were there already, by their ref or by what they say. */
  known: number
  bad: { line: number; problems: Problem[] }[]
  /** Lines in which something personal was found and masked. */
  masked: { line: number; masked: Masked[] }[]
}

/** A line that can be stored. */
export type ReadyCase = { case: Case; account: string | null; suggestedTags: string[]; masked: Masked[] }

export type CheckedLine = ({ ok: true } & ReadyCase) | { ok: false; problems: Problem[] }

// Large enough that a commit costs little a case, small enough that nobody waits long behind it for his own write.
const batchSize = 200

/**
 * Stores the cases of a file in the exchange format, one line after the other as they come, in batches of one write
 * each; with `allOrNothing` in a single one at the end. Every line goes the way of a case typed in by hand, but
 * belongs to nobody here. A line without a ref is named by its content, so that the same file twice adds nothing.
 */
export async function importLines(
  lines: AsyncIterable<string> | Iterable<string>, { allOrNothing = false, now }: ImportOptions,
): Promise<ImportReport> {
  const report: ImportReport = { added: 0, known: 0, bad: [], masked: [] }
  let ready: ReadyCase[] = []
  const store = async () => {
    const batch = ready
    ready = []
    const added = await write(tx => storeReady(tx, batch, now))
    report.added += added
    report.known += batch.length - added
  }

  let line = 0
  for await (const text of lines) {
    line++
    if (text.trim() === '') continue
    const checked = checkLine(text, now)
    if (!checked.ok) {
      report.bad.push({ line, problems: checked.problems })
      continue
    }
    if (checked.masked.length > 0) report.masked.push({ line, masked: checked.masked })
    ready.push(checked)
    if (!allOrNothing && ready.length === batchSize) await store()
  }
  if (ready.length > 0 && !(allOrNothing && report.bad.length > 0)) await store()
  return report
}

/** Reads one line and makes a case of it, or says all that is wrong. Needs no database. */
export function checkLine(text: string, now: number): CheckedLine {
  const line = parseLine(text)
  if (!line.ok) return line
  const { draft, account, suggested_tags: suggestedTags } = line
  const reported = reportCase({ ...draft, ref: draft.ref ?? contentRef('case', { ...draft, account }) }, now)
  if (!reported.ok) return reported
  return { ok: true, case: reported.case, account, suggestedTags, masked: reported.masked }
}

/** Stores those that are not there yet and answers how many they were. */
export async function storeReady(tx: Transaction, ready: ReadyCase[], now: number): Promise<number> {
  const taken = await takenRefs(tx, ready.map(it => it.case.ref!))
  let added = 0
  for (const { case: it, account, suggestedTags } of ready) {
    if (taken.has(it.ref!)) continue
    taken.add(it.ref!)
    await storeCase(tx, { case: it, authorId: null, account, now, suggestedTags })
    added++
  }
  return added
}

async function takenRefs(tx: Transaction, refs: string[]): Promise<Set<string>> {
  const taken = new Set<string>()
  for (let from = 0; from < refs.length; from += batchSize) {
    const some = refs.slice(from, from + batchSize)
    const rows = await tx.select({ ref: cases.ref }).from(cases).where(inArray(cases.ref, some))
    for (const { ref } of rows) taken.add(ref)
  }
  return taken
}
