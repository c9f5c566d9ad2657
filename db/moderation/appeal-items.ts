import { and, eq, isNull } from 'drizzle-orm'
import type { Measure } from '@/domain/moderation/appeal'
import type { Transaction } from '../connection'
import { queueItems } from '../schema'
import { queueUp } from './queue/queue-up'
import { settleItem, type Settlement } from './queue/settle'

/** Puts an appeal before the moderators. It is about what one of them did, so he is not asked. */
export async function queueAppeal(tx: Transaction, measure: Measure, appealId: number, now: number): Promise<void> {
  const details = { at: `/moderation/appeals#appeal-${appealId}` }
  await queueUp(tx, { kind: 'appeal', ...thingOf(measure), mark: measure.kind, caseId: measure.caseId, personId: measure.byId, details, now })
}

/** Closes it, decided or because what it was against has been taken back. */
export async function settleAppeal(tx: Transaction, measure: Measured, settlement: Settlement): Promise<void> {
  const { subject, subjectId } = thingOf(measure)
  const open = await tx.select().from(queueItems).where(and(
    eq(queueItems.kind, 'appeal'), eq(queueItems.subject, subject), eq(queueItems.subjectId, subjectId), eq(queueItems.mark, measure.kind),
    isNull(queueItems.decidedAt),
  ))
  for (const item of open) await settleItem(tx, item, settlement)
}

type Measured = Pick<Measure, 'kind' | 'caseId' | 'replyId' | 'personId'>

function thingOf({ kind, caseId, replyId, personId }: Measured) {
  if (kind === 'case') return { subject: 'case' as const, subjectId: caseId! }
  if (kind === 'reply') return { subject: 'reply' as const, subjectId: replyId! }
  return { subject: 'person' as const, subjectId: personId! }
}
