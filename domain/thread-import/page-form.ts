import { z } from 'zod'
import { readDay } from '../case/form-time'
import { maskPersonalData } from '../case/masking'
import { processes } from '../codes'
import { fromSchema, valueOf, type Fields, type Parsed } from '../fields'
import { becauseSchema } from '../moderation/because'
import { maskHandles } from './page/handles'
import { parseThread } from './page/thread'
import { itemsOf } from './reading'

// As much as a form of a megabyte can bear in Chinese; a longer page is read in two pieces.
export const longestPage = 300_000

/** read-thread: a pasted page, already without handles; when it was saved ('' where nobody knows), what it is about, and where it stood. */
const pageDraft = z.object({
  page: z.string().refine(text => text.trim() !== '', 'thread_page_needed')
    .refine(text => text.length <= longestPage, 'thread_page_too_long')
    .transform(withoutPeople)
    .refine(text => itemsOf(parseThread(text, { savedOn: null })).length > 0, 'thread_page_unread'),
  saved_on: z.string().refine(text => text.trim() === '' || readDay(text) !== null, 'thread_saved_on').transform(text => readDay(text) ?? ''),
  process: z.enum(processes, 'thread_process_needed'),
  because: becauseSchema,
})
export type PageDraft = z.infer<typeof pageDraft>

export function readPageForm(fields: Fields): Parsed<PageDraft> {
  return fromSchema(pageDraft)(fields)
}

/** A form of read-thread as it may be kept: what people are called is the one thing that does not come back. */
export function withoutHandles(fields: Fields): Fields {
  return fields.page ? { ...fields, page: [withoutPeople(valueOf(fields, 'page'))] } : fields
}

function withoutPeople(text: string): string {
  return maskPersonalData(maskHandles(text)).text
}
