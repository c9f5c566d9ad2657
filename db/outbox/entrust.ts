import type { ErrandKind, Errands } from '@/domain/outbox/errands'
import { happeningKey, type Happening } from '@/domain/outbox/happening'
import type { LetterToSend } from '@/domain/outbox/letter'
import type { Transaction } from '../connection'
import { keptQuery } from '../engines/kept-query'
import { outbox } from '../schema'

type Entrusted<Kind extends ErrandKind> = {
  kind: Kind
  /** By what the same errand is known when it is given twice, within a week. */
  key: string
  payload: Errands[Kind]
  /** Epoch milliseconds. */
  now: number
  /** Not before this; at once when left out. */
  dueAt?: number
  /** Of no use afterwards, and then not done. */
  uselessAt?: number
  /** Of those that share one, one at a time is done. */
  turn?: string
}

/**
 * Gives an errand to the worker, in the transaction of its cause: it is done if and only if that is stored, at least
 * once, and soon. False when the same was given before.
 */
export async function entrust<Kind extends ErrandKind>(tx: Transaction, errand: Entrusted<Kind>): Promise<boolean> {
  const { kind, key, payload, now, dueAt = now, uselessAt = null, turn = null } = errand
  const added = await add(tx, { kind, dedupKey: key, payload, createdAt: now, dueAt, uselessAt, turn })
  return added.length > 0
}

const add = keptQuery(['kind', 'dedupKey', 'payload', 'createdAt', 'dueAt', 'uselessAt', 'turn'], (tx, places) => (
  tx.insert(outbox).values(places).onConflictDoNothing().returning({ id: outbox.id })
))

/** Says that something happened, in its own transaction. Whoever follows it is told by the worker. */
export async function happened(tx: Transaction, happening: Happening, now: number): Promise<void> {
  await entrust(tx, { kind: 'happening', key: happeningKey(happening, now), payload: { happening }, now })
}

/**
 * Has a letter sent; `key` says what it is about, such as `sign-in:` and the link's id. The words of a letter are kept
 * until it is sent or given up.
 */
export async function sendLetter(
  tx: Transaction, letter: LetterToSend, { key, now, uselessAt }: { key: string; now: number; uselessAt?: number },
): Promise<void> {
  await entrust(tx, { kind: 'letter', key: `letter:${key}`, payload: letter, now, ...(uselessAt !== undefined && { uselessAt }) })
}
