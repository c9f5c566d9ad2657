import { fromSchema } from '@/domain/fields'
import { appealDraft, verdictDraft } from '@/domain/moderation/appeal'
import { permit } from '@/domain/permission'
import { appealById, decideAppeal as decide, makeAppeal, measureOf } from '@/db/moderation/appeals'
import { memberAct, moderatorAct } from '../act'

/** Fields: subject (hiding, suspension), id, words. Suspended people may, once for each measure. */
export const appeal = memberAct({ draft: fromSchema(appealDraft), heldToo: true }, async (tx, draft, { author, now }) => {
  const measure = await measureOf(tx, draft.subject, draft.id, now)
  if (!measure) return { missing: true }
  const permission = permit('appeal', author, measure)
  // What was done to somebody else is not even told.
  if ('refused' in permission) return { missing: true }
  const problem = await makeAppeal(tx, permission.permitted, measure, { words: draft.words, now })
  return problem ? { problems: [{ path: 'words', code: problem }] } : { to: '/me/appeals?done=1' }
})

/** Fields: appeal (id), verdict (uphold, overturn), because. */
export const decideAppeal = moderatorAct({ draft: fromSchema(verdictDraft) }, async (tx, draft, { author, now }) => {
  const heard = await appealById(tx, draft.appeal, now)
  if (!heard) return { missing: true }
  const permission = permit('decide_appeal', author, heard.measure)
  if ('refused' in permission) return permission
  const judged = await decide(tx, permission.permitted, heard, { ...draft, now })
  if ('moot' in judged) return { problems: [{ path: 'because', code: 'appeal_moot' }] }
  if ('already' in judged) {
    return { problems: [{ path: 'because', code: 'appeal_decided', ...(judged.already ? { values: { by: judged.already } } : {}) }] }
  }
  return { to: `/moderation/appeals?done=${draft.verdict}` }
})
