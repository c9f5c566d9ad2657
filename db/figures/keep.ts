import { createHash } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { isUnsaid, type AskedOf, type KeptFigure, type KeptKind, type StoredQuestion } from '@/domain/figures/kept'
import type { Database, Transaction } from '../connection'
import { keptFigures } from '../schema'
import { figureWithRows } from './answer'

/**
 * Keeps a figure with its rows and answers its ref: the same question, method, rows and answer are the same one, kept once. Null
 * where it may not be said, of which nothing is kept.
 */
export async function keepFigure<Kind extends KeptKind>(
  tx: Transaction, { kind, asked, question, now }: { kind: Kind; asked: AskedOf<Kind>; question: StoredQuestion; now: number },
): Promise<string | null> {
  const { answer, csv: rows } = await figureWithRows(tx, kind, asked, now)
  if (isUnsaid(kind, answer)) return null
  const dataHash = hashOf(rows)
  // The answer too: what it counts beside its rows may change while they do not.
  const ref = hashOf(JSON.stringify([kind, Object.entries(question), answer.method, dataHash, answer])).slice(0, 20)
  await tx.insert(keptFigures).values({
    ref, kind, question, method: answer.method, dataHash, answer: answer as unknown as Record<string, unknown>, rows, at: now,
  }).onConflictDoNothing({ target: keptFigures.ref })
  return ref
}

/** The figure kept under a ref, with its rows as CSV. */
export async function keptFigure(database: Database, ref: string): Promise<KeptFigure & { rows: string } | undefined> {
  const [row] = await database.select().from(keptFigures).where(eq(keptFigures.ref, ref))
  // Only `keepFigure` writes these rows, an answer beside its kind.
  return row as unknown as KeptFigure & { rows: string } | undefined
}

/** The figures kept last, without their rows. */
export async function newestKept(database: Database, most: number): Promise<KeptFigure[]> {
  const found = await database.select(withoutRows).from(keptFigures).orderBy(desc(keptFigures.id)).limit(most)
  return found as unknown as KeptFigure[]
}

const withoutRows = {
  ref: keptFigures.ref, kind: keptFigures.kind, question: keptFigures.question,
  method: keptFigures.method, dataHash: keptFigures.dataHash, answer: keptFigures.answer, at: keptFigures.at,
}

/** SHA-256, in hexadecimal digits: what `sha256sum` says of the file. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
