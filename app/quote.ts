import { quoteOf } from '@/domain/thread/quote'
import { newFormKey, type SearchParams, type TypedDraft } from './typed-draft'

type Quoted = { caseId: number; parentId: number | null; words: string; who: string; at: string }

/**
 * The form of a reply with a quote in it, where the address asks for one (`?quote=1`): it stands there like something that
 * was typed before. Null where there is nothing to quote.
 */
export function quoteAsked(search: SearchParams, { caseId, parentId, ...quoted }: Quoted): TypedDraft | null {
  if (search.quote === undefined || quoted.words === '') return null
  const fields = { case: [String(caseId)], parent: [parentId === null ? '' : String(parentId)], words: [quoteOf(quoted)] }
  return { key: newFormKey(), fields, problems: [], act: 'reply' }
}
