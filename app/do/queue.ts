import { fromSchema, valueOf } from '@/domain/fields'
import { flagDraft, unflagDraft } from '@/domain/moderation/flag'
import { decisionDraft, itemDraft, nextDraft } from '@/domain/moderation/queue-drafts'
import { permit } from '@/domain/permission'
import type { Transaction } from '@/db/connection'
import { flagSubject, unflagSubject, type FlagDone } from '@/db/moderation/flagging'
import { claimItem, claimNext, giveItemBack } from '@/db/moderation/queue/claim'
import { decideItem, type Decided } from '@/db/moderation/queue/decide'
import { openItemById } from '@/db/moderation/queue/queue-up'
import { standingOf } from '@/db/moderation/standing'
import { tagNamed } from '@/db/moderation/tags'
import { memberAct, moderatorAct, type ActAnswer } from '../act'

// How things come before moderators, and what they make of them. Each decision is the deed, its line in the public log, the
// end of the item and word to those concerned, or nothing.

const queue = '/moderation/queue'

/** Fields: subject (case, reply), id, reason, words. */
export const flag = memberAct({ draft: fromSchema(flagDraft), limit: 'flag' }, async (tx, draft, { author, now }) => {
  const { subject, id: subjectId, reason, words } = draft
  const it = await standingOf(tx, { subject, subjectId })
  if (!it) return { missing: true }
  const permission = permit('flag', author, it)
  if ('refused' in permission) return permission
  return answerOfFlag(await flagSubject(tx, permission.permitted, { subject, subjectId, reason, words, now }), draft)
})

/** Fields: subject, id. */
export const unflag = memberAct({ draft: fromSchema(unflagDraft) }, async (tx, draft, { author, now }) => {
  const { subject, id: subjectId } = draft
  const permission = permit('flag', author, { authorId: null })
  if ('refused' in permission) return permission
  return answerOfFlag(await unflagSubject(tx, permission.permitted, { subject, subjectId, now }), draft)
})

/** Fields: item. */
export const claim = moderatorAct({ draft: fromSchema(itemDraft) }, async (tx, { item: itemId }, { author, now }) => {
  const item = await openItemById(tx, itemId)
  const permission = permit('decide', author, item ?? { personId: null })
  if ('refused' in permission) return permission
  const claimed = await claimItem(tx, permission.permitted, { itemId, now })
  return 'done' in claimed ? { to: `${queue}/${itemId}` } : answerOf(claimed)
})

/** Fields: kind (empty for any). */
export const takeNext = moderatorAct({ draft: fromSchema(nextDraft) }, async (tx, { kind }, { author, now }) => {
  const permission = permit('work_queue', author, null)
  if ('refused' in permission) return permission
  const next = await claimNext(tx, permission.permitted, { ...(kind && { kind }), now })
  return { to: next === null ? `${queue}?done=empty` : placeOf(next, kind) }
})

/** Fields: item. */
export const giveBack = moderatorAct({ draft: fromSchema(itemDraft) }, async (tx, { item }, { author }) => {
  const permission = permit('work_queue', author, null)
  if ('refused' in permission) return permission
  await giveItemBack(tx, permission.permitted, item)
  return { to: queue }
})

/** Fields: item, decision, tag, because, kind. Leads on to the next item, which is then this moderator's. */
export const decide = moderatorAct({ draft: decisionFields }, async (tx, draft, { author, now }) => {
  const { item: itemId, decision, because, kind } = draft
  const item = await openItemById(tx, itemId)
  const permission = permit('decide', author, item ?? { personId: null })
  if ('refused' in permission) return permission
  const tagId = decision === 'tag' ? (await tagNamed(tx, draft.tag))?.id ?? null : null
  const decided = await decideItem(tx, permission.permitted, { itemId, decision, tagId, because, now })
  if (!('done' in decided)) return answerOf(decided)
  return { to: await nextPlace(tx, permission.permitted, kind, now) }
})

function decisionFields(fields: Parameters<ReturnType<typeof fromSchema>>[0]) {
  const read = decisionDraft.safeParse(Object.fromEntries(
    ['item', 'decision', 'tag', 'because', 'kind'].map(name => [name, valueOf(fields, name)]),
  ))
  if (read.success) return { ok: true as const, value: read.data }
  return { ok: false as const, problems: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: message })) }
}

async function nextPlace(
  tx: Transaction, permitted: Parameters<typeof claimNext>[1], kind: Parameters<typeof claimNext>[2]['kind'], now: number,
): Promise<string> {
  const next = await claimNext(tx, permitted, { ...(kind && { kind }), now })
  return next === null ? `${queue}?done=decided` : placeOf(next, kind, 'decided')
}

function placeOf(item: number, kind: string | undefined, done?: string): string {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(done && { done }) })
  return `${queue}/${item}${query.size > 0 ? `?${query}` : ''}`
}

/** Whoever comes second is told who was first, and nothing is done twice. */
function answerOf(decided: Exclude<Decided, { done: true }>): ActAnswer {
  if ('claimed' in decided) return { problems: [{ path: 'decision', code: 'item_claimed', values: { by: decided.claimed } }] }
  if ('already' in decided) {
    return { problems: [{ path: 'decision', code: 'item_decided', ...(decided.already ? { values: { by: decided.already } } : {}) }] }
  }
  if ('refused' in decided) return { problems: [{ path: 'decision', code: 'not_in_list' }] }
  return decided.missing === 'tag' ? { problems: [{ path: 'tag', code: 'tag_unknown' }] } : { missing: true }
}

function answerOfFlag(done: FlagDone, { subject, id }: { subject: 'case' | 'reply'; id: number }): ActAnswer {
  if (done === 'missing') return { missing: true }
  if (done === 'already') return { problems: [{ path: 'reason', code: 'flag_already' }] }
  return { to: `/${subject === 'case' ? 'cases' : 'replies'}/${id}/flag` }
}
