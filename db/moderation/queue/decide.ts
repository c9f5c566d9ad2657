import type { QueueDecision } from '@/domain/moderation/queue'
import { decisionsOf } from '@/domain/moderation/queue'
import { permit, type Permitted } from '@/domain/permission'
import type { Transaction } from '../../connection'
import { notify } from '../../people/notify'
import type { Done } from '../done'
import { hideSubject } from '../hiding'
import { writeLog } from '../log'
import { tagCase } from '../tagging'
import { claimItem, type Claimed } from './claim'
import type { QueueItem } from './queue-up'
import { release } from './release'
import { settleItem } from './settle'

export type Deciding = {
  itemId: number
  decision: QueueDecision
  /** Where it is tagged: under which. */
  tagId: number | null
  /** Public; see domain/moderation/because.ts. */
  because: string
  /** Epoch milliseconds. */
  now: number
}
export type Decided = Exclude<Claimed, { done: true }> | Done | { refused: 'not_here' }

/**
 * Decides an item: the deed, its line in the log, the end of the item with all its flags, and word to those concerned, in
 * one write. Whoever comes second is told who was first, and nothing is done twice.
 */
export async function decideItem(tx: Transaction, permitted: Permitted<'decide'>, deciding: Deciding): Promise<Decided> {
  const { itemId, decision, because, now } = deciding
  const claimed = await claimItem(tx, permitted, { itemId, now })
  if (!('done' in claimed)) return claimed
  const { item } = claimed
  if (!decisionsOf(item).includes(decision)) return { refused: 'not_here' }
  if (decision === 'hide') return hide(tx, permitted, item, deciding)
  if (decision === 'tag') {
    const tagged = await tag(tx, permitted, item, deciding)
    if ('missing' in tagged) return tagged
  }
  await settleItem(tx, item, { byId: permitted.by.id, decision, reason: because, now })
  const shown = await release(tx, item, now)
  if (decision !== 'tag') await tell(tx, permitted, item, deciding, shown)
  return { done: true }
}

// Hiding settles whatever the queue has about the thing, this item among them.
async function hide(tx: Transaction, { by }: Permitted<'decide'>, item: QueueItem, { because, now }: Deciding): Promise<Decided> {
  const permission = permit('hide', by, { authorId: item.personId })
  if ('refused' in permission || !isThing(item)) return { refused: 'not_here' }
  return hideSubject(tx, permission.permitted, { subject: item.subject, subjectId: item.subjectId, because, now })
}

// A tag that another has put there meanwhile serves as well.
async function tag(
  tx: Transaction, { by }: Permitted<'decide'>, item: QueueItem, { tagId, because, now }: Deciding,
): Promise<Done> {
  const permission = permit('tag', by, { authorId: item.personId })
  if ('refused' in permission || tagId === null) return { missing: 'tag' }
  return tagCase(tx, permission.permitted, { caseId: item.subjectId, tagId, because, now })
}

async function tell(
  tx: Transaction, { by }: Permitted<'decide'>, item: QueueItem, { decision, because, now }: Deciding, shown: boolean,
): Promise<void> {
  const { kind, subject, subjectId, caseId, personId, hold } = item
  const about = { caseId, replyId: subject === 'reply' ? subjectId : null, actorId: by.id }
  const act = decision === 'approve' ? 'approve' : 'dismiss'
  await writeLog(tx, {
    ...about, at: now, act, reason: because, personId: subject === 'person' ? subjectId : null, details: { kind, subject },
  })
  // Of flags that were found wrong, whom they were about need not hear.
  if (shown) await notify(tx, { ...about, personId, kind: hold === 'back' ? 'let_in' : 'restored', details: { subject, reason: because }, now })
}

function isThing(item: QueueItem): item is QueueItem & { subject: 'case' | 'reply' } {
  return item.subject === 'case' || item.subject === 'reply'
}
