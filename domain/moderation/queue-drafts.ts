import { z } from 'zod'
import { idSchema } from '../ids'
import { becauseSchema } from './because'
import { needsReason, queueDecisions, queueKinds } from './queue'
import { tagSlugSchema } from './tag-slug'

// What each form of the queue must hold. A problem's code is the schema's message (messages.problems).

const kindSchema = z.union([z.literal('').transform(() => undefined), z.enum(queueKinds)], 'not_in_list')

/** claim-item and give-item-back. */
export const itemDraft = z.object({ item: idSchema })

/** claim-next: `kind` narrows to one kind; empty for any. */
export const nextDraft = z.object({ kind: kindSchema })

/** decide-item: `kind` is what the moderator goes on with; `tag` is read where the decision is to tag. */
export const decisionDraft = z.object({
  item: idSchema,
  decision: z.enum(queueDecisions, 'decision_needed'),
  tag: z.string(),
  because: z.string(),
  kind: kindSchema,
}).superRefine(({ decision, tag, because }, context) => {
  if (decision === 'tag' && !tagSlugSchema.safeParse(tag).success) context.addIssue({ code: 'custom', path: ['tag'], message: 'tag_needed' })
  if (!needsReason(decision) && because.trim() === '') return
  const said = becauseSchema.safeParse(because)
  if (!said.success) context.addIssue({ code: 'custom', path: ['because'], message: said.error.issues[0]!.message })
}).transform(draft => ({ ...draft, because: becauseSchema.safeParse(draft.because).data ?? '' }))
