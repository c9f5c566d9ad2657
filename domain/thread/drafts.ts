import { z } from 'zod'
import { idSchema } from '../ids'
import { cleanText } from '../text/clean'
import { longestWords } from '../text/markdown'

// What each form of the thread must hold. A problem's code is the schema's message (messages.problems).

export const wordsSchema = z.string()
  .transform(cleanText)
  .refine(text => /[^\s\p{Cf}]/u.test(text), 'words_needed')
  .refine(text => text.length <= longestWords, 'words_too_long')

/** reply: `parent` is empty for a reply to the case itself. */
export const replyDraft = z.object({
  case: idSchema,
  parent: z.union([z.literal('').transform(() => null), idSchema], 'not_in_list'),
  words: wordsSchema,
})

/** edit-reply: `version` is the one that was on the screen. */
export const replyEditDraft = z.object({ reply: idSchema, version: idSchema, words: wordsSchema })

/** delete-reply. */
export const replyDeletionDraft = z.object({ reply: idSchema })

// Not "turn it over" but "let it be so": sent twice it is the same.
const wantedSchema = z.enum(['on', 'off'], 'not_in_list')

/** vote. */
export const voteDraft = z.object({
  subject: z.enum(['case', 'reply'], 'not_in_list'), id: idSchema, wanted: wantedSchema,
})

/** favourite. */
export const favouriteDraft = z.object({ case: idSchema, wanted: wantedSchema })

/** read-notifications: everything up to this one has been seen. */
export const readingDraft = z.object({ until: idSchema })
