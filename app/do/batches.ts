import { fromSchema } from '@/domain/fields'
import { bulkDraft, clearDraft, undoBulkDraft } from '@/domain/moderation/batch-drafts'
import { permit } from '@/domain/permission'
import { doInBulk as toAll, undoBulk as backToAll } from '@/db/moderation/batches/in-bulk'
import { clearBatch as clear } from '@/db/moderation/batches/settle'
import { moderatorAct } from '../act'

/** Fields: batch, deed, digest, because. */
export const doInBulk = moderatorAct({ draft: fromSchema(bulkDraft) }, async (tx, draft, { author, now }) => {
  const permission = permit('act_in_bulk', author, null)
  if ('refused' in permission) return permission
  const done = await toAll(tx, permission.permitted, { ...draft, now })
  if ('stale' in done) return { problems: [{ path: 'deed', code: 'batch_changed' }] }
  if ('nothing' in done) return { problems: [{ path: 'deed', code: 'batch_nothing_left' }] }
  return { to: `/moderation/bulk/${done.id}?done=${done.changed}` }
})

/** Fields: bulk (its id), because. */
export const undoBulk = moderatorAct({ draft: fromSchema(undoBulkDraft) }, async (tx, draft, { author, now }) => {
  const permission = permit('act_in_bulk', author, null)
  if ('refused' in permission) return permission
  const undone = await backToAll(tx, permission.permitted, { id: draft.bulk, because: draft.because, now })
  if ('missing' in undone) return { missing: true }
  if ('already' in undone) return { problems: [{ path: 'because', code: 'bulk_already_undone', values: { by: undone.already ?? '' } }] }
  return { to: `/moderation/bulk/${draft.bulk}?undone=${undone.changed}` }
})

/** Fields: batch, because. */
export const clearBatch = moderatorAct({ draft: fromSchema(clearDraft) }, async (tx, draft, { author, now }) => {
  const permission = permit('act_in_bulk', author, null)
  if ('refused' in permission) return permission
  const cleared = await clear(tx, permission.permitted, { ...draft, now })
  if ('nothing' in cleared) return { problems: [{ path: 'because', code: 'batch_not_open' }] }
  return { to: '/moderation/batches?done=cleared' }
})
