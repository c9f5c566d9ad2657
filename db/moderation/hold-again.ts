import type { ModeratedSubject } from '@/domain/moderation/subject'
import type { Transaction } from '../connection'
import { detailsOfNews, type HeldNews } from './queue/held-news'
import { queueUp, type HeldBack } from './queue/queue-up'
import { conceal, standingOf } from './standing'

type Again = {
  subject: ModeratedSubject
  subjectId: number
  heldBack: HeldBack
  /** What of a revised case its followers are told once it is let in. */
  news?: HeldNews
  /** Epoch milliseconds. */
  now: number
}

/**
 * Holds what everybody has seen and its author has now changed, until a moderator has let in what it says now. It keeps its
 * place. The author reads on its page why it waits.
 */
export async function holdAgain(tx: Transaction, { subject, subjectId, heldBack, news, now }: Again): Promise<void> {
  const it = await standingOf(tx, { subject, subjectId })
  if (!it || it.hidden) return
  await conceal(tx, it)
  const details = { ...heldBack.details, ...(news && detailsOfNews(news)) }
  await queueUp(tx, { ...heldBack, details, subject, subjectId, caseId: it.caseId, personId: it.authorId, hold: 'hidden', now })
}
