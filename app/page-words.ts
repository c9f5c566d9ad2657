import { notFound } from 'next/navigation'
import { isId } from '@/domain/ids'
import { isLanguage, type Language } from '@/messages/languages'
import { wordsFor, type Words } from '@/messages/words'
import type { SearchParams } from './typed-draft'

export type PageProps<Params = object> = {
  params: Promise<Params & { lang: string }>
  searchParams: Promise<SearchParams>
}

/** The language of a page and its words; an address in no language of ours is no page. */
export function languageOf(params: { lang: string }): { lang: Language; words: Words } {
  if (!isLanguage(params.lang)) notFound()
  return { lang: params.lang, words: wordsFor(params.lang) }
}

/** The id in an address; 0, which nothing has, for anything else. */
export function numberOf(text: string): number {
  return isId(text) ? Number(text) : 0
}
