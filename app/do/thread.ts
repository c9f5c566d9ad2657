import { maskPersonalData } from '@/domain/case/masking'
import type { MaskedKind } from '@/domain/codes'
import { fromSchema } from '@/domain/fields'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import {
  favouriteDraft, readingDraft, replyDeletionDraft, replyDraft, replyEditDraft, voteDraft,
} from '@/domain/thread/drafts'
import type { Transaction } from '@/db/connection'
import { holdAgain } from '@/db/moderation/hold-again'
import { lookAtWords } from '@/db/moderation/words/look'
import { markRead } from '@/db/people/notifications'
import { addReply } from '@/db/threads/add-reply'
import { deleteReply as takeBack } from '@/db/threads/delete-reply'
import { editReply as change } from '@/db/threads/edit-reply'
import { setFavourite } from '@/db/threads/favourites'
import { replyById, threadCase } from '@/db/threads/reply'
import { isOnFirstPage } from '@/db/threads/thread-page'
import { setVote } from '@/db/threads/votes'
import type { Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { memberAct } from '../act'
import { whence } from './whence'

// What people do in a thread. A page that can no longer be shown does not give text back, so a text that has lost
// its case or its reply comes back on a page of its own (conflict).

/** Fields: case, parent (empty for a reply to the case itself), words. */
export const reply = memberAct({ draft: fromSchema(replyDraft), limit: 'reply' }, async (tx, draft, context) => {
  const { author, now, device, lang } = context
  const it = await threadCase(tx, draft.case)
  if (!it) return { missing: true }
  const permission = permit('reply', author, it)
  if ('refused' in permission) {
    if (permission.refused !== 'not_allowed') return permission
    return { conflict: { yours: draft.words, theirs: closedFor(it.lockedFor, lang) } }
  }
  const looked = await maskedWords(tx, draft.words, { author, now })
  if ('problems' in looked) return looked
  const { words, masked, heldBack } = looked
  const added = await addReply(tx, permission.permitted, {
    caseId: it.id, parentId: draft.parent, words, device, now, heldBack,
  })
  if ('problem' in added) return { problems: [{ path: 'words', code: added.problem }] }
  if (heldBack) return { to: waitsAt(added.id, masked) }
  return { to: await whereShown(tx, it.id, added.id, masked) }
})

/** Fields: reply, version, words. */
export const editReply = memberAct({ draft: fromSchema(replyEditDraft), limit: 'edit' }, async (tx, draft, context) => {
  const { author, now, lang } = context
  const row = await replyById(tx, draft.reply)
  if (!row) return { missing: true }
  const permission = permit('edit_reply', author, row)
  if ('refused' in permission) {
    if (row.authorId !== author.id || permission.refused !== 'not_allowed') return permission
    const { deletedMeanwhile, hiddenMeanwhile } = wordsFor(lang).thread.editPage
    return { conflict: { yours: draft.words, theirs: row.deletedAt === null ? hiddenMeanwhile : deletedMeanwhile } }
  }
  const looked = await maskedWords(tx, draft.words, { author, now })
  if ('problems' in looked) return looked
  const { words, masked, heldBack } = looked
  const isNew = words !== row.words
  const edited = await change(tx, permission.permitted, row, { words, version: draft.version, now, quiet: heldBack !== null })
  if ('conflict' in edited) return { conflict: { yours: draft.words, theirs: edited.conflict.theirs } }
  if (isNew && heldBack) {
    await holdAgain(tx, { subject: 'reply', subjectId: row.id, heldBack, now })
    return { to: waitsAt(row.id, masked) }
  }
  return { to: await whereShown(tx, row.caseId, row.id, masked) }
})

/** Fields: reply. */
export const deleteReply = memberAct({ draft: fromSchema(replyDeletionDraft) }, async (tx, draft, context) => {
  const row = await replyById(tx, draft.reply)
  if (!row) return { missing: true }
  // Gone is gone, whoever pressed the button first.
  if (row.authorId === context.author.id && row.deletedAt !== null) return { to: `/cases/${row.caseId}#thread` }
  const permission = permit('delete_reply', context.author, row)
  if ('refused' in permission) return permission
  const { tombstone } = await takeBack(tx, permission.permitted, row, context.now)
  return { to: tombstone ? await whereShown(tx, row.caseId, row.id) : `/cases/${row.caseId}#thread` }
})

/** Fields: subject (case, reply), id, wanted (on, off). */
export const vote = memberAct({ draft: fromSchema(voteDraft), limit: 'vote' }, async (tx, draft, context) => {
  const permission = permit('vote', context.author, null)
  if ('refused' in permission) return permission
  const set = await setVote(tx, permission.permitted, { ...draft, now: context.now })
  if (!set) return { missing: true }
  return { to: whence(context, draft.subject === 'reply' ? `reply-${draft.id}` : 'vote-case') }
})

/** Fields: case, wanted (on, off). */
export const favourite = memberAct({ draft: fromSchema(favouriteDraft), limit: 'vote' }, async (tx, draft, context) => {
  const permission = permit('favourite', context.author, null)
  if ('refused' in permission) return permission
  const { case: caseId, wanted } = draft
  const set = await setFavourite(tx, permission.permitted, { caseId, wanted, now: context.now })
  return set ? { to: whence(context, 'favourite') } : { missing: true }
})

/** Fields: until (the id of the latest notification that was on the screen). */
export const readNotifications = memberAct({ draft: fromSchema(readingDraft) }, async (tx, draft, { author, now }) => {
  await markRead(tx, author.id, { until: draft.until, now })
  return { to: '/me/notifications' }
})

/** The words as they are to be stored: without personal data, with words that are not wanted covered, or not at all. */
async function maskedWords(tx: Transaction, typed: string, writing: { author: Member; now: number }) {
  const { text, masked } = maskPersonalData(typed)
  const looked = await lookAtWords(tx, text, writing)
  if ('problems' in looked) return looked
  return { words: looked.it, masked: [...masked, ...(looked.covered ? ['word' as const] : [])], heldBack: looked.heldBack }
}

function closedFor(lockedFor: string | null, lang: Language): string {
  const { keeping, thread } = wordsFor(lang)
  return lockedFor === null ? thread.editPage.caseClosed : keeping.lockedMeanwhile(lockedFor)
}

/** A reply that waits for a moderator has no place in the thread: it is on a page of its own, for its author. */
function waitsAt(replyId: number, masked: MaskedKind[]): string {
  return `/replies/${replyId}?done=waits${masked.length > 0 ? `&masked=${masked.join(',')}` : ''}`
}

/** On the case's page if the first page of its thread has the reply, else on the reply's own. */
async function whereShown(
  tx: Transaction, caseId: number, replyId: number, masked: MaskedKind[] = [],
): Promise<string> {
  const path = await isOnFirstPage(tx, caseId, replyId) ? `/cases/${caseId}` : `/replies/${replyId}`
  return `${path}${masked.length > 0 ? `?masked=${masked.join(',')}` : ''}#reply-${replyId}`
}
