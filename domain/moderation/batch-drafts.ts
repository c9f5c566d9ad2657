import { z } from 'zod'
import { batchFrom, bulkDeeds } from './batch'
import { becauseSchema } from './because'

/** Kind and key with a space between, as `nameOf` writes them. */
const batchSchema = z.string().transform((text, context) => {
  const [kind = '', key = ''] = text.split(' ')
  const batch = batchFrom(kind, key)
  if (batch) return batch
  context.addIssue({ code: 'custom', message: 'not_in_list' })
  return z.NEVER
})

/** do-in-bulk: `digest` says what the page showed when it was decided. */
export const bulkDraft = z.object({
  batch: batchSchema, deed: z.enum(bulkDeeds, 'not_in_list'), digest: z.string().max(64, 'not_in_list'), because: becauseSchema,
})

/** clear-batch. */
export const clearDraft = z.object({ batch: batchSchema, because: becauseSchema })

/** undo-bulk. */
export const undoBulkDraft = z.object({
  bulk: z.string().regex(/^[1-9]\d{0,8}$/, 'not_in_list').transform(Number), because: becauseSchema,
})
