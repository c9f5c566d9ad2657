import { fromSchema } from '@/domain/fields'
import { permit } from '@/domain/permission'
import { lockDraft, moveDraft } from '@/domain/thread/keeping-drafts'
import { lockThread, unlockThread } from '@/db/threads/locks'
import { moveBranch as move } from '@/db/threads/move-branch'
import { moderatorAct } from '../act'
import { whence } from './whence'

// What moderators do with a whole thread or a branch of it.

export const lock = lockingAct(lockThread, 'already_locked')

export const unlock = lockingAct(unlockThread, 'already_unlocked')

/** Fields: reply, to (number of the case), because. Leads to the reply where it stands now. */
export const moveBranch = moderatorAct({ draft: fromSchema(moveDraft) }, async (tx, draft, { author, now }) => {
  const permission = permit('keep_thread', author, null)
  if ('refused' in permission) return permission
  const { reply: replyId, to: toCaseId, because } = draft
  const moved = await move(tx, permission.permitted, { replyId, toCaseId, because, now })
  if ('missing' in moved) return { missing: true }
  return 'problem' in moved ? { problems: [{ path: 'to', code: moved.problem }] } : { to: `/replies/${replyId}` }
})

/** Fields: case, because. */
function lockingAct(work: typeof lockThread, already: string) {
  return moderatorAct({ draft: fromSchema(lockDraft) }, async (tx, draft, context) => {
    const permission = permit('keep_thread', context.author, null)
    if ('refused' in permission) return permission
    const done = await work(tx, permission.permitted, { caseId: draft.case, because: draft.because, now: context.now })
    if ('missing' in done) return { missing: true }
    if ('done' in done) return { to: whence(context, 'thread') }
    return { problems: [{ path: 'because', code: already, ...(done.already ? { values: { by: done.already } } : {}) }] }
  })
}
