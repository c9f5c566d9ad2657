import { mergeDraft, unmergeDraft } from '@/domain/case/merge-drafts'
import { fromSchema } from '@/domain/fields'
import { permit } from '@/domain/permission'
import { mergeCase as merge } from '@/db/cases/merge'
import { mergedCase } from '@/db/cases/merges'
import { unmergeCase as unmerge } from '@/db/cases/unmerge'
import { threadCase } from '@/db/threads/reply'
import { moderatorAct } from '../act'

/** Fields: case, into, because. Nobody does it to a case of his own. */
export const mergeCase = moderatorAct({ draft: fromSchema(mergeDraft) }, async (tx, draft, { author, now }) => {
  const it = await threadCase(tx, draft.case)
  if (!it) return { missing: true }
  const permission = permit('merge', author, it)
  if ('refused' in permission) return permission
  const { case: caseId, into: intoId, because } = draft
  const done = await merge(tx, permission.permitted, { caseId, intoId, because, now })
  if ('missing' in done) return { missing: true }
  return 'problem' in done ? { problems: [{ path: 'because', code: done.problem }] } : { to: `/cases/${intoId}` }
})

/** Fields: merge (its id), because. As with merging, nobody does it to a case of his own. */
export const unmergeCase = moderatorAct({ draft: fromSchema(unmergeDraft) }, async (tx, draft, { author, now }) => {
  const merged = await mergedCase(tx, draft.merge)
  if (!merged) return { missing: true }
  const permission = permit('merge', author, merged)
  if ('refused' in permission) return permission
  const done = await unmerge(tx, permission.permitted, { mergeId: draft.merge, because: draft.because, now })
  if ('missing' in done) return { missing: true }
  if ('done' in done) return { to: `/cases/${done.caseId}` }
  if ('problem' in done) return { problems: [{ path: 'because', code: done.problem }] }
  return { problems: [{ path: 'because', code: 'already_unmerged', ...(done.already ? { values: { by: done.already } } : {}) }] }
})
