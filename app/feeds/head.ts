import type { Metadata } from 'next'
import { mediaOfAtom } from '@/domain/feeds/atom'
import { mediaOfJsonFeed } from '@/domain/feeds/json-feed'
import { pathIn, type Language } from '@/messages/languages'

/** For programs that look for the feeds of a page: its two formats in the page's head. */
export function feedsInHead(lang: Language, path: string, title: string): Pick<Metadata, 'alternates'> {
  const at = (format: string) => [{ url: pathIn(lang, `/feeds/${format}${path}`), title }]
  return { alternates: { types: { [mediaOfAtom]: at('atom'), [mediaOfJsonFeed]: at('json') } } }
}
