import type { Feed } from '@/domain/feeds/feed'
import { tagUri } from '@/domain/feeds/feed'
import { mediaOfAtom, writeAtom } from '@/domain/feeds/atom'
import { mediaOfJsonFeed, writeJsonFeed } from '@/domain/feeds/json-feed'
import { readParameters, type Asked, type Shape } from '@/domain/api/parameters'
import type { CaseFilter } from '@/domain/case/filter'
import { read, type Database } from '@/db/connection'
import { isLanguage, languageTag, pathIn, type Language } from '@/messages/languages'
import { wordsFor, type Words } from '@/messages/words'
import { asked, openRoute, taggedAnswer } from '../api/v1/open-route'
import { Refused } from '../api/v1/refused'
import { wholeAddress } from '../pictures/source'
import { settings } from '../settings'

/** What a feed holds; who says it, and under which addresses, is the same for all. */
export type FeedPart = Pick<Feed, 'title' | 'subtitle' | 'entries' | 'updated'> & {
  /** The path of the page that shows the same, with what it is asked. */
  page: string
  /** Where the next page goes on; null at the end, and undefined for a feed that has one page only. */
  next?: string | null
}

export type FeedQuestion<Parameters extends Shape> = {
  database: Database
  /** What the place in the address says: a case's id, a tag's slug. */
  place: Record<string, string>
  asked: Asked<Parameters>
  filter: CaseFilter
  lang: Language
  words: Words
  siteUrl: string
}

/** As many as a page of the site shows and a reader that asks every few hours can miss none of. */
export const entriesPerPage = 30

const formats = {
  atom: { write: writeAtom, media: mediaOfAtom },
  json: { write: writeJsonFeed, media: mediaOfJsonFeed },
}

/**
 * One feed in both formats: /feeds/atom/… and /feeds/json/…. It holds what a stranger may read, whoever asks. `ask`
 * answers null where there is nothing to follow, or no longer; `movedTo`, the path below /feeds/FORMAT where it goes on.
 */
export function feedRoute<Parameters extends Shape>(
  parameters: Parameters, ask: (question: FeedQuestion<Parameters>) => Promise<FeedPart | { movedTo: string } | null>,
) {
  return openRoute(async (request, params) => {
    const { lang, format, ...place } = params as Record<string, string>
    const written = format === 'atom' || format === 'json' ? formats[format] : null
    if (!written || !isLanguage(lang)) throw new Refused('not_found')
    const { searchParams, pathname } = new URL(request.url)
    const question = asked(readParameters(searchParams, parameters))
    const [words, siteUrl] = [wordsFor(lang), settings().SITE_URL]
    const part = await ask({ database: await read(), place, ...question, lang, words, siteUrl })
    if (!part) throw new Refused('not_found')
    if ('movedTo' in part) {
      const location = pathIn(lang, `/feeds/${format}${part.movedTo}`)
      return new Response(null, { status: 308, headers: { location, 'cache-control': 'no-cache' } })
    }
    return taggedAnswer(request, written.write(addressed(part, { lang, words, path: pathOf(pathname), given: inOrder(searchParams, parameters) })), written.media)
  })
}

type Given = [name: string, value: string][]
type Address = { lang: Language; words: Words; path: string; given: Given }

function addressed({ page, next, title, ...part }: FeedPart, { lang, words, path, given }: Address): Feed {
  const { SITE_URL } = settings()
  const at = (after?: string) => wholeAddress(lang, `${path}${queryOf(given, after)}`)
  // Both formats are one feed.
  const named = `${path.replace(/^\/feeds\/\w+/, '/feeds')}${queryOf(given)}`
  return {
    ...part,
    id: tagUri(SITE_URL, lang === 'zh' ? named : `/${lang}${named}`),
    title: words.feeds.titleOf(title, words.site.name),
    language: languageTag[lang],
    page: wholeAddress(lang, page),
    self: at(given.find(([name]) => name === 'after')?.[1]),
    first: at(),
    next: next ? at(next) : null,
    icon: `${SITE_URL}/icon.svg`,
    by: { name: words.site.name, url: wholeAddress(lang, '/') },
    complete: next === undefined,
  }
}

/** What was asked, in the order in which our own links ask it, so that a feed has one name. */
function inOrder(search: URLSearchParams, parameters: Shape): Given {
  return Object.keys(parameters).flatMap((name): Given => (search.get(name) ? [[name, search.get(name)!]] : []))
}

function queryOf(given: Given, after?: string): string {
  const query = new URLSearchParams(given.filter(([name]) => name !== 'after'))
  if (after !== undefined) query.set('after', after)
  return query.size > 0 ? `?${query}` : ''
}

// Next has put the language before it, Chinese too.
function pathOf(pathname: string): string {
  return pathname.replace(/^\/(zh|en)(?=\/)/, '')
}
