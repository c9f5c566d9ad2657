import { z } from 'zod'
import { idSchema } from '../ids'
import { becauseSchema } from '../moderation/because'

/** lock and unlock. */
export const lockDraft = z.object({ case: idSchema, because: becauseSchema })

/** move-branch: `to` is the number of a case, as a moderator types it. */
export const moveDraft = z.object({
  reply: idSchema,
  to: z.string().transform(text => text.trim().replace(/^#/, '')).pipe(idSchema),
  because: becauseSchema,
})
