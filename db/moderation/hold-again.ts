import type { ModeratedSubject } from '@/domain/moderation/subject'
import type { Transaction } from '../connection'
import { queueUp, type HeldBack } from './queue/queue-up'
import { conceal, standingOf } from './standing'

type Again = { subject: ModeratedSubject; subjectId: number; heldBack: HeldBack; /** Epoch milliseconds. */ now: number }

/**
 * Holds what everybody has seen and its author has now changed, until a moderator has let in what it says now. It keeps its
 * place. The author reads on its page why it waits.
 */
export async function holdAgain(tx: Transaction, { subject, subjectId, heldBack, now }: Again): Promise<void> {
  const it = await standingOf(tx, { subject, subjectId })
  if (!it || it.hidden) return
  await conceal(tx, it)
  await queueUp(tx, { ...heldBack, subject, subjectId, caseId: it.caseId, personId: it.authorId, hold: 'hidden', now })
}
