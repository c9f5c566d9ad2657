import type { Happening } from '@/domain/outbox/happening'
import type { Transaction } from '../../connection'
import { happened } from '../../outbox/entrust'
import type { QueueItem } from './queue-up'

/** What a revision that waits tells its followers; kept with the item that holds it. */
export type HeldNews = Pick<Extract<Happening, { what: 'case_revised' }>, 'version' | 'told'>

export function detailsOfNews({ version, told }: HeldNews): Record<string, string> {
  return { version: String(version), told }
}

/** Says what a revised case tells, now that it can be seen. While it is held nobody revises it again. */
export async function tellHeldNews(tx: Transaction, { subject, subjectId, personId, details }: QueueItem, now: number): Promise<void> {
  const { version, told } = details
  if (subject !== 'case' || personId === null || (told !== 'outcome' && told !== 'event')) return
  await happened(tx, { what: 'case_revised', caseId: subjectId, version: Number(version), told, actorId: personId }, now)
}
