import type { Transaction } from '../connection'
import { keptQuery } from '../engines/kept-query'
import { entrust } from '../outbox/entrust'
import { notifications } from '../schema'

export type Notice = {
  /** Null for what nobody here wrote, such as an imported case: then nobody is told. */
  personId: number | null
  /** A key of messages.people.notices. */
  kind: string
  caseId?: number | null
  replyId?: number | null
  actorId?: number | null
  details?: Record<string, string>
  /** Epoch milliseconds. */
  now: number
}

/** Tells a person something, in the same transaction as what happened. Nobody is told of his own deeds. */
export async function notify(tx: Transaction, { now, personId, ...notice }: Notice): Promise<void> {
  if (personId === null || personId === notice.actorId) return
  const { kind, caseId = null, replyId = null, actorId = null, details = {} } = notice
  const [told] = await add(tx, { personId, kind, caseId, replyId, actorId, details, createdAt: now })
  const { id } = told!
  await entrust(tx, { kind: 'notice', key: `notice:${id}`, payload: { notificationId: id }, now })
}

const add = keptQuery(['personId', 'kind', 'caseId', 'replyId', 'actorId', 'details', 'createdAt'], (tx, places) => (
  tx.insert(notifications).values(places).returning({ id: notifications.id })
))
