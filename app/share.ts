import type { Metadata } from 'next'
import { read } from '@/db/connection'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { cardOf } from './pictures/cards'
import type { SearchParams } from './typed-draft'

type Page = {
  lang: Language
  words: Words
  /** The name of the page's link card (app/pictures/cards.tsx). */
  card: string
  /** What the page is asked; a card is asked the same. */
  search?: SearchParams
}

// What the pages of figures are asked; whatever else stands in an address is nobody's business but the reader's.
const questions = [
  'process', 'layer', 'subject', 'category', 'pattern', 'proof', 'stage', 'measure', 'clock', 'cohort', 'by', 'a', 'b', 'rule',
]

/**
 * What a page is to those who pass its address on: its finding as the title, how much that can bear beneath, and its link
 * card. Nothing where there is no card, and the page is passed on like the site.
 */
export async function shareOf({ lang, words, card, search = {} }: Page): Promise<Metadata> {
  const asked = Object.entries(search).flatMap(([name, value]) =>
    (typeof value === 'string' && questions.includes(name) ? [[name, value] as const] : []))
  const content = await cardOf(card, await read(), Object.fromEntries(asked), words)
  if (!content) return {}
  const title = content.headline.replaceAll('**', '')
  const query = asked.length > 0 ? `?${new URLSearchParams(asked.map(([name, value]) => [name, value]))}` : ''
  const image = { url: pathIn(lang, `/cards/${card}.png${query}`), width: 1200, height: 630, alt: title, type: 'image/png' }
  return {
    openGraph: {
      type: 'article', siteName: words.site.name, title, description: content.weight, images: [image],
      locale: lang === 'zh' ? 'zh_CN' : 'en', url: pathIn(lang, content.page + (query && content.page !== '/' ? query : '')),
    },
    twitter: { card: 'summary_large_image', title, description: content.weight, images: [image] },
  }
}
