import { z } from 'zod'
import { idSchema } from '../ids'
import { cleanLine } from '../text/clean'
import { countGraphemes } from '../text/graphemes'
import { becauseSchema } from './because'
import { moderatedSubjects } from './subject'
import { tagSlugSchema } from './tag-slug'
import { termsIn } from './term'

// What each form of moderation must hold. A problem's code is the schema's message (messages.problems).

const tickSchema = z.string().transform(text => text === 'on')
const mostSynonyms = 40
const longestTerm = 40

/** tag, untag, accept-suggestion and dismiss-suggestion. */
export const taggingDraft = z.object({
  case: idSchema,
  tag: z.string().min(1, 'tag_needed').pipe(tagSlugSchema),
  because: becauseSchema,
})

/** hide and restore. */
export const hidingDraft = z.object({
  subject: z.enum(moderatedSubjects, 'not_in_list'),
  id: idSchema,
  because: becauseSchema,
})

/** keep-tag: `tag` names the one that is edited and is empty for a new one, which then brings its own `slug`. */
export const tagDraft = z.object({
  tag: z.union([z.literal(''), tagSlugSchema], 'tag_slug_form'),
  slug: z.string().trim(),
  group: tagSlugSchema,
  name_zh: lineOf(20),
  name_en: lineOf(40),
  description_zh: lineOf(140),
  description_en: lineOf(280),
  leaves_figures: tickSchema,
  retired: tickSchema,
  because: becauseSchema,
}).refine(draft => draft.tag !== '' || tagSlugSchema.safeParse(draft.slug).success, {
  path: ['slug'], message: 'tag_slug_form',
})
export type TagDraft = z.infer<typeof tagDraft>

/** keep-synonyms: the whole list as it shall be from now on. */
export const synonymsDraft = z.object({
  tag: tagSlugSchema,
  synonyms: z.string().transform(termsIn)
    .refine(terms => terms.length <= mostSynonyms, 'too_many_synonyms')
    .refine(terms => terms.every(term => countGraphemes(term) <= longestTerm), 'synonym_too_long'),
  because: becauseSchema,
})

function lineOf(longest: number) {
  return z.string()
    .transform(cleanLine)
    .refine(text => text !== '', 'line_needed')
    .refine(text => countGraphemes(text) <= longest, 'log_line_too_long')
}
