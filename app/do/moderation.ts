import type { z } from 'zod'
import { hidingDraft, synonymsDraft, tagDraft, taggingDraft } from '@/domain/moderation/drafts'
import { fromSchema } from '@/domain/fields'
import { foldTerm } from '@/domain/moderation/term'
import { permit } from '@/domain/permission'
import type { Done } from '@/db/moderation/done'
import { hideSubject, restoreSubject } from '@/db/moderation/hiding'
import { standingOf } from '@/db/moderation/standing'
import { keepSynonyms as keepSynonymsOf, keepTag as keepTagAs, type Kept } from '@/db/moderation/keeping'
import { dismissSuggestion as dismiss, tagCase, untagCase } from '@/db/moderation/tagging'
import { tagNamed } from '@/db/moderation/tags'
import { threadCase } from '@/db/threads/reply'
import { moderatorAct, type ActAnswer, type MemberAct, type MemberContext } from '../act'
import { whence } from './whence'

// What moderators do. Each act is the row, its line in the public log and the notice to the author, or nothing.

export const tag = taggingAct(tagCase, 'already_tagged')

/** A suggestion taken up is a tag like any other. */
export const acceptSuggestion = tag

export const untag = taggingAct(untagCase, 'already_untagged')

export const dismissSuggestion = moderatorAct({ draft: fromSchema(taggingDraft) }, async (tx, draft, context) => {
  const theirs = await threadCase(tx, draft.case)
  if (!theirs) return { missing: true }
  const permission = permit('tag', context.author, theirs)
  if ('refused' in permission) return permission
  const suggestion = { caseId: draft.case, slug: draft.tag, because: draft.because, now: context.now }
  return answerOf(await dismiss(tx, permission.permitted, suggestion), 'suggestion_gone', whence(context, 'tags'))
})

export const hide = hidingAct(hideSubject, 'already_hidden')

export const restore = hidingAct(restoreSubject, 'already_restored')

export const keepTag = moderatorAct({ draft: fromSchema(tagDraft) }, async (tx, draft, context) => {
  const permission = permit('keep_tags', context.author, null)
  if ('refused' in permission) return permission
  return answerOfKeeping(await keepTagAs(tx, permission.permitted, draft, context.now), context, taken => (
    (['slug', 'name_zh', 'name_en'] as const).find(name => foldTerm(draft[name]) === taken) ?? 'name_zh'
  ))
})

export const keepSynonyms = moderatorAct({ draft: fromSchema(synonymsDraft) }, async (tx, draft, context) => {
  const permission = permit('keep_tags', context.author, null)
  if ('refused' in permission) return permission
  const kept = await keepSynonymsOf(tx, permission.permitted, { ...draft, now: context.now })
  return answerOfKeeping(kept, context, () => 'synonyms')
})

function taggingAct(work: typeof tagCase, already: string): MemberAct<z.infer<typeof taggingDraft>> {
  return moderatorAct({ draft: fromSchema(taggingDraft) }, async (tx, draft, context) => {
    const theirs = await threadCase(tx, draft.case)
    if (!theirs) return { missing: true }
    const permission = permit('tag', context.author, theirs)
    if ('refused' in permission) return permission
    const found = await tagNamed(tx, draft.tag)
    if (!found) return unknownTag
    const tagging = { caseId: draft.case, tagId: found.id, because: draft.because, now: context.now }
    return answerOf(await work(tx, permission.permitted, tagging), already, whence(context, 'tags'))
  })
}

function hidingAct(work: typeof hideSubject, already: string): MemberAct<z.infer<typeof hidingDraft>> {
  return moderatorAct({ draft: fromSchema(hidingDraft) }, async (tx, draft, context) => {
    const hiding = { subject: draft.subject, subjectId: draft.id, because: draft.because, now: context.now }
    const permission = permit('hide', context.author, await standingOf(tx, hiding))
    if ('refused' in permission) return permission
    return answerOf(await work(tx, permission.permitted, hiding), already, whence(context, anchorOf(draft)))
  })
}

const unknownTag: ActAnswer = { problems: [{ path: 'tag', code: 'tag_unknown' }] }

/** Whoever comes second is told who was first, and nothing is done twice. */
function answerOf(done: Done, already: string, to: string): ActAnswer {
  if ('done' in done) return { to }
  if ('already' in done) {
    return { problems: [{ path: 'tag', code: already, ...(done.already ? { values: { by: done.already } } : {}) }] }
  }
  if (done.missing === 'tag') return unknownTag
  if (done.missing === 'suggestion') return { problems: [{ path: 'tag', code: already }] }
  return { missing: true }
}

function answerOfKeeping(kept: Kept, { lang }: MemberContext, fieldOf: (taken: string) => string): ActAnswer {
  if ('done' in kept) return { to: `/moderation/tags#tag-${kept.slug}` }
  if ('taken' in kept) {
    const values = { word: kept.taken, by: kept.by[lang] }
    return { problems: [{ path: fieldOf(kept.taken), code: 'word_taken', values }] }
  }
  return kept.missing === 'tag' ? { missing: true } : { problems: [{ path: 'group', code: 'not_in_list' }] }
}

function anchorOf({ subject, id }: { subject: string; id: number }): string {
  return subject === 'reply' ? `reply-${id}` : 'hiding'
}
