import { z } from 'zod'
import { idSchema } from '../ids'
import { becauseSchema } from '../moderation/because'

/** merge-case: `case` becomes part of `into`. */
export const mergeDraft = z.object({ case: idSchema, into: idSchema, because: becauseSchema })

/** unmerge-case: by the id of the merge. */
export const unmergeDraft = z.object({ merge: idSchema, because: becauseSchema })
